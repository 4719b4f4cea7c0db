import { randomUUID } from "node:crypto";
import { Agent } from "node:http";
import { type LocalPerson, localApp, localPeople, localPerson, localTenant } from "../../../local/identities.ts";
import { channelClient } from "../../../local/sign-in/clients.ts";
import { botAccount, senderAccount } from "../../../local/window/people.ts";
import { botMessages } from "../../../shared/content/bot-messages.ts";
import { exchange } from "../sender.ts";
import type { Connector, Said } from "./connector.ts";

/** Something that people say to the bot, and what its answer is known by. */
export interface Phrase {
  readonly text: string;
  /** Words that its answer holds. */
  readonly answer: string;
  /** Only the coordinator asks this. */
  readonly isForCoordinator: boolean;
}

const { answers, checkIns, cohorts } = botMessages("en");

export const phrases: readonly Phrase[] = [
  { text: "help", answer: answers.helpTitle, isForCoordinator: false },
  { text: "when is our next check-in", answer: checkIns.booked, isForCoordinator: false },
  { text: "how is the spring cohort", answer: cohorts.sessionsHeld, isForCoordinator: true },
];

/** The way from Teams to a bot and back. */
export interface Line {
  /** Says it, and waits for the bot's words to arrive and the post to be answered. @returns milliseconds until the words arrived. */
  readonly turn: (phrase: Phrase, seat: number) => Promise<number>;
  readonly close: () => void;
}

interface LineParts {
  readonly botUrl: string;
  readonly token: string;
  readonly connector: Connector;
  /** Words that every answer holds; the phrase's own unless given. */
  readonly answer?: string;
}

/** Opens a line to a bot. Each seat is a conversation, in which one turn goes on at a time. */
export function openLine({ botUrl, token, connector, answer }: LineParts): Line {
  const agent = new Agent({ keepAlive: true });
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
  const turn: Line["turn"] = async (phrase, seat) => {
    const conversationId = `a:bench-${seat}`;
    const body = JSON.stringify(messageFrom(personIn(seat, phrase), phrase.text, conversationId, connector.url));
    const started = performance.now();
    const heard = connector.next(conversationId).then((said) => ({ said, after: performance.now() - started }));
    const posted = exchange(agent, botUrl, { method: "POST", path: "/api/messages", headers, body }).then(mustBeTaken);
    // Without the post's answer first a refused post would leave the words awaited for ever.
    await posted;
    const { said, after } = await withinSeconds(10, heard);
    mustHold(said, answer ?? phrase.answer);
    return after;
  };
  return { turn, close: () => agent.destroy() };
}

function mustBeTaken({ status, text }: { readonly status: number; readonly text: string }): void {
  if (status < 200 || status > 299) throw new Error(`The bot answered the post with ${status}: ${text.slice(0, 200)}`);
}

function mustHold({ text, attachments }: Said, words: string): void {
  const all = JSON.stringify({ text, attachments });
  if (!all.includes(words)) throw new Error(`The bot's answer doesn't say "${words}": ${all.slice(0, 300)}`);
}

async function withinSeconds<T>(seconds: number, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`The bot's words never came, in ${seconds} s.`)), seconds * 1000);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Everybody who is in a pair has a seat of their own; the coordinator may sit anywhere. */
function personIn(seat: number, phrase: Phrase): LocalPerson {
  const paired = localPeople.filter((one) => one.givenName !== "Elif");
  const person = phrase.isForCoordinator ? localPerson("Elif") : paired[seat % paired.length];
  if (!person) throw new Error("Nobody lives here.");
  return person;
}

/** A message as Teams posts it. */
const messageFrom = (person: LocalPerson, text: string, conversationId: string, serviceUrl: string) => ({
  type: "message",
  id: `f:${randomUUID()}`,
  channelId: "msteams",
  serviceUrl,
  timestamp: new Date().toISOString(),
  localTimezone: person.zone,
  locale: person.locale,
  from: senderAccount(person),
  recipient: botAccount,
  conversation: { id: conversationId, tenantId: localTenant.id, conversationType: "personal" },
  channelData: { tenant: { id: localTenant.id } },
  textFormat: "plain",
  text,
});

/** The token by which the channel signs for this connector. */
export async function channelToken(issuer: string, serviceUrl: string): Promise<string> {
  const form = {
    grant_type: "client_credentials",
    client_id: channelClient.id,
    client_secret: channelClient.secret,
    scope: `${localApp.botAppId}/.default`,
    serviceurl: serviceUrl,
  };
  const answer = await fetch(`${issuer}/token`, { method: "POST", body: new URLSearchParams(form) });
  if (!answer.ok) throw new Error(`The sign-in refused the channel: ${answer.status}.`);
  return ((await answer.json()) as { readonly access_token: string }).access_token;
}
