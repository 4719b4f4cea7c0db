import { checkCertificate } from "../../../shared/domain/matching/certificate.ts";
import { WhatIf } from "../../../shared/domain/matching/what-if.ts";
import { percentile } from "../percentiles.ts";
import { figure, type Row } from "../report.ts";
import { chanceOf } from "./chance.ts";
import type { Instance } from "./instances.ts";
import { timed } from "./timed.ts";

const warmUp = 20;
const wishes = 200;

/**
 * Locks pairs that were not chosen, one after the other, each taken back before the next, and times how long the new best takes.
 *
 * @throws where a proof doesn't hold; every twentieth is checked.
 */
export function lock({ name, n, edges }: Instance): Row {
  const cohort = new WhatIf(n, edges, { maxCardinality: true });
  const before = cohort.solve();
  const { below } = chanceOf(n);
  const times: number[] = [];
  const processors: number[] = [];
  const moved: number[] = [];
  for (let wish = 0; wish < warmUp + wishes; ) {
    const [u, v] = edges[below(edges.length)] ?? [0, 0];
    if (before.mate[u] === v) continue;
    const { result, milliseconds, processor } = timed(() => {
      cohort.force(u, v);
      return cohort.solve();
    });
    if (wish % 20 === 0) prove(cohort, n, result);
    cohort.release(u, v);
    wish += 1;
    if (wish <= warmUp) continue;
    times.push(milliseconds);
    processors.push(processor);
    moved.push(result.mate.filter((partner, person) => partner !== before.mate[person]).length / 2);
  }
  return {
    instance: name,
    n,
    locks: times.length,
    "p50 ms": figure(percentile(times, 50)),
    "p95 ms": figure(percentile(times, 95)),
    "max ms": figure(percentile(times, 100)),
    "processor, p50 ms": figure(percentile(processors, 50)),
    "processor, p95 ms": figure(percentile(processors, 95)),
    "pairs that differ, p50": percentile(moved, 50),
  };
}

function prove(cohort: WhatIf, n: number, { mate, certificate }: ReturnType<WhatIf["solve"]>): void {
  const verdict = checkCertificate(n, cohort.standing(), mate, certificate, { maxCardinality: true });
  if (!verdict.ok) throw new Error(`The proof after a lock doesn't hold: ${verdict.why}`);
}
