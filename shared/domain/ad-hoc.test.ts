import { describe, expect, it } from "vitest";
import { heldNow, nearHours, onTheSpot, placesAhead } from "./ad-hoc.ts";
import { chooseSlot, offerSlots } from "./booking.ts";
import type { CheckIn } from "./check-in.ts";
import { asked, booked, later, monday, slot } from "./check-in-fixture.ts";
import { nextToBook } from "./turn.ts";

const pair = { members: ["ana", "ben"] };
const at = (text: string) => Date.parse(text);
const held = (number: number, opener: string): CheckIn => ({
  ...booked,
  id: `h${number}`,
  number,
  opener,
  status: "held",
});
/** Ana and Ben have met twice, and booked the third time for Thursday. */
const history = [held(1, "ana"), held(2, "ben"), { ...booked, opener: "ana" }];
const wish: CheckIn = { ...asked, id: "now", number: 3, opener: "ana", offered: [] };

describe("the check-in that is held by meeting now", () => {
  it.each([
    ["as it begins", "2026-11-26T10:00:00Z", true],
    ["the evening before", "2026-11-25T22:00:00Z", true],
    ["more than twelve hours before", "2026-11-25T21:59:59Z", false],
    ["that night", "2026-11-26T22:00:00Z", true],
    ["more than twelve hours after it began", "2026-11-26T22:00:01Z", false],
  ])("[ROOM-12] is the one that was booked, where its hour is near: %s", (_, now, isIt) => {
    expect(heldNow(history, at(now))?.id).toBe(isIt ? booked.id : undefined);
    expect(nearHours).toBe(12);
  });

  it("[ROOM-12] is the nearer of two, and none that is over or only wished for", () => {
    const other = { ...booked, id: "other", slot: later };
    expect(heldNow([...history, other], at("2026-11-26T23:00:00Z"))?.id).toBe("other");
    expect(
      heldNow(
        [
          { ...booked, status: "held" },
          { ...asked, slot },
        ],
        at(slot.startsAt),
      ),
    ).toBeNull();
  });
});

describe("a check-in on the spot", () => {
  it("[ROOM-13] begins now, lasts as long as any, and stands in no calendar", () => {
    expect(onTheSpot(wish, pair, history, monday)).toEqual({
      ...wish,
      status: "booked",
      booker: "ana",
      slot: { startsAt: "2026-11-23T12:00:00Z", endsAt: "2026-11-23T13:00:00Z", stretch: null },
    });
  });

  it("[ROOM-20] keeps its hour while times are looked for to move it, and is booked like any other once one is chosen", () => {
    const offered = offerSlots(onTheSpot(wish, pair, history, monday), [later]);
    expect(offered).toMatchObject({ value: { status: "booked", offered: [later] } });
    if (!offered.ok) return;
    expect(chooseSlot(offered.value, later.startsAt, "ben", { id: "b9", now: monday })).toMatchObject({
      value: { status: "booking", slot: later, booker: "ben", bookingId: "b9" },
    });
  });

  it("[ROOM-13] uses up nobody's turn to book, whatever becomes of it", () => {
    for (const before of [[], history, [{ ...booked, booker: "ben" }]] as const)
      for (const status of ["booked", "held", "missed", "cancelled"] as const) {
        const made = { ...onTheSpot(wish, pair, before, monday), status };
        expect(nextToBook(pair, [...before, made])).toBe(nextToBook(pair, before));
      }
  });
});

describe("the places of those ahead", () => {
  const made = onTheSpot(wish, pair, history, monday);

  it("[ROOM-14] put one on the spot before one that was booked for later, with the opener after", () => {
    expect(placesAhead(pair, [...history, made])).toEqual([{ id: booked.id, number: 4, opener: "ben" }]);
  });

  it("[ROOM-14] step back where the one on the spot was not held", () => {
    const moved = [held(1, "ana"), held(2, "ben"), { ...made, status: "missed" as const }, { ...booked, number: 4 }];
    expect(placesAhead(pair, moved)).toEqual([{ id: booked.id, number: 3, opener: "ana" }]);
  });

  it("[ROOM-14] leave a mere wish last, and never have two with one number on the way", () => {
    const third = { ...asked, id: "wish", number: 4, opener: "ben" };
    expect(placesAhead(pair, [...history, third, made])).toEqual([
      { id: "wish", number: 5, opener: "ana" },
      { id: booked.id, number: 4, opener: "ben" },
    ]);
  });

  it("[ROOM-14] stay as they are where nothing comes between", () => {
    expect(placesAhead(pair, history)).toEqual([]);
    expect(placesAhead(pair, [])).toEqual([]);
  });
});
