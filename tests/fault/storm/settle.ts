import { setTimeout as sleep } from "node:timers/promises";
import type { Aim } from "./arm.ts";
import { tidingsOf } from "./carry-out.ts";
import { judge, type Verdict, type Wanted } from "./judge.ts";
import { patienceMs } from "./patience.ts";
import { isDoneInOutlook } from "./plan.ts";
import type { KeptCheckIn } from "./records.ts";
import type { Stage } from "./stage.ts";
import { standingIn } from "./standing.ts";

/** An intent that was carried out, and what is to stand in the end. */
export interface Done {
  readonly aim: Aim;
  readonly wanted: Wanted | null;
  /** How many pieces of news there were of this check-in before. */
  readonly newsBefore: number;
}

/** How long Outlook may take to show in every calendar what has settled, in milliseconds. */
const showingMs = 10_000;
const lookEveryMs = 400;

/** Waits until nothing is owed to any of the calendars and everybody was told. @returns whether it came to that in time. */
export async function settle({ records }: Stage, done: Done): Promise<boolean> {
  const { checkInId } = done.aim;
  const end = Date.now() + patienceMs;
  for (;;) {
    if (isSettled(done, (await records.checkIns([checkInId])).get(checkInId))) return true;
    if (Date.now() > end) return false;
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

/** What stands, looked at again for a moment where it isn't right: invitations are on their way. */
export async function judgeOnceShown(stage: Stage, done: Done): Promise<Verdict> {
  const end = Date.now() + showingMs;
  for (;;) {
    const verdict = await judgeNow(stage, done);
    if (verdict.outcome === "right" || Date.now() > end) return verdict;
    await sleep(2 * lookEveryMs);
  }
}

async function judgeNow({ world, records }: Stage, { aim, wanted, newsBefore }: Done): Promise<Verdict> {
  const { intent, pair, checkInId } = aim;
  const members = pair.people.map(({ oid }) => oid);
  const copies = (await Promise.all(members.map((mailbox) => standingIn(world, mailbox)))).flat();
  const record = (await records.checkIns([checkInId])).get(checkInId);
  const news = record?.news.slice(newsBefore) ?? [];
  return judge({ wanted, tidings: tidingsOf(intent) }, { members, copies, record, news });
}
