import { DrizzleQueryError } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { bare, isAway, isOvertaken, Overtaken } from "./faults.ts";

const withCode = (code: string) => Object.assign(new Error("said the driver"), { code });

describe("the database's faults", () => {
  it.each(["08006", "53300", "57P01", "57P03", "57014", "25P03", "55P03", "ECONNREFUSED", "ECONNRESET"])(
    "%s means that it is away",
    (code) => expect(isAway(withCode(code))).toBe(true),
  );

  it.each(["Connection terminated unexpectedly", "timeout exceeded when trying to connect"])(
    "so does “%s”",
    (message) => expect(isAway(new Error(message))).toBe(true),
  );

  it.each(["42501", "23505", "22P02", "28P01", "42P01"])("%s means that it refused", (code) => {
    expect(isAway(withCode(code))).toBe(false);
    expect(isOvertaken(withCode(code))).toBe(false);
  });

  it("our own mistakes are neither", () => {
    expect([isAway(new Error("a mistake")), isOvertaken(new TypeError("another")), isAway("thrown text")]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it.each([withCode("40001"), withCode("40P01"), new Overtaken("moved on")])(
    "%s may win when it is done again",
    (error) => expect(isOvertaken(error)).toBe(true),
  );

  it("come without the query's values", () => {
    const cause = withCode("23505");
    expect(bare(new DrizzleQueryError("insert …", ["private"], cause))).toBe(cause);
    expect(bare(cause)).toBe(cause);
  });
});
