/** The levels that are shown; the rest is for the log file. */
const grave = new Set(["warn", "error", "fatal"]);

/**
 * Picks out of the server's log what the person who started it should see at once.
 *
 * @returns a short line for a warning or an error; undefined for everything else.
 */
export function worthSaying(line: string): string | undefined {
  try {
    const entry = JSON.parse(line) as { level?: unknown; msg?: unknown; err?: { message?: unknown } };
    if (typeof entry.level !== "string" || !grave.has(entry.level)) return undefined;
    const words = [entry.msg, entry.err?.message].filter((part) => typeof part === "string" && part !== "");
    return `  server: ${[...new Set(words)].join(": ").slice(0, 300)}`;
  } catch {
    return undefined;
  }
}
