import { describe, expect, it } from "vitest";
import { languageOf } from "../../../shared/content/intents.ts";
import { wishReader } from "./read-wish.ts";

const { read, hasStrangeWords } = wishReader(languageOf("en"));
const now = Temporal.Instant.from("2026-11-23T12:00:00Z");
const reader = { locale: "en-GB", timeZone: "Europe/London", now };
const surroundings = {
  partners: [
    { name: "Ben", pairId: "with-ben" },
    { name: "Dara", pairId: "with-dara" },
  ],
  cohorts: [
    { name: "Spring 2027", id: "spring-2027" },
    { name: "Spring 2027 North", id: "north" },
    { name: "Autumn", id: "autumn" },
  ],
};
const wish = (text: string) => read(text, reader, surroundings);

describe("partners by first name", () => {
  it.each([
    ["Book our next check-in with Ben", "with-ben"],
    ["book with dara tomorrow", "with-dara"],
    ["book a check-in with bne", "with-ben"],
    ["When do I meet DARA next?", "with-dara"],
    ["is it Ben’s turn?", "with-ben"],
  ])("%s", (text, pairId) => {
    expect(wish(text)).toMatchObject({ pairId, stranger: null });
  });

  it("doesn't change what is asked for", () => {
    expect(wish("find a time with Dara").intent).toBe("book-next-check-in");
    expect(wish("when do I next see Ben?").intent).toBe("see-next-check-in");
  });

  it("notices somebody who is no partner", () => {
    expect(wish("book a check-in with zoe")).toMatchObject({
      intent: "book-next-check-in",
      pairId: null,
      stranger: "Zoe",
    });
    expect(wish("book a check-in with my partner").stranger).toBeNull();
  });
});

describe("cohorts by name", () => {
  it.each([
    ["how is the spring 2027 cohort", "spring-2027"],
    ["how is Spring 2027 North doing?", "north"],
    ["how is the autumn cohort?", "autumn"],
    ["which pairs are quiet in autumn", "autumn"],
  ])("%s", (text, cohortId) => {
    expect(wish(text)).toMatchObject({ cohortId, namesUnknownCohort: false });
  });

  it("takes part of a name where it fits one alone", () => {
    const one = { partners: [], cohorts: [{ name: "Spring 2027", id: "spring-2027" }] };
    expect(read("how is the spring cohort?", reader, one)).toMatchObject({
      intent: "cohort-overview",
      cohortId: "spring-2027",
    });
    expect(wish("how is the spring cohort?").cohortId).toBeNull();
  });

  it("notices a round that isn't there", () => {
    expect(wish("how is the winter cohort?")).toMatchObject({
      intent: "cohort-overview",
      cohortId: null,
      namesUnknownCohort: true,
    });
  });
});

it("takes the day out before it compares", () => {
  const asked = wish("could you book us for the first week of December with Ben");
  expect({ ...asked, day: String(asked.day) }).toMatchObject({
    intent: "book-next-check-in",
    day: "2026-12-01",
    pairId: "with-ben",
  });
});

it("says whether a text has words that could be names", () => {
  expect(hasStrangeWords("book our next check-in")).toBe(false);
  expect(hasStrangeWords("book our next check-in with Ben")).toBe(true);
});

describe("lengths", () => {
  it.each([
    ["make it 45 minutes", 45],
    ["could we make our check-in with Ben half an hour?", 30],
    ["shorten our check-in to 7 minutes", 7],
  ])("%s", (text, minutes) => {
    expect(wish(text)).toMatchObject({ intent: "change-length", minutes });
  });

  it("are none in other wishes", () => {
    expect(wish("Reserve an hour for our check-in")).toMatchObject({ intent: "book-next-check-in", minutes: null });
  });
});

describe("moving and answering", () => {
  it("takes the day to move to", () => {
    const asked = wish("move it to next Friday");
    expect({ ...asked, day: String(asked.day) }).toMatchObject({ intent: "move-check-in", day: "2026-12-04" });
  });

  it("tells a statement from a question", () => {
    expect(wish("we met").intent).toBe("we-met");
    expect(wish("we didn't meet").intent).toBe("we-did-not-meet");
    expect(wish("did we meet?").intent).not.toBe("we-met");
  });

  it("finds the cohort to book", () => {
    expect(wish("book the first check-ins for Spring 2027")).toMatchObject({
      intent: "book-cohort",
      cohortId: "spring-2027",
    });
    expect(wish("how far is the booking for autumn?")).toMatchObject({
      intent: "cohort-booking-progress",
      cohortId: "autumn",
    });
  });
});
