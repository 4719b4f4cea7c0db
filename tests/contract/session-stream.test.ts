import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../bot/config.ts";
import { type Running, startServer } from "../../bot/main.ts";
import { freePorts } from "../../local/ports.ts";
import type { World } from "../../local/start/world.ts";
import type { CheckInView } from "../../shared/contract/check-ins.ts";
import type { Home } from "../../shared/contract/home.ts";
import type { SessionView } from "../../shared/contract/sessions.ts";
import { call, seededWorld, tokenFor, until } from "../world.ts";

let world: World;
let other: Running;
let otherUrl: string;
let session: SessionView;

beforeAll(async () => {
  world = await seededWorld();
  const port = String((await freePorts()).server);
  otherUrl = `http://localhost:${port}`;
  other = await startServer(readConfig({ ...world.serverSettings, PORT: port }));
  const { pair } = (await call<Home>(world, "Ana", "GET /api/home")).body;
  const asked = await call<CheckInView>(world, "Ana", `POST /api/pairs/${pair?.id}/check-ins`, {});
  await call(world, "Ana", `POST /api/check-ins/${asked.body.id}/booking`, {
    startsAt: asked.body.offered[0]?.startsAt,
  });
  const isBooked = async () =>
    (await call<CheckInView>(world, "Ana", `GET /api/check-ins/${asked.body.id}`)).body.status === "booked";
  await until("a booking", isBooked);
  session = (await call<SessionView>(world, "Ana", "POST /api/sessions", { checkInId: asked.body.id })).body;
});

afterAll(async () => {
  await other?.stop();
  await world?.stop();
});

/** An open stream, with every line that came so far. */
async function listen(url: string, who: string, bend: Record<string, unknown> = {}) {
  const leave = new AbortController();
  const headers = { authorization: `Bearer ${await tokenFor(world, who, bend)}` };
  const answer = await fetch(`${url}/api/sessions/${session.id}/events`, { headers, signal: leave.signal });
  const stream = { status: answer.status, text: "", isClosed: false, leave: () => leave.abort() };
  const read = async () => {
    const decoder = new TextDecoder();
    for await (const chunk of answer.body ?? []) stream.text += decoder.decode(chunk, { stream: true });
  };
  void read()
    .catch(() => {})
    .finally(() => {
      stream.isClosed = true;
    });
  return stream;
}

const act = (who: string, type: string, seenVersion: number, commandId: string = crypto.randomUUID()) =>
  call<SessionView>(world, who, `POST /api/sessions/${session.id}/commands`, { commandId, seenVersion, type });

describe("the live stream of a session", () => {
  it("[LIVE-1] shows each partner what the other did, also through another server", async () => {
    const ana = await listen(world.urls.server, "Ana");
    const ben = await listen(otherUrl, "Ben");
    await until(
      "the first view on both",
      async () => ana.text.includes("event: session") && ben.text.includes("event: session"),
    );
    const arrived = await act("Ben", "arrive", 0);
    const version = arrived.body.version;
    await until("Ben's arrival on both", async () => [ana, ben].every(({ text }) => text.includes(`id: ${version}\n`)));
    const begun = await act("Ana", "begin", version);
    await until("the beginning on both", async () =>
      [ana, ben].every(({ text }) => text.includes(`id: ${begun.body.version}\n`)),
    );
    expect(ben.text).toContain('"phase":"choose"');
    ana.leave();
    ben.leave();
  });

  it("[LIVE-2] changes nothing when a command is sent again, and tells a late one where the session is", async () => {
    const now = (await call<SessionView>(world, "Ana", `GET /api/sessions/${session.id}`)).body;
    const commandId = crypto.randomUUID();
    const first = await act("Ana", "offer-others", now.version, commandId);
    const again = await act("Ana", "offer-others", now.version, commandId);
    expect(again).toEqual(first);
    expect(await act("Ben", "offer-others", now.version)).toMatchObject({
      status: 409,
      body: { refusal: "session-moved-on" },
    });
  });

  it("[LIVE-3] closes the line when the token runs out, and does not call it the end", async () => {
    // The server allows a minute between its clock and the sign-in's.
    const ana = await listen(world.urls.server, "Ana", { expiresIn: -58 });
    expect(ana.status).toBe(200);
    await until("the line is closed", async () => ana.isClosed);
    expect(ana.text).not.toContain("event: end");
  });

  it("[LIVE-4] closes every line when the server stops", async () => {
    const ben = await listen(otherUrl, "Ben");
    await until("the first view", async () => ben.text.includes("event: session"));
    await other.stop();
    await until("the line is closed", async () => ben.isClosed);
    expect(ben.text).not.toContain("event: end");
  });
});
