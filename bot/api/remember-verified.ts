import { createHash } from "node:crypto";
import type { Verify } from "./routes.ts";
import type { Caller } from "./verify-token.ts";

/** How many tokens are remembered at most, and how long, in milliseconds: so long may a key that the sign-in withdrew still count. */
const bounds = { tokens: 20_000, age: 300_000 } as const;

/**
 * Verifies a token once and remembers for a while whom it speaks for, as a panel sends the same one with every tap. What was turned away is never
 * remembered, nor any token beyond its end, and no token is kept itself.
 */
export function rememberVerified(verify: Verify, now: () => number = Date.now): Verify {
  const known = new Map<string, { readonly caller: Caller; readonly until: number }>();
  return async (authorization) => {
    const key = createHash("sha256")
      .update(authorization ?? "")
      .digest("base64");
    const remembered = known.get(key);
    if (remembered && now() < remembered.until) return remembered.caller;
    known.delete(key);
    const caller = await verify(authorization);
    const [oldest] = known.keys();
    if (known.size >= bounds.tokens && oldest !== undefined) known.delete(oldest);
    known.set(key, { caller, until: Math.min(caller.expiresAt, now() + bounds.age) });
    return caller;
  };
}
