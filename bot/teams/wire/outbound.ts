import type { Activity, ConversationReference as BotReference, TurnContext } from "botbuilder";
import type { ConversationReference } from "../../ports/conversation-records.ts";
import type { TeamsAdapter } from "./adapter.ts";

/** Where Teams makes new chats when nobody has told a better address. */
const worldwide = "https://smba.trafficmanager.net/teams/";

export interface NewChat {
  readonly tenantId: string;
  readonly personId: string;
  readonly serviceUrl?: string | undefined;
}

/** The bot's way out: says and changes messages outside a turn. Each call is made once; whatever the channel answers is thrown. */
export class Outbound {
  readonly #adapter: TeamsAdapter;

  constructor(adapter: TeamsAdapter) {
    this.#adapter = adapter;
  }

  /** Says something in a known chat. @returns the message's id. */
  send(where: ConversationReference, message: Partial<Activity>): Promise<string> {
    return this.#in(where, (context) => sent(context, message));
  }

  /** Puts `message` in the place of the one with this id. @returns the id. */
  update(where: ConversationReference, id: string, message: Partial<Activity>): Promise<string> {
    return this.#in(where, async (context) => {
      await context.updateActivity({ ...message, id });
      return id;
    });
  }

  /** Makes the one-to-one chat with a person, or finds it again, and says something there. @returns the message's id. */
  async sendNew({ tenantId, personId, serviceUrl }: NewChat, message: Partial<Activity>): Promise<string> {
    let id = "";
    await this.#adapter.createConversationAsync(
      this.#adapter.appId,
      "msteams",
      serviceUrl ?? worldwide,
      "https://api.botframework.com",
      {
        isGroup: false,
        bot: { id: `28:${this.#adapter.appId}`, name: "" },
        members: [{ id: personId, name: "" }],
        tenantId,
        channelData: { tenant: { id: tenantId } },
      } as Parameters<TeamsAdapter["createConversationAsync"]>[4],
      async (context) => {
        id = await sent(context, message);
      },
    );
    return id;
  }

  async #in(where: ConversationReference, work: (context: TurnContext) => Promise<string>): Promise<string> {
    let id = "";
    await this.#adapter.continueConversationAsync(
      this.#adapter.appId,
      where as Partial<BotReference>,
      async (context) => {
        id = await work(context);
      },
    );
    return id;
  }
}

/** What is said unasked stands by itself: without this it would hang, as a reply, under an activity that Teams never saw. */
async function sent(context: TurnContext, message: Partial<Activity>): Promise<string> {
  context.activity.id = "";
  const response = await context.sendActivity(message);
  return response?.id ?? "";
}
