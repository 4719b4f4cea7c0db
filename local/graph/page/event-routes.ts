import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { LocalPerson } from "../../identities.ts";
import { GraphError } from "../errors.ts";
import { personLoosely } from "../people.ts";
import { findEvent } from "../store/events.ts";
import type { World } from "../world.ts";
import { contentPolicy, themeIn } from "./document.ts";
import { eventPage } from "./event-page.ts";
import { acceptForms, type Fields, fieldsOf } from "./forms.ts";
import { actInOutlook, isOutlookAction, type OutlookAction } from "./outlook-actions.ts";

/** What the page says once an action is done. */
const saidWords: Readonly<Record<OutlookAction | "gone", string>> = {
  move: "The update is sent. Those invited are asked again where the time is new.",
  cancel: "The meeting is called off, and everyone invited is told.",
  "remove-link": "The Teams link is gone for everyone.",
  invite: "The invitation is sent.",
  accept: "Accepted.",
  tentative: "Answered as tentative.",
  decline: "Declined. The meeting has left this calendar.",
  delete: "Removed from this calendar.",
  gone: "That event isn't in this calendar any more.",
};

/** The sentence for the name of what was just done. */
export const saidFor = (name: unknown): string | null =>
  Object.entries(saidWords).find(([key]) => key === name)?.[1] ?? null;

/** Event pages: `/calendars/{person}/events/{id}` shows one, a post to `…/{action}` does to it what its owner would in Outlook. */
export function addEventPages(parent: FastifyInstance, world: World): void {
  parent.register(async (app) => {
    acceptForms(app);
    app.get("/calendars/:person/events/:event", async (request, reply) => {
      const { owner, id, query } = read(request);
      if (!owner) return reply.redirect(calendars(query, "gone"), 303);
      return show(world, reply, owner, id, { query, said: saidFor(query.said), isTrouble: false });
    });
    app.post("/calendars/:person/events/:event/:action", async (request, reply) => {
      const { owner, id, query, fields, action } = read(request);
      if (!owner || !isOutlookAction(action)) return reply.redirect(calendars(query, "gone"), 303);
      try {
        await actInOutlook(world, owner, id, action, fields);
      } catch (error) {
        if (!(error instanceof GraphError)) throw error;
        return show(world, reply.code(error.status), owner, id, { query, said: error.message, isTrouble: true });
      }
      const stays = await findEvent(world.pool, owner.oid, id);
      const here = `/_local/calendars/${owner.givenName}/events/${encodeURIComponent(id)}`;
      return reply.redirect(stays ? `${here}${queryOf(query, action)}` : calendars(query, action), 303);
    });
  });
}

type Query = Readonly<Record<string, string | undefined>>;

interface Read {
  readonly owner: LocalPerson | undefined;
  readonly id: string;
  readonly query: Query;
  readonly fields: Fields;
  readonly action: string;
}

function read({ params, query, body }: FastifyRequest): Read {
  const { person, event, action = "" } = params as { person: string; event: string; action?: string };
  const fields = fieldsOf(body);
  const asked = action === "answer" ? (fields.answer ?? "") : action;
  return { owner: personLoosely(person), id: event, query: query as Query, fields, action: asked };
}

const calendars = (query: Query, said: string) => `/_local/calendars${queryOf(query, said)}`;

/** What the calendars were showing, with what has just been done. */
export function queryOf({ people, week, theme }: Query, said?: string): string {
  const kept = Object.entries({ people, week, theme, said }).filter((entry): entry is [string, string] => !!entry[1]);
  return kept.length === 0 ? "" : `?${new URLSearchParams(kept)}`;
}

async function show(
  world: World,
  reply: FastifyReply,
  owner: LocalPerson,
  id: string,
  { query, said, isTrouble }: { readonly query: Query; readonly said: string | null; readonly isTrouble: boolean },
) {
  const event = await findEvent(world.pool, owner.oid, id);
  if (!event) return reply.redirect(calendars(query, "gone"), 303);
  const state = { owner, theme: themeIn(query.theme), query: queryOf(query), said, isTrouble };
  return reply
    .headers({ "content-security-policy": contentPolicy, "cache-control": "no-store" })
    .type("text/html; charset=utf-8")
    .send(eventPage(event, state));
}
