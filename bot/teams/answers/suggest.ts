import { type IntentId, intentIds } from "../../../shared/content/intents.ts";
import type { Role } from "../../../shared/domain/access.ts";
import { isInCalendars } from "../../../shared/domain/check-in.ts";
import { type CardAction, saying } from "../cards/card.ts";
import { noteCard, plainCard } from "../cards/plain-card.ts";
import { isOffered, offerOf } from "../planner/language.ts";
import { say, show } from "../reply.ts";
import type { Turn } from "../turn.ts";
import type { Answer } from "./answer.ts";

const forCoordinators: ReadonlySet<IntentId> = new Set([
  "cohort-overview",
  "quiet-pairs",
  "book-cohort",
  "cohort-booking-progress",
  "pause-cohort-booking",
  "resume-cohort-booking",
  "undo-cohort-booking",
]);
const forPairs: ReadonlySet<IntentId> = new Set([
  "book-next-check-in",
  "see-next-check-in",
  "move-check-in",
  "cancel-check-in",
  "change-length",
  "we-met",
  "we-did-not-meet",
  "see-who-opens",
  "see-goals",
  "write-journal",
]);

/** What can only be done with a check-in that stands in the calendars. */
const withBooked: ReadonlySet<IntentId> = new Set(["move-check-in", "cancel-check-in"]);
const most = 3;

/** What is like nothing we know: the three nearest things that can be done, as buttons. */
export const suggest: Answer = async (turn, { nearest }) => {
  const { reader, roles } = turn;
  const { answers } = reader.words;
  const possible = await thatCanBeDone(nearest, turn);
  return show(
    plainCard(answers.notUnderstoodTitle, [answers.notUnderstood], offers(roles, reader.locale, possible), reader),
  );
};

/** Leaves out what needs a booked check-in where none is. */
async function thatCanBeDone(nearest: readonly IntentId[], { useCases, by }: Turn): Promise<readonly IntentId[]> {
  if (!nearest.some((intent) => withBooked.has(intent))) return nearest;
  const next = await useCases.readNextCheckIn({ by });
  const isBooked = next.ok && next.value.checkIn !== null && isInCalendars(next.value.checkIn);
  return isBooked ? nearest : nearest.filter((intent) => !withBooked.has(intent));
}

/** "What can you do?" */
export const help: Answer = ({ reader, roles }) => {
  const { answers } = reader.words;
  const sentences = [
    ...(roles.includes("coordinator") ? answers.helpForCoordinator : []),
    ...(roles.includes("participant") || roles.length === 0 ? answers.helpForParticipant : []),
  ];
  return Promise.resolve(
    show(plainCard(answers.helpTitle, sentences, offers(roles, reader.locale, [], "help"), reader)),
  );
};

export const hello: Answer = ({ reader, roles, person }) =>
  Promise.resolve(show(noteCard([reader.words.answers.hello(person.name)], offers(roles, reader.locale), reader)));

export const thanks: Answer = ({ reader, person }) => Promise.resolve(say(reader.words.answers.thanks(person.name)));

/** What the bot says when it has just been installed. */
export function welcome({ reader, roles, person }: Turn) {
  const { answers } = reader.words;
  return show(plainCard(answers.welcomeTitle(person.name), answers.welcome, offers(roles, reader.locale), reader));
}

/** Up to three things this person can do here, the nearest first. */
function offers(
  roles: readonly Role[],
  locale: string,
  nearest: readonly IntentId[] = [],
  besides?: IntentId,
): readonly CardAction[] {
  const usual: readonly IntentId[] = roles.includes("coordinator")
    ? ["cohort-overview", "quiet-pairs", "help"]
    : ["book-next-check-in", "see-next-check-in", "see-privacy"];
  const always = intentIds.filter((intent) => !withBooked.has(intent));
  const fitting = [...nearest, ...usual, ...always].filter(
    (intent) => intent !== besides && isOffered(intent, locale) && isFor(intent, roles),
  );
  return [...new Set(fitting)].slice(0, most).map((intent) => saying(offerOf(intent, locale)));
}

function isFor(intent: IntentId, roles: readonly Role[]): boolean {
  if (forCoordinators.has(intent)) return roles.includes("coordinator");
  return !forPairs.has(intent) || roles.includes("participant") || !roles.includes("coordinator");
}
