import { MessengerAway } from "../../ports/messenger.ts";
import { TokenAway } from "./credentials.ts";

/** The channel is too busy, or we keep our pace, for so long; nothing was delivered. */
export class ChannelBusy extends MessengerAway {
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super(`The channel asks for ${retryAfterSeconds} seconds of patience.`, { isSure: true });
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** What a failed call to the channel means. */
export type ChannelProblem =
  | { readonly kind: "away"; readonly error: MessengerAway }
  | { readonly kind: "unreachable-person" }
  | { readonly kind: "gone" }
  | { readonly kind: "unknown" };

const tryAgain: ReadonlySet<number> = new Set([408, 412, 425, 429]);

/** With these the channel says that it took nothing. */
const refusedOutright: ReadonlySet<number> = new Set([412, 425, 429]);

/** The line never stood, so nothing was sent. */
const neverSent: ReadonlySet<unknown> = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"]);

/** Reads the channel's answer: try again, the person blocked or never had the bot, the chat or message is gone, or a mistake of ours. */
export function channelProblem(problem: unknown): ChannelProblem {
  if (problem instanceof MessengerAway) return { kind: "away", error: problem };
  if (problem instanceof TokenAway) return away(problem, true);
  if (!isAnswer(problem)) return { kind: "unknown" };
  const { statusCode } = problem;
  if (statusCode === undefined)
    return problem.name === "RestError" || problem.name === "AbortError"
      ? away(problem, neverSent.has(problem.code))
      : { kind: "unknown" };
  const wait = Number(problem.response?.headers?.get?.("retry-after"));
  if (refusedOutright.has(statusCode) && wait > 0) return { kind: "away", error: new ChannelBusy(wait) };
  if (tryAgain.has(statusCode) || statusCode >= 500) return away(problem, refusedOutright.has(statusCode));
  if (statusCode === 403) return { kind: "unreachable-person" };
  return { kind: statusCode === 404 ? "gone" : "unknown" };
}

interface Answer {
  readonly name: string;
  /** What the system says of the line. */
  readonly code?: string;
  readonly statusCode?: number;
  readonly response?: { readonly headers?: { readonly get?: (name: string) => string | undefined } };
}

const isAnswer = (problem: unknown): problem is Error & Answer => problem instanceof Error;

const away = (cause: Error, isSure: boolean): ChannelProblem => ({
  kind: "away",
  error: new MessengerAway("The channel can't be reached.", { cause, isSure }),
});
