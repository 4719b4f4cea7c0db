import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CheckIn, checkInStatuses } from "./check-in.ts";
import { asked, booked, booking, copy, event, later, moving, original, slot, truth } from "./check-in-fixture.ts";
import { followOutlook } from "./follow.ts";
import { type CopyOrNot, responses } from "./outlook-truth.ts";

const declined: CheckIn = { ...booked, status: "needs-you", declined: ["ben"] };

describe("following Outlook", () => {
  it("[FOLLOW-1] has nothing to say where Outlook says the same", () => {
    expect(followOutlook(booked, truth(original()))).toEqual({
      checkIn: booked,
      news: [],
      offerTo: null,
      leftovers: [],
    });
    expect(followOutlook(booked, truth(original())).checkIn).toBe(booked);
  });

  it("[FOLLOW-2] goes where the organiser moved it, at nobody's turn, and drops the times on offer", () => {
    const moved = followOutlook({ ...booked, offered: [later] }, truth(original(later)));
    expect(moved.checkIn).toMatchObject({ status: "booked", slot: { ...later, stretch: null }, offered: [], event });
    expect(moved.news).toEqual([{ kind: "moved-in-outlook", by: "ana", was: slot }]);
    expect(moved.offerTo).toBeNull();
  });

  it("[FOLLOW-2] takes the length that Outlook has", () => {
    const longer = followOutlook(booked, truth(original({ endsAt: "2026-11-26T11:30:00Z" })));
    expect(longer.checkIn).toMatchObject({ minutes: 90, slot: { startsAt: slot.startsAt } });
    expect(longer.news).toEqual([{ kind: "length-changed-in-outlook", by: "ana", was: slot }]);
  });

  it.each<[string, CopyOrNot]>([
    ["cancelled", original({ isCancelled: true })],
    ["deleted", "gone"],
  ])("[FOLLOW-3] is cancelled when its organiser %s it, who is offered other times", (_, organiser) => {
    const gone = followOutlook(booked, truth(organiser));
    expect(gone.checkIn).toMatchObject({ status: "cancelled", event: null, bookingId: null, slot });
    expect(gone.news).toEqual([{ kind: "cancelled-in-outlook", by: "ana", was: slot }]);
    expect(gone.offerTo).toBe("ana");
    expect(followOutlook(gone.checkIn, truth(organiser)).offerTo).toBeNull();
  });

  it("[FOLLOW-4] needs the pair when one declined, and no longer when that one accepts after all", () => {
    const no = followOutlook(booked, truth(original(), copy({ response: "declined" })));
    expect(no.checkIn).toMatchObject({ status: "needs-you", declined: ["ben"], event, slot });
    expect(no.news).toEqual([{ kind: "declined-in-outlook", by: "ben", was: null }]);
    const yes = followOutlook(no.checkIn, truth(original(), copy({ response: "tentative" })));
    expect(yes.checkIn).toMatchObject({ status: "booked", declined: [] });
    expect(yes.news).toEqual([{ kind: "accepted-in-outlook", by: "ben", was: null }]);
  });

  it("[FOLLOW-4] knows from the organiser's copy who declined, since Outlook takes that out of the other calendar", () => {
    expect(followOutlook(booked, truth(original({ responses: { ben: "declined" } }), "gone")).checkIn.declined).toEqual(
      ["ben"],
    );
  });

  it("[FOLLOW-4] counts it as declined when a copy that was there is taken out without a word, and not one yet to arrive", () => {
    expect(followOutlook(booked, truth(original({ responses: { ben: "accepted" } }), "gone")).checkIn.declined).toEqual(
      ["ben"],
    );
    expect(followOutlook(booked, truth(original(), "gone"), ["ben"]).checkIn.declined).toEqual(["ben"]);
    expect(followOutlook(booked, truth(original(), "gone")).checkIn).toBe(booked);
  });

  it("[FOLLOW-4] forgets a no that Outlook forgot, without a word", () => {
    const asks = followOutlook(declined, truth(original()));
    expect(asks).toMatchObject({ checkIn: { status: "booked", declined: [] }, news: [] });
  });

  it("[FOLLOW-5] notices a Teams link that comes or goes, and asks its favours anew", () => {
    const furnished = { ...booked, appInChat: "done", recordingOff: "refused" } as const;
    const without = followOutlook(furnished, truth(original({ joinUrl: null })));
    expect(without.checkIn).toMatchObject({ status: "booked", event: { joinUrl: null }, appInChat: "unknown" });
    expect(without.news).toEqual([{ kind: "link-removed-in-outlook", by: "ana", was: slot }]);
    const back = followOutlook(without.checkIn, truth(original({ joinUrl: "https://teams.example/new" })));
    expect(back.news.map((one) => one.kind)).toEqual(["link-returned-in-outlook"]);
    expect(followOutlook(furnished, truth(original(later))).checkIn).toMatchObject({ appInChat: "done" });
  });

  it("[FOLLOW-6] notices others who are invited", () => {
    const three = followOutlook(booked, truth(original({ guests: 1 })));
    expect(three).toMatchObject({
      checkIn: { guests: 1, status: "booked" },
      news: [{ kind: "guests-changed-in-outlook" }],
    });
  });

  it("[FOLLOW-7] is over when its organiser's mailbox is no more, and leaves no copy behind", () => {
    const left = followOutlook(booked, truth("no-mailbox"));
    expect(left.checkIn).toMatchObject({ status: "cancelled", event: null, bookingId: null });
    expect(left.news).toEqual([{ kind: "organiser-left", by: "ana", was: slot }]);
    expect(left.leftovers).toEqual([{ person: "ben", eventId: "e2" }]);
    expect(left.offerTo).toBeNull();
    expect(followOutlook(booked, truth("no-mailbox", "unreadable")).checkIn).toBe(booked);
  });

  it("[FOLLOW-8] says nothing about what is on its way there, wanted or over", () => {
    for (const one of [asked, booking, moving, { ...asked, status: "needs-you" as const }])
      expect(followOutlook(one, truth("gone")).checkIn).toBe(one);
    for (const status of ["held", "missed", "cancelled"] as const) {
      const over = { ...booked, status };
      expect(followOutlook(over, truth("gone"))).toMatchObject({ checkIn: over, news: [], offerTo: null });
    }
  });
});

