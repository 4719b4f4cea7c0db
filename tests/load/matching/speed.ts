import { checkCertificate } from "../../../shared/domain/matching/certificate.ts";
import { maximumWeightMatching } from "../../../shared/domain/matching/solver.ts";
import { percentile } from "../percentiles.ts";
import { figure, type Row } from "../report.ts";
import type { Instance } from "./instances.ts";
import { canSolve, type Peer } from "./peers.ts";
import { timed } from "./timed.ts";

const runs = 9;

/**
 * Solves an instance several times, checks the proof, and asks every peer that can.
 *
 * @returns a row for each who solved it.
 * @throws where a proof doesn't hold or a peer finds another weight.
 */
export async function beside(instance: Instance, peers: readonly Peer[]): Promise<readonly Row[]> {
  const { name, n, edges } = instance;
  const solved = Array.from({ length: runs }, () => timed(() => maximumWeightMatching(n, edges)));
  const { mate, weight, certificate } = (solved[0] ?? timed(() => maximumWeightMatching(n, edges))).result;
  const checks = Array.from({ length: runs }, () => timed(() => checkCertificate(n, edges, mate, certificate)));
  const wrong = checks.find(({ result }) => !result.ok);
  if (wrong) throw new Error(`The proof for ${n} of ${name} doesn't hold: ${JSON.stringify(wrong.result)}`);
  const times = solved.map(({ milliseconds }) => milliseconds);
  const about = { instance: name, n, edges: edges.length };
  const rows: Row[] = [
    {
      ...about,
      by: "Counterpoint",
      "best ms": figure(Math.min(...times)),
      "processor, best ms": figure(Math.min(...solved.map(({ processor }) => processor))),
      "p50 ms": figure(percentile(times, 50)),
      "check, best ms": figure(Math.min(...checks.map(({ milliseconds }) => milliseconds))),
      blossoms: certificate.z.length,
    },
  ];
  for (const peer of peers.filter((one) => canSolve(one, instance))) {
    const found = await peer.solve(instance);
    if (found.weight !== weight)
      throw new Error(`${name}, ${n}: ${peer.name} finds ${found.weight}, we find ${weight}.`);
    const { milliseconds, processor } = found;
    rows.push({ ...about, by: peer.name, "best ms": figure(milliseconds), "processor, best ms": figure(processor) });
  }
  return rows;
}
