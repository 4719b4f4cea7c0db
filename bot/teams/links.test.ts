import { expect, it } from "vitest";
import { linksOf } from "./links.ts";
import { appId, checkInId, cohortId, tenantId } from "./testing/people.ts";

const links = linksOf({ appId, tenantId });
const partOf = (link: string) => JSON.parse(new URL(link).searchParams.get("context") ?? "{}") as unknown;

it("leads to the part of a page that a card is about", () => {
  expect(new URL(links.calendar).pathname).toBe(`/l/entity/${appId}/about-counterpoint`);
  expect(partOf(links.calendar)).toEqual({ subEntityId: "calendar" });
  expect(partOf(links.cohortBooking(cohortId))).toEqual({ subEntityId: `cohort-booking/${cohortId}` });
  expect(partOf(links.prepare(checkInId))).toEqual({ subEntityId: `prepare/${checkInId}` });
  expect(partOf(links.reflect(checkInId))).toEqual({ subEntityId: `reflect/${checkInId}` });
});

it("names the tenant, so that Teams opens it for the right one", () => {
  for (const link of [links.home, links.calendar, links.chat])
    expect(new URL(link).searchParams.get("tenantId")).toBe(tenantId);
});
