import { createHash, randomBytes } from "node:crypto";

/** What a person agreed to at the authorize step, kept until the application redeems its code. */
export interface CodeGrant {
  readonly oid: string;
  readonly clientId: string;
  readonly redirectUri: string;
  /** PKCE challenge, method S256. */
  readonly challenge: string;
  readonly scope: string;
  readonly nonce: string | undefined;
}

const lifetimeMs = 60_000;

/** Authorization codes: each works once, for a minute. */
export class AuthorizationCodes {
  readonly #open = new Map<string, { grant: CodeGrant; expiresAt: number }>();

  issue(grant: CodeGrant, now = Date.now()): string {
    for (const [code, { expiresAt }] of this.#open) if (expiresAt <= now) this.#open.delete(code);
    const code = randomBytes(32).toString("base64url");
    this.#open.set(code, { grant, expiresAt: now + lifetimeMs });
    return code;
  }

  /** The grant behind a code, which is spent by asking; undefined when unknown, spent or too old. */
  redeem(code: string, now = Date.now()): CodeGrant | undefined {
    const open = this.#open.get(code);
    this.#open.delete(code);
    return open && open.expiresAt > now ? open.grant : undefined;
  }
}

/** Says whether the verifier is the secret behind the PKCE challenge. */
export const isVerifierOf = (challenge: string, verifier: string): boolean =>
  createHash("sha256").update(verifier).digest("base64url") === challenge;
