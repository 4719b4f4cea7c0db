import Fastify from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CheckIn, untouched } from "../../shared/domain/check-in.ts";
import { done, refuse } from "../../shared/domain/result.ts";
import type { UseCases } from "../use-cases/use-cases.ts";
import { answerProblem } from "./answer.ts";
import { mountEndpoints } from "./routes.ts";

const id = (last: number) => `00000000-0000-4000-8000-00000000000${last}`;
const [ana, ben, pairId, checkInId, bookingId] = [1, 2, 3, 4, 5].map(id) as [string, string, string, string, string];

const held: CheckIn = {
  ...untouched,
  id: checkInId,
  pairId,
  number: 1,
  status: "held",
  minutes: 60,
  opener: ana,
  booker: ben,
  offered: [],
  slot: { startsAt: "2026-11-26T10:00:00Z", endsAt: "2026-11-26T11:00:00Z", stretch: null },
  bookingId: null,
  event: null,
  version: 4,
};

let server: ReturnType<typeof Fastify>;
let asked: Record<string, unknown>[] = [];

/** Use cases that remember what they were asked, and answer what a test says. */
function serve(answers: Readonly<Record<string, unknown>>) {
  asked = [];
  const useCases = new Proxy(
    {},
    {
      get: (_, name) => async (input: Record<string, unknown>) => {
        asked.push(input);
        return answers[String(name)];
      },
    },
  ) as UseCases;
  mountEndpoints(server, useCases, { during: (_, act) => act() }, async () => ({
    tenantId: "t",
    personId: ana,
    expiresAt: Infinity,
  }));
}

beforeEach(() => {
  server = Fastify();
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  server.setErrorHandler(answerProblem);
});
afterEach(() => server.close());

const send = (method: "GET" | "POST" | "DELETE", url: string, payload?: object) =>
  server.inject({ method, url, headers: { authorization: "Bearer anas-token" }, ...(payload ? { payload } : {}) });

describe("the routes of the API", () => {
  it("[CONNECT-12] give the caller's own token to connecting the calendar, and to nothing else", async () => {
    const connection = done({ state: "works" });
    serve({ readConnection: connection, connectCalendar: connection, disconnectCalendar: connection });
    const answers = [
      await send("GET", "/api/calendar-connection"),
      await send("POST", "/api/calendar-connection"),
      await send("DELETE", "/api/calendar-connection"),
    ];
    expect(answers.map((answer) => answer.json())).toEqual([
      { state: "works" },
      { state: "works" },
      { state: "works" },
    ]);
    const by = { tenantId: "t", personId: ana };
    expect(asked).toEqual([{ by }, { by, tabToken: "anas-token" }, { by }]);
  });

  it("[CONNECT-12] say that consent is needed first", async () => {
    serve({ connectCalendar: refuse("consent-needed") });
    const answer = await send("POST", "/api/calendar-connection");
    expect([answer.statusCode, answer.json().refusal]).toEqual([409, "consent-needed"]);
  });

  it("[ICS-5] hand out the pair's check-ins as a file, and a pair that isn't one's own as nothing", async () => {
    serve({ exportCheckIns: done({ checkIns: [held], partners: [], me: {} }) });
    const { fileName, content } = (await send("GET", `/api/pairs/${pairId}/check-ins/export`)).json();
    expect(fileName).toBe("check-ins.ics");
    expect(content).toContain(`UID:${checkInId}@counterpoint`);
  });

  it("[ICS-5] refuse what isn't the caller's", async () => {
    serve({ exportCheckIns: refuse("not-found") });
    expect((await send("GET", `/api/pairs/${pairId}/check-ins/export`)).statusCode).toBe(404);
  });

  it("[TAB-2] show a check-in with all that Home says of it", async () => {
    const moving: CheckIn = {
      ...held,
      status: "moving",
      move: { id: bookingId, slot: { ...held.slot, startsAt: "2026-11-27T10:00:00Z" } as never, by: ana },
      guests: 1,
      declined: [ben],
    };
    serve({ cancelCheckIn: done({ checkIn: moving, people: [] }) });
    const answer = await send("POST", `/api/check-ins/${checkInId}/cancellation`, { note: "  Not well.  " });
    expect(answer.json()).toMatchObject({
      status: "moving",
      movingTo: { startsAt: "2026-11-27T10:00:00Z" },
      guests: 1,
      declined: [ben],
      appInChat: "unknown",
    });
    expect(asked).toMatchObject([{ checkInId, note: "Not well." }]);
  });

  it("[TAB-4] list the pairs of a cohort's booking a page at a time, 50 unless told and never more than 100", async () => {
    const row = { pairId, names: ["Ana", "Ben"], status: "booked", startsAt: null, reason: null };
    serve({ listPairBookings: done({ pairs: [row], after: pairId }) });
    const url = `/api/cohort-bookings/${bookingId}/pairs`;
    expect((await send("POST", url, {})).json()).toEqual({ pairs: [row], after: pairId });
    expect(asked).toMatchObject([{ cohortBookingId: bookingId, limit: 50 }]);
    expect((await send("POST", url, { limit: 101 })).statusCode).toBe(400);
  });
});
