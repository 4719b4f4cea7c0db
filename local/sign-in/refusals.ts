import { randomUUID } from "node:crypto";
import type { FastifyReply } from "fastify";
import { localApp } from "../identities.ts";

/** Why the token endpoint refuses: OAuth's word, Entra's number and sentence, and what a client may tell apart by. */
export interface Refusal {
  readonly status: 400 | 401;
  readonly error: string;
  readonly code: number;
  readonly sentence: string;
  readonly suberror?: string;
}

const grant = (code: number, sentence: string, suberror?: string): Refusal => ({
  status: 400,
  error: "invalid_grant",
  code,
  sentence,
  ...(suberror === undefined ? {} : { suberror }),
});

/** The refusals that Entra documents for these grants, in sentences of our own. */
export const refusals = {
  wrongSecret: {
    status: 401,
    error: "invalid_client",
    code: 7000215,
    sentence: "Invalid client secret provided, or no application with this client_id is registered here.",
  },
  noSecret: {
    status: 401,
    error: "invalid_client",
    code: 7000218,
    sentence: "The request body must contain client_assertion or client_secret.",
  },
  wrongScope: {
    status: 400,
    error: "invalid_scope",
    code: 70011,
    sentence: "The value of scope isn't valid: it names something unknown, nothing, or two applications at once.",
  },
  missingField: {
    status: 400,
    error: "invalid_request",
    code: 90014,
    sentence: "A required field is missing from the request.",
  },
  unsupportedGrant: {
    status: 400,
    error: "unsupported_grant_type",
    code: 70003,
    sentence: "This grant_type isn't offered.",
  },
  consentRequired: grant(
    65001,
    `The user or administrator has not consented to use the application with ID '${localApp.clientId}' named 'Counterpoint'. Send an interactive authorization request for this user and resource.`,
    "consent_required",
  ),
  badAssertion: grant(50013, "The assertion failed signature validation, or another tenant issued it."),
  assertionForAnother: grant(500131, "The assertion's audience isn't the application that presents it."),
  assertionExpired: grant(500133, "The assertion isn't within its valid time range."),
  badRefreshToken: grant(70000, "The provided value for refresh_token isn't valid.", "bad_token"),
  refreshTokenExpired: grant(700082, "The refresh token has expired due to inactivity.", "token_expired"),
  refreshTokenRevoked: grant(
    50173,
    "The provided grant has expired due to it being revoked, and a fresh sign-in is needed.",
    "bad_token",
  ),
  badCode: grant(70008, "The code is unknown, spent, too old or meant for another redirect_uri."),
  badVerifier: grant(501481, "The code_verifier doesn't match the code_challenge."),
} as const satisfies Readonly<Record<string, Refusal>>;

/** Answers as Entra's token endpoint does when it refuses. */
export function refuse(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const timestamp = `${new Date().toISOString().slice(0, 19).replace("T", " ")}Z`;
  const [trace, correlation] = [randomUUID(), randomUUID()];
  const about = `Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`;
  return reply.code(refusal.status).send({
    error: refusal.error,
    error_description: `AADSTS${refusal.code}: ${refusal.sentence} ${about}`,
    error_codes: [refusal.code],
    timestamp,
    trace_id: trace,
    correlation_id: correlation,
    ...(refusal.suberror === undefined ? {} : { suberror: refusal.suberror }),
  });
}
