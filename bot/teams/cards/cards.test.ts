import { describe, expect, it } from "vitest";
import type { CheckIn } from "../../../shared/domain/check-in.ts";
import { ana, ben, booked, chidi, chosen, cohortId, offered } from "../testing/people.ts";
import { inKolkata, inLondon } from "../testing/readers.ts";
import { mostBytes } from "../wire/message.ts";
import { noSlotsCard, onItsWayCard, receiptCard, slotLostCard } from "./booking-cards.ts";
import { type Card, card, title } from "./card.ts";
import { overviewCard, quietPairsCard, whichCohortCard } from "./cohort-cards.ts";
import { nextCheckInCard } from "./next-check-in-card.ts";
import { plainCard } from "./plain-card.ts";
import { slotsCard } from "./slots-card.ts";

const about = (checkIn: CheckIn) => ({ checkIn, me: ana, partners: [ben] });
const trio = { checkIn: offered, me: ana, partners: [ben, chidi] };
const overview = {
  id: cohortId,
  name: "Spring 2027",
  pairs: 14,
  sessionsHeld: 33,
  recent: { met: 9, quiet: 4, paused: 1, stages: { agree: 2, story: 12 } },
};

const every: Readonly<Record<string, Card>> = {
  slots: slotsCard(about(offered), inLondon),
  "slots for three": slotsCard(trio, inLondon),
  "on its way": onItsWayCard(about(chosen), inLondon),
  receipt: receiptCard(about(booked), inLondon),
  "slot lost": slotLostCard(chosen, inLondon),
  "no slots": noSlotsCard(offered.id, "no-hour-in-common", inLondon),
  "nothing booked": nextCheckInCard(
    { checkIn: null, me: ana, partners: [ben], nextBooker: ben.id },
    inLondon,
    "Book our next check-in",
  ),
  overview: overviewCard(overview, inLondon),
  "overview of few": overviewCard({ ...overview, recent: null }, inLondon),
  "quiet pairs": quietPairsCard(
    Array.from({ length: 90 }, (_, at) => [`Ana ${at} Moreau`, `Ben ${at} Okafor`]),
    inLondon,
  ),
  "which cohort": whichCohortCard("Which?", ["A", "B", "C", "D"], (name) => `How is ${name}?`, inLondon),
  plain: plainCard("What I can do", ["One thing."], [], inLondon),
};

interface Element {
  readonly type?: string;
  readonly title?: string;
  readonly fallback?: { readonly type: string; readonly data: { readonly verb: string } };
  readonly verb?: string;
  readonly [property: string]: unknown;
}

/** Every object in the card, however deep. */
function parts(value: unknown): readonly Element[] {
  if (Array.isArray(value)) return value.flatMap(parts);
  if (typeof value !== "object" || value === null) return [];
  return [value as Element, ...Object.values(value).flatMap(parts)];
}

