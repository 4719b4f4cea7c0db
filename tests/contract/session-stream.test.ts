import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../bot/config.ts";
import { type Running, startServer } from "../../bot/wiring/start-server.ts";
import { localPerson } from "../../local/identities.ts";
import { freePorts } from "../../local/ports.ts";
import type { World } from "../../local/start/world.ts";
import { runAlone } from "../database.ts";
import { call, seededWorld, until } from "../world.ts";
import { bookCheckIn, listen, openTalk, type Talk, trio, untilAllShow, withTrio } from "./session-world.ts";

let world: World;
let other: Running;
let otherUrl: string;
let talk: Talk;

beforeAll(async () => {
  world = await seededWorld({ seed: withTrio });
  const port = String((await freePorts()).server);
  otherUrl = `http://localhost:${port}`;
  other = await startServer(readConfig({ ...world.serverSettings, PORT: port }));
  talk = await openTalk(world, "Ana", await bookCheckIn(world, "Ana"));
});

afterAll(async () => {
  await other?.stop();
  await world?.stop();
});

const here = (who: string, more: { readonly lastEventId?: string | undefined } = {}) =>
  listen(world, { who, sessionId: talk.id, ...more });
const elsewhere = (who: string) => listen(world, { who, sessionId: talk.id, url: otherUrl });

describe("the live stream of a session", () => {
  it("[LIVE-1] shows each partner what the other did, also through another server", async () => {
    const [ana, ben, bensPhone] = [await here("Ana"), await elsewhere("Ben"), await here("Ben")];
    await talk.act("Ben", "arrive");
    await untilAllShow([ana, ben, bensPhone], talk.view().version);
    await talk.act("Ana", "go-on");
    await talk.act("Ana", "go-on");
    await untilAllShow([ana, ben, bensPhone], talk.view().version);
    for (const panel of [ana, ben, bensPhone]) {
      expect(panel.views().at(-1)).toEqual(talk.view());
      panel.leave();
    }
  });

  it("[LIVE-2] changes nothing when a command is sent again, and tells a late one where the session is", async () => {
    const seenVersion = talk.view().version;
    const commandId = crypto.randomUUID();
    const first = await talk.try("Ana", "offer-others", { commandId, seenVersion });
    expect(await talk.try("Ana", "offer-others", { commandId, seenVersion })).toEqual(first);
    expect(await talk.try("Ben", "offer-others", { seenVersion })).toMatchObject({
      status: 409,
      body: { refusal: "session-moved-on" },
    });
  });

  it("[LIVE-3] closes the line when the token runs out, and does not call it the end", async () => {
    // The server allows a minute between its clock and the sign-in's.
    const ana = await listen(world, { who: "Ana", sessionId: talk.id, bend: { expiresIn: -58 } });
    expect(ana.status).toBe(200);
    await until("the line is closed", async () => ana.isClosed());
    expect(ana.text()).not.toContain("event: end");
  });

  it("[LIVE-5] goes on from the last event that the panel saw, and sends nothing that it has", async () => {
    const before = await here("Ben");
    await untilAllShow([before], talk.view().version);
    before.leave();
    const again = await here("Ben", { lastEventId: before.lastId() });
    await until("a word that the line stands", async () => again.text().includes(":"));
    await talk.act("Ana", "offer-others");
    await untilAllShow([again], talk.view().version);
    expect(again.views().map(({ version }) => version)).toEqual([talk.view().version]);
    again.leave();
  });

  it("[LIVE-6] shows what changes without the session's doing: a carry-over that was shared already", async () => {
    const [ana, ben] = [await here("Ana"), await elsewhere("Ben")];
    await talk.act("Ana", "share-carry-over");
    const words = `POST /api/check-ins/${talk.checkInId}/words/carry-over`;
    await call(world, "Ana", words, { text: "I asked for feedback.", seenVersion: 0 });
    const shown = [{ author: localPerson("Ana").oid, text: "I asked for feedback." }];
    for (const panel of [ana, ben])
      await until("her words", async () => JSON.stringify(panel.views().at(-1)?.carryOvers) === JSON.stringify(shown));
    await talk.act("Ana", "keep-carry-over");
    for (const panel of [ana, ben]) {
      await until("no words", async () => panel.views().at(-1)?.carryOvers.length === 0);
      expect(panel.views().filter(({ carryOvers }) => carryOvers.length > 0)).not.toHaveLength(0);
      panel.leave();
    }
  });

  it("[LIVE-7] ends for whoever is no longer in the pair, at once and for nobody else", async () => {
    const shared = await openTalk(world, "Hana", await bookCheckIn(world, "Hana", trio.pairId));
    const panels = await Promise.all(
      trio.members.map((who, at) =>
        listen(world, { who, sessionId: shared.id, ...(at === 1 ? { url: otherUrl } : {}) }),
      ),
    );
    await untilAllShow(panels, 1);
    const niko = localPerson("Niko").oid;
    const leave = `delete from app.pair_member where pair_id = '${trio.pairId}' and person_id = '${niko}'`;
    await runAlone(world.adminUrl, leave);
    await shared.act("Kemi", "arrive");
    await untilAllShow(panels.slice(0, 2), 2);
    await until("the end for Niko", async () => panels[2]?.isClosed() === true);
    expect(panels[2]?.text()).toContain("event: end");
    expect(panels[2]?.views().map(({ version }) => version)).toEqual([1]);
    expect(panels.slice(0, 2).some((panel) => panel.isClosed())).toBe(false);
    expect((await listen(world, { who: "Niko", sessionId: shared.id })).status).toBe(404);
    for (const panel of panels) panel.leave();
  });

  it("[LIVE-4] closes every line when the server stops", async () => {
    const ben = await elsewhere("Ben");
    await until("the first view", async () => ben.text().includes("event: session"));
    await other.stop();
    await until("the line is closed", async () => ben.isClosed());
    expect(ben.text()).not.toContain("event: end");
  });
});
