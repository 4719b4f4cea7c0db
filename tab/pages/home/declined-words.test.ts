import { expect, it } from "vitest";
import { checkInMessages } from "../../../shared/content/tab-messages.ts";
import type { MemberView } from "../../../shared/contract/people.ts";
import { declinedWords } from "./declined-words.ts";

const say = checkInMessages("en-GB");
const ana: MemberView = { id: "a", name: "Ana", voice: "voice-1", timeZone: "Europe/London" };
const ben: MemberView = { id: "b", name: "Ben", voice: "voice-2", timeZone: "Europe/London" };
const chidi: MemberView = { id: "c", name: "Chidi", voice: "voice-3", timeZone: "Europe/London" };
const when = "Thursday at 10:00";
const words = (declined: readonly string[], me: string, members = [ana, ben]) =>
  Object.values(declinedWords(declined, members, me, when, say));

it("[TAB-5] tells Ana that Ben declined, and that the event stands in Ana's calendar", () => {
  expect(words(["b"], "a")).toEqual([
    "Ben declined in Outlook",
    "Thursday at 10:00: the event still stands in your calendar.",
  ]);
});

it("[TAB-5] tells Ben the same from the other side", () => {
  expect(words(["b"], "b")).toEqual([
    "You declined in Outlook",
    "Thursday at 10:00: the event still stands in Ana’s calendar.",
  ]);
});

it("[TAB-5] names everyone in a trio in whose calendar it stands", () => {
  expect(words(["b"], "a", [ana, ben, chidi])[1]).toBe(
    "Thursday at 10:00: the event still stands in Ana’s and Chidi’s calendars.",
  );
});

it("[TAB-5] says so where everyone declined, and where nobody did", () => {
  expect(words(["a", "b"], "a")).toEqual([
    "Ana and Ben declined in Outlook",
    "Thursday at 10:00: the event itself still stands in Outlook.",
  ]);
  expect(words([], "a")[0]).toBe(when);
});
