/** What a step came to. */
export interface Result {
  readonly passed: number;
  readonly failed: number;
  /** What to read when something failed. */
  readonly output: string;
}

/** One thing that is checked. */
export interface Step {
  readonly name: string;
  readonly run: () => Promise<Result>;
}

/** A step that has run. */
export interface Finished extends Result {
  readonly name: string;
  readonly seconds: number;
}

/** Runs every step, at most so many at once, whatever fails; tells of each as it ends. */
export async function runSteps(
  steps: readonly Step[],
  atOnce: number,
  say: (text: string) => void,
): Promise<readonly Finished[]> {
  const waiting = [...steps];
  const finished: Finished[] = [];
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const one = await timed(step, say);
      finished.push(one);
      say(lineFor(one));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return finished;
}

async function timed({ name, run }: Step, say: (text: string) => void): Promise<Finished> {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const ticker = setInterval(() => say(`… ${name}: running for ${Math.round(seconds())} s`), 60_000);
  const result = await run().catch((error: unknown) => ({ passed: 0, failed: 1, output: String(error) }));
  clearInterval(ticker);
  return { name, seconds: seconds(), ...result };
}

function lineFor({ name, seconds, passed, failed, output }: Finished): string {
  const count = passed + failed > 1 ? `, ${passed} passed${failed ? `, ${failed} failed` : ""}` : "";
  const line = `${failed ? "✗" : "✓"} ${name} (${seconds.toFixed(1)} s${count})`;
  return failed ? `${line}\n${shortened(output).replaceAll(/^/gm, "    ")}\n` : line;
}

/** Enough to begin with: the first of many findings are what one mends first, the last lines hold the sum. */
function shortened(output: string): string {
  const lines = output.trimEnd().split("\n");
  if (lines.length <= most.first + most.last) return lines.join("\n");
  const left = lines.length - most.first - most.last;
  return [...lines.slice(0, most.first), `… ${left} lines more …`, ...lines.slice(-most.last)].join("\n");
}

const most = { first: 150, last: 30 };

/** Adds up what the steps came to. */
export function total(finished: readonly Result[]): { readonly passed: number; readonly failed: number } {
  return {
    passed: finished.reduce((sum, { passed }) => sum + passed, 0),
    failed: finished.reduce((sum, { failed }) => sum + failed, 0),
  };
}
