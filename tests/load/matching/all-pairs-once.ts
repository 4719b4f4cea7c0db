import { allPairsMatching, type Progress, type WeightOf } from "../../../shared/domain/matching/all-pairs.ts";
import { checkAllPairs } from "../../../shared/domain/matching/certificate.ts";
import { checkWitnessOfAllPairs } from "../../../shared/domain/matching/check-witness.ts";
import { fairestFloor } from "../../../shared/domain/matching/floor.ts";
import type { Matching } from "../../../shared/domain/matching/solver.ts";
import { cohortOf } from "./cohorts.ts";
import { type Timed, timed } from "./timed.ts";

/** How long something took, in milliseconds by the clock and of processors. */
export type Took = Pick<Timed<unknown>, "milliseconds" | "processor">;

/** What the searches among all pairs of one cohort came to. */
export interface Once {
  /** The first search of this process, another one after it, and the checker's look at all pairs. */
  readonly first: Took;
  readonly again: Took;
  readonly check: Took;
  readonly rounds: number;
  readonly pairs: number;
  /** Finding the floor; what it is, what the worst pair was worth without it, and which part of the total it costs, in per cent. */
  readonly fair: Took;
  readonly floor: number;
  readonly worst: number;
  readonly cost: number;
  /** The most memory that this process held at any step, and what it held before it began, in MB. */
  readonly peak: number;
  readonly before: number;
}

/** Searches a cohort of so many people in a process of its own, whose memory is nobody else's. Prints what it came to. */
const people = Number(process.argv[2]);
const scored = cohortOf(people, people);
const options = { maxCardinality: true };
const held = () => process.memoryUsage.rss() / 1e6;
const before = held();
let peak = before;

function runToEnd<Result>(steps: Generator<Progress, Result>): { readonly result: Result; readonly rounds: number } {
  for (let rounds = 1; ; ) {
    const step = steps.next();
    peak = Math.max(peak, held());
    if (step.done) return { result: step.value, rounds };
    rounds = step.value.round;
  }
}

function prove(weightOf: WeightOf, { mate, certificate }: Matching): void {
  const verdict = checkAllPairs(people, weightOf, mate, certificate, options);
  if (!verdict.ok) throw new Error(`The proof for all pairs of ${people} doesn't hold: ${verdict.why}`);
}

const worths = ({ mate }: Matching): number[] => [...mate].flatMap((v, u) => (u < v ? [scored(u, v)] : []));
const took = ({ milliseconds, processor }: Took): Took => ({ milliseconds, processor });

const first = timed(() => runToEnd(allPairsMatching(people, scored, options)));
const again = timed(() => runToEnd(allPairsMatching(people, scored, options)));
const { result: best, rounds } = again.result;
const check = timed(() => prove(scored, best));

const fair = timed(() => runToEnd(fairestFloor(people, scored)).result);
const { floor, size, ofSize, ofFloor } = fair.result;
const witnessed = [
  checkWitnessOfAllPairs(people, (u, v) => scored(u, v) > Number.NEGATIVE_INFINITY, size, ofSize),
  checkWitnessOfAllPairs(people, (u, v) => scored(u, v) > floor, size - 1, ofFloor),
];
if (witnessed.some(({ ok }) => !ok)) throw new Error(`The floor of ${people} is not witnessed.`);
const fairly: WeightOf = (u, v) => (scored(u, v) < floor ? Number.NEGATIVE_INFINITY : scored(u, v));
const fairest = runToEnd(allPairsMatching(people, fairly, options)).result;
prove(fairly, fairest);

const once: Once = {
  first: took(first),
  again: took(again),
  check: took(check),
  rounds,
  pairs: worths(best).length,
  fair: took(fair),
  floor,
  worst: Math.min(...worths(best)),
  cost: 100 * (1 - fairest.weight / best.weight),
  peak,
  before,
};
process.stdout.write(JSON.stringify(once));
