import type { Context, Middleware } from "@microsoft/microsoft-graph-client";
import type { PersonId } from "../../../shared/domain/person.ts";
import { NotConnected } from "../../ports/calendar.ts";
import { callIn } from "./call.ts";
import { link, setHeader, signalOf, urlOf, whileAllowed } from "./link.ts";
import { personIn } from "./mailbox.ts";

/** Whose token is wanted, and which one Graph would not take: then another one is wanted. */
export interface TokenWish {
  readonly mailbox: PersonId | null;
  readonly refused?: string;
}

/** Where access tokens come from. */
export interface TokenSource {
  /** Whether everybody has a token of their own, so that no request can serve several people. */
  readonly isPerPerson: boolean;
  /**
   * A token that is good for a while yet.
   * @throws TokenAway when the token service gives none, NotConnected when only that person can mend it.
   */
  readonly token: (wish: TokenWish) => Promise<string>;
  /** Somebody whose token is at hand, for what anybody may ask; `null` where nobody's is, or where all share one. */
  readonly atHand?: () => PersonId | null;
}

/** Signs each request with the token for its mailbox, and once more with a fresh one when Graph refuses the first. */
export function authentication(source: TokenSource): Middleware {
  return link(async (context, next) => {
    const mailbox = callIn(context)?.details.as ?? personIn(urlOf(context))?.person ?? null;
    const token = await wanted(context, source, { mailbox });
    setHeader(context, "authorization", `Bearer ${token}`);
    await next(context);
    if (context.response?.status !== 401) return;
    const fresh = await wanted(context, source, { mailbox, refused: token });
    setHeader(context, "authorization", `Bearer ${fresh}`);
    await next(context);
  });
}

async function wanted(context: Context, source: TokenSource, wish: TokenWish): Promise<string> {
  try {
    return await whileAllowed(source.token(wish), signalOf(context));
  } catch (error) {
    const call = callIn(context);
    if (call && error instanceof NotConnected) call.notConnected = error;
    throw error;
  }
}
