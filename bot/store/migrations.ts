import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One step of the schema. Steps only go forward, and none changes once it was released. */
export interface Migration {
  readonly version: number;
  /** "0001-records.sql". */
  readonly name: string;
  readonly text: string;
  /** Of the text, in hex, so that a changed step is noticed. */
  readonly sha256: string;
}

const folder = join(import.meta.dirname, "migrations");

const names = () =>
  readdirSync(folder)
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .toSorted();
const versionOf = (name: string) => Number(name.slice(0, 4));

/** Every step this code knows, in order. */
export function knownMigrations(): readonly Migration[] {
  return names().map((name) => {
    const text = readFileSync(join(folder, name), "utf8");
    return { version: versionOf(name), name, text, sha256: createHash("sha256").update(text).digest("hex") };
  });
}

/** The version of the schema this code was written for. */
export const newestMigration = (): number => Math.max(...names().map(versionOf));
