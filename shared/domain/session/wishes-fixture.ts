import { parts, type Session, type SessionCommandType, type SessionPhase, sessionCommandTypes } from "./session.ts";

/** What a panel knows of its own tap. */
export interface Tap {
  readonly type: SessionCommandType;
  /** Which of what is offered, or which part or member, from 0. */
  readonly place: number;
}

/** What somebody is likely to tap at each step, the likelier the more often; "pick 1" taps the second of what is there. */
const likely: Readonly<Record<SessionPhase, string>> = {
  arrive: "arrive go-on go-on share-carry-over",
  since: "go-on go-on share-carry-over keep-carry-over arrive stage",
  choose: "pick pick 1 pick pick 1 pick swap swap 1 offer-others",
  "who-first": "say-who say-who say-who 1 say-who 3 say-who skip-who lighten leave",
  turn: "change-over change-over change-over ask ask lighten leave move-on stage unstage",
  "follow-up": "change-over change-over change-over change-over lighten leave move-on",
  exercise: "next-step next-step step-back swap-exercise lighten go-on",
  appreciate: "ready ready ready ready not-ready go-on",
  learn: "ready ready ready ready not-ready go-on",
  book: "go-on go-on stage unstage",
  over: "go-to 1 go-to 3 arrive keep-carry-over",
};

const tapsIn = (words: string): readonly Tap[] =>
  [...words.matchAll(/([a-z-]+)(?: (\d))?/g)].flatMap(([, name, place]) => {
    const type = sessionCommandTypes.find((one) => one === name);
    return type ? [{ type, place: Number(place ?? 0) }] : [];
  });

const taps = new Map(Object.entries(likely).map(([phase, words]) => [phase, tapsIn(words)]));

/** Anything at all, at whatever step. */
const anything: readonly Tap[] = [
  ...sessionCommandTypes.filter((type) => type !== "close").map((type) => ({ type, place: 0 })),
  ...parts.map((_, place) => ({ type: "go-to" as const, place })),
  { type: "close", place: 0 },
];

/** What somebody taps who sees this: mostly what is there to tap, now and then anything. */
export function wishOf({ phase }: Pick<Session, "phase">, number: number): Tap {
  const from = number % 16 === 15 ? anything : (taps.get(phase) ?? anything);
  const tap = from[Math.floor(number / 16) % from.length];
  if (!tap) throw new Error(`There is nothing to tap in "${phase}".`);
  return tap;
}
