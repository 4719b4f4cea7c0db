import {
  manyAndFew,
  nestedBlossoms,
  ringWithChords,
  triangleChain,
  triangleLadder,
} from "../../../shared/domain/matching/hard-graphs-fixture.ts";
import type { Bench } from "../harness.ts";
import type { Lab } from "../lab.ts";
import { figure, type Row } from "../report.ts";
import { type OfAllPairs, searchAllPairs } from "./all-pairs.ts";
import { againstForce, againstTampering } from "./correctness.ts";
import { cohort, type Instance, points } from "./instances.ts";
import { lemonPeer } from "./lemon-peer.ts";
import { lock } from "./locks.ts";
import { npmPeers } from "./npm-peers.ts";
import type { Peer } from "./peers.ts";
import { beside } from "./speed.ts";
import { timed } from "./timed.ts";

const sizes = [200, 1000, 3000, 10_000] as const;

/** One proof is tampered with for so many graphs tried by force. */
const tamperedShare = 5;

/** Whether matchings are right and proven, how long they take beside other programs, and what a wish costs. */
export const matching: Bench = {
  measures:
    "whether the best matching is found and proven, and how long it takes for a cohort, for all pairs and after a wish",
  run: async (lab) => {
    const { runs = 50_000 } = lab.options;
    lab.say(`Trying everything for ${runs} small graphs …`);
    const force = timed(() => againstForce(runs));
    const times = Math.ceil(runs / tamperedShare);
    lab.say(`Tampering with ${times} proofs …`);
    const tampered = againstTampering(times);
    const { peers, missing } = await findPeers(lab);
    const rows: Row[] = [];
    for (const instance of instances(lab)) rows.push(...(await beside(instance, peers)));
    const locks = [cohort(1000), cohort(3000), points(3000), cohort(10_000)].map(told(lab, "Locking pairs in", lock));
    const ofAll: OfAllPairs[] = [];
    for (const people of sizes) {
      lab.say(`All pairs of ${people} …`);
      ofAll.push(await searchAllPairs(people));
    }
    return {
      did: [
        `Solved ${runs} random graphs of up to 10 vertices, as they are and with as many pairs as possible, and tried everything for each: every weight and every number of pairs was right, and every proof held (${figure(force.milliseconds / 1000)} s).`,
        `Tampered with ${times} proofs: all were refused.`,
        "Every proof was checked, and where another program solved the same, its weight was the same.",
        "A lock is the time from the wish until the new best matching and its proof stand, for a pair that was not chosen, with as many pairs as possible.",
        "Among all pairs as many as possible were matched. The floor is the worst pair of the fairest such matching, and costs so much of the total.",
      ],
      comparedWith: [...peers.map(({ name }) => `${name}, in the same run.`), ...missing],
      tables: [
        { title: "Proofs tampered with", rows: [...tampered].map(([way, count]) => ({ way, refused: count })) },
        { title: "A matching", rows },
        { title: "A lock", rows: locks },
        { title: "The best among all pairs", rows: ofAll.map(({ best }) => best) },
        { title: "The floor of all pairs", rows: ofAll.map(({ fair }) => fair) },
      ],
    };
  },
};

/** The graphs to solve, each made when its turn comes. */
function* instances({ say }: Lab): Generator<Instance> {
  for (const n of sizes)
    for (const make of [cohort, points]) {
      const instance = make(n);
      say(`${n} of ${instance.name} …`);
      yield instance;
    }
  say("All pairs of 200 and 1,000 as edges …");
  yield cohort(200, 199);
  yield cohort(1000, 999);
  say("Graphs made to be hard …");
  yield* [nestedBlossoms(4999), triangleChain(3333), triangleLadder(3333), manyAndFew(60), ringWithChords(9999)];
}

const told =
  ({ say }: Lab, doing: string, work: (instance: Instance) => Row) =>
  (instance: Instance): Row => {
    say(`${doing} ${instance.n} of ${instance.name} …`);
    return work(instance);
  };

/** Whoever can be laid beside on this machine, and why the others can't. */
async function findPeers(lab: Lab): Promise<{ readonly peers: readonly Peer[]; readonly missing: readonly string[] }> {
  const found = await Promise.allSettled([lemonPeer(lab).then((peer) => [peer]), npmPeers(lab)]);
  const absent = [
    "LEMON is not beside: no C++ compiler with its headers here.",
    "Nothing from npm is beside: it can't be installed here.",
  ];
  return {
    peers: found.flatMap((one) => (one.status === "fulfilled" ? one.value : [])),
    missing: found.flatMap((one, place) => (one.status === "rejected" ? [absent[place] ?? ""] : [])),
  };
}
