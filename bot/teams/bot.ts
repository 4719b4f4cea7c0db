import type { TurnContext } from "botbuilder";
import { refusalSentence } from "../../shared/content/refusal-sentence.ts";
import type { RefusalCode } from "../../shared/contract/refusals.ts";
import type { Messenger } from "../ports/messenger.ts";
import type { Pace } from "../ports/pace.ts";
import type { Clock } from "../ports.ts";
import { createApplication } from "./application.ts";
import { type Conversation, converse } from "./converse.ts";
import { Delivery } from "./deliver.ts";
import { inboundOf } from "./inbound.ts";
import { linksOf } from "./links.ts";
import { createMessenger } from "./messenger.ts";
import { ConversationLimits } from "./pace/conversation-limits.ts";
import { awaitTurn } from "./pace/unasked.ts";
import type { BotLog, BotSettings } from "./settings.ts";
import type { BotUseCases } from "./turn.ts";
import { readActivity } from "./wire/activity.ts";
import { NotLetIn, TeamsAdapter } from "./wire/adapter.ts";
import { Outbound } from "./wire/outbound.ts";

export interface BotParts {
  readonly settings: BotSettings;
  readonly useCases: BotUseCases;
  readonly log: BotLog;
  readonly clock: Clock;
  /** The app's pace over all processes, for what is said unasked. */
  readonly pace: Pace;
}

/** What an activity is answered with over HTTP. */
export interface BotAnswer {
  readonly status: number;
  readonly body?: unknown;
}

export interface Bot {
  /** Takes an activity as it was posted, with its Authorization header. It never throws. */
  readonly handle: (authorization: string | undefined, activity: unknown) => Promise<BotAnswer>;
  readonly messenger: Messenger;
  /** Every intent, card verb and kind of activity that is really answered. */
  readonly doors: readonly string[];
  /** Waits for answers that are still on their way. */
  readonly settle: () => Promise<void>;
}

/** The bot, wired to its use cases. */
export function createBot(parts: BotParts): Bot {
  const { settings, log, clock, pace } = parts;
  const adapter = new TeamsAdapter(settings);
  const outbound = new Outbound(adapter);
  const limits = new ConversationLimits(() => performance.now());
  const delivery = new Delivery(outbound, log, limits);
  const links = linksOf(settings);
  const { app, doors } = createApplication(delivery);
  const conversation = {
    ...parts,
    tenantId: settings.tenantId.toLowerCase(),
    links,
    goOn: (context: TurnContext) => app.run(context),
  };
  return {
    handle: (authorization, posted) => take(adapter, conversation, authorization, posted),
    messenger: createMessenger({
      outbound,
      clock,
      links,
      awaitTurn: awaitTurn(pace, limits),
      serviceUrl: settings.serviceUrl,
    }),
    doors,
    settle: () => delivery.settle(),
  };
}

async function take(
  adapter: TeamsAdapter,
  conversation: Conversation,
  authorization: string | undefined,
  posted: unknown,
): Promise<BotAnswer> {
  const { log, tenantId } = conversation;
  const read = readActivity(posted);
  if (!read.ok) return refusal(400, "bad-input", refusalSentence("bad-input", "en"), read.fields);
  try {
    const sender = await adapter.letIn(authorization, read.raw);
    const inbound = inboundOf(read.activity, read.raw, conversation.clock.now());
    if (inbound.tenantId !== tenantId) return refusal(403, "not-in-programme", "This bot serves another organisation.");
    const response = await adapter.run(sender, read.raw, (context) => converse(context, inbound, conversation));
    return { status: response?.status ?? 200, body: response?.body };
  } catch (problem) {
    if (problem instanceof NotLetIn) return notLetIn(problem, log);
    log.error({ err: problem, tenantId, event: read.activity.type }, "An activity couldn't be taken.");
    return refusal(500, "went-wrong", refusalSentence("went-wrong", "en"));
  }
}

function notLetIn({ status, message, cause }: NotLetIn, log: BotLog): BotAnswer {
  log.warn({ status, ...(status === 503 ? { err: cause } : {}) }, "An activity wasn't let in.");
  return status === 401 ? refusal(401, "not-signed-in", message) : refusal(503, "unavailable", message);
}

function refusal(
  status: number,
  code: RefusalCode,
  sentence: string,
  fields?: readonly { readonly field: string; readonly problem: string }[],
): BotAnswer {
  return { status, body: { refusal: code, sentence, ...(fields ? { fields } : {}) } };
}
