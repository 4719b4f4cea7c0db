import type { ToldEvent } from "../../world.ts";
import type { KeptCheckIn } from "./records.ts";

/** What an intent is to leave behind: one meeting, or `null` for nothing. Times are epoch milliseconds. */
export interface Wanted {
  readonly startsAt: number;
  readonly endsAt: number;
  /** The link of a meeting that was booked before, which it keeps; `null` for a new one. */
  readonly joinUrl: string | null;
}

/** What an intent is to come to: what stands, and which news of it are right, each as "booked, cancelled". */
export interface Aimed {
  readonly wanted: Wanted | null;
  readonly tidings: readonly string[];
}

/** What was found in the calendars and in the records, seen from one pair. */
export interface Found {
  /** Object ids of the pair. */
  readonly members: readonly string[];
  /** Copies of check-ins that stand in the pair's calendars. */
  readonly copies: readonly ToldEvent[];
  readonly record: KeptCheckIn | undefined;
  /** What people were told since the intent began, oldest first. */
  readonly news: readonly string[];
}

/** `lost`: what was wanted isn't so. `doubled`: more stands than was wanted. */
export interface Verdict {
  readonly outcome: "right" | "lost" | "doubled";
  readonly why: string;
}

const lost = (why: string): Verdict => ({ outcome: "lost", why });
const doubled = (why: string): Verdict => ({ outcome: "doubled", why });
const right: Verdict = { outcome: "right", why: "" };

/** Says whether the calendars and the records hold exactly what was wanted. */
export function judge(aimed: Aimed, found: Found): Verdict {
  const { outcome, why } = judgeAll(aimed, found);
  const { record, news } = found;
  if (outcome === "right") return right;
  return {
    outcome,
    why: `${why}; the record says ${record?.status}, people were told ${news.join(", ") || "nothing"}`,
  };
}

function judgeAll({ wanted, tidings }: Aimed, found: Found): Verdict {
  const verdict = wanted ? judgeMeeting(wanted, found) : judgeNothing(found);
  if (verdict.outcome !== "right" || tidings.includes(found.news.join(", "))) return verdict;
  return lost(`the news were to be ${tidings.join(" or ")}`);
}

const judgeNothing = ({ copies, record }: Found): Verdict => {
  if (copies.length > 0) return doubled(`${copies.length} copies stand`);
  return record?.status === "cancelled" ? right : lost("the record says otherwise");
};

function judgeMeeting(wanted: Wanted, found: Found): Verdict {
  const meetings = new Set(found.copies.map((copy) => copy.iCalUId));
  if (meetings.size > 1) return doubled(`${meetings.size} meetings stand`);
  if (found.copies.length > meetings.size * found.members.length) return doubled("a calendar holds it twice");
  const missing = found.members.filter((member) => !found.copies.some((copy) => copy.mailbox === member));
  if (missing.length > 0) return lost(`missing in ${missing.length} of ${found.members.length} calendars`);
  for (const copy of found.copies) {
    const wrong = wrongOf(copy, wanted);
    if (wrong) return lost(`${copy.role}'s copy: ${wrong}`);
  }
  return judgeRecord(wanted, found);
}

function wrongOf(copy: ToldEvent, wanted: Wanted): string | null {
  if (Date.parse(copy.startAt) !== wanted.startsAt) return `begins at ${copy.startAt}, not ${iso(wanted.startsAt)}`;
  if (Date.parse(copy.endAt) !== wanted.endsAt) return `ends at ${copy.endAt}, not ${iso(wanted.endsAt)}`;
  if (copy.subject !== "Check-in") return `is called ${copy.subject}`;
  if (copy.sensitivity !== "private") return `is ${copy.sensitivity}`;
  if (copy.joinUrl === null) return "has no link";
  return wanted.joinUrl !== null && copy.joinUrl !== wanted.joinUrl ? "has another link than before" : null;
}

function judgeRecord(wanted: Wanted, { copies, record }: Found): Verdict {
  if (record?.status !== "booked") return lost("the record says otherwise");
  if (record.startsAt !== wanted.startsAt || record.endsAt !== wanted.endsAt)
    return lost("the record has another hour");
  if (copies.some((copy) => copy.iCalUId !== record.iCalUId)) return lost("the record has another meeting");
  if (copies.some((copy) => copy.joinUrl !== record.joinUrl)) return lost("the record has another link");
  return right;
}

const iso = (at: number) => new Date(at).toISOString();
