import { installBeside } from "../install-beside.ts";
import type { Lab } from "../lab.ts";
import type { Instance } from "./instances.ts";
import type { Finding, Peer } from "./peers.ts";
import { timed } from "./timed.ts";

const folder = new URL("./beside/", import.meta.url);

/** What is used of HiGHS: it maximises a model in the LP format. */
interface Highs {
  readonly solve: (model: string) => { readonly Status: string; readonly ObjectiveValue: number };
}

/** The port's only function. Partners by vertex, up to the last that has an edge, or -1. */
type Port = (edges: readonly (readonly number[])[]) => readonly number[];

/** The peers that npm has. @throws where they can't be installed. */
export async function npmPeers({ say }: Lab): Promise<readonly Peer[]> {
  await installBeside(
    folder,
    "Installing HiGHS and a port of the same algorithm from npm, to lay beside (4 MB) …",
    say,
  );
  const loadHighs = await load<() => Promise<Highs>>("highs/build/highs.mjs");
  const port = await load<Port>("edmonds-blossom-fixed/app/blossom.js");
  const highs = await loadHighs();
  return [
    { name: "edmonds-blossom-fixed (npm)", upTo: { n: 1000, edges: 30_000 }, solve: async (one) => byPort(port, one) },
    { name: "HiGHS (npm)", upTo: { n: 1000, edges: 30_000 }, solve: async (one) => byHighs(highs, one) },
  ];
}

async function load<Exported>(path: string): Promise<Exported> {
  const loaded: { readonly default: Exported } = await import(new URL(`node_modules/${path}`, folder).href);
  return loaded.default;
}

function byPort(port: Port, { edges }: Instance): Finding {
  const { result: mate, milliseconds, processor } = timed(() => port(edges.map((edge) => [...edge])));
  const weight = edges.reduce((sum, [u, v, worth]) => (mate[u] === v ? sum + worth : sum), 0);
  return { milliseconds, processor, weight };
}

function byHighs(highs: Highs, instance: Instance): Finding {
  const { result, milliseconds, processor } = timed(() => highs.solve(modelOf(instance)));
  if (result.Status !== "Optimal") throw new Error(`HiGHS ended with "${result.Status}".`);
  return { milliseconds, processor, weight: Math.round(result.ObjectiveValue) };
}

/** Every edge is taken or not; of those at a vertex at most one is. */
function modelOf({ n, edges }: Instance): string {
  const at: string[][] = Array.from({ length: n }, () => []);
  edges.forEach(([u, v], edge) => {
    at[u]?.push(`x${edge}`);
    at[v]?.push(`x${edge}`);
  });
  return [
    "Maximize",
    `obj: ${edges.map(([, , weight], edge) => `${weight} x${edge}`).join("\n + ")}`,
    "Subject To",
    ...at.flatMap((taken, v) => (taken.length > 0 ? [`v${v}: ${taken.join("\n + ")} <= 1`] : [])),
    "Binary",
    ...edges.map((_, edge) => `x${edge}`),
    "End",
  ].join("\n");
}
