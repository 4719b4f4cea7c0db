import { existsSync, statSync } from "node:fs";
import { join } from "node:path";

/** A file that a first load fetches, in bytes: as it is, and as it travels. */
export interface Weight {
  readonly file: string;
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
}

/** Weighs built files; one that has no compressed twin travels as it is. */
export function weigh(folder: string, files: readonly string[]): readonly Weight[] {
  return files.map((file) => {
    const raw = statSync(join(folder, file)).size;
    const twin = (ending: string) => {
      const path = join(folder, `${file}.${ending}`);
      return existsSync(path) ? statSync(path).size : raw;
    };
    return { file, raw, gzip: twin("gz"), brotli: twin("br") };
  });
}

/** All of them together. */
export function total(weights: readonly Weight[]): Weight {
  const sum = (part: "raw" | "gzip" | "brotli") => weights.reduce((all, one) => all + one[part], 0);
  return { file: "total", raw: sum("raw"), gzip: sum("gzip"), brotli: sum("brotli") };
}
