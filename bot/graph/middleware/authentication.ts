import type { Middleware } from "@microsoft/microsoft-graph-client";
import { link, setHeader, signalOf, whileAllowed } from "./link.ts";

/** Where access tokens come from. */
export interface TokenSource {
  /**
   * A token that is good for a while yet.
   * @param refused - a token that Graph would not take: another one is wanted.
   * @throws TokenAway when the token service gives none.
   */
  readonly token: (refused?: string) => Promise<string>;
}

/** Signs each request with a token, and once more with a fresh one when Graph refuses the first. */
export function authentication(source: TokenSource): Middleware {
  return link(async (context, next) => {
    const token = await whileAllowed(source.token(), signalOf(context));
    setHeader(context, "authorization", `Bearer ${token}`);
    await next(context);
    if (context.response?.status !== 401) return;
    const fresh = await whileAllowed(source.token(token), signalOf(context));
    setHeader(context, "authorization", `Bearer ${fresh}`);
    await next(context);
  });
}
