import { setTimeout as sleep } from "node:timers/promises";
import { personalChatId } from "../../../local/window/people.ts";
import { postJson } from "../../world.ts";
import type { Aim } from "./arm.ts";
import { askForTimes } from "./ask.ts";
import { actInOutlook, carryOut } from "./carry-out.ts";
import type { Dice } from "./dice.ts";
import { patienceMs } from "./patience.ts";
import type { Done } from "./settle.ts";
import { mustAnswer, type Stage, type StormPair } from "./stage.ts";

/** A check-in that is moved in Outlook again and again to begin within minutes, so that its reminder is due. */
interface Reminded {
  readonly aim: Aim;
  startsAt: number;
}

/** Keeps reminders coming while a storm goes on. */
export interface Reminders {
  /** Makes them due anew, once a minute, and has the product look what is due. Ends when it has looked, or the calendars stay away. */
  readonly comeDue: () => Promise<void>;
  /** What is to stand in the calendars of those who are reminded. */
  readonly standing: () => readonly Done[];
}

const minuteMs = 60_000;
const usualMinutes = 60;

/** Books a check-in for each of the pairs that are reminded. */
export async function beginReminders(stage: Stage, dice: Dice): Promise<Reminders> {
  const reminded: Reminded[] = [];
  for (const pair of stage.remindedPairs) reminded.push(await book(stage, pair));
  let lastMinute = 0;
  return {
    comeDue: async () => {
      const minute = Math.floor(Date.now() / minuteMs);
      if (minute === lastMinute) return;
      lastMinute = minute;
      for (const one of reminded) {
        one.startsAt = (minute + 9) * minuteMs;
        await troubleChat(stage, one, dice);
        const start = new Date(one.startsAt).toISOString().slice(0, 19);
        await actInOutlook(stage, one.aim, "move", { start, timeZone: "UTC" });
      }
      await followed(stage, reminded);
      await stage.records.queueRhythm();
    },
    standing: () =>
      reminded.map(({ aim, startsAt }) => ({
        aim,
        wanted: { startsAt, endsAt: startsAt + usualMinutes * minuteMs, joinUrl: null },
        newsBefore: 0,
      })),
  };
}

async function book(stage: Stage, pair: StormPair): Promise<Reminded> {
  const intent = {
    number: 0,
    pair: -1,
    kind: "booking",
    by: 0,
    choice: 0,
    laterMs: 0,
    minutes: usualMinutes,
    trouble: { kind: "killed-in", ms: 0 },
  } as const;
  const { checkInId, offered } = await askForTimes(stage, pair, intent);
  const aim = { intent, pair, checkInId, organiser: pair.people[0].oid };
  await carryOut(stage, aim, { startsAt: null, joinUrl: null, offered, news: 0 });
  const end = Date.now() + patienceMs;
  while (Date.now() < end) {
    const record = (await stage.records.checkIns([checkInId])).get(checkInId);
    if (record?.status === "booked" && record.jobs === 0) return { aim, startsAt: record.startsAt ?? 0 };
    await sleep(200);
  }
  throw new Error("A check-in to be reminded of was never booked.");
}

/** Half of the time the connector behaves badly as the reminder comes. */
async function troubleChat({ world }: Stage, { aim }: Reminded, dice: Dice): Promise<void> {
  const how = dice.oneOf([
    { kind: "drop-answer" },
    { kind: "status", status: 502 },
    { kind: "drop-request" },
    null,
    null,
    null,
  ]);
  if (!how) return;
  const conversation = personalChatId(dice.oneOf(aim.pair.people));
  await mustAnswer(postJson(`${world.urls.window}/_local/faults`, { ...how, conversation, times: 1 }));
}

/** Waits until the product has followed each of them. */
async function followed({ records }: Stage, reminded: readonly Reminded[]): Promise<void> {
  const end = Date.now() + patienceMs;
  while (Date.now() < end) {
    const kept = await records.checkIns(reminded.map(({ aim }) => aim.checkInId));
    if (reminded.every(({ aim, startsAt }) => kept.get(aim.checkInId)?.startsAt === startsAt)) return;
    await sleep(300);
  }
}
