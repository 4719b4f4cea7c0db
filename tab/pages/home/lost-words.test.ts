import { expect, it } from "vitest";
import { homeMessages } from "../../../shared/content/tab-messages.ts";
import type { MemberView } from "../../../shared/contract/people.ts";
import { lostWords } from "./lost-words.ts";

const say = homeMessages("en-GB");
const members: readonly MemberView[] = [
  { id: "a", name: "Ana", voice: "voice-1", timeZone: "Europe/London" },
  { id: "b", name: "Ben", voice: "voice-2", timeZone: "Asia/Kolkata" },
  { id: "c", name: "Chidi", voice: "voice-3", timeZone: "Europe/London" },
];

it("[TAB-9] says that something came first, and to ask again", () => {
  expect(lostWords({ lostBecause: "taken", booker: "a" }, members, say)).toMatch(
    /^Something else came into a calendar first.*Ask for times again\.$/,
  );
});

it("[TAB-9] says whose calendar Outlook wouldn't write to, and who could take a time instead", () => {
  expect(lostWords({ lostBecause: "refused", booker: "a" }, members.slice(0, 2), say)).toContain(
    "from Ana’s calendar, and nothing was booked. If Ben takes a time instead",
  );
  expect(lostWords({ lostBecause: "refused", booker: "b" }, members, say)).toContain("If Ana and Chidi take a time");
});

it("[TAB-9] says no more than it knows", () => {
  expect(lostWords({ lostBecause: null, booker: "a" }, members, say)).toMatch(/^That time didn’t reach/);
});
