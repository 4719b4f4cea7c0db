import type { Person } from "../../../shared/domain/person.ts";
import type { Pace } from "../../ports/pace.ts";
import { type Bot, type BotAnswer, createBot } from "../bot.ts";
import type { BotLog } from "../settings.ts";
import type { BotUseCases } from "../turn.ts";
import { type FakeChannel, startFakeChannel } from "./fake-channel.ts";
import { appId, now, tenantId } from "./people.ts";

export type Activity = Record<string, unknown>;

/** A bot with its channel, and a person's ways to reach it. */
export interface Talk {
  readonly bot: Bot;
  readonly channel: FakeChannel;
  readonly logged: {
    readonly level: string;
    readonly fields: Readonly<Record<string, unknown>>;
    readonly message: string;
  }[];
  /** Posts an activity with a good token. */
  readonly post: (activity: Activity) => Promise<BotAnswer>;
  readonly says: (person: Person, text: string) => Promise<BotAnswer>;
  readonly presses: (person: Person, verb: string, data: object) => Promise<BotAnswer>;
  readonly submits: (person: Person, value: object) => Promise<BotAnswer>;
}

/** Nobody else is speaking. */
const unhurried: Pace = { turn: () => Promise.resolve(0) };

/** Starts a bot that speaks to a channel of its own. */
export async function startTalk(useCases: BotUseCases, pace: Pace = unhurried): Promise<Talk> {
  const channel = await startFakeChannel(appId);
  const logged: Talk["logged"] = [];
  const write = (level: string) => (fields: Readonly<Record<string, unknown>>, message: string) =>
    void logged.push({ level, fields, message });
  const log: BotLog = { info: write("info"), warn: write("warn"), error: write("error") };
  const settings = {
    tenantId,
    appId,
    appPassword: "secret",
    connectorMetadataUrl: channel.metadataUrl,
    tokenUrl: channel.tokenUrl,
    serviceUrl: channel.serviceUrl,
  };
  const bot = createBot({
    settings,
    useCases,
    log,
    clock: { now: () => now },
    pace,
  });
  const post = async (activity: Activity) => bot.handle(`Bearer ${await channel.token()}`, activity);
  const of = (person: Person, more: Activity) => activityOf(person, channel, more);
  return {
    bot,
    channel,
    logged,
    post,
    says: (person, text) => post(of(person, { type: "message", text })),
    submits: (person, value) => post(of(person, { type: "message", value, replyToId: "card-1" })),
    presses: (person, verb, data) =>
      post(
        of(person, {
          type: "invoke",
          name: "adaptiveCard/action",
          replyToId: "card-1",
          value: { action: { type: "Action.Execute", verb, data } },
        }),
      ),
  };
}

/** What Teams sends for a person in the one-to-one chat. */
export function activityOf(person: Person, channel: Pick<FakeChannel, "serviceUrl">, more: Activity): Activity {
  return {
    id: "in-1",
    channelId: "msteams",
    serviceUrl: channel.serviceUrl,
    from: { id: `29:${person.name}`, aadObjectId: person.id, name: person.fullName },
    recipient: { id: `28:${appId}`, name: "Counterpoint" },
    conversation: { id: `a:${person.name}`, conversationType: "personal", tenantId: person.tenantId },
    channelData: { tenant: { id: person.tenantId } },
    locale: "en-GB",
    localTimezone: person.timeZone,
    entities: [{ type: "clientInfo", locale: "en-GB", country: "GB", platform: "Web", timezone: person.timeZone }],
    ...more,
  };
}
