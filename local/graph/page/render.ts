import type { Temporal } from "temporal-polyfill";
import { localPeople, localTenant } from "../../identities.ts";
import type { CalendarEvent } from "../events/event.ts";
import { displayNameOf } from "../people.ts";
import { documentOf } from "./document.ts";
import { type Html, html } from "./html.ts";
import type { Placed } from "./lanes.ts";
import { type CalendarView, type DayEvent, type DayView, hoursShown } from "./week.ts";

/** What the page shows and keeps in its links. */
export interface PageState {
  readonly monday: Temporal.PlainDate;
  readonly thisMonday: Temporal.PlainDate;
  readonly people: readonly string[];
  readonly theme: string;
}

const dates = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const weekdays = new Intl.DateTimeFormat("en-GB", { weekday: "short", timeZone: "UTC" });
const longDays = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
const utcDate = (date: Temporal.PlainDate) => new Date(`${date.toString()}T00:00:00Z`);
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** The whole page. */
export function calendarPage(state: PageState, views: readonly CalendarView[], message: string | null): string {
  const title = `Week of ${dates.format(utcDate(state.monday))}`;
  const body = html`<header>
<h1>${title}</h1>
<p class="lead">Outlook calendars of ${localTenant.name}, as they stand on this machine. Each is on its owner's own clock. Choose an event to
act on it, or <a href="/_local/control">break something and watch</a>.</p>
<div class="bar">${weekLinks(state)}${picker(state)}${themeLinks(state)}</div>
</header>
<main>${message === null ? null : html`<p class="said" role="status">${message}</p>`}
<div class="calendars${views.length > 1 ? " pair" : ""}">${calendars(views, addressOf(state, {}))}</div></main>`;
  return documentOf({ title: `${title} · Outlook calendars`, theme: state.theme, body });
}

function addressOf(state: PageState, change: Partial<PageState>): string {
  const { people, monday, theme } = { ...state, ...change };
  const week = monday.equals(state.thisMonday) ? {} : { week: monday.toString() };
  return `?${new URLSearchParams({ people: people.join(","), ...week, ...(theme ? { theme } : {}) })}`;
}

function weekLinks(state: PageState): Html {
  const { monday, thisMonday } = state;
  const to = (week: Temporal.PlainDate, words: string) =>
    html`<li><a href="${addressOf(state, { monday: week })}"${week.equals(monday) ? html` aria-current="page"` : null}>${words}</a></li>`;
  return html`<nav aria-label="Weeks"><ul>${[
    to(monday.subtract({ weeks: 1 }), "Previous week"),
    to(thisMonday, "This week"),
    to(monday.add({ weeks: 1 }), "Next week"),
  ]}</ul></nav>`;
}

function themeLinks(state: PageState): Html {
  const names = { "": "As this device", light: "Light", dark: "Dark", contrast: "High contrast" };
  const links = Object.entries(names).map(
    ([theme, words]) =>
      html`<li><a href="${addressOf(state, { theme })}"${theme === state.theme ? html` aria-current="true"` : null}>${words}</a></li>`,
  );
  return html`<nav aria-label="Theme"><ul>${links}</ul></nav>`;
}

function picker(state: PageState): Html {
  const choice = (index: number) => {
    const options = localPeople.map(
      (person) =>
        html`<option value="${person.givenName}"${person.givenName === state.people[index] ? html` selected` : null}>${displayNameOf(person)}</option>`,
    );
    const id = `person-${index + 1}`;
    return html`<div><label for="${id}">${index === 0 ? "Calendar" : "Beside it"}</label><select id="${id}" name="people">${options}</select></div>`;
  };
  const week = state.monday.equals(state.thisMonday)
    ? null
    : html`<input type="hidden" name="week" value="${state.monday.toString()}">`;
  const theme = state.theme ? html`<input type="hidden" name="theme" value="${state.theme}">` : null;
  return html`<form method="get">${choice(0)}${choice(1)}${week}${theme}<button>Show</button></form>`;
}

function calendars(views: readonly CalendarView[], query: string): Html[] {
  const hours = hoursShown(views);
  const notes = Math.max(0, ...views.flatMap((view) => view.days.map((day) => day.allDay.length)));
  return views.map((view) => calendar(view, { ...hours, notes, query }));
}

interface Frame {
  readonly first: number;
  readonly last: number;
  readonly notes: number;
  /** What event pages lead back to. */
  readonly query: string;
}

function calendar(view: CalendarView, { first, last, notes, query }: Frame): Html {
  const { person, days } = view;
  const id = `calendar-${person.givenName}`;
  const measures = [
    `--days:${days.length};--hours:${last - first};--notes:${notes}`,
    `--work-from:${view.hours.from / 60 - first};--work-to:${view.hours.to / 60 - first}`,
  ].join(";");
  const link = (event: CalendarEvent) =>
    `/_local/calendars/${person.givenName}/events/${encodeURIComponent(event.id)}${query}`;
  const rail = Array.from(
    { length: last - first },
    (_, at) => html`<li style="--at:${at}">${clock((first + at) * 60)}</li>`,
  );
  return html`<section class="calendar" aria-labelledby="${id}"><header><h2 id="${id}">${displayNameOf(person)}</h2>
<p>${zoneWords(view)} · works ${person.hours.from} to ${person.hours.to}</p></header>
<div class="week" style="${measures}"><ol class="rail" aria-hidden="true">${rail}</ol>${days.map((day) => dayColumn(day, first, link))}</div></section>`;
}

