import type { World } from "../../../local/start/world.ts";

/** What the bot says by itself: what happened to a check-in, a reminder, or times to choose from and all else. */
export type Said = "news" | "reminder" | "other";

/** Words that reached a person, or took the place of others before that person's eyes. */
export interface Delivery {
  /** Object id. */
  readonly to: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly said: Said;
  readonly checkInId: string | null;
  /** The card as it was sent. */
  readonly words: string;
}

/** A chat as the window tells it. */
export interface ToldChat {
  readonly members: readonly string[];
  readonly meeting?: unknown;
  readonly messages: readonly ToldMessage[];
}

interface ToldMessage {
  readonly at: string;
  readonly by: "person" | "bot";
  readonly activity: unknown;
  readonly history: readonly {
    readonly at: string;
    readonly how: "update" | "invoke" | "delete";
    readonly was: unknown;
  }[];
}

/** Everything that the window's connector delivered in people's own chats, oldest first. */
export async function readDeliveries({ urls }: Pick<World, "urls">): Promise<readonly Delivery[]> {
  const answer = await fetch(new URL("/_local/transcript", urls.window));
  return deliveriesIn(((await answer.json()) as { readonly conversations: readonly ToldChat[] }).conversations);
}

/** The deliveries in chats of one person with the bot, changed messages once for each change. */
export const deliveriesIn = (chats: readonly ToldChat[]): readonly Delivery[] =>
  chats
    .filter((chat) => chat.meeting === undefined && chat.members.length === 1)
    .flatMap(({ members: [to = ""], messages }) =>
      messages
        .filter(({ by }) => by === "bot")
        .flatMap((message) => versionsOf(message).map((one) => delivery(to, one))),
    )
    .toSorted((one, other) => one.at - other.at);

interface Version {
  readonly at: string;
  readonly activity: unknown;
}

/** What the message said at first and after each change by the bot. */
function versionsOf({ at, activity, history }: ToldMessage): readonly Version[] {
  const after = (place: number) => history[place]?.was ?? activity;
  const changes = history.flatMap((change, place) =>
    change.how === "update" ? [{ at: change.at, activity: after(place + 1) }] : [],
  );
  return [{ at, activity: after(0) }, ...changes];
}

function delivery(to: string, { at, activity }: Version): Delivery {
  const card = JSON.stringify((activity as { readonly attachments?: unknown }).attachments ?? null);
  return { to, at: Date.parse(at), said: saidIn(card), checkInId: checkInIn(card), words: card };
}

/** Reminders alone offer to prepare; times to choose from and the question afterwards have buttons of their own. */
function saidIn(card: string): Said {
  if (card.includes('"title":"Prepare"')) return "reminder";
  return ["book-check-in", "answer-check-in"].some((mark) => card.includes(mark)) ? "other" : "news";
}

const checkInIn = (card: string): string | null => /"checkInId":"([^"]+)"/.exec(card)?.[1] ?? null;
