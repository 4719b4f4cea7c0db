import fc from "fast-check";
import { bestByForce } from "../../../shared/domain/matching/brute-force-fixture.ts";
import { checkCertificate } from "../../../shared/domain/matching/certificate.ts";
import { nestedBlossoms } from "../../../shared/domain/matching/hard-graphs-fixture.ts";
import { graphFrom, numbersFor } from "../../../shared/domain/matching/small-graph-fixture.ts";
import { maximumWeightMatching } from "../../../shared/domain/matching/solver.ts";
import { copyOf, tamperings } from "../../../shared/domain/matching/tampering-fixture.ts";
import { chanceOf } from "./chance.ts";

/** Another run begins with another seed by itself; what fails prints its own. */
const seed = 20261124;

/** Any graph of up to so many vertices. */
const smallGraphs = (mostVertices: number) =>
  fc
    .array(fc.nat(2 ** 30), { maxLength: numbersFor(mostVertices), size: "max" })
    .map((numbers) => graphFrom(numbers, mostVertices));

/**
 * Solves random small graphs, as they are and with as many pairs as possible, and holds each against trying everything and against its proof.
 *
 * @throws for the first that is wrong.
 */
export function againstForce(graphs: number): void {
  fc.assert(
    fc.property(smallGraphs(10), ({ n, edges }) =>
      [false, true].every((maxCardinality) => {
        const { mate, weight, certificate } = maximumWeightMatching(n, edges, { maxCardinality });
        const best = bestByForce({ n, edges }, maxCardinality);
        const isMost = !maxCardinality || mate.filter((partner) => partner >= 0).length === 2 * best.size;
        return weight === best.weight && isMost && checkCertificate(n, edges, mate, certificate, { maxCardinality }).ok;
      }),
    ),
    { seed, numRuns: graphs },
  );
}

/**
 * Tampers with proofs in every way there is, by turns.
 *
 * @returns how often in which way.
 * @throws for the first that is not refused.
 */
export function againstTampering(times: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const graphs = fc.sample(fc.oneof(smallGraphs(14), fc.constant(nestedBlossoms(5))), { seed, numRuns: 500 });
  const proven = graphs.map(({ n, edges }) => ({ n, edges, matching: maximumWeightMatching(n, edges) }));
  const { below } = chanceOf(seed);
  for (let done = 0, turn = 0; done < times; turn += 1) {
    const { n, edges, matching } = proven[below(proven.length)] ?? { n: 0, edges: [], matching: null };
    const way = tamperings[turn % tamperings.length];
    const tampered = matching && way?.tamper(copyOf(matching), below);
    if (!way || !tampered) continue;
    if (checkCertificate(n, edges, tampered.mate, tampered.certificate).ok)
      throw new Error(`A proof was accepted in which ${way.name}: ${JSON.stringify({ n, edges })}.`);
    counts.set(way.name, (counts.get(way.name) ?? 0) + 1);
    done += 1;
  }
  return counts;
}
