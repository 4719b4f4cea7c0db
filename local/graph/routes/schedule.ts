import type { FastifyInstance, FastifyRequest } from "fastify";
import type { LocalPerson } from "../../identities.ts";
import { answer, contextOf } from "../answers.ts";
import { personBy } from "../people.ts";
import { readPreferences, utc } from "../prefer.ts";
import { callerOf, personOf } from "../request-context.ts";
import { readScheduleQuestion, type ScheduleQuestion, scheduleFailure, scheduleOf } from "../schedule.ts";
import { eventsIn } from "../store/events.ts";
import type { World } from "../world.ts";

type Zone = { readonly name: string; readonly iana: string };

/** Who is busy when. An address that can't be read gets an error of its own inside the answer. */
export function addScheduleRoutes(app: FastifyInstance, world: World, root: string): void {
  app.post(`${root}/calendar/getSchedule`, { config: { operation: "readSchedules" } }, async (request, reply) => {
    const prefer = readPreferences(request.headers.prefer);
    const question = readScheduleQuestion(request.body);
    const value = await schedulesFor(world, viewerOf(request), question, prefer.zone ?? utc);
    if (prefer.applied) reply.header("preference-applied", prefer.applied);
    const context = contextOf(request, "Collection(microsoft.graph.scheduleInformation)");
    return answer(reply, 200, { "@odata.context": context, value });
  });
  // It suggests nothing: its door is here for who may open it.
  app.post(`${root}/findMeetingTimes`, { config: { operation: "findMeetingTimes" } }, async (request, reply) => {
    const context = contextOf(request, "microsoft.graph.meetingTimeSuggestionsResult");
    const none = { emptySuggestionsReason: "Unknown", meetingTimeSuggestions: [] };
    return answer(reply, 200, { "@odata.context": context, ...none });
  });
}

/** Whose eyes see it: a person's token sees as that person, an application as the mailbox that it asks from. */
function viewerOf(request: FastifyRequest): LocalPerson {
  const { kind, oid } = callerOf(request);
  return (kind === "delegated" && oid !== null ? personBy(oid) : undefined) ?? personOf(request);
}

async function schedulesFor(world: World, viewer: LocalPerson, question: ScheduleQuestion, zone: Zone) {
  const people = question.schedules.map((address) => personBy(address.trim()));
  const span = { from: new Date(question.from), to: new Date(question.to) };
  const mailboxes = people.flatMap((person) => person?.oid ?? []);
  const events = Map.groupBy(await eventsIn(world.pool, mailboxes, span), (event) => event.mailbox);
  return question.schedules.map((scheduleId, index) => {
    const person = people[index];
    const behaviour = person ? world.behaviours.of(person.oid) : undefined;
    if (!person || !behaviour?.hasMailbox) return unresolved(scheduleId);
    if (behaviour.scheduleError !== null) {
      return scheduleFailure(scheduleId, behaviour.scheduleError, `The schedule of ${scheduleId} can't be read.`);
    }
    const viewing = { scheduleId, person, behaviour, isOwn: person === viewer, zone };
    return scheduleOf(viewing, events.get(person.oid) ?? [], question);
  });
}

const unresolved = (address: string) =>
  scheduleFailure(
    address,
    "ErrorMailRecipientNotFound",
    `Unable to resolve e-mail address ${address} to an Active Directory object.`,
  );
