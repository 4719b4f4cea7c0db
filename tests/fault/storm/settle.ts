import { setTimeout as sleep } from "node:timers/promises";
import { checkInEvents } from "../../world.ts";
import type { Aim } from "./arm.ts";
import { tidingsOf } from "./carry-out.ts";
import { judge, type Verdict, type Wanted } from "./judge.ts";
import { isDoneInOutlook } from "./plan.ts";
import type { KeptCheckIn } from "./records.ts";
import type { Stage } from "./stage.ts";

/** An intent that was carried out, and what is to stand in the end. */
export interface Done {
  readonly aim: Aim;
  readonly wanted: Wanted | null;
  /** How many pieces of news there were of this check-in before. */
  readonly newsBefore: number;
}

/** How long a round may take to settle, and then how long Outlook may take to show it in every calendar, in milliseconds. */
const boundMs = 180_000;
const showingMs = 10_000;
const lookEveryMs = 300;

/** Waits until nothing is owed to any of the calendars and everybody was told. @returns those that did not settle in time. */
export async function settle({ records }: Stage, all: readonly Done[]): Promise<readonly Done[]> {
  const end = Date.now() + boundMs;
  for (;;) {
    const kept = await records.checkIns(all.map(({ aim }) => aim.checkInId));
    const open = all.filter((done) => !isSettled(done, kept.get(done.aim.checkInId)));
    if (open.length === 0 || Date.now() > end) return open;
    await sleep(lookEveryMs);
  }
}

/** What was done in Outlook has to be found first; what we do ourselves was written down before it was waited for. */
const isSettled = ({ aim, wanted }: Done, record: KeptCheckIn | undefined): boolean =>
  record !== undefined &&
  !record.owes &&
  record.jobs === 0 &&
  (!isDoneInOutlook(aim.intent) || hasFollowed(wanted, record));

const hasFollowed = (wanted: Wanted | null, { status, startsAt, endsAt }: KeptCheckIn): boolean =>
  wanted === null ? status === "cancelled" : startsAt === wanted.startsAt && endsAt === wanted.endsAt;

/** What stands for each, looked at again for a moment where it isn't right: invitations are on their way. */
export async function judgeAll(stage: Stage, all: readonly Done[]): Promise<readonly Verdict[]> {
  const end = Date.now() + showingMs;
  for (;;) {
    const verdicts = await look(stage, all);
    if (verdicts.every(({ outcome }) => outcome === "right") || Date.now() > end) return verdicts;
    await sleep(2 * lookEveryMs);
  }
}

async function look({ world, records }: Stage, all: readonly Done[]): Promise<readonly Verdict[]> {
  const events = await checkInEvents(world);
  const kept = await records.checkIns(all.map(({ aim }) => aim.checkInId));
  return all.map(({ aim: { intent, pair, checkInId }, wanted, newsBefore }) => {
    const record = kept.get(checkInId);
    const members = pair.people.map(({ oid }) => oid);
    const copies = events.filter(({ mailbox }) => members.includes(mailbox));
    const news = record?.news.slice(newsBefore) ?? [];
    return judge({ wanted, tidings: tidingsOf(intent) }, { members, copies, record, news });
  });
}
