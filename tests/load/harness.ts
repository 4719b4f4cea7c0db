import type { BenchOptions } from "./command.ts";
import { type Lab, openLab } from "./lab.ts";
import { currentLoad, describeMachine, type Machine } from "./machine.ts";
import { drawTable, type Report } from "./report.ts";

/** One bench: the file that it stands in and a line in `benches.ts` are all it takes. */
export interface Bench {
  /** What it measures, in one line. */
  readonly measures: string;
  /** @throws when an answer was wrong; slow is never wrong. */
  readonly run: (lab: Lab) => Promise<Report>;
}

/** A bench that has run. */
export interface Outcome {
  readonly name: string;
  readonly command: string;
  readonly measures: string;
  readonly startedAt: string;
  readonly seconds: number;
  readonly machine: Machine;
  readonly report: Report | null;
  /** Why there is no report. */
  readonly failure: string | null;
}

/** Runs one bench in a lab of its own and tidies up after it; a failure is an outcome too. */
export async function runBench(
  name: string,
  bench: Bench,
  options: BenchOptions,
  say: (sentence: string) => void,
): Promise<Outcome> {
  const startedAt = new Date();
  const load = currentLoad();
  const { lab, postgres, close } = openLab(options, say);
  let report: Report | null = null;
  const failures: string[] = [];
  const note = (problem: unknown) => failures.push(problem instanceof Error ? problem.message : String(problem));
  try {
    report = await bench.run(lab);
  } catch (problem) {
    note(problem);
  }
  await close().catch(note);
  return {
    name,
    command: commandFor(name, options),
    measures: bench.measures,
    startedAt: startedAt.toISOString(),
    seconds: Math.round((Date.now() - startedAt.getTime()) / 1000),
    machine: describeMachine(postgres(), load),
    report: failures.length > 0 ? null : report,
    failure: failures.length > 0 ? failures.join("\n") : null,
  };
}

const commandFor = (name: string, options: BenchOptions): string =>
  [`npm run bench -- ${name}`, ...Object.entries(options).map(([option, value]) => `--${option} ${value}`)].join(" ");

/** An outcome in plain text. */
export function drawOutcome({
  name,
  command,
  measures,
  seconds,
  startedAt,
  machine,
  report,
  failure,
}: Outcome): string {
  const { processor, cores, memoryGiB, system, node, postgres, loadBefore } = machine;
  const head = [
    `${name}: ${measures}`,
    `  command  ${command}`,
    `  machine  ${processor}, ${cores} cores, ${memoryGiB} GiB, ${system}, Node ${node}, PostgreSQL ${postgres}; load before: ${loadBefore}`,
    `  when     ${startedAt}, for ${seconds} s`,
  ];
  if (!report) return [...head, `  FAILED   ${failure}`].join("\n");
  return [
    ...head,
    ...report.did.map((sentence) => `  did      ${sentence}`),
    ...report.comparedWith.map((sentence) => `  beside   ${sentence}`),
    ...report.tables.map((table) => `\n${drawTable(table)}`),
  ].join("\n");
}
