import { describe, expect, it } from "vitest";
import { cohortBookingStatuses } from "../../../shared/domain/cohort-booking.ts";
import { everyCard, links } from "../testing/every-card.ts";
import { ready } from "../testing/people.ts";
import { inLondon } from "../testing/readers.ts";
import { cohortBookingCard } from "./cohort-booking-card.ts";

const labels = (name: string) => everyCard[name]?.actions?.map(({ title }) => title);

describe("a booking for a cohort", () => {
  it.each([
    ["looking", "Looking for times: 8 of 14 pairs so far. Nothing is booked until you say so."],
    ["ready", "12 pairs can be booked. Nothing is in a calendar yet. 2 pairs can't be booked yet"],
    ["running", "Booking: 5 of 12 check-ins are in the calendars."],
    ["paused", "Nothing more happens until you resume."],
    ["done", "Done: 12 check-ins are in the calendars."],
    ["undoing", "Taking back: 3 check-ins to go."],
  ])("says how far it is while %s", (status, sentence) => {
    expect(everyCard[`cohort booking: ${status}`]?.fallbackText).toContain(sentence);
  });

  it.each([
    ["looking", ["Set aside", "See list"]],
    ["ready", ["Book them", "Set aside", "See list"]],
    ["running", ["Pause", "Undo", "See list"]],
    ["paused", ["Resume", "Undo", "See list"]],
    ["done", ["Undo", "Look again", "See list"]],
    ["undoing", ["See list"]],
    ["undone", ["Look again", "See list"]],
    ["discarded", ["Look again"]],
  ])("offers what can be done while %s", (status, expected) => {
    expect(labels(`cohort booking: ${status}`)).toEqual(expected);
  });

  it("offers to book nothing where nothing can be booked", () => {
    const none = { ...ready, counts: { ...ready.counts, can: 0, cannot: 14 } };
    const drawn = cohortBookingCard(none, links, inLondon);
    expect(drawn.fallbackText).toContain("No pair can be booked just now.");
    expect(drawn.actions?.map(({ title }) => title)).toEqual(["Set aside", "See list"]);
  });

  it("asks once more before it takes everything back", () => {
    expect(everyCard["cohort booking: running"]?.actions?.[1]).toMatchObject({
      type: "Action.ShowCard",
      card: {
        body: [{ text: expect.stringContaining("This cancels 6 check-ins") }],
        actions: [{ verb: "steer-cohort-booking", data: { steer: "undo" }, title: "Take back 6 check-ins" }],
      },
    });
  });

  it("[BOT-13] names none of the people in it", () => {
    for (const status of cohortBookingStatuses)
      expect(JSON.stringify(everyCard[`cohort booking: ${status}`])).not.toMatch(/Ana|Ben/);
  });
});
