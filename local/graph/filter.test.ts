import { describe, expect, it } from "vitest";
import { readFilter } from "./filter.ts";

const ana = { givenName: "Ana", mail: "ana@northlight.example", start: { dateTime: "2026-11-24T10:00:00.0000000" } };
const holds = (text: string) => readFilter(text, ["givenName", "mail", "start/dateTime"])(ana);

describe("$filter", () => {
  it.each([
    ["mail eq 'ANA@northlight.example'", true],
    ["givenName ne 'Ana'", false],
    ["startswith(givenName,'an')", true],
    ["givenName in ('Ben', 'Ana')", true],
    ["givenName in ('Ben', 'Chidi')", false],
    ["start/dateTime ge '2026-11-24T00:00' and start/dateTime lt '2026-11-25T00:00'", true],
    ["givenName eq 'Ben' or (givenName eq 'Ana' and not contains(mail,'south'))", true],
    ["givenName eq 'O''Ana'", false],
  ])("answers %s with %s", (text, expected) => {
    expect(holds(text)).toBe(expected);
  });

  it.each([
    "givenName",
    "givenName eq",
    "givenName eq 'Ana' and",
    "(givenName eq 'Ana'",
    "surname eq 'Moreau'",
    "'Ana' eq givenName",
  ])("refuses %s", (text) => {
    expect(() => holds(text)).toThrow(/filter/i);
  });
});
