import { Client, type GraphRequest } from "@microsoft/microsoft-graph-client";
import type { z } from "zod";
import type { Log } from "../log.ts";
import { CalendarAway } from "../ports.ts";
import { asOutlookFailure } from "./failure.ts";
import { authentication, type TokenSource } from "./middleware/authentication.ts";
import { Call, type Repeatability } from "./middleware/call.ts";
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
}

/** An order or a question with a body. */
export interface Posting<Answer> extends Question<Answer> {
  readonly body: object;
  readonly repeatability: Repeatability;
}

/**
 * Graph behind our own chain. Answers are read by their schema.
 *
 * @throws CalendarAway when trying again later may help, CalendarRefused when it won't.
 */
export interface Graph {
  readonly get: <Answer>(question: Question<Answer>) => Promise<Answer>;
  readonly post: <Answer>(posting: Posting<Answer>) => Promise<Answer>;
  /** All items of a list, page after page. */
  readonly list: <Item>(question: Question<Page<Item>>) => Promise<readonly Item[]>;
}

export interface Page<Item> {
  readonly value: readonly Item[];
  readonly "@odata.nextLink"?: string | undefined;
}

/** More pages than any calendar fills; a server that never ends its list would keep us for ever. */
const mostPages = 50;

/** Opens Graph: telemetry, safe retry, four at once a mailbox, authentication, timeout, fetch, in this order. */
export function openGraph({ graphUrl, token, log, now, patience }: GraphOptions): Graph {
  const rules = { ...usualPatience, ...patience };
  const chain = [
    telemetry(log),
    safeRetry({ ...rules, now }),
    perMailboxLimit(),
    authentication(token),
    timeout(rules.attemptMs),
    send(),
  ];
  const { baseUrl, defaultVersion } = splitVersion(graphUrl);
  const client = Client.initWithMiddleware({
    middleware: chain,
    baseUrl,
    defaultVersion,
    fetchOptions: { headers: preferences },
  });

  const ask = async <Answer>(
    question: Question<Answer>,
    how: Repeatability,
    act: (request: GraphRequest) => Promise<unknown>,
  ) => {
    const call = new Call(question.operation, how, performance.now() + rules.callMs);
    const signal = AbortSignal.timeout(rules.callMs);
    const answer = await act(client.api(question.path).option("signal", signal).middlewareOptions([call])).catch(
      asOutlookFailure,
    );
    const read = question.answer.safeParse(answer);
    if (!read.success) throw new CalendarAway("Outlook's answer can't be understood.", { cause: read.error });
    return read.data;
  };
  const get: Graph["get"] = (question) => ask(question, "read", (request) => request.get());
  return {
    get,
    post: (posting) => ask(posting, posting.repeatability, (request) => request.post(posting.body)),
    list: (question) => readPages(get, question),
  };
}

// Every request asks for ids that survive a move between folders, and for times in UTC; a second Prefer header would undo the first.
const preferences = { Prefer: 'IdType="ImmutableId", outlook.timezone="UTC"' };

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

/** The part of a next link after the version: our token goes to our own host, whatever the link says. */
function pathOfLink(link: string | undefined): string | null {
  if (link === undefined) return null;
  const { pathname, search } = new URL(link);
  return pathname.replace(/^\/[^/]+/, "") + search;
}

function splitVersion(graphUrl: string): { baseUrl: string; defaultVersion: string } {
  const url = new URL(graphUrl);
  const defaultVersion = url.pathname.split("/").findLast((part) => part !== "") ?? "v1.0";
  return { baseUrl: `${url.origin}/`, defaultVersion };
}
