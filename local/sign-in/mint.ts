import type { OAuth2Issuer } from "oauth2-mock-server";
import type { Claims } from "./claims.ts";

/**
 * Signs a token with the ring's key.
 *
 * @param expiresIn - seconds from now; negative makes a token that has already expired.
 * @param claims - laid over `iss`, `iat`, `nbf` and `exp`, so a caller may bend those as well. An undefined value removes the claim.
 * @param kid - what the header claims the key to be, when that should differ from the truth.
 */
export function mint(ring: OAuth2Issuer, expiresIn: number, claims: Claims, kid?: string): Promise<string> {
  return ring.buildToken({
    expiresIn,
    scopesOrTransform: (header, payload) => {
      Object.assign(payload, claims);
      if (expiresIn < 0 && claims.nbf === undefined) payload.nbf = payload.exp - 60;
      if (kid !== undefined) header.kid = kid;
    },
  });
}
