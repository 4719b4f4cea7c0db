import type { Context, MiddlewareOptions } from "@microsoft/microsoft-graph-client";
import type { PersonId } from "../../../shared/domain/person.ts";
import type { NotConnected } from "../../ports/calendar.ts";

/** What may happen when a call's answer is lost. "read" and "idempotent" calls are made again; a "once" call is not. */
export type Repeatability = "read" | "idempotent" | "once";

/** What the address of a request doesn't say. */
export interface CallDetails {
  /** In whose name it is asked, where the address names nobody or somebody else. */
  readonly as?: PersonId | undefined;
  /** Mailboxes that are touched inside a batch, each once. */
  readonly mailboxes?: readonly PersonId[] | undefined;
  /** How long one attempt may take, where that isn't as usual; in milliseconds. */
  readonly attemptMs?: number | undefined;
}

/** One request as its caller sees it, however often it is tried. It travels with the request through every middleware. */
export class Call implements MiddlewareOptions {
  /** What is done, for the log: a fixed name, never an address. */
  readonly operation: string;
  readonly repeatability: Repeatability;
  /** When the caller gives up, on `performance.now`'s clock. */
  readonly deadline: number;
  readonly details: CallDetails;
  attempts = 0;
  /** Set when no token is to be had until a person connects: the library would forget who. */
  notConnected: NotConnected | null = null;

  constructor(operation: string, repeatability: Repeatability, deadline: number, details: CallDetails = {}) {
    this.operation = operation;
    this.repeatability = repeatability;
    this.deadline = deadline;
    this.details = details;
  }
}

/** The call that a request belongs to, if it was made with one. */
export function callIn(context: Context): Call | null {
  const call = context.middlewareControl?.getMiddlewareOptions(Call);
  return call instanceof Call ? call : null;
}

/** The call that a request belongs to. Every request of ours has one; a missing one is a bug. */
export function callOf(context: Context): Call {
  const call = callIn(context);
  if (call) return call;
  throw new TypeError("The request was made without a Call.");
}

/** No answer came, or only half of one: whether Graph did what it was asked is unknown. */
export class AnswerLost extends Error {
  override readonly name = "AnswerLost";
}

/** The token service gave no token: the request was not made. */
export class TokenAway extends Error {
  override readonly name = "TokenAway";
}
