import { expect, it } from "vitest";
import { checkInMessages } from "../../../shared/content/tab-messages.ts";
import type { MemberView } from "../../../shared/contract/people.ts";
import { answeredWords } from "./answered-words.ts";

const say = checkInMessages("en-GB");
const members: readonly MemberView[] = [
  { id: "a", name: "Ana", voice: "voice-1", timeZone: "Europe/London" },
  { id: "b", name: "Ben", voice: "voice-2", timeZone: "Asia/Kolkata" },
];
const words = (status: "held" | "missed", settledBy: string | null) =>
  answeredWords({ status, settledBy }, members, "a", "Thursday", say);

it("[TAB-8] says who said that the pair met, and tells nobody what that person said oneself", () => {
  expect(words("held", "b")).toBe("Ben said that you met on Thursday.");
  expect(words("held", "a")).toBeNull();
  expect(words("held", null)).toBeNull();
});

it("[TAB-8] says who said that the pair didn't meet, to everyone, as it may still be put right", () => {
  expect(words("missed", "b")).toBe("Ben said that you didn’t meet on Thursday.");
  expect(words("missed", "a")).toBe("You said that you didn’t meet on Thursday.");
});
