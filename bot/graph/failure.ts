import { GraphError } from "@microsoft/microsoft-graph-client";
import { CalendarAway, CalendarRefused } from "../ports.ts";

/** Names under which the chain's own failures come back from the library, which wraps all it meets. */
const awayNames: ReadonlySet<string> = new Set(["AnswerLost", "TokenAway", "AbortError", "TimeoutError"]);

/**
 * Sorts what the library threw into "later" and "never", and throws it. Graph's sentences, which may name people, stay behind.
 *
 * An answer that can't be read as JSON counts as lost; 401 means that even a fresh token was refused, which an administrator mends.
 */
export function asOutlookFailure(error: unknown): never {
  if (!(error instanceof GraphError)) throw error;
  const { statusCode, code } = error;
  const reason = code || "no-code";
  if (statusCode === -1 && !awayNames.has(reason)) throw error;
  if (isAway(statusCode))
    throw new CalendarAway(`Outlook can't be reached (${statusCode} ${reason}).`, { cause: error });
  throw new RefusedByGraph(statusCode, reason, error);
}

const isAway = (status: number): boolean => status < 400 || status >= 500 || [401, 408, 429].includes(status);

/** A refusal that remembers its status and what Graph wrote beside the code. */
export class RefusedByGraph extends CalendarRefused {
  readonly status: number;
  /** The event that Graph says this transaction has already made. */
  readonly existingEventId: string | null;

  constructor(status: number, reason: string, cause: GraphError) {
    super(reason, `Outlook refused (${status} ${reason}).`);
    this.status = status;
    this.existingEventId = existingEventIdIn(cause.body);
  }
}

function existingEventIdIn(body: unknown): string | null {
  if (typeof body !== "string") return null;
  const found = /"@event\.existingEventId"\s*:\s*"([^"]+)"/.exec(body)?.[1];
  return found ?? null;
}
