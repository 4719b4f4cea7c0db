import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * A JSON file that follows a value in memory.
 *
 * Writing is atomic and never overlaps: changes during a write are gathered into the next one, so a flood of changes
 * costs few writes and a kill loses at most the last moments.
 */
export class SnapshotFile<Value> {
  readonly #file: string;
  readonly #current: () => Value;
  #isDirty = false;
  #writing: Promise<void> | undefined;

  constructor(file: string, current: () => Value) {
    this.#file = file;
    this.#current = current;
  }

  /** The value as last written, or undefined when there is no file. A damaged file is an error that names it. */
  static read<Value>(file: string): Value | undefined {
    try {
      return JSON.parse(readFileSync(file, "utf8")) as Value;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
      throw new Error(
        `${file} cannot be read (${(error as Error).message}). Delete it and start again: what it kept is lost.`,
      );
    }
  }

  changed(): void {
    this.#isDirty = true;
    this.#writing ??= this.#writeWhileDirty().finally(() => {
      this.#writing = undefined;
    });
  }

  /** Resolves when everything changed so far is on disk. */
  async flush(): Promise<void> {
    await this.#writing;
    if (!this.#isDirty) return;
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(`${this.#file}.new`, JSON.stringify(this.#current()));
    renameSync(`${this.#file}.new`, this.#file);
    this.#isDirty = false;
  }

  async #writeWhileDirty() {
    await mkdir(dirname(this.#file), { recursive: true });
    while (this.#isDirty) {
      this.#isDirty = false;
      await writeFile(`${this.#file}.new`, JSON.stringify(this.#current()));
      await rename(`${this.#file}.new`, this.#file);
    }
  }
}