const half = (from: string) =>
  fc.integer({ min: 0, max: 40 }).map((steps) => {
    const start = Temporal.Instant.from(from).add({ minutes: 30 * steps });
    return { startsAt: text(start), endsAt: text(start.add({ minutes: 30 + (steps % 3) * 15 })) };
  });
const text = (at: Temporal.Instant) => at.toString({ smallestUnit: "second" });
const response = fc.constantFrom(...responses);
const someCopy: fc.Arbitrary<CopyOrNot> = fc
  .record({
    eventId: fc.constant("e1"),
    hour: fc.oneof(fc.constant(slot), half("2026-11-26T08:00:00Z")),
    isCancelled: fc.boolean(),
    joinUrl: fc.constantFrom(event.joinUrl, null, "https://teams.example/other"),
    response,
    responses: fc.record({ ben: response, chidi: response }),
    guests: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ hour: { startsAt, endsAt }, ...rest }) => ({ ...rest, startsAt, endsAt }));
const anyCopy = fc.oneof(
  { weight: 3, arbitrary: someCopy },
  fc.constantFrom<CopyOrNot>("gone", "unreadable", "no-mailbox"),
);
const anyTruth = fc.record({ organiser: anyCopy, others: fc.record({ ben: anyCopy, chidi: anyCopy }) });
const seen = fc.subarray(["ben", "chidi"]);
const anyCheckIn: fc.Arbitrary<CheckIn> = fc
  .record({
    status: fc.constantFrom(...checkInStatuses),
    declined: fc.subarray(["ben", "chidi"]),
    guests: fc.integer({ min: 0, max: 3 }),
  })
  .map((changes) => ({ ...booked, ...changes }));

describe("whatever Outlook says", () => {
  it("[FOLLOW-1] following it twice changes nothing more and tells nothing more", () => {
    fc.assert(
      fc.property(anyCheckIn, anyTruth, seen, (checkIn, says, copies) => {
        const once = followOutlook(checkIn, says, copies);
        const twice = followOutlook(once.checkIn, says, copies);
        expect(twice).toEqual({ checkIn: once.checkIn, news: [], offerTo: null, leftovers: [] });
      }),
    );
  });

  it("[FOLLOW-9] a mailbox that can't be read cancels and declines nothing", () => {
    const unreadable = fc
      .record({ ben: anyCopy, chidi: anyCopy })
      .map((others) => ({ organiser: "unreadable" as const, others }));
    fc.assert(
      fc.property(anyCheckIn, unreadable, (checkIn, says) => {
        const followed = followOutlook(checkIn, says);
        expect(followed.checkIn.status === "cancelled").toBe(checkIn.status === "cancelled");
        expect(followed.checkIn.slot).toEqual(checkIn.slot);
        expect(followed.checkIn.event).toEqual(checkIn.event);
      }),
    );
    expect(followOutlook(declined, truth("unreadable", "unreadable")).checkIn).toBe(declined);
    expect(followOutlook(booked, truth("unreadable", "unreadable")).checkIn).toBe(booked);
  });

  it("[FOLLOW-1] it is told only with a change, and the check-in is never left as if it stood without its event", () => {
    fc.assert(
      fc.property(anyCheckIn, anyTruth, (checkIn, says) => {
        const { checkIn: after, news } = followOutlook(checkIn, says);
        if (news.length > 0) expect(after.version).toBe(checkIn.version + 1);
        else expect(after.status === "cancelled").toBe(checkIn.status === "cancelled");
        if (after.status === "booked") expect(after.event).not.toBeNull();
      }),
    );
  });
});
