import { describe, expect, it } from "vitest";
import { EventLine, type EventWay } from "./event-line.ts";

const waits = { late: 20, gather: 20 };

/** What the bot heard of three events, the last two at one moment, after everything had time to come. */
async function heard(
  way: EventWay,
): Promise<{ readonly atOnce: readonly string[]; readonly later: readonly string[] }> {
  const line = new EventLine(waits);
  line.way = way;
  const told: string[] = [];
  const event = (name: string) => async () => told.push(name);
  await line.send([event("start"), event("join")]);
  await line.send([event("leave")]);
  const atOnce = [...told];
  await new Promise((resolve) => setTimeout(resolve, 200));
  return { atOnce, later: told.slice(atOnce.length) };
}

describe("a meeting's events reach the bot", () => {
  it.each([
    ["as-they-happen", ["start", "join", "leave"], []],
    ["lost", [], []],
    ["late", [], ["start", "join", "leave"]],
    ["twice", ["start", "start", "join", "join", "leave", "leave"], []],
    ["wrong-order", [], ["leave", "join", "start"]],
  ] as const)("%s", async (way, atOnce, later) => expect(await heard(way)).toEqual({ atOnce, later }));

  it("at once again when the way is changed back", async () => {
    const line = new EventLine({ late: 20, gather: 60_000 });
    line.way = "wrong-order";
    const told: string[] = [];
    await line.send([async () => told.push("start"), async () => told.push("join")]);
    line.way = "as-they-happen";
    await expect.poll(() => told).toEqual(["join", "start"]);
  });
});
