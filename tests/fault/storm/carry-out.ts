import { setTimeout as sleep } from "node:timers/promises";
import type { SlotView } from "../../../shared/contract/check-ins.ts";
import { postJson } from "../../world.ts";
import type { Aim } from "./arm.ts";
import { askForTimes, tryCall } from "./ask.ts";
import type { Wanted } from "./judge.ts";
import { patienceMs } from "./patience.ts";
import { type Intent, isDoneInOutlook } from "./plan.ts";
import type { KeptCheckIn } from "./records.ts";
import { mustAnswer, type Stage } from "./stage.ts";
import { standingIn } from "./standing.ts";

/** What stood before the intent. */
export interface Before {
  readonly startsAt: number | null;
  readonly joinUrl: string | null;
  readonly offered: readonly SlotView[];
  /** How many pieces of news there were of this check-in. */
  readonly news: number;
}

/** After how long a person tries again what may not have been heard, in milliseconds. */
const pauseMs = 500;

/**
 * Does what the pair wants, as people do: by the app, again and again until it is certain to be kept; or in Outlook.
 *
 * @returns what is to stand in the end.
 */
export async function carryOut(stage: Stage, aim: Aim, before: Before): Promise<Wanted | null> {
  if (isDoneInOutlook(aim.intent)) return doInOutlook(stage, aim, before);
  if (aim.intent.kind !== "second-thoughts") return keepAsking(stage, aim, before);
  await keepAsking(stage, { ...aim, intent: { ...aim.intent, kind: "booking", minutes: usualMinutes } }, before);
  await sleep(aim.intent.laterMs);
  return keepAsking(stage, { ...aim, intent: { ...aim.intent, kind: "cancellation" } }, before);
}

/** How long a check-in is when it is booked. */
const usualMinutes = 60;

/** What people are told when it went well, each as "booked, cancelled". */
export function tidingsOf(intent: Intent): readonly string[] {
  const inOutlook = isDoneInOutlook(intent);
  switch (intent.kind) {
    case "booking":
      return ["booked"];
    case "move":
      return [inOutlook ? "moved-in-outlook" : "moved"];
    case "length":
      return [inOutlook ? "length-changed-in-outlook" : "moved"];
    case "cancellation":
      return [inOutlook ? "cancelled-in-outlook" : "cancelled"];
    case "second-thoughts":
      return ["cancelled", "booked, cancelled"];
  }
}

async function keepAsking(stage: Stage, aim: Aim, before: Before): Promise<Wanted | null> {
  let { offered } = before;
  const end = Date.now() + patienceMs;
  while (Date.now() < end) {
    const wanted = wantedOf(aim, { ...before, offered });
    const answer = await tryCall(stage, askerOf(aim), ...doorOf(aim, wanted));
    if (answer?.status === 200 || (await isKept(stage, aim, wanted))) return wanted;
    await sleep(pauseMs);
    // The times on offer may have gone: a person asks for others.
    if (answer?.body.refusal === "time-not-offered") offered = (await askForTimes(stage, aim.pair, aim.intent)).offered;
  }
  throw new Error(`Intent ${aim.intent.number} was never heard.`);
}

const askerOf = ({ intent, pair }: Aim) => pair.people[intent.by === 0 ? 0 : 1];

function wantedOf({ intent: { kind, choice, minutes } }: Aim, { startsAt, joinUrl, offered }: Before): Wanted | null {
  if (minutes === null) return null;
  const slot = kind === "length" ? null : (offered[choice] ?? offered[0]);
  const begins = slot ? Date.parse(slot.startsAt) : startsAt;
  if (begins === null) throw new Error("There is no hour to be at.");
  return { startsAt: begins, endsAt: begins + minutes * 60_000, joinUrl };
}

function doorOf({ intent: { kind, minutes }, checkInId }: Aim, wanted: Wanted | null): [door: string, body: unknown] {
  const door = `POST /api/check-ins/${checkInId}`;
  if (!wanted || kind === "cancellation") return [`${door}/cancellation`, {}];
  if (kind === "length") return [`${door}/length`, { minutes }];
  return [`${door}/booking`, { startsAt: new Date(wanted.startsAt).toISOString() }];
}

/** Whether the wish was written down though nobody heard the answer. */
async function isKept({ records }: Stage, { checkInId }: Aim, wanted: Wanted | null): Promise<boolean> {
  const record = (await records.checkIns([checkInId])).get(checkInId);
  if (!record) return false;
  if (!wanted) return record.status === "cancelled";
  if (record.status !== "booking" && record.status !== "booked" && record.status !== "moving") return false;
  return isAt(record.movingTo ?? record, wanted);
}

const isAt = ({ startsAt, endsAt }: Pick<KeptCheckIn, "startsAt" | "endsAt">, wanted: Wanted): boolean =>
  startsAt === wanted.startsAt && endsAt === wanted.endsAt;

/** The organiser does it in Outlook itself. */
async function doInOutlook(stage: Stage, aim: Aim, before: Before): Promise<Wanted | null> {
  const wanted = wantedOf(aim, before);
  const { kind, minutes } = aim.intent;
  if (kind === "length") await actInOutlook(stage, aim, "lengthen", { minutes });
  else if (wanted) await actInOutlook(stage, aim, "move", { start: wallTime(wanted.startsAt), timeZone: "UTC" });
  else await actInOutlook(stage, aim, "cancel", {});
  const { trouble } = aim.intent;
  if (trouble.kind === "notices" && trouble.how === "reorder") await overtake(stage, aim);
  return wanted;
}

/** Something else changes in the organiser's calendar, the notice of which comes before the one that was held back. */
async function overtake({ world }: Stage, { organiser }: Aim): Promise<void> {
  const at = (hours: number) => ({ dateTime: wallTime(Date.now() + hours * 3_600_000), timeZone: "UTC" });
  const lunch = { subject: "Lunch", start: at(1), end: at(2), showAs: "free" };
  await untilItAnswers(() =>
    mustAnswer(postJson(new URL(`/_local/outlook/${organiser}/events`, world.urls.graph).href, lunch)),
  );
}

/** Does it again while the calendars' database is away. @throws what the last try met. */
async function untilItAnswers<Answer>(work: (tries: number) => Promise<Answer>): Promise<Answer> {
  const end = Date.now() + patienceMs;
  for (let tries = 1; ; tries += 1) {
    try {
      return await work(tries);
    } catch (problem) {
      if (Date.now() > end) throw problem;
      await sleep(pauseMs);
    }
  }
}

const wallTime = (at: number) => new Date(at).toISOString().slice(0, 19);

/** Acts as the organiser in Outlook on the meeting that stands. */
export const actInOutlook = (
  { world }: Stage,
  { organiser }: Pick<Aim, "organiser">,
  act: "move" | "lengthen" | "cancel",
  body: unknown,
): Promise<void> =>
  untilItAnswers(async (tries) => {
    const [copy] = await standingIn(world, organiser);
    // Gone on a second try: the first cancelled it, and only its answer was lost.
    if (!copy && act === "cancel" && tries > 1) return;
    if (!copy) throw new Error("The organiser has no check-in in Outlook.");
    const door = `/_local/outlook/${organiser}/events/${copy.immutableId}/${act}`;
    await mustAnswer(postJson(new URL(door, world.urls.graph).href, body));
  });
