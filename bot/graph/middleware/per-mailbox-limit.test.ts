import { Client } from "@microsoft/microsoft-graph-client";
import { describe, expect, it, vi } from "vitest";
import { link } from "./link.ts";
import { perMailboxLimit } from "./per-mailbox-limit.ts";

/** A Graph that answers each request when told to. */
function patientGraph() {
  const inside: string[] = [];
  const ends: (() => void)[] = [];
  const end = link(async (context) => {
    inside.push(String(context.options?.method));
    await new Promise<void>((resolve) => ends.push(resolve));
    context.response = Response.json({});
  });
  const clientWithChain = () =>
    Client.initWithMiddleware({ middleware: [perMailboxLimit(), end], baseUrl: "http://limits/" });
  return { inside, ends, clientWithChain };
}

const started = (graph: ReturnType<typeof patientGraph>, count: number) =>
  vi.waitFor(() => expect(graph.inside).toHaveLength(count));

describe("a mailbox's limit", () => {
  it("lets four in, whichever client they come from, and the others in the order they came", async () => {
    const graph = patientGraph();
    const [one, two] = [graph.clientWithChain(), graph.clientWithChain()];
    const calls = [1, 2, 3, 4].map((number) => (number % 2 ? one : two).api("/users/Ana/events").get());
    await started(graph, 4);
    calls.push(two.api("/users/ana/calendar").post({}), one.api("/users/ana/calendar").put({}));
    graph.ends[0]?.();
    await started(graph, 5);
    graph.ends[1]?.();
    await started(graph, 6);
    expect(graph.inside.slice(4)).toEqual(["POST", "PUT"]);
    for (const end of graph.ends) end();
    await Promise.all(calls);
  });

  it("keeps nobody waiting for another mailbox or for the directory", async () => {
    const graph = patientGraph();
    const client = graph.clientWithChain();
    const calls = [1, 2, 3, 4].map(() => client.api("/users/ben/events").get());
    calls.push(client.api("/users/chidi/events").get(), client.api("/users/ben").get());
    await started(graph, 6);
    for (const end of graph.ends) end();
    expect(await Promise.all(calls)).toHaveLength(6);
  });

  it("gives up the place in the queue of whoever gives up", async () => {
    const graph = patientGraph();
    const client = graph.clientWithChain();
    const calls = [1, 2, 3, 4].map(() => client.api("/users/dara/events").get());
    await started(graph, 4);
    const leaving = new AbortController();
    const left = client.api("/users/dara/events").option("signal", leaving.signal).get();
    const last = client.api("/users/dara/events").get();
    leaving.abort();
    await expect(left).rejects.toMatchObject({ code: "AbortError" });
    graph.ends[0]?.();
    await started(graph, 5);
    for (const end of graph.ends) end();
    await Promise.all([...calls, last]);
    expect(graph.inside).toHaveLength(5);
  });
});
