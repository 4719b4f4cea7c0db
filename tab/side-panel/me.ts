import type { Output } from "../api-client.ts";

/** Whoever looks at this panel. */
export type Me = Pick<Output<"readMe">, "id" | "name" | "locale" | "timeZone">;