function zoneWords({ person, days }: CalendarView): string {
  const noon = days[0]?.date.toZonedDateTime({ timeZone: person.zone, plainTime: "12:00" });
  const place = (person.zone.split("/").at(-1) ?? person.zone).replaceAll("_", " ");
  return `${place} time, UTC${noon?.offset ?? ""}`;
}

type Link = (event: CalendarEvent) => string;

function dayColumn(day: DayView, first: number, link: Link): Html {
  const names = [...(day.isToday ? ["today"] : []), ...(day.isWorking ? [] : ["off"])].join(" ");
  const nothing = day.allDay.length + day.timed.length === 0 ? html`<p class="empty">Nothing booked.</p>` : null;
  const words = longDays.format(utcDate(day.date));
  return html`<section class="day ${names}"><h3><span class="quiet">${words}${day.isToday ? ", today" : ""}</span>
<b aria-hidden="true">${day.date.day}</b><span aria-hidden="true">${weekdays.format(utcDate(day.date))}</span></h3>
<ul class="all-day" aria-label="All day, ${words}">${day.allDay.map((event) => allDayItem(event, link))}</ul>
<ol class="timed" aria-label="${words}">${day.timed.map((one) => timedItem(one, first, link))}</ol>${nothing}</section>`;
}

const statusWords = {
  free: "Free",
  tentative: "Tentative",
  busy: "Busy",
  oof: "Out of office",
  workingElsewhere: "Working elsewhere",
  unknown: "Unknown",
} as const;

/** Counterpoint's own: an online meeting that an application booked. */
const isCheckIn = (event: CalendarEvent) => !event.seeded && event.content.joinUrl !== null;

function classesOf(event: CalendarEvent): string {
  const { showAs } = event.content;
  return ["event", showAs, ...(isCheckIn(event) ? ["check-in"] : []), ...(event.isCancelled ? ["cancelled"] : [])].join(
    " ",
  );
}

function remarksOf({ isOrganizer, isCancelled, content }: CalendarEvent): string {
  const answers = { accepted: "accepted", declined: "declined", tentativelyAccepted: "tentatively accepted" } as const;
  const answer =
    Object.entries(answers).find(([key]) => key === content.responseStatus.response)?.[1] ?? "not answered yet";
  return [
    statusWords[content.showAs],
    ...(content.sensitivity === "private" ? ["private"] : []),
    ...(isCancelled ? ["cancelled"] : []),
    ...(isOrganizer ? [] : [`from ${content.organizer.name}, ${answer}`]),
  ].join(", ");
}

const padlock = html`<svg class="lock" width="10" height="12" viewBox="0 0 10 12" aria-hidden="true"><path fill="none" stroke="currentColor" stroke-width="1.5" d="M2.5 5V3.5a2.5 2.5 0 0 1 5 0V5"/><rect width="10" height="7" y="5" rx="1.5" fill="currentColor"/></svg>`;

function itemBody(event: CalendarEvent, when: string, link: Link): Html {
  const { subject, joinUrl, locations, sensitivity } = event.content;
  const shownSubject = subject === "" ? "(No subject)" : subject;
  const lock = sensitivity === "private" ? padlock : null;
  const join =
    isCheckIn(event) && joinUrl
      ? html`<p class="note"><a href="${joinUrl}">Join in Teams<span class="quiet">: ${shownSubject}, ${when}</span></a></p>`
      : null;
  const place = !join && locations[0] ? html`<p class="note">${locations[0].displayName}</p>` : null;
  return html`<p class="subject"><a href="${link(event)}">${shownSubject}</a><span class="quiet">, ${remarksOf(event)}</span></p>
<p class="when">${when}</p>${join}${place}${lock}`;
}

const hoverText = (event: CalendarEvent, when: string) => `${event.content.subject}, ${when}. ${remarksOf(event)}.`;

function allDayItem(event: CalendarEvent, link: Link): Html {
  return html`<li class="${classesOf(event)}" data-event="${event.id}" title="${hoverText(event, "all day")}">${itemBody(event, "All day", link)}</li>`;
}

/** How much of an event's words fits its height. */
function sizeOf(minutes: number): string {
  if (minutes < 25) return "slight short";
  if (minutes < 40) return "slight";
  if (minutes < 60) return "middling";
  return minutes < 80 ? "roomy" : "roomy ample";
}

function timedItem({ item, lane, lanes }: Placed<DayEvent>, first: number, link: Link): Html {
  const { event, from, to } = item;
  const when = `${clock(from)}–${clock(to)}`;
  const size = sizeOf(to - from);
  const place = `--from:${from / 60 - first};--length:${Math.max(to - from, 15) / 60};--lane:${lane};--lanes:${lanes}`;
  return html`<li class="${classesOf(event)} ${size}" style="${place}" data-event="${event.id}" title="${hoverText(event, when)}">${itemBody(event, when, link)}</li>`;
}
