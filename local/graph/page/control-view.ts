import { localPeople } from "../../identities.ts";
import { displayNameOf, personBy } from "../people.ts";
import type { Subscription } from "../store/subscriptions.ts";
import type { World } from "../world.ts";
import { documentOf } from "./document.ts";
import { type Html, html } from "./html.ts";
import { oddBehaviours, waitingTroubles } from "./trouble-words.ts";
import { everyone, type Trouble, troubles, type Whose } from "./troubles.ts";

/** What the control page shows. `signInUrl` is where people's consents are, if that is known. */
export interface ControlState {
  readonly whose: Whose;
  readonly theme: string;
  readonly isWatching: boolean;
  readonly signInUrl: string | null;
  readonly subscriptions: readonly Subscription[];
  readonly waiting: number;
}

const nameOf = (oid: string | null | undefined) => {
  const person = oid ? personBy(oid) : undefined;
  return person ? displayNameOf(person) : "Everyone";
};

/** The page on which a person breaks Microsoft, and watches. */
export function controlView(world: World, state: ControlState): string {
  const signIn =
    state.signInUrl === null
      ? null
      : html`<section><h2>Permission</h2><p><a href="${state.signInUrl}">Give or withdraw consent, or end refresh tokens</a>, at the stand-in for sign-in.</p></section>`;
  const body = html`<header><p><a href="/_local/calendars">Calendars</a></p><h1>Break Microsoft</h1>
<p class="lead">Everything here is this machine's stand-in. Break something, use Counterpoint, and watch it cope.</p>
<div class="bar">${picker(state)}${watching(state)}</div></header>
<main class="control">${happening(world, state)}${troubles.map((group) => section(world, state, group))}${signIn}
${subscriptions(state)}${notices(world, state)}${requests(world)}</main>`;
  return documentOf({ title: "Break Microsoft", theme: state.theme, body, refresh: state.isWatching ? 3 : null });
}

/** The address of the page as it stands, with something else about it. */
export function addressOf(state: Pick<ControlState, "whose" | "theme" | "isWatching">): string {
  const watch = state.isWatching ? { watch: "1" } : {};
  return `/_local/control?${new URLSearchParams({ whose: whoseName(state.whose), ...(state.theme ? { theme: state.theme } : {}), ...watch })}`;
}

const whoseName = (whose: Whose) => personBy(whose)?.givenName ?? everyone;

function picker({ whose, theme }: ControlState): Html {
  const option = (value: string, words: string) =>
    html`<option value="${value}"${value === whoseName(whose) ? html` selected` : null}>${words}</option>`;
  const people = localPeople.map((one) => option(one.givenName, displayNameOf(one)));
  const kept = theme ? html`<input type="hidden" name="theme" value="${theme}">` : null;
  return html`<form method="get"><div><label for="whose">Whose mailbox</label><select id="whose" name="whose">${[option(everyone, "Everyone"), ...people]}</select></div>${kept}<button>Show</button></form>`;
}

const watching = (state: ControlState) =>
  html`<nav aria-label="Watching"><ul><li><a href="${addressOf(state)}">Look again</a></li><li><a href="${addressOf({ ...state, isWatching: !state.isWatching })}">${state.isWatching ? "Stop looking by itself" : "Look every 3 seconds"}</a></li></ul></nav>`;

const press = (state: ControlState, fields: Readonly<Record<string, string>>, words: string, label = words) => {
  const hidden = Object.entries({ ...fields, whose: whoseName(state.whose), theme: state.theme }).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return html`<form method="post" action="/_local/control">${hidden}<button aria-label="${label}">${words}</button></form>`;
};

function section(world: World, state: ControlState, { title, items }: (typeof troubles)[number]): Html {
  const rows = items.map((one) => row(world, state, one));
  return html`<section><h2>${title}</h2><ul class="troubles">${rows}</ul></section>`;
}

