import { expect, it } from "vitest";
import { greetingAt } from "./greeting.ts";

it.each([
  ["03:59", "evening"],
  ["04:00", "morning"],
  ["11:59", "morning"],
  ["12:00", "afternoon"],
  ["17:59", "afternoon"],
  ["18:00", "evening"],
])("greets a person at %s on the own clock with the %s", (clock, greeting) => {
  expect(greetingAt(Date.parse(`2026-11-23T${clock}:00Z`), "UTC")).toBe(greeting);
});

it("greets Ana in London in the morning while it is afternoon for Ben in Kolkata", () => {
  const now = Date.parse("2026-11-23T09:00:00Z");
  expect([greetingAt(now, "Europe/London"), greetingAt(now, "Asia/Kolkata")]).toEqual(["morning", "afternoon"]);
});
