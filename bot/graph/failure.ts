import { GraphError } from "@microsoft/microsoft-graph-client";
import { CalendarAway, CalendarRefused } from "../ports/calendar.ts";

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

/** A refusal that remembers its status. What Graph wrote beside the code stays inside, for it may name people. */
export class RefusedByGraph extends CalendarRefused {
  readonly status: number;
  readonly #sentence: string;
  readonly #body: string;

  constructor(status: number, reason: string, { message = "", body = "" }: { message?: string; body?: unknown }) {
    super(reason, `Outlook refused (${status} ${reason}).`);
    this.status = status;
    this.#sentence = message;
    this.#body = typeof body === "string" ? body : JSON.stringify(body);
  }

  /** The event that Graph says this transaction has already made. */
  get existingEventId(): string | null {
    return /"@event\.existingEventId"\s*:\s*"([^"]+)"/.exec(this.#body)?.[1] ?? null;
  }

  /** The subscription that Graph says is there already. */
  get existingSubscriptionId(): string | null {
    return /subscription id:? ([0-9a-f-]{36})/i.exec(this.#sentence)?.[1] ?? null;
  }

  /** Whether Graph asked our own address for a sign of life and had none: a matter of moments, not of rights. */
  get isFailedHandshake(): boolean {
    return this.status === 400 && /validation request (failed|timed out)/i.test(this.#sentence);
  }
}

/** Whether Outlook says that there is no such event, rather than no such mailbox. */
export const isNoSuchEvent = (error: unknown): boolean =>
  error instanceof RefusedByGraph && error.status === 404 && !isNoMailbox(error);

const withoutMailbox: ReadonlySet<string> = new Set([
  "MailboxNotEnabledForRESTAPI",
  "ErrorInvalidUser",
  "Request_ResourceNotFound",
  "ResourceNotFound",
  "ErrorNonExistentMailbox",
  "MailboxNotFound",
]);

/** Whether the mailbox, or the person it belonged to, is no more. */
export const isNoMailbox = (error: unknown): boolean =>
  error instanceof RefusedByGraph && [403, 404].includes(error.status) && withoutMailbox.has(error.reason);

/** Whether somebody else changed the event at the same moment. */
export const isConflict = (error: unknown): boolean =>
  error instanceof RefusedByGraph && (error.status === 412 || error.reason === "ErrorIrresolvableConflict");