function row(world: World, state: ControlState, { id, words, hint, isOn }: Trouble): Html {
  const on = isOn?.(world, state.whose) ?? false;
  const action = on ? "Switch off" : isOn ? "Switch on" : "Do it";
  const button = press(state, { trouble: id, to: on ? "off" : "on" }, action, `${action}: ${words}`);
  return html`<li><div><b>${words}</b>${on ? html` <span class="on">is on</span>` : null}<p>${hint}</p></div>${button}</li>`;
}

function happening(world: World, state: ControlState): Html {
  const waiting = waitingTroubles(world).map(
    ({ words, times, mailbox }) => `${words}: ${nameOf(mailbox)}, ${timesWords(times)}`,
  );
  const slowness = world.latency.readMs + world.latency.writeMs > 0 ? ["Every answer is slow"] : [];
  const all = [...slowness, ...waiting, ...oddMailboxes(world)];
  const list =
    all.length === 0
      ? html`<p>Nothing. Microsoft works as usual.</p>`
      : html`<ul class="happening">${all.map((one) => html`<li>${one}</li>`)}</ul>`;
  return html`<section><h2>Switched on now</h2>${list}${all.length === 0 ? null : press(state, { trouble: "mend" }, "Mend everything")}</section>`;
}

const timesWords = (times: number) => (times < 0 ? "until mended" : `${times} to come`);

function oddMailboxes(world: World): string[] {
  const odd = new Map<string, string[]>();
  for (const { oid, givenName } of localPeople) {
    for (const what of oddBehaviours(world.behaviours.of(oid))) odd.set(what, [...(odd.get(what) ?? []), givenName]);
  }
  return [...odd].map(([what, who]) => `${what}: ${who.length === localPeople.length ? "Everyone" : who.join(", ")}`);
}

const clock = (iso: string) => iso.slice(11, 19);

function table(title: string, heads: readonly string[], rows: readonly Html[], nothing: string): Html {
  const head = heads.map((one) => html`<th scope="col">${one}</th>`);
  const body = html`<div class="table" tabindex="0" role="region" aria-label="${title}"><table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>`;
  return html`<section><h2>${title}</h2>${rows.length === 0 ? html`<p>${nothing}</p>` : body}</section>`;
}

const subscriptions = ({ subscriptions: live }: ControlState) =>
  table(
    "Subscriptions",
    ["Mailbox", "Told of", "Until (UTC)"],
    live.map(
      (one) =>
        html`<tr><td>${nameOf(one.mailbox)}</td><td>${one.changeTypes.join(", ")}</td><td class="time">${one.expiresAt.toISOString().slice(0, 16).replace("T", " ")}</td></tr>`,
    ),
    "Nobody asked to be told.",
  );

const notices = (world: World, { waiting }: ControlState) =>
  table(
    `Last notices${waiting > 0 ? `, ${waiting} waiting` : ""}`,
    ["UTC", "Mailbox", "Notices", "Answer"],
    world.notifier
      .attempts()
      .slice(-10)
      .toReversed()
      .map(
        ({ at, mailbox, items, status }) =>
          html`<tr><td class="time">${clock(at)}</td><td>${nameOf(mailbox)}</td><td>${items.length}</td><td>${statusWords(status)}</td></tr>`,
      ),
    "None sent yet.",
  );

const requests = (world: World) =>
  table(
    "Last requests",
    ["UTC", "Request", "Mailbox", "Trouble", "Answer"],
    world.requests
      .all()
      .slice(-20)
      .toReversed()
      .map(
        ({ at, method, path, mailbox, fault, status }) =>
          html`<tr><td class="time">${clock(at)}</td><td class="path">${method} ${shortened(path)}</td><td>${mailbox ? nameOf(mailbox) : ""}</td><td>${fault ?? ""}</td><td>${statusWords(status)}</td></tr>`,
      ),
    "None yet.",
  );

const statusWords = (status: number) => (status === 0 ? "none" : String(status));

/** A path without the long ids of Exchange, which nobody reads. */
const shortened = (path: string) =>
  path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, (id) => personBy(id)?.givenName ?? `${id.slice(0, 8)}…`)
    .replace(/\b(AA[\w%-]{4})[\w%=-]{40,}/g, "$1…")
    .slice(0, 160);
