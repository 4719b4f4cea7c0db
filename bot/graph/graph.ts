import { Client, type GraphRequest } from "@microsoft/microsoft-graph-client";
import { z } from "zod";
import type { PersonId } from "../../shared/domain/person.ts";
import type { Log } from "../log.ts";
import { CalendarAway } from "../ports/calendar.ts";
import { asOutlookFailure } from "./failure.ts";
import { authentication, type TokenSource } from "./middleware/authentication.ts";
import { Call, type CallDetails, type Repeatability } from "./middleware/call.ts";
import { perMailboxLimit } from "./middleware/per-mailbox-limit.ts";
import { safeRetry } from "./middleware/safe-retry.ts";
import { send } from "./middleware/send.ts";
import { telemetry } from "./middleware/telemetry.ts";
import { timeout } from "./middleware/timeout.ts";

/** What the rooms that talk to Graph are opened with. */
export interface GraphOptions {
  /** With its version: "https://graph.microsoft.com/v1.0". Plain http is for the stand-in on this machine. */
  readonly graphUrl: string;
  readonly token: TokenSource;
  readonly log: Log;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly patience?: Partial<Patience>;
}

/** How long and how often to try, in milliseconds. */
export interface Patience {
  /** For a whole call, its waits and attempts included. */
  readonly callMs: number;
  readonly attemptMs: number;
  readonly mostAttempts: number;
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** In [0, 1): spreads the waits. */
  readonly random: () => number;
}

const usualPatience: Patience = {
  callMs: 10_000,
  attemptMs: 6_000,
  mostAttempts: 4,
  firstWaitMs: 300,
  longestWaitMs: 3_000,
  random: Math.random,
};

/** A question to Graph: `path` starts at the version and is percent-encoded where it must be. */
export interface Question<Answer> {
  readonly operation: string;
  readonly path: string;
  readonly answer: z.ZodType<Answer>;
  /** In whose name, where the path names nobody or somebody else. */
  readonly as?: PersonId;
  /** Wishes besides those that every request has, as the `Prefer` header writes them. */
  readonly prefer?: string;
}

/** An order or a question with a body. */
export interface Posting<Answer> extends Question<Answer> {
  readonly body: object;
  readonly repeatability: Repeatability;
  /** Mailboxes that the body touches, each once. */
  readonly mailboxes?: readonly PersonId[];
  /** Whether Graph may take long over it: it is waited for three times as long. */
  readonly isLong?: boolean;
}

/** A change of something that is there; with `etag`, only where it is still as it was then. */
export interface Change<Answer> extends Question<Answer> {
  readonly body: object;
  readonly etag?: string | undefined;
}

/**
 * Graph behind our own chain. Answers are read by their schema.
 *
 * @throws CalendarAway when trying again later may help, CalendarRefused when it won't, NotConnected when only the person can help.
 */
