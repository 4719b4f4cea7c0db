import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** What Vite writes of each chunk. */
export interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

/** Vite's manifest: chunks by their source. */
export type Manifest = Readonly<Record<string, Chunk>>;

/** What a first load may weigh: the chunks it begins with, and gzip bytes. */
export interface Allowance {
  /** Keys of the manifest: the page, and the lazy chunks that its first screen draws. */
  readonly chunks: readonly string[];
  readonly gzipBytes: number;
}

/** A first load, weighed. */
export interface Weighed {
  readonly name: string;
  readonly bytes: number;
  readonly allowed: number;
}

/** Weighs each first load that the budget names: its chunks, what they import at once, and their styles. */
export function firstLoads(folder: string, manifest: Manifest, budget: Readonly<Record<string, Allowance>>): Weighed[] {
  return Object.entries(budget).map(([name, { chunks, gzipBytes }]) => {
    const files = new Set(chunks.flatMap((key) => filesOf(manifest, key, new Set())));
    const weights = [...files].map((file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length);
    return { name, bytes: weights.reduce((sum, bytes) => sum + bytes, 0), allowed: gzipBytes };
  });
}

/** Reads the budget: first loads by name. */
export function readBudget(file: string): Readonly<Record<string, Allowance>> {
  return JSON.parse(readFileSync(file, "utf8")) as Record<string, Allowance>;
}

function filesOf(manifest: Manifest, key: string, seen: Set<string>): string[] {
  if (seen.has(key)) return [];
  seen.add(key);
  const chunk = manifest[key];
  if (!chunk) {
    throw new Error(`The build has no chunk "${key}". It has: ${Object.keys(manifest).join(", ")}.`);
  }
  const imported = (chunk.imports ?? []).flatMap((next) => filesOf(manifest, next, seen));
  return [chunk.file, ...(chunk.css ?? []), ...imported];
}
