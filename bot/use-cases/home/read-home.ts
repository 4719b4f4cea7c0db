import type { CheckInView } from "../../../shared/contract/check-ins.ts";
import type { Home, PairHome } from "../../../shared/contract/home.ts";
import type { MemberView } from "../../../shared/contract/people.ts";
import {
  aheadOf,
  answeredIn,
  awaitsAnswer,
  type CheckIn,
  hasBegun,
  isInCalendars,
  isOnTheSpot,
} from "../../../shared/domain/check-in.ts";
import { stages } from "../../../shared/domain/cohort.ts";
import type { LossCause } from "../../../shared/domain/news.ts";
import { type Person, voices } from "../../../shared/domain/person.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { nextToBook, nextToOpen } from "../../../shared/domain/turn.ts";
import type { Records } from "../../ports.ts";
import { type Circumstances, circumstancesAround } from "../check-ins/circumstances.ts";
import { lostBecause } from "../check-ins/lost-because.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";

/** All that the Home page shows. */
export const readHome =
  ({ store, clock }: Pick<Deps, "store" | "clock">) =>
  (input: { readonly by: PersonRef }): Promise<Result<Home, "not-in-programme">> =>
    store.transact(participant(input.by), async (records) => {
      const person = await records.people.find(input.by.personId);
      if (!person) return refuse("not-in-programme");
      const [pair] = await records.pairs.mine();
      const circumstances = pair ? await circumstancesAround(records, pair) : null;
      const roles = await records.people.rolesOf(person.id);
      return done({
        person: { id: person.id, name: person.name, locale: person.locale, timeZone: person.timeZone },
        pair: circumstances && (await pairHome(records, circumstances, person, clock.now())),
        coordinates: roles.includes("coordinator"),
      });
    });

async function pairHome(
  records: Records,
  circumstances: Circumstances,
  person: Person,
  now: Temporal.Instant,
): Promise<PairHome> {
  const { pair, cohort, people, history } = circumstances;
  const ahead = aheadOf(history, now.epochMilliseconds);
  const toAnswer = history.findLast((one) => awaitsAnswer(one, now.epochMilliseconds));
  const answered = answeredIn(history);
  const entries = await records.journal.ofPair(pair.id, 20);
  return {
    id: pair.id,
    status: pair.status,
    members: membersView(people),
    cohortName: cohort.name,
    minutes: ahead?.minutes ?? cohort.minutes,
    year: yearView(history, ahead),
    next: ahead && checkInView(ahead, await lostBecause(records, ahead)),
    toAnswer: toAnswer ? checkInView(toAnswer) : null,
    answered: answered && checkInView(answered),
    toReflect: history.findLast((one) => hasBegun(one, now.epochMilliseconds))?.id ?? null,
    nextNumber: ahead?.number ?? history.filter((one) => one.status === "held").length + 1,
    nextOpener: ahead?.opener ?? nextToOpen(pair, history),
    nextBooker: ahead?.booker ?? nextToBook(pair, history),
    goals: (await records.goals.ofPair(pair.id)).map(({ pairId: _, ...goal }) => goal),
    latestEntry: entries.filter((one) => one.author === person.id).map(({ pairId: _, ...entry }) => entry)[0] ?? null,
  };
}

function yearView(history: readonly CheckIn[], ahead: CheckIn | null): PairHome["year"] {
  const held = history.filter((one) => one.status === "held");
  return stages.map((stage, at) => ({
    stage,
    heldAt: held[at]?.slot?.startsAt ?? null,
    bookedAt: ahead && isInCalendars(ahead) && ahead.number === at + 1 ? (ahead.slot?.startsAt ?? null) : null,
  }));
}

/** People in a pair as pair screens show them: names and voices. */
export const membersView = (people: readonly Person[]): MemberView[] =>
  people.map(({ id, name, timeZone }, at) => ({ id, name, timeZone, voice: voices[at] ?? "voice-3" }));

/** A check-in as pair screens show it, with why its time was lost where it was. */
export const checkInView = (checkIn: CheckIn, lostBecause: LossCause | null = null): CheckInView => ({
  id: checkIn.id,
  number: checkIn.number,
  status: checkIn.status,
  minutes: checkIn.minutes,
  opener: checkIn.opener,
  booker: checkIn.booker,
  offered: [...checkIn.offered],
  slot: checkIn.slot,
  joinUrl: checkIn.event?.joinUrl ?? null,
  isOnTheSpot: isOnTheSpot(checkIn),
  movingTo: checkIn.move?.slot ?? null,
  declined: [...checkIn.declined],
  guests: checkIn.guests,
  appInChat: checkIn.appInChat,
  recordingOff: checkIn.recordingOff,
  settledBy: checkIn.settledBy,
  lostBecause,
});
