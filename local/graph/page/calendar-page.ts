import type { FastifyInstance } from "fastify";
import { Temporal } from "temporal-polyfill";
import type { LocalPerson } from "../../identities.ts";
import { personLoosely } from "../people.ts";
import { eventsIn } from "../store/events.ts";
import type { World } from "../world.ts";
import { addControlPage } from "./control-page.ts";
import { contentPolicy, themeIn } from "./document.ts";
import { addEventPages, saidFor } from "./event-routes.ts";
import { calendarPage } from "./render.ts";
import { type CalendarView, calendarView, spanOfWeek } from "./week.ts";

const most = 4;

/** `/calendars?people=Ana,Ben&week=2026-11-23&theme=dark`: calendars side by side, for people to look at and act in. */
export function addCalendarPage(app: FastifyInstance, world: World): void {
  app.get("/calendars", async (request, reply) => {
    const query = request.query as Readonly<Record<string, string | string[] | undefined>>;
    const asked = [query.people ?? "Ana,Ben"].flat().flatMap((text) => text.split(","));
    const names = [...new Set(asked.map((name) => name.trim()).filter(Boolean))].slice(0, most);
    const strangers = names.filter((name) => !personLoosely(name));
    const people = names.flatMap((name) => personLoosely(name) ?? []);
    const thisMonday = mondayOf(Temporal.PlainDate.from(world.clock().toISOString().slice(0, 10)));
    const monday = mondayIn(query.week) ?? thisMonday;
    const theme = themeIn(query.theme);
    const state = { monday, thisMonday, people: people.map((person) => person.givenName), theme };
    const message = strangers.length > 0 ? `Nobody here is called ${strangers.join(" or ")}.` : null;
    const page = calendarPage(state, await viewsOf(world, people, monday), message ?? saidFor(query.said));
    return reply
      .code(message ? 404 : 200)
      .header("content-security-policy", contentPolicy)
      .header("cache-control", "no-store")
      .type("text/html; charset=utf-8")
      .send(page);
  });
  addEventPages(app, world);
  addControlPage(app, world);
}

const mondayOf = (date: Temporal.PlainDate) => date.subtract({ days: date.dayOfWeek - 1 });

function mondayIn(text: string | string[] | undefined): Temporal.PlainDate | undefined {
  if (typeof text !== "string" || !/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  try {
    return mondayOf(Temporal.PlainDate.from(text));
  } catch {
    return undefined;
  }
}

async function viewsOf(
  world: World,
  people: readonly LocalPerson[],
  monday: Temporal.PlainDate,
): Promise<CalendarView[]> {
  return Promise.all(
    people.map(async (person) => {
      const events = await eventsIn(world.pool, [person.oid], spanOfWeek(person, monday));
      return calendarView(person, monday, events, world.clock());
    }),
  );
}
