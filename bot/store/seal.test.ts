import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type Belonging, makeKey, open, SealBroken, seal } from "./seal.ts";

const key = makeKey("k1");
const belonging: Belonging = ["tenant", "pair", "row", "ana", "goal"];
const words = Buffer.from("a goal of Ana’s, naïve café ☕");

describe("sealed words", () => {
  it("[SEAL-2] open with their key, in their place", () => {
    expect(open([makeKey("k2"), key], seal(key, words, belonging), belonging)).toEqual(words);
    expect(open([key], seal(key, Buffer.alloc(0), belonging), belonging)).toHaveLength(0);
  });

  it("never look the same twice, nor like what they say", () => {
    const [once, twice] = [seal(key, words, belonging), seal(key, words, belonging)];
    expect(once.equals(twice)).toBe(false);
    expect(once.includes(words)).toBe(false);
  });

  it.each(belonging.map((_, at) => at))("[SEAL-2] don't open when part %i of where they belong differs", (at) => {
    const elsewhere = belonging.with(at, "other") as unknown as Belonging;
    expect(() => open([key], seal(key, words, belonging), elsewhere)).toThrow(SealBroken);
  });

  it("[SEAL-2] don't open where the same letters are cut otherwise", () => {
    const sealed = seal(key, words, ["ab", "c", "row", "ana", "goal"]);
    expect(() => open([key], sealed, ["a", "bc", "row", "ana", "goal"])).toThrow(SealBroken);
  });

  it("don't open when any byte of them changed or the end is missing", () => {
    const sealed = seal(key, words, belonging);
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8((sealed.readUInt8(at) + 1) % 256, at);
      expect(() => open([key], changed, belonging), `byte ${at}`).toThrow(SealBroken);
      expect(() => open([key], sealed.subarray(0, at), belonging), `cut at ${at}`).toThrow(SealBroken);
    }
  });

  it("say which key they want, and take no other of that name", () => {
    const sealed = seal(key, words, belonging);
    expect(() => open([makeKey("k2")], sealed, belonging)).toThrow('No key named "k1"');
    expect(() => open([makeKey("k1")], sealed, belonging)).toThrow("belong elsewhere");
  });

  it("need a key of 32 bytes", () => {
    expect(() => seal({ id: "short", key: randomBytes(16) }, words, belonging)).toThrow(RangeError);
  });
});