export interface Graph {
  readonly get: <Answer>(question: Question<Answer>) => Promise<Answer>;
  readonly post: <Answer>(posting: Posting<Answer>) => Promise<Answer>;
  readonly patch: <Answer>(change: Change<Answer>) => Promise<Answer>;
  readonly remove: (what: Omit<Question<unknown>, "answer">) => Promise<void>;
  /** All items of a list, page after page. */
  readonly list: <Item>(question: Question<Page<Item>>) => Promise<readonly Item[]>;
  /** Whether no request can serve several people. */
  readonly isPerPerson: boolean;
  /** Somebody in whose name anything may be asked that anybody may ask; `null` where nobody is known. */
  readonly atHand: () => PersonId | null;
  /** How long and how often to try, for what answers in parts of its own. */
  readonly patience: Patience;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export interface Page<Item> {
  readonly value: readonly Item[];
  readonly "@odata.nextLink"?: string | undefined;
}

/** More pages than any calendar fills; a server that never ends its list would keep us for ever. */
export const mostPages = 50;

/** Opens Graph: telemetry, safe retry, four at once a mailbox, authentication, timeout, fetch, in this order. */
export function openGraph({ graphUrl, token, log, now, patience }: GraphOptions): Graph {
  const rules = { ...usualPatience, ...patience };
  const { baseUrl, defaultVersion } = splitVersion(graphUrl);
  const middleware = [
    telemetry(log),
    safeRetry({ ...rules, now }),
    perMailboxLimit(),
    authentication(token),
    timeout(rules.attemptMs),
    send(),
  ];
  const fetchOptions = { headers: { Prefer: preferences } };
  const client = Client.initWithMiddleware({ middleware, baseUrl, defaultVersion, fetchOptions });
  const ask = asker(client, rules);
  const get: Graph["get"] = (question) => ask(question, { how: "read" }, (request) => request.get());
  return {
    get,
    post: ({ repeatability: how, mailboxes, isLong, ...posting }) =>
      ask(posting, { how, mailboxes, isLong }, (request) => request.post(posting.body)),
    // A change that names what it changes may be made twice: the second time it finds it made, or is told that it came too late.
    patch: ({ etag, ...change }) =>
      ask(change, { how: "idempotent" }, (request) =>
        (etag === undefined ? request : request.header("If-Match", etag)).patch(change.body),
      ),
    remove: async (what) =>
      void (await ask({ ...what, answer: z.unknown() }, { how: "idempotent" }, (request) => request.delete())),
    list: (question) => readPages(get, question),
    isPerPerson: token.isPerPerson,
    atHand: () => token.atHand?.() ?? null,
    patience: rules,
    now,
  };
}

type Act = (request: GraphRequest) => Promise<unknown>;
type How = Pick<CallDetails, "mailboxes"> & { readonly how: Repeatability; readonly isLong?: boolean | undefined };

function asker(client: Client, { callMs, attemptMs }: Patience) {
  return async <Answer>(question: Question<Answer>, { how, mailboxes, isLong }: How, act: Act): Promise<Answer> => {
    const { operation, path, as, prefer } = question;
    const times = isLong ? 3 : 1;
    const details = { as, mailboxes, attemptMs: attemptMs * times };
    const call = new Call(operation, how, performance.now() + callMs * times, details);
    const request = client
      .api(path)
      .option("signal", AbortSignal.timeout(callMs * times))
      .middlewareOptions([call]);
    // A second Prefer header would undo the first.
    if (prefer !== undefined) request.header("Prefer", `${preferences}, ${prefer}`);
    const answer = await act(request)
      .catch((error: unknown) => {
        throw call.notConnected ?? error;
      })
      .catch(asOutlookFailure);
    const read = question.answer.safeParse(answer);
    if (!read.success) throw new CalendarAway("Outlook's answer can't be understood.", { cause: read.error });
    return read.data;
  };
}

/** What every request asks for: ids that survive a move between folders, and times in UTC. */
export const preferences = 'IdType="ImmutableId", outlook.timezone="UTC"';

async function readPages<Item>(get: Graph["get"], question: Question<Page<Item>>): Promise<readonly Item[]> {
  const items: Item[] = [];
  let path: string | null = question.path;
  for (let pages = 0; path !== null && pages < mostPages; pages += 1) {
    const page: Page<Item> = await get({ ...question, path });
    items.push(...page.value);
    path = pathOfLink(page["@odata.nextLink"]);
  }
  return items;
}

/** The part of a link of Graph's after the version: our token goes to our own host, whatever the link says. */
export function pathOfLink(link: string): string;
export function pathOfLink(link: string | undefined): string | null;
export function pathOfLink(link: string | undefined): string | null {
  if (link === undefined || link.startsWith("/")) return link ?? null;
  const { pathname, search } = new URL(link);
  return pathname.replace(/^\/[^/]+/, "") + search;
}

function splitVersion(graphUrl: string): { baseUrl: string; defaultVersion: string } {
  const url = new URL(graphUrl);
  const defaultVersion = url.pathname.split("/").findLast((part) => part !== "") ?? "v1.0";
  return { baseUrl: `${url.origin}/`, defaultVersion };
}
