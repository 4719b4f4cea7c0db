import { randomUUID } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { LocalPerson } from "../identities.ts";
import type { Behaviour } from "./behaviour.ts";
import { accessDenied, badRequest, GraphError, type RequestIds } from "./errors.ts";
import type { Fault } from "./faults.ts";
import { personBy } from "./people.ts";
import { needOf, type Operation, reachesOthers, requireGrant } from "./permissions.ts";
import type { Caller } from "./tokens.ts";
import type { World } from "./world.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** What the route does, for permissions and limits. */
    operation?: Operation;
  }
  interface FastifyRequest {
    ids: RequestIds;
    fault: Fault | undefined;
    caller: Caller | undefined;
    person: LocalPerson | undefined;
    /** Called once the request is over, whatever its end. */
    leave: ((status: number) => void)[];
  }
}

/** Gives every request its ids and a place for what the hooks find out. */
export function addRequestContext(app: FastifyInstance): void {
  const none: RequestIds = { requestId: "", clientRequestId: "" };
  app.decorateRequest("ids");
  app.decorateRequest("fault", undefined);
  app.decorateRequest("caller", undefined);
  app.decorateRequest("person", undefined);
  app.decorateRequest("leave");
  app.addHook("onRequest", async (request, reply) => {
    const requestId = randomUUID();
    const given = request.headers["client-request-id"];
    request.ids = { ...none, requestId, clientRequestId: typeof given === "string" ? given : requestId };
    request.leave = [];
    reply.headers({
      "request-id": requestId,
      "client-request-id": request.ids.clientRequestId,
      "OData-Version": "4.0",
    });
    reply.raw.once("close", () => {
      for (const leave of request.leave.splice(0)) leave(reply.raw.writableFinished ? reply.raw.statusCode : 0);
    });
  });
}

/** The person that a path names, by id or principal name. */
export function personInPath(request: FastifyRequest): LocalPerson | undefined {
  const { user } = request.params as { user?: string };
  return user === undefined ? undefined : personBy(user);
}

/** Checks who calls, whether the caller may, whose mailbox it is, and that it isn't asked too much: in Graph's order. */
export async function admit(request: FastifyRequest, world: World): Promise<void> {
  const caller = await world.checkToken(request.headers.authorization);
  request.caller = caller;
  const { operation } = request.routeOptions.config;
  if (!operation) return;
  const isMe = /^\/v1\.0\/me(\/|\?|$)/i.test(request.url);
  // An application has no "me", whatever it may do: that is said before its grants are looked at.
  if (isMe && (caller.kind === "application" || caller.oid === null)) throw onlyForPeople();
  requireGrant(caller, operation === "readUsers" && isCaller(request, caller) ? "readMe" : operation);
  const person = whose(request, isMe ? caller.oid : null, operation);
  request.person = person;
  if (needOf(operation).area === "mailbox") enterMailbox(request, world, caller, person, operation);
}

const onlyForPeople = () => badRequest("/me request is only valid with delegated authentication flow.");

const isCaller = (request: FastifyRequest, { kind, oid }: Caller) =>
  kind === "delegated" && oid !== null && personInPath(request)?.oid === oid;

function whose(request: FastifyRequest, me: string | null, operation: Operation): LocalPerson | undefined {
  const { user } = request.params as { user?: string };
  const key = user ?? me ?? undefined;
  return key === undefined ? undefined : (personBy(key) ?? refuseUnknown(key, operation));
}

function refuseUnknown(user: string, operation: Operation): never {
  if (needOf(operation).area === "mailbox") {
    throw new GraphError(404, "ErrorInvalidUser", `The requested user '${user}' is invalid.`);
  }
  const sentence = `Resource '${user}' does not exist or one of its queried reference-property objects are not present.`;
  throw new GraphError(404, "Request_ResourceNotFound", sentence);
}

function enterMailbox(
  request: FastifyRequest,
  world: World,
  caller: Caller,
  person: LocalPerson | undefined,
  operation: Operation,
): void {
  if (!person) return;
  const behaviour = world.behaviours.of(person.oid);
  const isOther = caller.kind === "delegated" && caller.oid !== person.oid;
  if (isOther && !reachesOthers(caller, operation, behaviour.sharing)) throw accessDenied();
  if (!behaviour.hasMailbox) {
    const sentence = "The mailbox is either inactive, soft-deleted, or is hosted on-premise.";
    throw new GraphError(404, "MailboxNotEnabledForRESTAPI", sentence);
  }
  if (!isLetIn(caller, behaviour, operation)) throw accessDenied();
  request.leave.push(world.throttle.enter(`${caller.appId}/${person.oid}`, behaviour));
}

/** Exchange narrows applications alone: a person's own token is bounded by that person's rights. */
function isLetIn(caller: Caller, { permissions }: Behaviour, operation: Operation): boolean {
  if (caller.kind === "delegated" || permissions === "all") return true;
  return permissions === "read" && operation !== "writeCalendars";
}

/** The person whose mailbox or entry the route is about; `admit` has found them. */
export function personOf(request: FastifyRequest): LocalPerson {
  if (!request.person) throw new Error("This route has no person in its path.");
  return request.person;
}

/** Who calls; `admit` has checked. */
export function callerOf(request: FastifyRequest): Caller {
  if (!request.caller) throw new Error("This request was not admitted.");
  return request.caller;
}
