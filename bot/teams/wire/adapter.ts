import { CloudAdapter, type InvokeResponse, type TurnContext } from "botbuilder";
import type { BotSettings } from "../settings.ts";
import { type Authenticated, ChannelAuthentication } from "./authentication.ts";

export type BotActivity = Parameters<ChannelAuthentication["authenticateRequest"]>[0];

/** Why an activity wasn't let in: nobody signed it rightly, or the keys to tell can't be had just now. */
export class NotLetIn extends Error {
  override readonly name = "NotLetIn";
  readonly status: 401 | 503;
  constructor(status: 401 | 503, reason: string, cause?: unknown) {
    super(reason, { cause });
    this.status = status;
  }
}

/** The SDK's adapter, fed with activities as they came instead of requests. */
export class TeamsAdapter extends CloudAdapter {
  readonly appId: string;

  constructor(settings: BotSettings) {
    super(new ChannelAuthentication(settings));
    this.appId = settings.appId;
  }

  /**
   * Says who sent the activity.
   * @throws NotLetIn with a reason that may be shown to the sender.
   */
  async letIn(authorization: string | undefined, activity: BotActivity): Promise<Authenticated> {
    try {
      return await this.botFrameworkAuthentication.authenticateRequest(activity, authorization ?? "");
    } catch (problem) {
      throw refusalOf(problem);
    }
  }

  /** Runs a turn for an activity that was let in. @returns what an invoke is to be answered with. */
  run(
    authenticated: Authenticated,
    activity: BotActivity,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authenticated, activity, turn);
  }
}

/** Where the keys couldn't be fetched the sender may be honest; whatever else goes wrong here, the sender isn't let in. */
function refusalOf(problem: unknown): NotLetIn {
  const { name, message = "", statusCode } = problem as { name?: string; message?: string; statusCode?: number };
  if (name === "FetchError" || statusCode === 500)
    return new NotLetIn(503, "The channel's keys can't be fetched just now.", problem);
  return new NotLetIn(401, `The channel's signature wasn't accepted: ${message.replace(/\.*$/, ".")}`, problem);
}
