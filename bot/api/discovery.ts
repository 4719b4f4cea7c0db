import { z } from "zod";

/** The sign-in service can't be asked just now. */
export class SignInAway extends Error {
  override readonly name = "SignInAway";
}

const document = z.object({ jwks_uri: z.url(), authorization_endpoint: z.url() });
export type Discovery = z.infer<typeof document>;

/**
 * What an issuer publishes about itself, read at first use and kept; read again after a failure.
 * @throws SignInAway
 */
export function discoveryOf(issuer: string): () => Promise<Discovery> {
  let found: Promise<Discovery> | undefined;
  const find = async () => {
    const answer = await fetch(`${issuer}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(5_000) });
    if (!answer.ok) throw new Error(`The discovery document answered ${answer.status}.`);
    return document.parse(await answer.json());
  };
  return () => {
    found ??= find().catch((problem: unknown) => {
      found = undefined;
      throw new SignInAway("The sign-in service can't be reached.", { cause: problem });
    });
    return found;
  };
}

/** Where people are sent to consent: Entra's authorize endpoint. @throws SignInAway when asked. */
export function authorizeUrlOf(issuer: string): () => Promise<string> {
  const discovery = discoveryOf(issuer);
  return async () => (await discovery()).authorization_endpoint;
}
