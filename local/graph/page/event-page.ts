import { Temporal } from "temporal-polyfill";
import { type LocalPerson, localPeople } from "../../identities.ts";
import type { CalendarEvent, ResponseStatus } from "../events/event.ts";
import { displayNameOf, personBy } from "../people.ts";
import { documentOf } from "./document.ts";
import { type Html, html } from "./html.ts";

/** Where the page leads: back to the calendars, and to each action on this event. `query` keeps what the calendars showed. */
export interface EventPageState {
  readonly owner: LocalPerson;
  readonly theme: string;
  readonly query: string;
  readonly said: string | null;
  readonly isTrouble: boolean;
}

const answerWords: Readonly<Record<ResponseStatus["response"], string>> = {
  none: "Not answered yet",
  notResponded: "Not answered yet",
  organizer: "Organiser",
  accepted: "Accepted",
  tentativelyAccepted: "Tentative",
  declined: "Declined",
};

/** One event as its owner sees it in Outlook, with what its owner may do to it. */
export function eventPage(event: CalendarEvent, state: EventPageState): string {
  const { owner, theme, query, said, isTrouble } = state;
  const subject = event.content.subject === "" ? "(No subject)" : event.content.subject;
  const told = said === null ? null : html`<p class="said${isTrouble ? " trouble" : ""}" role="status">${said}</p>`;
  const body = html`<header><p><a href="/_local/calendars${query}">Calendars</a></p><h1>${subject}</h1>
<p class="lead">In ${displayNameOf(owner)}'s Outlook, on ${owner.givenName}'s clock.</p></header>
<main class="event-page">${told}${facts(event, owner)}${actionsOf(event, state)}</main>`;
  return documentOf({ title: `${subject} · ${owner.givenName}'s Outlook`, theme, body });
}

const wall = (at: Date, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDateTime();
const days = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;
const dayOf = (at: Date, zone: string) =>
  new Intl.DateTimeFormat("en-GB", { ...days, timeZone: zone }).format(at).replaceAll(",", "");
const timeOnly = (at: Date, zone: string) =>
  new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone: zone }).format(at);
const minutesOf = (event: CalendarEvent) => (event.endAt.getTime() - event.startAt.getTime()) / 60_000;

function facts(event: CalendarEvent, owner: LocalPerson): Html {
  const { content } = event;
  const invited = content.attendees.map(
    ({ emailAddress, status }) =>
      html`<li><b>${emailAddress.name}</b> ${answerWords[status.response]}${clockOf(emailAddress.address, owner, event)}</li>`,
  );
  const isPrivate = content.sensitivity === "private";
  return html`<dl class="facts">
<dt>When</dt><dd>${dayOf(event.startAt, owner.zone)}, ${timeOnly(event.startAt, owner.zone)} to ${timeOnly(event.endAt, owner.zone)} (${minutesOf(event)} minutes)</dd>
<dt>Organiser</dt><dd>${content.organizer.name}${clockOf(content.organizer.address, owner, event)}</dd>
<dt>Invited</dt><dd>${invited.length > 0 ? html`<ul>${invited}</ul>` : "Nobody"}</dd>
<dt>Answer</dt><dd>${event.isOrganizer ? "Yours, as the organiser" : answerWords[content.responseStatus.response]}</dd>
<dt>Private</dt><dd>${isPrivate ? "Yes. Others see the time only." : "No"}</dd>
<dt>Teams</dt><dd>${content.joinUrl === null ? "No Teams link" : html`<a href="${content.joinUrl}">Join the meeting</a>`}</dd></dl>`;
}

/** The same moment on somebody else's clock, where it differs. */
function clockOf(address: string, owner: LocalPerson, { startAt }: CalendarEvent): string {
  const zone = personBy(address)?.zone ?? owner.zone;
  const theirs = timeOnly(startAt, zone);
  return theirs === timeOnly(startAt, owner.zone) ? "" : `, ${theirs} there`;
}

function actionsOf(event: CalendarEvent, state: EventPageState): Html {
  const form = (action: string, inner: Html) => {
    const address = `/_local/calendars/${state.owner.givenName}/events/${encodeURIComponent(event.id)}/${action}${state.query}`;
    return html`<form method="post" action="${address}">${inner}</form>`;
  };
  if (event.isCancelled) return removal(form, "This meeting was called off.");
  return event.isOrganizer ? organisersActions(event, state.owner, form) : attendeesActions(form);
}

type Form = (action: string, inner: Html) => Html;

const removal = (form: Form, words: string) =>
  html`<section><h2>Remove</h2><p>${words}</p>${form("delete", html`<button>Remove from this calendar</button>`)}</section>`;

function organisersActions(event: CalendarEvent, owner: LocalPerson, form: Form): Html {
  const start = wall(event.startAt, owner.zone);
  const time = start.toPlainTime().toString({ smallestUnit: "minute" });
  const colleagues = localPeople
    .filter((one) => one !== owner && !event.content.attendees.some((held) => held.emailAddress.address === one.mail))
    .map((one) => html`<option value="${one.mail}">${displayNameOf(one)}</option>`);
  const unlink = form("remove-link", html`<button>Remove the Teams link</button>`);
  return html`<section><h2>Move or change the length</h2>${form(
    "move",
    html`<div><label for="date">Day</label><input id="date" name="date" type="date" required value="${start.toPlainDate().toString()}"></div>
<div><label for="start">Starts</label><input id="start" name="start" type="time" required value="${time}"></div>
<div><label for="minutes">Minutes</label><input id="minutes" name="minutes" type="number" min="5" max="1440" step="5" required value="${minutesOf(event)}"></div>
<button class="main">Send update</button>`,
  )}</section>
<section><h2>Invite someone else</h2>${form("invite", html`<div><label for="who">Colleague</label><select id="who" name="who">${colleagues}</select></div><button>Invite</button>`)}</section>
${event.content.joinUrl === null ? null : html`<section><h2>Teams link</h2>${unlink}</section>`}
<section><h2>Call it off</h2>${form("cancel", html`${commentBox("A word to those invited")}<button>Cancel the meeting</button>`)}</section>`;
}

const commentBox = (label: string) =>
  html`<div class="wide"><label for="comment">${label} (may stay empty)</label><textarea id="comment" name="comment" rows="2"></textarea></div>`;

function attendeesActions(form: Form): Html {
  const buttons = [
    ["accept", "Accept"],
    ["tentative", "Tentative"],
    ["decline", "Decline"],
  ].map(([action, words]) => html`<button name="answer" value="${action ?? ""}">${words ?? ""}</button>`);
  const silent = html`<div class="wide tick"><input type="checkbox" id="silently" name="silently" value="yes"><label for="silently">Don't send the answer to the organiser</label></div>`;
  return html`<section><h2>Answer</h2>${form("answer", html`${commentBox("A word to the organiser")}${silent}${buttons}`)}</section>
${removal(form, "Takes it off this calendar only; the organiser isn't told.")}`;
}
