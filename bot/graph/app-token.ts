import * as oidc from "openid-client";
import type { Log } from "../log.ts";
import type { TokenSource } from "./middleware/authentication.ts";
import { TokenAway } from "./middleware/call.ts";
import { codeOf, type HeldToken, heldFrom, openTokenService, type TokenServiceOptions } from "./token-service.ts";

/** Who we are to the token service, and for what the token is. */
export interface AppTokenOptions extends TokenServiceOptions {
  /** "https://graph.microsoft.com/.default" unless given. */
  readonly scope?: string;
  readonly log: Log;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

const graphScope = "https://graph.microsoft.com/.default";

/** The application's own token by client credentials: kept until shortly before its end, fetched once however many ask at the time. */
export function openAppToken(options: AppTokenOptions): TokenSource {
  const service = openTokenService(options);
  let held: HeldToken | null = null;
  let fetching: Promise<HeldToken> | null = null;

  async function fetchToken(): Promise<HeldToken> {
    try {
      const answer = await oidc.clientCredentialsGrant(await service.configuration(), {
        scope: options.scope ?? graphScope,
      });
      return heldFrom(answer, options.now());
    } catch (cause) {
      options.log.error(
        { room: "graph", operation: "app-token", code: codeOf(cause), err: cause },
        "The token service gave no token.",
      );
      throw new TokenAway("The token service gave no token.", { cause });
    }
  }

  return {
    isPerPerson: false,
    async token({ refused }) {
      if (held && held.value !== refused && options.now() < held.freshUntil) return held.value;
      fetching ??= fetchToken().finally(() => {
        fetching = null;
      });
      held = await fetching;
      return held.value;
    },
  };
}
