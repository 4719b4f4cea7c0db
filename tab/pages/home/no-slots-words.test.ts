import { describe, expect, it } from "vitest";
import { checkInMessages } from "../../../shared/content/tab-messages.ts";
import type { NoSlotsView } from "../../../shared/contract/check-ins.ts";
import type { MemberView } from "../../../shared/contract/people.ts";
import { usualWay, waysOut, whyNot } from "./no-slots-words.ts";

const say = checkInMessages("en-GB");
const ana = { id: "a", locale: "en-GB", timeZone: "Europe/London" };
const ben = { id: "b", locale: "en-GB", timeZone: "Asia/Kolkata" };
const members: readonly MemberView[] = [
  { id: "a", name: "Ana", voice: "voice-1", timeZone: "Europe/London" },
  { id: "b", name: "Ben", voice: "voice-2", timeZone: "Asia/Kolkata" },
];
const none = (reason: NoSlotsView["reason"], over: Partial<NoSlotsView> = {}): NoSlotsView => ({
  reason,
  unreadable: [],
  openings: [],
  ...over,
});
const why = (noSlots: NoSlotsView, reader = ana) => whyNot(noSlots, {}, [...members], reader, say);
const again = { kind: "same-person-again", person: "a" } as const;

describe("[TAB-7] why there is no time", () => {
  it("is said for every reason", () => {
    expect(why(none("no-hour-in-common"))).toBe("Your working days share no hour in the coming weeks.");
    expect(why(none("all-common-hours-taken"))).toBe("Every hour you share is taken in the coming weeks.");
    expect(whyNot(none("all-common-hours-taken"), { around: "2026-12-14" }, [...members], ana, say)).toBe(
      "Every hour you share is taken around that day.",
    );
    expect(why(none("only-the-same-person-again"))).toContain("the same person’s day");
    expect(why(none("calendar-unreadable"))).toMatch(/^A calendar can’t be read/);
  });

  it("names whose calendar can't be read, and whose day it would be", () => {
    expect(why(none("calendar-unreadable", { unreadable: ["b"] }))).toMatch(/^Ben’s calendar can’t be read/);
    expect(why(none("calendar-unreadable", { unreadable: ["a", "b"] }))).toMatch(/^Ana’s and Ben’s calendars can’t/);
    expect(why(none("only-the-same-person-again", { openings: [again] }))).toContain("stretch your day again");
    expect(why(none("only-the-same-person-again", { openings: [again] }), ben)).toContain("stretch Ana’s day again");
  });

  it("comes with what to do where nothing is known that would open one", () => {
    expect(usualWay(none("no-hour-in-common"), say)).toMatch(/^Free an hour in Outlook/);
    expect(usualWay(none("calendar-unreadable"), say)).toMatch(/^Look again in a while/);
    expect(usualWay(none("all-common-hours-taken", { openings: [again] }), say)).toBeNull();
  });
});

describe("[TAB-7] what would open a time", () => {
  const openings: NoSlotsView["openings"] = [
    { kind: "shorter", minutes: 30 },
    { kind: "later", from: "2026-12-13T20:00:00Z" },
    again,
  ];
  const ways = (reader = ana) =>
    waysOut(none("all-common-hours-taken", { openings }), { move: true, others: true }, [...members], reader, say);

  it("is one tap each, and asks for the same as before but for one thing", () => {
    expect(ways().map(({ wanted }) => wanted)).toEqual([
      { move: true, minutes: 30 },
      { move: true, around: "2026-12-13" },
      { move: true, evenAgain: true },
    ]);
  });

  it("is told on the reader's own calendar, and says plainly whose day it is", () => {
    expect(ways().map(({ label }) => label)).toEqual([
      "A shorter one: 30 minutes",
      "Later: from Sun 13 Dec",
      "Your day again",
    ]);
    expect(
      ways(ben)
        .map(({ label }) => label)
        .slice(1),
    ).toEqual(["Later: from Mon 14 Dec", "Ana’s day again"]);
    expect(ways(ben)[1]?.wanted.around).toBe("2026-12-14");
    expect(ways(ben)[2]?.sentence).toContain("Only Ana can choose one.");
  });
});
