import { isNear } from "../../../shared/domain/ad-hoc.ts";
import type { TenantId } from "../../../shared/domain/id.ts";
import type { ConversationReference } from "../../ports/conversation-records.ts";
import { MessengerAway } from "../../ports/messenger.ts";
import type { Records } from "../../ports.ts";
import type { JobOutcome } from "../check-ins/offer-slots.ts";
import { type Deps, job } from "../deps.ts";

export interface GreetingOwed {
  readonly tenantId: TenantId;
  readonly chatId: string;
  /** ISO instant at which the meeting began. */
  readonly startedAt: string;
}

interface Greeting {
  readonly where: ConversationReference;
  readonly locale: string;
  /** The hour of the check-in, for which a chat is greeted once, however often its meeting begins. */
  readonly hour: string;
}

/**
 * Says in a meeting's chat where the session is, where a check-in is held in it and nobody of the pair has opened it. It is said at most once:
 * that it is being said is kept before, and taken back only where it is sure that nothing arrived.
 */
export const greetMeeting =
  ({ store, messenger, clock }: Pick<Deps, "store" | "messenger" | "clock">) =>
  async (owed: GreetingOwed): Promise<JobOutcome> => {
    const acting = job(owed.tenantId, "greet-meeting");
    const greeting = await store.transact(acting, (records) => prepare(records, owed, clock.now()));
    if (!greeting) return "done";
    try {
      await messenger.greet(greeting.where, greeting.locale);
      return "done";
    } catch (problem) {
      if (!(problem instanceof MessengerAway)) throw problem;
      if (!problem.isSure) return "done";
      await store.transact(acting, (records) => records.rooms.releaseGreeting(owed.chatId, greeting.hour));
      return "try-again";
    }
  };

async function prepare(
  records: Records,
  { chatId, startedAt }: GreetingOwed,
  now: Temporal.Instant,
): Promise<Greeting | null> {
  const { startedAt: running } = await records.rooms.findForChange(chatId);
  if (running === null || !isSameMoment(running, startedAt)) return null;
  const checkIn = await records.rooms.checkInOf(chatId);
  if (!checkIn?.slot || !isNear(checkIn, now.epochMilliseconds)) return null;
  const session = await records.sessions.ofCheckIn(checkIn.id);
  if (session && session.arrived.length > 0) return null;
  const where = await records.rooms.conversationOf(chatId);
  const pair = where && (await records.pairs.find(checkIn.pairId));
  if (!pair) return null;
  const people = await records.people.findMany(pair.members);
  const hour = checkIn.slot.startsAt;
  if (!(await records.rooms.claimGreeting(chatId, hour))) return null;
  return { where, locale: languageOfAll(people.map(({ locale }) => locale)), hour };
}

const isSameMoment = (one: string, other: string): boolean =>
  Temporal.Instant.compare(Temporal.Instant.from(one), Temporal.Instant.from(other)) === 0;

/** The language that everybody in the pair has; else English. */
function languageOfAll(locales: readonly string[]): string {
  const languages = new Set(locales.map((locale) => new Intl.Locale(locale).language));
  return languages.size === 1 ? (locales[0] ?? "en") : "en";
}
