import { personalChatId } from "../../../local/window/people.ts";
import { postJson } from "../../world.ts";
import type { Cut } from "../cuts.ts";
import type { Outage } from "./count-told.ts";
import { type Intent, isDoneInOutlook } from "./plan.ts";
import { mustAnswer, type Stage, type StormPair } from "./stage.ts";
import type { Calls, IntentKind, patienceForms, Trouble } from "./trouble.ts";

/** An intent that is about to be carried out. */
export interface Aim {
  readonly intent: Intent;
  readonly pair: StormPair;
  readonly checkInId: string;
  /** Object id of whose calendar the meeting stands in, or is to stand in. */
  readonly organiser: string;
}

/** How the calendars' stand-in is told of a fault. */
type GraphFault = Readonly<Record<string, unknown>>;

/** The call that does what is wanted. */
const writes: Readonly<Record<IntentKind, { readonly method: string; readonly pathIncludes: string }>> = {
  booking: { method: "POST", pathIncludes: "/events" },
  "second-thoughts": { method: "POST", pathIncludes: "/events" },
  move: { method: "PATCH", pathIncludes: "/events/" },
  length: { method: "PATCH", pathIncludes: "/events/" },
  cancellation: { method: "POST", pathIncludes: "/cancel" },
};

/** Prepares an intent's trouble. What the whole world meets, the database's restart, is left to the stage. */
export async function arm(stage: Stage, aim: Aim): Promise<void> {
  const { trouble } = aim.intent;
  const cut = cutOf(trouble);
  if (cut) return stage.cuts.order(aim.checkInId, cut);
  const fault = graphFaultOf(aim);
  if (fault) await mustAnswer(postJson(new URL("/_local/faults", stage.world.urls.graph).href, fault));
  if (trouble.kind === "notices") await disturbNotices(stage, aim, trouble.how);
  if (trouble.kind === "connector") await troubleConnector(stage, aim, trouble);
}

function cutOf(trouble: Trouble): Cut | null {
  if (trouble.kind === "killed-after") return { after: trouble.step };
  return trouble.kind === "killed-in" ? { inMs: trouble.ms } : null;
}

function graphFaultOf({ intent: { kind, trouble }, organiser: mailbox }: Aim): GraphFault | null {
  const match = (calls: Calls) => (calls === "write" ? { ...writes[kind], mailbox } : { mailbox });
  switch (trouble.kind) {
    case "answer-lost": {
      const how = trouble.how === "504" ? { kind: "status-after-commit", status: 504 } : { kind: "drop-after-commit" };
      return { ...how, match: match("write"), times: trouble.times };
    }
    case "busy": {
      const { status, retryAfter, calls, times } = trouble;
      return { kind: "status", status, headers: retryAfterHeader(retryAfter), match: match(calls), times };
    }
    case "timeout": {
      const how = trouble.how === "hangs" ? { kind: "hang" } : { kind: "delay", ms: trouble.how.lateByMs };
      return { ...how, match: match(trouble.calls) };
    }
    case "conflict":
      return { kind: "conflict", status: trouble.status, match: match("write"), times: trouble.times };
    default:
      return null;
  }
}

function retryAfterHeader(form: (typeof patienceForms)[number]): Readonly<Record<string, string>> {
  if (form === null) return {};
  return { "retry-after": form === "date" ? new Date(Date.now() + 2_000).toUTCString() : form };
}

/** A lost notice is lost in both mailboxes; out of order is the organiser's, since what is never followed by another is only late. */
async function disturbNotices(
  { world }: Stage,
  { pair, organiser }: Aim,
  kind: "lose" | "duplicate" | "reorder",
): Promise<void> {
  const mailboxes = kind === "reorder" ? [organiser] : pair.people.map(({ oid }) => oid);
  const times = kind === "lose" ? 5 : 1;
  await mustAnswer(
    postJson(
      new URL("/_local/notifications", world.urls.graph).href,
      mailboxes.map((mailbox) => ({ mailbox, kind, times })),
    ),
  );
}

async function troubleConnector(
  { world }: Stage,
  { pair }: Aim,
  trouble: Trouble & { readonly kind: "connector" },
): Promise<void> {
  const conversation = personalChatId(toldOf(pair, trouble));
  const how =
    trouble.how === "answer-lost"
      ? { kind: "drop-answer" }
      : { kind: "status", status: trouble.how, ...(trouble.how === 429 ? { retryAfter: 1 } : {}) };
  await mustAnswer(postJson(`${world.urls.window}/_local/faults`, { ...how, conversation, times: 1 }));
}

/** Whose chat a connector's trouble is in. */
const toldOf = ({ people }: StormPair, { to }: Trouble & { readonly kind: "connector" }) => people[to === 0 ? 0 : 1];

/** Takes back an intent's trouble where it still waits, and lets go of what hangs. @returns whether the intent never met it. */
export async function disarm({ world, cuts }: Stage, aim: Aim): Promise<boolean> {
  const { organiser, pair } = aim;
  const graph = (path: string) => new URL(path, world.urls.graph);
  const faults = (await mustAnswer(fetch(graph("/_local/faults")))) as { value: { match: { mailbox?: string } }[] };
  const waits = graphFaultOf(aim) !== null && faults.value.some(({ match }) => match.mailbox === organiser);
  await mustAnswer(fetch(graph(`/_local/faults?mailbox=${organiser}`), { method: "DELETE" }));
  for (const { oid } of pair.people)
    await mustAnswer(fetch(graph(`/_local/notifications?mailbox=${oid}`), { method: "DELETE" }));
  return cuts.withdraw(aim.checkInId) || waits;
}

/**
 * When an answer to an intent's news may have been lost because the connector was told to lose one: until now, or for good where it still
 * waits for something to be said.
 *
 * @param from - when the intent began, in epoch milliseconds.
 */
export async function troubleInChat({ world }: Stage, { intent, pair }: Aim, from: number): Promise<Outage | null> {
  const { trouble } = intent;
  if (trouble.kind !== "connector" || trouble.how !== "answer-lost") return null;
  const person = toldOf(pair, trouble);
  const { faults } = (await mustAnswer(fetch(`${world.urls.window}/_local/faults`))) as {
    faults: { conversation?: string }[];
  };
  const waits = faults.some(({ conversation }) => conversation === personalChatId(person));
  return { from, to: waits ? Number.POSITIVE_INFINITY : Date.now(), of: person.oid };
}

/** Whether what a lost notice kept from us has to be found by looking for changes. */
export const needsSweep = ({ intent }: Aim): boolean =>
  isDoneInOutlook(intent) && intent.trouble.kind === "notices" && intent.trouble.how === "lose";
