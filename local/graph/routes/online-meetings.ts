import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { answer, contextOf } from "../answers.ts";
import { badRequest, GraphError } from "../errors.ts";
import type { CalendarEvent } from "../events/event.ts";
import { chatIdOf } from "../events/teams-meeting.ts";
import { readFilter } from "../filter.ts";
import { queryOptions, requireOptions, selected, selection } from "../odata.ts";
import { displayNameOf } from "../people.ts";
import { callerOf, personOf } from "../request-context.ts";
import {
  type MeetingOptions,
  meetingOptions,
  meetingsOrganisedIn,
  setMeetingOptions,
} from "../store/online-meetings.ts";
import type { World } from "../world.ts";

const change = z.strictObject({
  "@odata.type": z.string().optional(),
  allowRecording: z.boolean().optional(),
  allowTranscription: z.boolean().optional(),
  recordAutomatically: z.boolean().optional(),
});

const known = [
  ...["id", "joinWebUrl", "subject", "startDateTime", "endDateTime", "creationDateTime", "chatInfo"],
  ...["allowRecording", "allowTranscription", "recordAutomatically", "participants"],
];

/** The Teams meetings that a person organises: found by their link, looked at, and what they may record changed. */
export function addOnlineMeetingRoutes(app: FastifyInstance, world: World, root: string): void {
  const reads = { config: { operation: "readMeetings" } } as const;
  app.get(`${root}/onlineMeetings`, reads, async (request, reply) => {
    requireAccess(request, world);
    const options = queryOptions(request.url);
    requireOptions(options, ["filter", "select"]);
    const filter = options.get("filter");
    if (!filter) throw badRequest("A filter on JoinWebUrl is required to list online meetings.", "InvalidArgument");
    const names = selection(options, "onlineMeeting", known);
    const all = await meetingsOrganisedIn(world.pool, personOf(request).oid);
    const shapes = await Promise.all(all.map((event) => shapeOf(request, world, event)));
    const value = shapes.filter(readFilter(filter, ["joinWebUrl"])).map((one) => selected(one, names));
    const context = contextOf(request, `users('${personOf(request).oid}')/onlineMeetings`);
    return answer(reply, 200, { "@odata.context": context, value });
  });
  app.get(`${root}/onlineMeetings/:meeting`, reads, async (request, reply) =>
    answer(reply, 200, await oneMeeting(request, world, await meetingIn(request, world))),
  );
  app.patch(`${root}/onlineMeetings/:meeting`, { config: { operation: "writeMeetings" } }, async (request, reply) => {
    const event = await meetingIn(request, world);
    const given = change.safeParse(request.body ?? {});
    if (!given.success) throw badRequest("The request holds a property that can't be changed here.", "InvalidArgument");
    if (!world.behaviours.of(event.mailbox).meetingOptions) {
      throw new GraphError(403, "Forbidden", "The meeting options are set by policy.");
    }
    const { "@odata.type": _, ...options } = given.data;
    await setMeetingOptions(world.pool, event.content.joinUrl ?? "", options);
    return answer(reply, 200, await oneMeeting(request, world, event));
  });
}

async function oneMeeting(request: FastifyRequest, world: World, event: CalendarEvent) {
  const context = contextOf(request, `users('${personOf(request).oid}')/onlineMeetings/$entity`);
  return { "@odata.context": context, ...(await shapeOf(request, world, event)) };
}

/** An application needs a policy for each person on top of its role; a person's token reaches that person's meetings alone. */
function requireAccess(request: FastifyRequest, world: World): void {
  const [caller, { oid }] = [callerOf(request), personOf(request)];
  if (caller.kind === "delegated" && caller.oid !== oid) {
    throw new GraphError(403, "Forbidden", "The user is not allowed to access these meetings.");
  }
  if (caller.kind === "delegated" || world.behaviours.of(oid).meetingAccess) return;
  const sentence = `No application access policy found for this app: ${caller.appId} on the user: ${oid}.`;
  throw new GraphError(403, "Forbidden", sentence);
}

async function meetingIn(request: FastifyRequest, world: World): Promise<CalendarEvent> {
  requireAccess(request, world);
  const { meeting } = request.params as { meeting: string };
  const all = await meetingsOrganisedIn(world.pool, personOf(request).oid);
  const found = all.find((event) => meetingId(event) === meeting);
  if (!found) throw new GraphError(404, "NotFound", "The meeting was not found.");
  return found;
}

const meetingId = (event: CalendarEvent) =>
  Buffer.from(`1*${event.mailbox}*0**${chatIdOf(event.content.joinUrl ?? "")}`).toString("base64url");

async function shapeOf(request: FastifyRequest, world: World, event: CalendarEvent) {
  const person = personOf(request);
  const joinUrl = event.content.joinUrl ?? "";
  const { allowRecording, allowTranscription, recordAutomatically }: MeetingOptions = await meetingOptions(
    world.pool,
    joinUrl,
  );
  const user = { id: person.oid, displayName: displayNameOf(person) };
  return {
    id: meetingId(event),
    creationDateTime: event.createdAt.toISOString(),
    startDateTime: event.startAt.toISOString(),
    endDateTime: event.endAt.toISOString(),
    joinWebUrl: joinUrl,
    subject: event.content.subject,
    allowRecording,
    allowTranscription,
    recordAutomatically,
    chatInfo: { threadId: chatIdOf(joinUrl), messageId: "0", replyChainMessageId: null },
    participants: {
      organizer: { upn: person.mail, role: "presenter", identity: { user } },
      attendees: [],
    },
  };
}
