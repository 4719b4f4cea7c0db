import { describe, expect, it } from "vitest";
import {
  bookingSteers,
  type CohortBooking,
  cohortBookingStatuses,
  isBookingOver,
  steerBooking,
} from "./cohort-booking.ts";

const booking: CohortBooking = { id: "b", cohortId: "c", by: "elif", status: "ready", version: 3 };
const at = (status: CohortBooking["status"]): CohortBooking => ({ ...booking, status });

describe("a booking for a whole cohort", () => {
  it("[MANY-1] books nothing before a coordinator has confirmed what was found", () => {
    expect(steerBooking(at("looking"), "confirm")).toEqual({ ok: false, refusal: "not-at-this-point-of-booking" });
    expect(steerBooking(booking, "confirm")).toMatchObject({ ok: true, value: { status: "running", version: 4 } });
  });

  it("[MANY-2] may rest and go on", () => {
    expect(steerBooking(at("running"), "pause")).toMatchObject({ ok: true, value: { status: "paused" } });
    expect(steerBooking(at("paused"), "resume")).toMatchObject({ ok: true, value: { status: "running" } });
    expect(steerBooking(at("done"), "pause").ok).toBe(false);
  });

  it("[MANY-3] may be taken back while it runs, while it rests and when it is over", () => {
    for (const status of ["running", "paused", "done"] as const)
      expect(steerBooking(at(status), "undo")).toMatchObject({ ok: true, value: { status: "undoing" } });
    expect(steerBooking(booking, "undo").ok).toBe(false);
  });

  it("[MANY-1] is let go without a trace before it was confirmed", () => {
    for (const status of ["looking", "ready"] as const)
      expect(steerBooking(at(status), "discard")).toMatchObject({ ok: true, value: { status: "discarded" } });
    expect(steerBooking(at("running"), "discard").ok).toBe(false);
  });

  it("[MANY-2] takes a wish twice without harm", () => {
    expect(steerBooking(at("paused"), "pause")).toEqual({ ok: true, value: at("paused") });
  });

  it("is over in exactly the statuses from which nothing happens by itself", () => {
    expect(cohortBookingStatuses.filter((status) => isBookingOver(at(status)))).toEqual([
      "done",
      "undone",
      "discarded",
    ]);
    for (const steer of bookingSteers) expect(steerBooking(at("undone"), steer).ok).toBe(false);
  });
});
