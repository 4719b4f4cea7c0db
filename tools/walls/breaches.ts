import { dirname, join } from "node:path/posix";
import { type Import, readMentions } from "./imports.ts";
import { kept, type Room, rooms } from "./walls.ts";

/** A wall that a file walks through. */
export interface Breach {
  readonly file: string;
  readonly line: number;
  readonly sentence: string;
}

/** What only tests may import, whatever their room. */
const testPackages = ["vitest", "fast-check", "node:*", "@testing-library/*", "react-dom*", "react"];

/**
 * Finds the walls that a source breaks.
 *
 * @param file - its path from the project's root, with forward slashes.
 */
export function breachesIn(file: string, source: string): readonly Breach[] {
  const { imports, globals } = readMentions(file, source);
  const room = roomOf(file);
  const breach = ({ from, line }: Import, why: string): Breach => ({
    file,
    line,
    sentence: `${file}:${line} may not import "${from}". ${why}`,
  });
  const found = imports.flatMap((one) => {
    const why = one.from.startsWith(".") ? oursRefused(file, room, one.from) : packageRefused(file, room, one.from);
    return why ? [breach(one, why)] : [];
  });
  if (room?.path !== "shared/domain" || isTest(file)) return found;
  const worldly = globals.map(({ from, line }) => ({
    file,
    line,
    sentence: `${file}:${line} may not use ${from}. ${room.why}`,
  }));
  return [...found, ...worldly];
}

function oursRefused(file: string, room: Room | undefined, from: string): string | undefined {
  if (!room) return undefined;
  const target = join(dirname(file), from);
  const allowed = [room.path, ...room.ours, ...(isTest(file) ? (room.oursInTests ?? []) : [])];
  const inside = allowed.some((path) => target === path || target.startsWith(`${path}/`));
  return inside ? undefined : room.why;
}

function packageRefused(file: string, room: Room | undefined, from: string): string | undefined {
  const keeper = kept.find(({ packages }) => packages.some((pattern) => fits(from, pattern)));
  if (keeper && !keeper.rooms.some((path) => file === path || file.startsWith(`${path}/`))) return keeper.why;
  if (!room || room.packages.some((pattern) => fits(from, pattern))) return undefined;
  if (isTest(file) && testPackages.some((pattern) => fits(from, pattern))) return undefined;
  return room.why;
}

function roomOf(file: string): Room | undefined {
  return rooms.find(({ path }) => file === path || file.startsWith(`${path}/`));
}

/** "pg" means pg and pg/anything, but not pg-boss; a star stands for any ending. */
function fits(from: string, pattern: string): boolean {
  if (pattern.endsWith("*")) return from.startsWith(pattern.slice(0, -1));
  return from === pattern || from.startsWith(`${pattern}/`);
}

function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file);
}
