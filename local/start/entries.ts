import { join } from "node:path";
import { clone } from "../postgres/place.ts";

/** The program behind each process. */
export interface Entries {
  readonly signIn: string;
  readonly graph: string;
  readonly window: string;
  readonly server: string;
  /** Builds the pages, when their sources have changed. */
  readonly build: string;
}

/** The real ones; a test of the supervisor gives small ones of its own. */
export const realEntries: Entries = {
  signIn: join(clone, "local/sign-in/main.ts"),
  graph: join(clone, "local/graph/main.ts"),
  window: join(clone, "local/window/main.ts"),
  server: join(clone, "bot/main.ts"),
  build: join(clone, "tools/build-tab.ts"),
};
