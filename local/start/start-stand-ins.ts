import type { Postgres } from "../postgres/postgres.ts";
import { type Supervised, supervise } from "../processes/supervise.ts";
import { runErrand } from "./errand.ts";
import { grace, type Making } from "./making.ts";
import { standIns } from "./programs.ts";

/** Starts Microsoft's stand-ins: the sign-in first, as the others fetch its keys. */
export async function startStandIns(
  making: Making,
  postgres: Postgres,
): Promise<Record<"signIn" | "graph" | "window", Supervised>> {
  const { supervision, closers, step } = making;
  step("Starting the sign-in, the calendars and the window …");
  const programs = standIns(making.entries, making.ports, postgres, making.stateDir);
  const run = async (one: Supervised) => {
    closers.add(() => one.stop(grace.standIn));
    await one.start();
    return one;
  };
  const signIn = await run(supervise(programs.signIn, supervision));
  const [graph, window] = await Promise.all([
    run(supervise(programs.graph, supervision)),
    run(supervise(programs.window, supervision)),
  ]);
  return { signIn, graph, window };
}

/** Builds the pages where their sources have changed since they were built last. */
export async function buildPages({ entries, step }: Making): Promise<void> {
  step("Building the pages, where their sources have changed …");
  await runErrand({ name: "Building the pages", entry: entries.build, args: ["--if-changed"] });
}
