import type { TokenSource } from "./api-client.ts";

const minute = 60_000;

/** Keeps a bearer token until five minutes before it expires; several askers at once share one request. */
export interface TokenKeeper extends TokenSource {
  /** When the token last handed out expires, in epoch milliseconds; `null` before the first one, or where it doesn't say. */
  readonly expiresAt: () => number | null;
}

export function keepToken(fetchToken: () => Promise<string>, now: () => number = Date.now): TokenKeeper {
  let kept: { readonly token: string; readonly expiresAt: number | null } | null = null;
  let asking: Promise<string> | null = null;

  const ask = async (): Promise<string> => {
    const token = await fetchToken();
    kept = { token, expiresAt: expiryOf(token) };
    return token;
  };
  const renewed = (): Promise<string> => {
    asking ??= ask().finally(() => {
      asking = null;
    });
    return asking;
  };
  const isFresh = () => kept?.expiresAt != null && kept.expiresAt - now() > 5 * minute;
  return {
    current: async () => (kept && isFresh() ? kept.token : renewed()),
    renewed,
    expiresAt: () => kept?.expiresAt ?? null,
  };
}

/** The moment in a token's `exp`, in epoch milliseconds, or `null`. The tab trusts it for nothing but timing. */
function expiryOf(token: string): number | null {
  try {
    const payload = (token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/");
    const { exp } = JSON.parse(atob(payload)) as { exp?: unknown };
    return typeof exp === "number" ? exp * 1000 : null;
  } catch {
    return null;
  }
}
