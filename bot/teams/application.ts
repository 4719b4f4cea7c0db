import { AI, Application, type PredictedSayCommand, type TurnState } from "@microsoft/teams-ai";
import { ActivityTypes, MemoryStorage, type TurnContext } from "botbuilder";
import { intentIds } from "../../shared/content/intents.ts";
import { cardButtons } from "./actions/actions.ts";
import { welcome } from "./answers/suggest.ts";
import type { Delivery } from "./deliver.ts";
import { take } from "./meeting-news.ts";
import { answerWish } from "./planner/answer-text.ts";
import { actionName, suggestAction, WishPlanner } from "./planner/planner.ts";
import type { Wish } from "./planner/wish.ts";
import { type Reply, say } from "./reply.ts";
import type { Turn } from "./turn.ts";
import { meetingNewsOf, turnOf } from "./turn-store.ts";

/** The teams-ai application, and every way into it that is really there. */
export interface Rooms {
  readonly app: Application<TurnState>;
  readonly doors: readonly string[];
}

/** Registers meetings, buttons, welcome and wishes. A route takes whatever it fits: in a meeting's events nobody speaks, so they come first. */
export function createApplication(delivery: Delivery): Rooms {
  const app = new Application<TurnState>({
    storage: new MemoryStorage(),
    ai: { planner: new WishPlanner(), allow_looping: false },
    adaptiveCards: { actionSubmitFilter: "verb" },
    startTypingTimer: false,
  });
  return {
    app,
    doors: [
      ...mountMeetings(app),
      ...mountButtons(app, delivery),
      ...mountArrivals(app, delivery),
      ...mountWishes(app, delivery),
    ],
  };
}

/** The SDK's own way to participants' events listens for names that Teams never sends. */
function mountMeetings(app: Application<TurnState>): readonly string[] {
  app.activity(isAboutMeeting, async (context) => {
    const news = meetingNewsOf(context);
    if (news) await take(news);
  });
  return ["activity meeting"];
}

const isAboutMeeting = (context: TurnContext) => Promise.resolve(meetingNewsOf(context) !== undefined);

function mountButtons(app: Application<TurnState>, delivery: Delivery): readonly string[] {
  for (const { verb, press } of cardButtons) {
    app.adaptiveCards.actionExecute(verb, (context) => execute(context, delivery, press));
    app.adaptiveCards.actionSubmit(verb, (context) => submit(context, delivery, press));
  }
  const unknown = (_: unknown, turn: Turn) => Promise.resolve(say(turn.reader.words.troubles.cardNotUnderstood));
  app.adaptiveCards.actionExecute(isPress("execute"), (context) => execute(context, delivery, unknown));
  app.adaptiveCards.actionSubmit(isPress("submit"), (context) => submit(context, delivery, unknown));
  return cardButtons.map(({ verb }) => `card ${verb}`);
}

type Press = (payload: unknown, turn: Turn) => Promise<Reply>;

const isPress = (way: "execute" | "submit") => (context: TurnContext) => {
  const { inbound } = turnOf(context);
  return Promise.resolve(inbound.kind === "card" && inbound.way === way);
};

/** The answer is sent here, before teams-ai would send one of its own. */
async function execute(context: TurnContext, delivery: Delivery, press: Press): Promise<string> {
  const turn = turnOf(context);
  await delivery.byReplacing(context, press(payloadOf(turn), turn), turn);
  return "";
}

async function submit(context: TurnContext, delivery: Delivery, press: Press): Promise<void> {
  const turn = turnOf(context);
  await delivery.bySaying(context, await press(payloadOf(turn), turn), turn);
}

const payloadOf = ({ inbound }: Turn): unknown => (inbound.kind === "card" ? inbound.payload : {});

function mountArrivals(app: Application<TurnState>, delivery: Delivery): readonly string[] {
  app.activity(ActivityTypes.InstallationUpdate, async (context) => {
    const turn = turnOf(context);
    await delivery.bySaying(context, welcome(turn), turn);
  });
  // A picture or a file alone never reaches the planner.
  app.activity(isWordless, async (context) => {
    const turn = turnOf(context);
    await delivery.bySaying(context, say(turn.reader.words.troubles.wordsOnly), turn);
  });
  return ["activity installed", "activity message", "activity card"];
}

const isWordless = (context: TurnContext) =>
  Promise.resolve(context.activity.type === ActivityTypes.Message && !context.activity.text);

function mountWishes(app: Application<TurnState>, delivery: Delivery): readonly string[] {
  for (const name of [...intentIds.map(actionName), suggestAction])
    app.ai.action<{ readonly wish: Wish }>(name, async (context, _state, { wish }) => {
      const turn = turnOf(context);
      await delivery.bySaying(context, await answerWish(wish, turn), turn);
      return "";
    });
  // teams-ai would mark what is said as made by a language model, and there is none here.
  app.ai.action<PredictedSayCommand>(AI.SayCommandActionName, async (context, _state, { response }) => {
    await delivery.bySaying(context, say(response.content ?? ""), turnOf(context));
    return "";
  });
  return intentIds.map((intent) => `intent ${intent}`);
}
