import { describe, expect, it } from "vitest";
import { languageOf } from "../../../shared/content/intents.ts";
import { findLength } from "./find-length.ts";

const { lengths } = languageOf("en");
const minutes = (text: string) => findLength(text, lengths, "minutes")?.minutes ?? null;

describe("a length named in words", () => {
  it.each([
    ["make it 45 minutes", 45],
    ["Make our check-in 90 mins, please", 90],
    ["change it to 1.5 hours", 90],
    ["set the length to 1,5 hours", 90],
    ["a 30-minute check-in", 30],
    ["make it half an hour", 30],
    ["make it an hour", 60],
    ["make it an hour and a half", 90],
    ["shorten it to three quarters of an hour", 45],
    ["make it 0 minutes", 0],
    ["make it -15 minutes", -15],
    ["make it 7 hours", 420],
  ])("%s is %i minutes", (text, expected) => {
    expect(minutes(text)).toBe(expected);
  });

  it.each([
    "do we meet in 20 minutes?",
    "reserve an hour for us",
    "not met in the last 3 hours",
    "book session 4",
    "45",
  ])("is not read into: %s", (text) => {
    expect(minutes(text)).toBeNull();
  });

  it("leaves the rest of the words, with a stand-in for the length", () => {
    expect(findLength("make it 45 minutes on Friday", lengths, "minutes")?.rest).toBe("make it minutes on Friday");
  });
});
