import type { News } from "../../../shared/domain/news.ts";

/** What happened to a check-in, as a card tells it. */
export type Told = Omit<News, "number">;
