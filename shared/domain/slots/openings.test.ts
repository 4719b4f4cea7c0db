import { describe, expect, it } from "vitest";
import { findSlots, type SlotSearch } from "./find-slots.ts";
import { busy, moment, person, search, span } from "./slots-fixture.ts";

const monday = span("2026-11-23T00:00Z/2026-11-24T00:00Z");
const ana = person("Ana", "Europe/London");

/** Someone in London who is free on Monday from ten for so long, and never else. */
const freeAtTenUntil = (end: string) =>
  person("Ben", "Europe/London", {
    busy: [busy("2026-11-23T00:00Z/2026-11-23T10:00Z"), busy(`2026-11-23T${end}Z/2027-01-01T00:00Z`)],
  });

const answerTo = (people: SlotSearch["people"], more: Partial<SlotSearch> = {}) =>
  findSlots(search(people, { window: monday, ...more }));

describe("when there is no time to offer", () => {
  it("[SLOT-4] says that all common hours are taken when there are some", () => {
    expect(answerTo([ana, freeAtTenUntil("10:00")])).toMatchObject({ ok: false, reason: "all-common-hours-taken" });
  });

  it("[SLOT-4] says that no hour is shared when working days never meet", () => {
    const [early, late] = [
      { from: "09:00", to: "10:00" },
      { from: "12:00", to: "13:00" },
    ];
    const apart = [person("Ana", "Europe/London", early), person("Hana", "Pacific/Auckland", late)];
    expect(answerTo(apart)).toMatchObject({ ok: false, reason: "no-hour-in-common" });
  });

  it("[SLOT-4] says that only the same person's day could be stretched again", () => {
    const hana = person("Hana", "Pacific/Auckland");
    expect(answerTo([ana, hana], { lastStretched: "Ana" })).toEqual({
      ok: false,
      reason: "only-the-same-person-again",
      unreadable: [],
      openings: [{ kind: "same-person-again", person: "Ana" }],
    });
    expect(answerTo([ana, hana], { lastStretched: "Hana" })).toMatchObject({ ok: true });
  });

  it.each([
    ["10:55", 45],
    ["10:40", 30],
    ["10:25", 25],
    ["10:20", 15],
  ])("[SLOT-12] with a gap until %s names %i minutes as the longest check-in that fits", (end, minutes) => {
    expect(answerTo([ana, freeAtTenUntil(end)])).toMatchObject({ openings: [{ kind: "shorter", minutes }] });
  });

  it("[SLOT-12] names an hour to those who wanted longer", () => {
    const answer = answerTo([ana, freeAtTenUntil("11:05")], { minutes: 75 });
    expect(answer).toMatchObject({ openings: [{ kind: "shorter", minutes: 60 }] });
  });

  it("[SLOT-12] names nothing when nothing would help", () => {
    expect(answerTo([ana, freeAtTenUntil("10:10")])).toMatchObject({ openings: [] });
  });

  it("[SLOT-12] names the first hour after a window without common hours", () => {
    const weekend = span("2026-11-21T00:00Z/2026-11-23T00:00Z");
    const answer = answerTo([ana, person("Ben", "Europe/London")], { window: weekend });
    expect(answer).toMatchObject({
      reason: "no-hour-in-common",
      openings: [{ kind: "later", from: moment("2026-11-23T09:00Z") }],
    });
  });

  it("[SLOT-12] names a later hour where meetings are in the way only as far as the calendars were read", () => {
    const away = person("Ben", "Europe/London", {
      busy: [busy("2026-11-20T00:00Z/2026-11-25T11:00Z", "out-of-office")],
    });
    const later = (calendarsReadUntil: number) => answerTo([ana, away], { calendarsReadUntil });
    expect(answerTo([ana, away])).toMatchObject({ openings: [] });
    expect(later(moment("2026-11-25T11:30Z"))).toMatchObject({ openings: [] });
    const openings = [{ kind: "later", from: moment("2026-11-25T11:00Z") }];
    expect(later(moment("2026-11-28T00:00Z"))).toMatchObject({ openings });
  });

  it("[SLOT-12] looks no further than four weeks after the window", () => {
    const away = (end: string) => person("Ben", "Europe/London", { busy: [busy(`2026-11-20T00:00Z/${end}`)] });
    const until = (end: string) => answerTo([ana, away(end)], { calendarsReadUntil: moment("2027-03-01T00:00Z") });
    expect(until("2026-12-21T10:00Z")).toMatchObject({ openings: [{ kind: "later" }] });
    expect(until("2026-12-22T10:00Z")).toMatchObject({ openings: [] });
  });

  it("[SLOT-12] names the one who bore the last uncomfortable hour, when only another such hour of theirs is free", () => {
    const full = { ...ana, busy: [busy("2026-11-23T09:00Z/2026-11-23T17:00Z")] };
    const evening = person("Ben", "Europe/London", { to: "20:00" });
    expect(answerTo([full, evening], { lastStretched: "Ana", minutes: 45 })).toMatchObject({
      reason: "all-common-hours-taken",
      openings: [
        { kind: "shorter", minutes: 30 },
        { kind: "same-person-again", person: "Ana" },
      ],
    });
  });
});
