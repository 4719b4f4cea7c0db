import { beforeEach, describe, expect, it } from "vitest";
import type { SessionView } from "../../../shared/contract/sessions.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { StoreAway } from "../../ports.ts";
import type { Line } from "./line.ts";
import { LiveSession } from "./live-session.ts";

type Reading = Result<SessionView, "not-found">;

const view = (version: number, staging: SessionView["staging"] = "offered", members = ["ana", "ben"]) =>
  ({ version, staging, members: members.map((id) => ({ id })) }) as SessionView;

/** A line that remembers the versions it was shown, and how it ended. */
function lineOf(personId: string) {
  const shown: string[] = [];
  const line = {
    personId,
    state: "open",
    shown,
    show: ({ text }: { readonly text: string }) => {
      const { version, staging } = JSON.parse(text.split("data: ")[1] ?? "") as SessionView;
      const said = `${version} ${staging}`;
      if (shown.at(-1) !== said) shown.push(said);
    },
    look: () => {},
    end: () => void (line.state = "ended"),
    close: () => void (line.state = "closed"),
  };
  return line;
}

const asLine = (line: ReturnType<typeof lineOf>) => line as unknown as Line;
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("a live session", () => {
  let readings: { readonly as: string; readonly answer: (reading: Reading | Error) => void }[] = [];
  let bugs: unknown[] = [];
  let session: LiveSession;
  let [ana, ben] = [lineOf("ana"), lineOf("ben")];

  beforeEach(() => {
    readings = [];
    bugs = [];
    session = new LiveSession({
      read: (as) =>
        new Promise((resolve, reject) => {
          readings.push({ as, answer: (one) => (one instanceof Error ? reject(one) : resolve(one)) });
        }),
      onBug: (problem) => bugs.push(problem),
    });
    [ana, ben] = [lineOf("ana"), lineOf("ben")];
    session.add(asLine(ana), view(1));
    session.add(asLine(ben), view(1));
  });

  const answer = async (reading: Reading | Error) => {
    readings.at(-1)?.answer(reading);
    await settle();
  };

  it("[LIVE-15] is read once for all its panels, and not for a version that is known", async () => {
    session.announced(1);
    expect(readings).toHaveLength(0);
    session.announced(2);
    expect(readings.map(({ as }) => as)).toEqual(["ana"]);
    await answer(done(view(2)));
    expect([ana.shown, ben.shown]).toEqual([
      ["1 offered", "2 offered"],
      ["1 offered", "2 offered"],
    ]);
    expect(readings).toHaveLength(1);
  });

  it("joins what is announced while it is read into one more reading", async () => {
    for (const version of [2, 3, 4]) session.announced(version);
    await answer(done(view(2)));
    await answer(done(view(4)));
    expect(readings).toHaveLength(2);
    expect(ana.shown).toEqual(["1 offered", "2 offered", "4 offered"]);
  });

  it("shows what a command here brought without reading, also where the notice comes first", async () => {
    const acting = Promise.withResolvers<Result<SessionView, "not-found">>();
    const acted = session.during(() => acting.promise);
    session.announced(2);
    acting.resolve(done(view(2)));
    await acted;
    session.announced(2);
    expect(readings).toHaveLength(0);
    expect(ben.shown).toEqual(["1 offered", "2 offered"]);
  });

  it("reads what others did while a command here was refused", async () => {
    const acting = Promise.withResolvers<Result<SessionView, "session-moved-on">>();
    const acted = session.during(() => acting.promise);
    session.announced(2);
    acting.resolve(refuse("session-moved-on"));
    expect(await acted).toEqual({ ok: false, refusal: "session-moved-on" });
    expect(readings).toHaveLength(1);
  });

  it("shows a change without a version, and lets no view from before it stand", async () => {
    session.announced(null);
    await answer(done(view(1, "unavailable")));
    expect(ben.shown.at(-1)).toBe("1 unavailable");
    // This command had looked before the stranger came.
    await session.during(async () => done(view(2, "offered")));
    await answer(done(view(2, "unavailable")));
    expect(ben.shown).toEqual(["1 offered", "1 unavailable", "2 offered", "2 unavailable"]);
  });

  it("lets a reading decide between two views of one version", async () => {
    session.take(view(1, "staged"));
    expect(ana.shown).toEqual(["1 offered"]);
    await answer(done(view(1, "staged")));
    expect(ana.shown).toEqual(["1 offered", "1 staged"]);
  });

  it("never goes back to an older view", async () => {
    session.announced(2);
    session.take(view(3));
    await answer(done(view(2)));
    expect(ana.shown).toEqual(["1 offered", "3 offered"]);
  });

  it("ends for the one who may not read it any more, and is read as the other", async () => {
    session.announced(2);
    await answer(refuse("not-found"));
    expect([ana.state, ben.state]).toEqual(["ended", "open"]);
    expect(readings.at(-1)?.as).toBe("ben");
    await answer(done(view(2, "offered", ["ben"])));
    expect(ben.shown.at(-1)).toBe("2 offered");
  });

  it("ends for whoever is no member in the fresh view, though another read it", async () => {
    await session.during(async () => done(view(2, "offered", ["ana"])));
    expect([ana.state, ben.state]).toEqual(["open", "ended"]);
    expect(ben.shown).toEqual(["1 offered"]);
  });

  it("waits while the records are away, and reads once it is looked after again", async () => {
    session.announced(2);
    await answer(new StoreAway("Away."));
    expect([ana.state, readings.length]).toEqual(["open", 1]);
    session.look(Date.now());
    await answer(done(view(2)));
    expect(ana.shown.at(-1)).toBe("2 offered");
    expect(bugs).toEqual([]);
  });

  it("closes the lines, and doesn't end them, where a reading fails for a reason of ours", async () => {
    session.announced(2);
    await answer(new Error("A bug."));
    expect([ana.state, ben.state]).toEqual(["closed", "closed"]);
    expect(bugs).toHaveLength(1);
  });

  it("reads for the first line that comes what was announced before anybody listened", async () => {
    session.remove(asLine(ana));
    session.remove(asLine(ben));
    session.announced(2);
    await settle();
    expect(readings).toHaveLength(0);
    session.add(asLine(ana), view(1));
    await answer(done(view(2)));
    expect(ana.shown.at(-1)).toBe("2 offered");
  });

  it("is read anew after five minutes in which nothing was heard", () => {
    session.look(Date.now() + 299_000);
    expect(readings).toHaveLength(0);
    session.look(Date.now() + 301_000);
    expect(readings).toHaveLength(1);
  });
});