describe.each(Object.entries(every))("the card %s", (_name, drawn) => {
  it("is an Adaptive Card 1.5 that every client takes", () => {
    expect(drawn).toMatchObject({ type: "AdaptiveCard", version: "1.5" });
    expect(Buffer.byteLength(JSON.stringify(drawn))).toBeLessThan(mostBytes);
  });

  it("[BOT-7] says all of it in plain words too", () => {
    expect(drawn.fallbackText).toMatch(/\S{3}/);
    expect(drawn.speak).toBe(drawn.fallbackText);
    expect(drawn.fallbackText).not.toMatch(/undefined|null|NaN|\[object| ,|\.\./);
  });

  it("has at most three actions, each with a label and a way for phones", () => {
    expect(drawn.actions?.length ?? 0).toBeLessThanOrEqual(3);
    const actions = parts(drawn).filter(({ type }) => type?.startsWith("Action."));
    for (const { type, title: label, verb, fallback } of actions) {
      if (type === "Action.Submit") continue;
      expect(label).toMatch(/\w/);
      if (type === "Action.Execute") expect(fallback).toMatchObject({ type: "Action.Submit", data: { verb } });
    }
  });
});

describe("the card with times", () => {
  const [first] = parts(every["slots"]).filter(({ type }) => type === "Container");

  it("says what is booked, for how long, and to whom booking falls", () => {
    expect(JSON.stringify(every["slots"]?.body)).toContain("Three times that suit you both");
    expect(JSON.stringify(every["slots"]?.body)).toContain(
      "Session four, sixty minutes. Booking falls to Ana this time, to Ben next.",
    );
  });

  it("makes each time one tap, with a label that a screen reader can say", () => {
    expect(first?.["selectAction"]).toMatchObject({
      type: "Action.Execute",
      verb: "book-check-in",
      data: { checkInId: offered.id, startsAt: "2027-01-05T10:00:00Z" },
      title: "Book Tuesday 5 January 2027 at 10:00; 15:30 for Ben",
    });
  });

  it("tells the partner's time beside, where the clocks differ", () => {
    expect(JSON.stringify(first)).toContain("15:30 for Ben");
    expect(JSON.stringify(every["slots for three"])).not.toContain("for Chidi");
  });

  it("tells the partner's day too, where that differs", () => {
    const late = {
      ...offered,
      offered: [{ startsAt: "2027-01-05T20:00:00Z", endsAt: "2027-01-05T21:00:00Z", stretches: ben.id }],
    };
    const drawn = JSON.stringify(slotsCard(about(late), inLondon));
    expect(drawn).toContain("Wed 6 Jan 01:30 for Ben");
    expect(drawn).toContain("Outside Ben's usual hours");
    expect(drawn).toContain("One time that suits you both");
  });

  it("speaks to all three of a trio, and leaves open who books after", () => {
    const drawn = JSON.stringify(every["slots for three"]);
    expect(drawn).toContain("Three times that suit all three of you");
    expect(drawn).toContain("Booking falls to Ana this time.");
  });
});

describe("the receipt", () => {
  it("[BOT-7] says when, with whom, on whose clock, and who opens", () => {
    expect(every["receipt"]?.fallbackText).toBe(
      "Booked: Wednesday 6 January 2027 at 11:00, with Ben. 16:30 for Ben. It is in both calendars, marked private, with a Teams meeting. Ana opens.",
    );
    expect(every["receipt"]?.actions).toEqual([{ type: "Action.OpenUrl", title: "Join", url: booked.event?.joinUrl }]);
  });

  it("tells each partner their own time", () => {
    const bens = receiptCard({ checkIn: booked, me: ben, partners: [ana] }, inKolkata);
    expect(bens.fallbackText).toContain("Wednesday 6 January 2027 at 16:30, with Ana. 11:00 for Ana.");
  });

  it("promises no Teams meeting where there is none", () => {
    const without = receiptCard(
      about({ ...booked, event: booked.event && { ...booked.event, joinUrl: null } }),
      inLondon,
    );
    expect(without.fallbackText).toContain("marked private. Ana opens.");
    expect(without.actions).toBeUndefined();
  });
});

describe("the next check-in", () => {
  const next = (checkIn: CheckIn) =>
    nextCheckInCard({ checkIn, me: ana, partners: [ben], nextBooker: ben.id }, inLondon, "Book it");

  it.each([
    ["asked", offered, every["slots"]],
    ["booking", chosen, every["on its way"]],
    ["booked", booked, every["receipt"]],
  ])("is shown as booking it would show it: %s", (_status, checkIn, same) => {
    expect(next(checkIn)).toEqual(same);
  });

  it("offers to look again when the hour was lost, and to book when nothing was offered", () => {
    expect(next({ ...chosen, status: "needs-you", slot: null, offered: [] }).actions).toMatchObject([
      { verb: "offer-other-times" },
    ]);
    expect(next({ ...offered, offered: [] }).actions).toMatchObject([{ verb: "say", data: { text: "Book it" } }]);
  });
});

describe("the overview", () => {
  it("shows counts, and leads to names only where some are quiet", () => {
    expect(every["overview"]?.fallbackText).toContain(
      "Pairs formed: 14. Sessions held: 33. Met in the last six weeks: 9.",
    );
    expect(every["overview"]?.actions).toMatchObject([{ verb: "see-quiet-pairs", data: { cohortId } }]);
    expect(overviewCard({ ...overview, recent: { ...overview.recent, quiet: 0 } }, inLondon).actions).toBeUndefined();
  });

  it("says so where the cohort is too small for more than two figures", () => {
    expect(every["overview of few"]?.fallbackText).toBe(
      "Spring 2027. Pairs formed: 14. Sessions held: 33. Too few to show safely: below eight people or five pairs, other figures could point at someone.",
    );
  });

  it("names quiet pairs without a cause, and no more than can be read", () => {
    const words = every["quiet pairs"]?.fallbackText ?? "";
    expect(words).toContain("Ana 0 Moreau and Ben 0 Okafor; ");
    expect(words).toContain("and 50 pairs more");
  });
});

it("[BOT-5] refuses a fourth action and keeps names from being read as formatting", () => {
  const button = { type: "Action.OpenUrl", title: "A", url: "https://example.com" };
  expect(() => card({ locale: "en", words: "w", body: [], actions: [button, button, button, button] })).toThrow(
    /at most 3/,
  );
  expect(title("[Ben](https://example.com) *O*")["text"]).toBe("\\[Ben\\](https://example.com) \\*O\\*");
});
