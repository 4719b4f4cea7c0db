import { expect, it } from "vitest";
import { homeMessages } from "../../shared/content/tab-messages.ts";
import type { MemberView } from "../../shared/contract/people.ts";
import { partnerTimes } from "./partner-times.ts";

const say = homeMessages("en-GB");
const ana = { locale: "en-GB", timeZone: "Europe/London" };
const ben: MemberView = { id: "b", name: "Ben", voice: "voice-2", timeZone: "Asia/Kolkata" };
const chidi: MemberView = { id: "c", name: "Chidi", voice: "voice-3", timeZone: "Europe/Lisbon" };

it("tells the partner's time where the clocks differ, in the reader's language", () => {
  expect(partnerTimes("2026-11-26T10:00:00Z", [ben], ana, say)).toEqual(["15:30 for Ben"]);
});

it("tells the day too where it is another day there", () => {
  expect(partnerTimes("2026-11-26T20:00:00Z", [ben], ana, say)).toEqual(["Fri 27 Nov, 01:30 for Ben"]);
});

it("leaves out a partner whose clock shows the same", () => {
  expect(partnerTimes("2026-11-26T10:00:00Z", [ben, chidi], ana, say)).toEqual(["15:30 for Ben"]);
});
