import * as oidc from "openid-client";
import { z } from "zod";
import type { Log } from "../log.ts";
import { CalendarAway } from "../ports/calendar.ts";
import type { Connections } from "../ports/connections.ts";
import { delegatedScope } from "./delegated-scopes.ts";
import type { DelegatedTokens } from "./delegated-token.ts";
import { codeOf, openTokenService, type TokenServiceOptions } from "./token-service.ts";

export interface ConnectionsOptions extends TokenServiceOptions {
  /** Where people's tokens are kept; `null` where the application has leave to every calendar. */
  readonly tokens: Pick<DelegatedTokens, "renewed"> | null;
  readonly log: Log;
}

const onBehalfOf = "urn:ietf:params:oauth:grant-type:jwt-bearer";

/** People's leave to their calendars, got by the token that their tab shows. */
export function openConnections(options: ConnectionsOptions): Connections {
  const service = openTokenService(options);
  return {
    areNeeded: options.tokens !== null,
    renewed: (person) => options.tokens?.renewed(person),
    async connect(tabToken) {
      try {
        const answer = await oidc.genericGrantRequest(await service.configuration(), onBehalfOf, {
          assertion: tabToken,
          requested_token_use: "on_behalf_of",
          scope: delegatedScope,
        });
        // Without a refresh token the leave would end within the hour: the person has to allow that as well.
        return answer.refresh_token ? { refreshToken: answer.refresh_token } : "consent-needed";
      } catch (cause) {
        if (needsPerson(cause)) return "consent-needed";
        options.log.warn(
          { room: "graph", operation: "connect-calendar", code: codeOf(cause), err: cause },
          "The token service gave no lasting leave.",
        );
        throw new CalendarAway("The sign-in service gave no lasting leave.", { cause });
      }
    },
  };
}

const words: ReadonlySet<string> = new Set(["consent_required", "interaction_required"]);

const refusal = z.object({ suberror: z.string().optional() }).catch({});

/** Whether a page, and the person on it, would settle it. */
function needsPerson(error: unknown): boolean {
  if (!(error instanceof oidc.ResponseBodyError)) return false;
  return words.has(error.error) || words.has(refusal.parse(error.cause).suberror ?? "");
}
