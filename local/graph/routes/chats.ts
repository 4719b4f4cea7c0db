import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { localApp } from "../../identities.ts";
import { answer, contextOf, rootOf } from "../answers.ts";
import { accessDenied, badRequest, GraphError } from "../errors.ts";
import type { CalendarEvent } from "../events/event.ts";
import { readFilter } from "../filter.ts";
import { queryOptions, requireOptions } from "../odata.ts";
import { personBy } from "../people.ts";
import { callerOf, personOf } from "../request-context.ts";
import { type InstalledApp, insertInstalledApp, installedApps } from "../store/installed-apps.ts";
import { meetingOfChat } from "../store/online-meetings.ts";
import { readInstallation, requireMatchingConsent } from "../teams/app-input.ts";
import type { World } from "../world.ts";

const forbidden = (why: string) => new GraphError(403, "Forbidden", why);

/** Apps in the chats of Teams meetings: added with the consent they need, and listed. */
export function addChatRoutes(app: FastifyInstance, world: World): void {
  const path = "/chats/:chat/installedApps";
  app.post(path, { config: { operation: "addAppToChat" } }, async (request, reply) => {
    const { chat } = request.params as { chat: string };
    const { appId, consent } = readInstallation(request.body);
    const meeting = await meetingFor(request, world);
    if (!world.behaviours.of(meeting.mailbox).appsInChats)
      throw forbidden("The app is blocked by app permission policy.");
    requireMatchingConsent(consent);
    const one = { id: installedId(chat, appId), place: chat, appId, permissions: consent };
    return install(request, reply, world, one, `/chats/${chat}`);
  });
  app.get(path, { config: { operation: "readAppsOfChat" } }, async (request, reply) => {
    const { chat } = request.params as { chat: string };
    await meetingFor(request, world);
    return list(request, reply, await installedApps(world.pool, chat), `chats('${chat}')/installedApps`);
  });
}

/** The same for a person alone. */
export function addPersonalAppRoutes(app: FastifyInstance, world: World, root: string): void {
  const path = `${root}/teamwork/installedApps`;
  app.post(path, { config: { operation: "addAppForPerson" } }, async (request, reply) => {
    const { oid } = ownPerson(request);
    const { appId, consent } = readInstallation(request.body);
    if (!world.behaviours.of(oid).appsInChats) throw forbidden("The app is blocked by app permission policy.");
    const one = { id: installedId(oid, appId), place: oid, appId, permissions: consent };
    return install(request, reply, world, one, `/users/${oid}/teamwork`);
  });
  app.get(path, { config: { operation: "addAppForPerson" } }, async (request, reply) => {
    const { oid } = ownPerson(request);
    return list(request, reply, await installedApps(world.pool, oid), `users('${oid}')/teamwork/installedApps`);
  });
}

const installedId = (place: string, appId: string) => Buffer.from(`${place}##${appId}`).toString("base64url");

function ownPerson(request: FastifyRequest) {
  const [caller, person] = [callerOf(request), personOf(request)];
  if (caller.kind === "delegated" && caller.oid !== person.oid) throw accessDenied();
  return person;
}

/** The meeting behind a chat; for a person's token one that this person is in. */
async function meetingFor(request: FastifyRequest, world: World): Promise<CalendarEvent> {
  const { chat } = request.params as { chat: string };
  const meeting = await meetingOfChat(world.pool, chat);
  if (!meeting) throw new GraphError(404, "NotFound", `No chat was found with id '${chat}'.`);
  const { kind, oid } = callerOf(request);
  const { organizer, attendees } = meeting.content;
  const members = [organizer, ...attendees.map((one) => one.emailAddress)].map((one) => personBy(one.address)?.oid);
  if (kind === "delegated" && !members.includes(oid ?? undefined)) {
    throw forbidden("The user is not a member of the chat.");
  }
  return meeting;
}

async function install(
  request: FastifyRequest,
  reply: FastifyReply,
  world: World,
  one: InstalledApp,
  at: string,
): Promise<FastifyReply> {
  if (!(await insertInstalledApp(world.pool, one))) {
    throw new GraphError(409, "Conflict", "App is already installed in the scope.");
  }
  return reply
    .code(201)
    .header("location", `${rootOf(request)}${at}/installedApps/${one.id}`)
    .send();
}

const appShape = (one: InstalledApp) => ({
  id: one.appId,
  externalId: one.appId,
  displayName: "Counterpoint",
  distributionMethod: "organization",
  authorization: { clientAppId: localApp.clientId },
});

function list(request: FastifyRequest, reply: FastifyReply, apps: readonly InstalledApp[], what: string): FastifyReply {
  const options = queryOptions(request.url);
  requireOptions(options, ["expand", "filter"]);
  const expands = (options.get("expand") ?? "").split(",").map((one) => one.trim().toLowerCase());
  const stranger = expands.find((one) => one !== "" && one !== "teamsapp");
  if (stranger)
    throw badRequest(`Could not find a property named '${stranger}' on type 'microsoft.graph.teamsAppInstallation'.`);
  const filter = options.get("filter");
  const matches = filter ? readFilter(filter, ["teamsApp/id", "teamsApp/externalId"]) : () => true;
  const shapes = apps.map((one) => ({
    id: one.id,
    consentedPermissionSet: { resourceSpecificPermissions: one.permissions },
    teamsApp: appShape(one),
  }));
  const value = shapes
    .filter(matches)
    .map(({ teamsApp, ...rest }) => (expands.includes("teamsapp") ? { ...rest, teamsApp } : rest));
  return answer(reply, 200, { "@odata.context": contextOf(request, what), "@odata.count": value.length, value });
}
