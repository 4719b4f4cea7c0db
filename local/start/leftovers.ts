import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { postmasterOf } from "../postgres/running.ts";
import { identify, isSame, type ProcessIdentity, signal } from "../processes/identity.ts";
import { LocalProblem } from "../processes/problem.ts";
import { openRegister, type Register, type Registered } from "../processes/register.ts";

const supervisor = "supervisor";
const registerFile = "processes.json";

/**
 * Makes this process the one that supervises a state folder: ends what an earlier one left running (it was killed, or
 * the machine slept through its end), and refuses while an earlier one still supervises.
 */
export async function claimState(stateDir: string, say: (sentence: string) => void): Promise<Register> {
  const register = openRegister(join(stateDir, registerFile));
  const living = register.living();
  const other = living.find(({ name, pid }) => name === supervisor && pid !== process.pid);
  if (other) {
    throw new LocalProblem(
      `Counterpoint is already running from this folder (process ${other.pid}). Stop it with Ctrl-C where it runs, or with: kill ${other.pid}`,
    );
  }
  const leftOver = living.filter(({ name }) => name !== supervisor);
  if (leftOver.length > 0) {
    say(`An earlier start left ${leftOver.map(({ name }) => name).join(", ")} running; stopping that first …`);
    await endAll(leftOver);
  }
  register.clear();
  register.add(supervisor, process.pid);
  return register;
}

/** Ends these processes: asks first, and kills those that take longer than ten seconds. */
async function endAll(processes: readonly Registered[]): Promise<void> {
  for (const { pid } of processes) signal(pid, "SIGTERM");
  await untilGone(processes, 10_000);
  for (const { pid } of processes.filter(isSame)) signal(pid, "SIGKILL");
  await untilGone(processes, 2000);
}

/** Ends everything that belongs to a state folder this instant, with the children each may have. */
export async function killEverything(stateDir: string): Promise<void> {
  const processes = openRegister(join(stateDir, registerFile))
    .living()
    .filter(({ name }) => name !== supervisor);
  for (const { pid } of processes) signal(process.platform === "win32" ? pid : -pid, "SIGKILL");
  const postmaster = identify(postmasterOf(join(stateDir, "postgres"))?.pid ?? 0);
  // SIGQUIT ends PostgreSQL's own children as well; the next start recovers what was committed.
  if (postmaster) signal(postmaster.pid, "SIGQUIT");
  await untilGone([...processes, ...(postmaster ? [postmaster] : [])], 5000);
}

async function untilGone(processes: readonly ProcessIdentity[], milliseconds: number): Promise<void> {
  const deadline = performance.now() + milliseconds;
  while (processes.some(isSame) && performance.now() < deadline) await wait(20);
}
