import { describe, expect, it, vi } from "vitest";
import { rememberVerified } from "./remember-verified.ts";
import { BadToken, type Caller } from "./verify-token.ts";

const start = Date.parse("2026-11-23T12:00:00Z");
const ana: Caller = { tenantId: "t", personId: "ana", expiresAt: start + 3_600_000 };

function gate(caller: Caller = ana) {
  let now = start;
  const verify = vi.fn(async (authorization: string | undefined) => {
    if (authorization !== "Bearer good") throw new BadToken("forged");
    return caller;
  });
  return { verify, ask: rememberVerified(verify, () => now), pass: (ms: number) => void (now += ms) };
}

describe("a token that was verified", () => {
  it("is not verified again for five minutes", async () => {
    const { verify, ask, pass } = gate();
    await ask("Bearer good");
    pass(299_999);
    expect(await ask("Bearer good")).toEqual(ana);
    expect(verify).toHaveBeenCalledTimes(1);
    pass(1);
    await ask("Bearer good");
    expect(verify).toHaveBeenCalledTimes(2);
  });

  it("is never remembered beyond its end", async () => {
    const { verify, ask, pass } = gate({ ...ana, expiresAt: start + 1_000 });
    await ask("Bearer good");
    pass(1_000);
    await ask("Bearer good");
    expect(verify).toHaveBeenCalledTimes(2);
  });

  it("opens nothing to another token, and one that was turned away is turned away again", async () => {
    const { verify, ask } = gate();
    await ask("Bearer good");
    for (const token of ["Bearer bad", "Bearer bad", undefined]) await expect(ask(token)).rejects.toThrow(BadToken);
    expect(verify).toHaveBeenCalledTimes(4);
  });
});
