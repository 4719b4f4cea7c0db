import { forgetNote } from "../../../shared/domain/booking.ts";
import type { CheckIn } from "../../../shared/domain/check-in.ts";
import { type News, type NewsKind, supersedes } from "../../../shared/domain/news.ts";
import type { Person, PersonId } from "../../../shared/domain/person.ts";
import type { ConversationReference } from "../../ports/conversation-records.ts";
import { MessengerAway, type Notice } from "../../ports/messenger.ts";
import type { Records } from "../../ports.ts";
import { type Deps, job } from "../deps.ts";
import { type CheckInOwed, circumstancesOf, partnerPeople } from "./circumstances.ts";
import type { JobOutcome } from "./offer-slots.ts";

export interface NewsOwed extends CheckInOwed {
  readonly personId: PersonId;
  /** Which news of the check-in. */
  readonly number: number;
}

interface Told {
  readonly checkIn: CheckIn;
  readonly news: News;
  readonly person: Person;
  readonly where: ConversationReference | null;
  readonly notice: Notice;
}

type TellDeps = Pick<Deps, "store" | "messenger" | "onStep">;

/** Tells one of the pair what happened to a check-in, at least once; what later news make old is left to those. */
export const tellNews =
  (deps: TellDeps) =>
  async (owed: NewsOwed): Promise<JobOutcome> => {
    const { store, messenger, onStep } = deps;
    const acting = job(owed.tenantId, "tell-news");
    const told = await store.transact(acting, (records) => prepare(records, owed));
    if (!told) return "done";
    try {
      const activityId = await messenger.tell(told.person, told.where, told.notice);
      if (activityId)
        await store.transact(acting, (records) =>
          records.conversations.saveCard(owed.checkInId, owed.personId, activityId),
        );
    } catch (problem) {
      if (problem instanceof MessengerAway) return "try-again";
      throw problem;
    }
    await dropNote(deps, owed, told);
    await onStep("partners-told", owed.checkInId);
    return "done";
  };

async function prepare(records: Records, { checkInId, personId, number }: NewsOwed): Promise<Told | null> {
  const all = await records.news.ofCheckIn(checkInId);
  const news = all.find((one) => one.number === number);
  if (!news || all.some((later) => supersedes(later, news))) return null;
  const checkIn = await records.checkIns.find(checkInId);
  const circumstances = checkIn && (await circumstancesOf(records, checkIn.pairId));
  const person = circumstances?.people.find((one) => one.id === personId);
  if (!circumstances || !person) return null;
  const card = await records.conversations.cardOf(checkInId, personId);
  if (card === null && isNothingToThem(news, checkIn, personId)) return null;
  const cardId = turnsCard.has(news.kind) || news.by === personId ? card : null;
  const notice: Notice = { kind: "news", news, checkIn, partners: partnerPeople(circumstances, personId), cardId };
  return { checkIn, news, person, where: await records.conversations.find(personId), notice };
}

/** What was waited for: the card on which it was asked turns into the answer. All else is said anew to whoever didn't do it. */
const turnsCard: ReadonlySet<NewsKind> = new Set(["booked", "slot-lost", "cannot-book", "answered"]);

/** Whether it is nothing to somebody who has no card of the check-in: one's own answer, or the end of what one has never heard of. */
function isNothingToThem({ kind, by, number }: News, { slot, booker }: CheckIn, person: PersonId): boolean {
  if (by === person) return kind === "answered";
  const haveChosen = slot !== null && booker === person;
  return kind === "cancelled" && number === 1 && !haveChosen;
}

/** Once the organiser was told, whom Outlook tells nothing of a cancellation, the note has done its work. */
async function dropNote({ store }: TellDeps, owed: NewsOwed, { checkIn, news, person }: Told): Promise<void> {
  if (news.kind !== "cancelled" || checkIn.cancelNote === null || person.id !== checkIn.booker) return;
  await store.transact(job(owed.tenantId, "write-to-calendar"), async (records) => {
    const current = await records.checkIns.findForChange(owed.checkInId);
    if (current?.cancelNote) await records.checkIns.save(forgetNote(current));
  });
}
