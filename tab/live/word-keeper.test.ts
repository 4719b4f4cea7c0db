import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { RefusalCode } from "../../shared/contract/refusals.ts";
import type { WordsView } from "../../shared/contract/session-words.ts";
import type { Answer } from "../api-client.ts";
import { joined, keepWords, restAfterKey, type Unsent, type WordKeeper } from "./word-keeper.ts";

const problem = (refusal: RefusalCode | "offline"): Answer<never> => ({
  ok: false,
  problem: { refusal, sentence: refusal === "offline" ? null : "A sentence." },
});

/** The server's side: words with their version, and a network that may be away or lose an answer. */
function openServer() {
  const server = { text: "", version: 0, isAway: false, losesAnswers: false, saves: [] as string[] };
  const view = (): Answer<WordsView> => ({
    ok: true,
    value: { kind: "notes", text: server.text, version: server.version },
  });
  return {
    server,
    read: async () => (server.isAway ? problem("offline") : view()),
    save: async (text: string, seenVersion: number): Promise<Answer<WordsView>> => {
      if (server.isAway) return problem("offline");
      server.saves.push(text);
      if (seenVersion !== server.version) return problem("words-changed-meanwhile");
      server.text = text;
      server.version += 1;
      return server.losesAnswers ? problem("offline") : view();
    },
  };
}

/** Where unsent words lie; a reload opens the same one again. */
function openDrawer() {
  let lying: string | null = null;
  return {
    get: () => (lying === null ? null : (JSON.parse(lying) as Unsent)),
    put: (unsent: Unsent | null) => {
      lying = unsent && JSON.stringify(unsent);
    },
  };
}

const settle = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);
const keepers: WordKeeper[] = [];

function device(at: ReturnType<typeof openServer>, drawer = openDrawer()) {
  const keeper = keepWords({ read: at.read, save: at.save, drawer, limit: 20, random: () => 1 });
  keepers.push(keeper);
  return { keeper, drawer };
}

describe("keeping what is typed", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    for (const keeper of keepers.splice(0)) keeper.stop();
    vi.useRealTimers();
  });

  it("[PANEL-2] sends it once, a moment after the last key", async () => {
    const at = openServer();
    const { keeper, drawer } = device(at);
    await keeper.look();
    keeper.type("A");
    await settle(restAfterKey - 1);
    keeper.type("Ask");
    await settle(restAfterKey - 1);
    expect(at.server.saves).toEqual([]);
    await settle(1);
    expect(at.server.saves).toEqual(["Ask"]);
    expect(keeper.writing()).toMatchObject({ text: "Ask", state: "kept" });
    expect(drawer.get()).toBeNull();
  });

  it("[PANEL-2] has it after a reload while the network was away, and sends it when it is back", async () => {
    const at = openServer();
    const { keeper, drawer } = device(at);
    await keeper.look();
    at.server.isAway = true;
    keeper.type("Ask first");
    await settle(5_000);
    expect(keeper.writing().state).toBe("unsent");
    keeper.stop();

    const again = device(at, drawer);
    expect(again.keeper.writing()).toMatchObject({ text: "Ask first", state: "unsent" });
    await again.keeper.look();
    at.server.isAway = false;
    await settle(20_000);
    expect(at.server.text).toBe("Ask first");
    expect(again.keeper.writing().state).toBe("kept");
  });

  it("[PANEL-2] keeps both texts where another device wrote meanwhile, the newest below, and says so", async () => {
    const at = openServer();
    const { keeper } = device(at);
    await keeper.look();
    Object.assign(at.server, { text: "On the phone", version: 1 });
    keeper.type("Here");
    await settle(restAfterKey);
    expect(keeper.writing()).toMatchObject({ text: "On the phone\n\nHere", state: "kept", isJoined: true });
    expect(at.server.text).toBe("On the phone\n\nHere");
  });

  it("[PANEL-2] takes a save whose answer was lost for its own, and joins nothing", async () => {
    const at = openServer();
    const { keeper } = device(at);
    await keeper.look();
    at.server.losesAnswers = true;
    keeper.type("Ask");
    await settle(restAfterKey);
    at.server.losesAnswers = false;
    keeper.type("Ask first");
    await settle(20_000);
    expect(at.server.text).toBe("Ask first");
    expect(keeper.writing()).toMatchObject({ state: "kept", isJoined: false });
  });

  it("shows what another device kept, where nothing is typed here", async () => {
    const at = openServer();
    const { keeper } = device(at);
    await keeper.look();
    Object.assign(at.server, { text: "On the phone", version: 1 });
    await keeper.look();
    expect(keeper.writing()).toMatchObject({ text: "On the phone", state: "kept", isJoined: false });
  });

  it("sends nothing that is too long, and loses nothing of it", async () => {
    const at = openServer();
    const { keeper, drawer } = device(at);
    await keeper.look();
    keeper.type("x".repeat(21));
    await settle(restAfterKey);
    expect(at.server.saves).toEqual([]);
    expect(keeper.writing()).toMatchObject({ isTooLong: true, state: "unsent" });
    expect(drawer.get()?.text).toHaveLength(21);
    expect(await keeper.flush()).toBe(false);
  });

  it("says why where trying again won't help", async () => {
    const at = openServer();
    const keeper = keepWords({
      ...at,
      save: async () => problem("words-are-revealed"),
      drawer: openDrawer(),
      limit: 20,
    });
    keepers.push(keeper);
    keeper.type("Late");
    expect(await keeper.flush()).toBe(false);
    expect(keeper.writing()).toMatchObject({ text: "Late", problem: { refusal: "words-are-revealed" } });
  });

  it("says that all is kept only once the server has it", async () => {
    const at = openServer();
    const { keeper } = device(at);
    keeper.type("Ask");
    expect(await keeper.flush()).toBe(true);
    expect(at.server.text).toBe("Ask");
  });
});

describe("two texts in one", () => {
  it("has each once", () => {
    expect(joined("One", "Two")).toBe("One\n\nTwo");
    expect(joined("One", "One and more")).toBe("One and more");
    expect(joined("One and more", "One")).toBe("One and more");
    expect(joined("", "Two")).toBe("Two");
  });
});
