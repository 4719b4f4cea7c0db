import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { identify, isSame, type ProcessIdentity } from "./identity.ts";

/** A process that was started here, under the name it was started by. */
export interface Registered extends ProcessIdentity {
  readonly name: string;
}

/** The list of processes that belong to one state folder: it outlives whoever started them. */
export interface Register {
  readonly add: (name: string, pid: number) => void;
  readonly remove: (pid: number) => void;
  /** Those on the list that still live, oldest first. */
  readonly living: () => readonly Registered[];
  /** Empties the list. */
  readonly clear: () => void;
}

/** Opens the list in this file; a file that is missing or torn is an empty list. */
export function openRegister(file: string): Register {
  let entries = read(file);
  const keep = (next: readonly Registered[]) => {
    entries = next;
    writeFileSync(`${file}.new`, JSON.stringify(entries), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  return {
    add: (name, pid) => {
      const identity = identify(pid);
      if (identity) keep([...entries, { name, ...identity }]);
    },
    remove: (pid) => keep(entries.filter((entry) => entry.pid !== pid)),
    living: () => entries.filter(isSame),
    clear: () => {
      entries = [];
      rmSync(file, { force: true });
    },
  };
}

function read(file: string): readonly Registered[] {
  try {
    const found: unknown = JSON.parse(readFileSync(file, "utf8"));
    return Array.isArray(found) ? found.filter(isRegistered) : [];
  } catch {
    return [];
  }
}

function isRegistered(value: unknown): value is Registered {
  const entry = value as Partial<Registered> | null;
  return typeof entry?.pid === "number" && typeof entry.started === "string" && typeof entry.name === "string";
}
