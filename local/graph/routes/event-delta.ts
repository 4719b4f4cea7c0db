import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { answer, contextOf, rootOf } from "../answers.ts";
import { badRequest } from "../errors.ts";
import { beginRound, type DeltaItem, itemsOf, readState, type SyncState, writeState } from "../events/delta.ts";
import { eventShape } from "../events/event-shape.ts";
import { queryOptions } from "../odata.ts";
import { readsBodies } from "../permissions.ts";
import { readPreferences } from "../prefer.ts";
import { callerOf, personOf } from "../request-context.ts";
import type { World } from "../world.ts";
import { spanOf } from "./event-list.ts";

const read = { config: { operation: "readCalendars" } } as const;

const unsupported = ["orderby", "filter", "select", "expand", "search", "top"];

/** Follows a calendar view: first all of it, then what changed, ten to a page unless `odata.maxpagesize` says otherwise. */
export function addEventDeltaRoute(app: FastifyInstance, world: World, root: string): void {
  for (const name of ["delta", "delta()"]) {
    app.get(`${root}/calendarView/${name}`, read, (request, reply) => follow(request, reply, world));
  }
}

async function follow(request: FastifyRequest, reply: FastifyReply, world: World): Promise<FastifyReply> {
  const prefer = readPreferences(request.headers.prefer);
  const state = await stateIn(request, world);
  const { deltaTellsDeletions } = world.behaviours.of(state.mailbox);
  const items = await itemsOf(world.pool, state, deltaTellsDeletions);
  const page = items.slice(0, Math.min(prefer.maxPageSize ?? 10, 1000));
  const bodies = readsBodies(callerOf(request));
  const shape = ({ event, isRemoved }: DeltaItem) =>
    isRemoved
      ? { "@removed": { reason: "deleted" }, id: prefer.immutableIds ? event.immutableId : event.id }
      : eventShape(event, prefer, bodies);
  if (prefer.applied) reply.header("preference-applied", prefer.applied);
  return answer(reply, 200, {
    "@odata.context": contextOf(request, "Collection(event)"),
    ...linkAfter(request, state, items, page),
    value: page.map(shape),
  });
}

async function stateIn(request: FastifyRequest, world: World): Promise<SyncState> {
  const options = queryOptions(request.url);
  const refused = unsupported.filter((name) => options.has(name)).map((name) => `$${name}`);
  if (refused.length > 0) {
    const sentence =
      "The following parameters are not supported with change tracking over the 'CalendarView' resource:";
    throw badRequest(`${sentence} '${refused.join(", ")}'.`, "ErrorInvalidUrlQuery");
  }
  const mailbox = personOf(request).oid;
  const [skip, delta] = [options.get("skiptoken"), options.get("deltatoken")];
  if (skip !== undefined) return readState(world.pool, skip, mailbox);
  if (delta === undefined) return beginRound(world.pool, { mailbox, span: spanOf(options), since: null });
  const { span, since } = await readState(world.pool, delta, mailbox);
  return beginRound(world.pool, { mailbox, span, since });
}

function linkAfter(
  request: FastifyRequest,
  state: SyncState,
  items: readonly DeltaItem[],
  page: readonly DeltaItem[],
): Readonly<Record<string, string>> {
  const address = `${rootOf(request)}/users/${state.mailbox}/calendarView/delta`;
  const last = page.at(-1);
  if (last && items.length > page.length) {
    return { "@odata.nextLink": `${address}?$skiptoken=${writeState({ ...state, after: last.place })}` };
  }
  return { "@odata.deltaLink": `${address}?$deltatoken=${writeState({ ...state, since: state.round, after: "" })}` };
}
