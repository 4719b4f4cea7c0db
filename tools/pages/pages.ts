import { join, resolve } from "node:path";

/** The project's root. */
export const root = resolve(import.meta.dirname, "../..");

/** A set of pages that Vite builds. */
export interface Pages {
  readonly name: string;
  readonly config: string;
  readonly out: string;
  /** The folders and files that decide what comes out. */
  readonly sources: readonly string[];
}

/** What every build depends on. */
const common = ["shared", "package.json", "package-lock.json", "tsconfig.json"];

/** The app's own pages, and those of the local window that frames them. */
export const allPages: readonly Pages[] = [
  {
    name: "the tab",
    config: join(root, "tab/vite.config.ts"),
    out: join(root, "dist/tab"),
    sources: ["tab", ...common],
  },
  {
    name: "the local window",
    config: join(root, "local/window/vite.config.ts"),
    out: join(root, "dist/window"),
    sources: ["local/window", "local/identities.ts", ...common],
  },
];
