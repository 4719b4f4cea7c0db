import { DrizzleQueryError } from "drizzle-orm";

/** Another transaction changed the same row first; the work is done again from the beginning. */
export class Overtaken extends Error {
  override readonly name = "Overtaken";
}

/** Classes 08 (connection) and 53 (out of connections, memory or disk), shutting down, starting up, gone read-only, and out of time. */
const away = /^(08...|53...|57P0[1-5]|57014|25006|25P0[34]|55P03)$/;

const network = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);

/** What pg says without a code. */
const lost =
  /^Connection terminated|timeout exceeded when trying to connect|timeout expired|not queryable|Query read timeout|pool after calling end/;

/** Whether the database can't be reached or gave up, as opposed to having refused. */
export function isAway(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== null) return away.test(code) || network.has(code);
  return error instanceof Error && lost.test(error.message);
}

/** Whether the transaction lost against another and may win when it is done again: serialization failure, deadlock, overtaken. */
export function isOvertaken(error: unknown): boolean {
  return error instanceof Overtaken || codeOf(error) === "40001" || codeOf(error) === "40P01";
}

/** Whether a row with one of the same keys stands already. */
export const isDuplicate = (error: unknown): boolean => codeOf(error) === "23505";

/** The driver's own error. Drizzle's wrapping repeats the values of the query in its message, which has no business in a log. */
export function bare(error: unknown): unknown {
  return error instanceof DrizzleQueryError ? bare(error.cause) : error;
}

function codeOf(error: unknown): string | null {
  if (!(error instanceof Error && "code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}
