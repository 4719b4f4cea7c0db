import type { Context, MiddlewareOptions } from "@microsoft/microsoft-graph-client";

/** What may happen when a call's answer is lost. "read" and "idempotent" calls are made again; a "once" call is not. */
export type Repeatability = "read" | "idempotent" | "once";

/** One request as its caller sees it, however often it is tried. It travels with the request through every middleware. */
export class Call implements MiddlewareOptions {
  /** What is done, for the log: a fixed name, never an address. */
  readonly operation: string;
  readonly repeatability: Repeatability;
  /** When the caller gives up, on `performance.now`'s clock. */
  readonly deadline: number;
  attempts = 0;

  constructor(operation: string, repeatability: Repeatability, deadline: number) {
    this.operation = operation;
    this.repeatability = repeatability;
    this.deadline = deadline;
  }
}

/** The call that a request belongs to. Every request of ours has one; a missing one is a bug. */
export function callOf(context: Context): Call {
  const call = context.middlewareControl?.getMiddlewareOptions(Call);
  if (call instanceof Call) return call;
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
