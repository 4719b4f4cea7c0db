import { describe, expect, it, vi } from "vitest";
import { keepToken } from "./token-keeper.ts";

const start = Date.parse("2026-11-23T12:00:00Z");
const minute = 60_000;
const tokenUntil = (at: number) => `x.${btoa(JSON.stringify({ exp: at / 1000 }))}.y`;

describe("keeping a token", () => {
  it("hands out the same token until five minutes before it expires", async () => {
    let now = start;
    const fetchToken = vi.fn(async () => tokenUntil(now + 60 * minute));
    const keeper = keepToken(fetchToken, () => now);
    expect(keeper.expiresAt()).toBeNull();
    const first = await keeper.current();
    expect(keeper.expiresAt()).toBe(start + 60 * minute);
    now = start + 54 * minute;
    expect(await keeper.current()).toBe(first);
    now = start + 55 * minute;
    expect(await keeper.current()).not.toBe(first);
    expect(fetchToken).toHaveBeenCalledTimes(2);
  });

  it("asks once for several who ask at the same time", async () => {
    const fetchToken = vi.fn(async () => tokenUntil(start + 60 * minute));
    const keeper = keepToken(fetchToken, () => start);
    await Promise.all([keeper.current(), keeper.current(), keeper.renewed()]);
    expect(fetchToken).toHaveBeenCalledTimes(1);
  });

  it("asks again after a failure, and for a token that doesn't say when it ends", async () => {
    const fetchToken = vi.fn(async () => "opaque").mockRejectedValueOnce(new Error("CancelledByUser"));
    const keeper = keepToken(fetchToken, () => start);
    await expect(keeper.current()).rejects.toThrow("CancelledByUser");
    expect(await keeper.current()).toBe("opaque");
    await keeper.current();
    expect(fetchToken).toHaveBeenCalledTimes(3);
  });
});
