import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** A hash of every file below these folders (tests left out), by name and content: another hash means another build. */
export function sourcesHash(root: string, sources: readonly string[]): string {
  const hash = createHash("sha256").update(process.versions.node);
  for (const file of sources.flatMap((source) => filesIn(root, source)).sort()) {
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest("hex");
}

function filesIn(root: string, source: string): string[] {
  const path = join(root, source);
  if (!statSync(path).isDirectory()) return [source];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}
