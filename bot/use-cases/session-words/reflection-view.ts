import type { ReflectionView } from "../../../shared/contract/session-words.ts";
import { type CheckIn, isInCalendars } from "../../../shared/domain/check-in.ts";
import type { Pair } from "../../../shared/domain/pair.ts";
import { areRevealed, type Reflection } from "../../../shared/domain/reflection.ts";
import type { Session } from "../../../shared/domain/session/session.ts";
import { composeDraft } from "../../../shared/domain/session-words.ts";
import type { Records } from "../../ports.ts";
import type { PersonRef } from "../deps.ts";
import { checkInView, membersView } from "../home/read-home.ts";

/** A check-in of the person's that has begun, with its session where anybody opened one. */
export interface Begun {
  readonly checkIn: CheckIn;
  readonly pair: Pair;
  readonly session: Session | null;
}

/** Whether there is something to look back at: a session was opened, or the hour has come. */
export function hasBegun(checkIn: CheckIn, session: Session | null, now: Temporal.Instant): boolean {
  if (session || checkIn.status === "held" || checkIn.status === "missed") return true;
  const startsAt = isInCalendars(checkIn) ? checkIn.slot?.startsAt : undefined;
  return startsAt !== undefined && Temporal.Instant.compare(startsAt, now) <= 0;
}

/** What there is to say after a check-in, as the person sees it. */
export async function reflectionView(
  records: Records,
  { checkIn, pair, session }: Begun,
  by: PersonRef,
): Promise<ReflectionView> {
  const people = await records.people.findMany(pair.members);
  const reflections = await records.reflections.ofCheckIn(checkIn.id);
  const mine = reflections.find(({ author }) => author === by.personId);
  return {
    checkIn: checkInView(checkIn),
    pairId: pair.id,
    members: membersView(pair.members.flatMap((id) => people.find((one) => one.id === id) ?? [])),
    mine: { ...tapsOf(mine), isShared: mine?.isShared ?? false },
    revealed: areRevealed(pair.members, reflections)
      ? reflections.map((one) => ({ ...tapsOf(one), author: one.author }))
      : [],
    draft: await draftOf(records, { checkIn, session }, by),
  };
}

const tapsOf = (reflection: Reflection | undefined) => ({
  feltHeard: reflection?.feltHeard ?? null,
  roomToSpeak: reflection?.roomToSpeak ?? null,
});

/** How many of the newest entries are looked through for one about the session. */
const fewEntries = 30;

/** Once there is an entry about this session, only notes that came later are left to keep. */
async function draftOf(
  records: Records,
  { checkIn, session }: Pick<Begun, "checkIn" | "session">,
  { personId }: PersonRef,
): Promise<ReflectionView["draft"]> {
  const mine = await records.sessionWords.mine(checkIn.id);
  const entries = await records.journal.ofPair(checkIn.pairId, fewEntries);
  const isKept = entries.some((one) => one.author === personId && one.sessionNumber === checkIn.number);
  const text = composeDraft(isKept ? mine.filter(({ kind }) => kind === "notes") : mine, session);
  const notesVersion = mine.find(({ kind }) => kind === "notes")?.version ?? 0;
  return text === null ? null : { text, notesVersion };
}
