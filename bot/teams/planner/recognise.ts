import { type IntentId, intentIds, type Language } from "../../../shared/content/intents.ts";
import { type Said, type WordReader, wordReader } from "./words.ts";

/** What a text most likely asks for. `intent` is `null` where nothing is near enough; `nearest` comes best first. */
export interface Recognition {
  readonly intent: IntentId | null;
  readonly nearest: readonly IntentId[];
}

export interface Recogniser extends WordReader {
  readonly recognise: (text: string) => Recognition;
}

/** How near a text must come to a phrase (1 is the same), how much nearer than to any other wish, and from where it is worth offering. */
const enough = { score: 0.62, lead: 0.04, offer: 0.2 } as const;

/** What a word counts that hardly tells wishes apart, and one that no wish uses; and what each misspelling takes off the score. */
const weights = { filler: 0.12, stranger: 2.8, slip: 0.05 } as const;

type Weigh = (word: string) => number;

/**
 * Recognises wishes by comparing words with known phrases. The same text always gets the same answer.
 *
 * A phrase scores by how much of it the text says and how much of the text it explains (their harmonic mean); a word counts the more the
 * fewer wishes use it. The best phrase speaks for its wish.
 */
export function recogniser(language: Language): Recogniser {
  const reader = wordReader(language);
  const known = new Map(
    intentIds.map((id) => [id, language.intents[id].phrases.map((phrase) => reader.read(phrase).words)]),
  );
  const weigh = scale(known, new Set(language.fillers));
  return {
    ...reader,
    recognise: (text) => {
      const said = reader.read(text);
      return judge(intentIds.map((intent) => ({ intent, score: best(known.get(intent) ?? [], said, weigh) })));
    },
  };
}

type Known = ReadonlyMap<IntentId, readonly ReadonlySet<string>[]>;

/** Weighs a word by how few wishes use it. */
function scale(known: Known, fillers: ReadonlySet<string>): Weigh {
  const users = new Map<string, number>();
  for (const phrases of known.values())
    for (const word of new Set(phrases.flatMap((words) => [...words]))) users.set(word, (users.get(word) ?? 0) + 1);
  return (word) => {
    if (fillers.has(word)) return weights.filler;
    const count = users.get(word);
    return count === undefined ? weights.stranger : Math.log(1 + known.size / count);
  };
}

function best(phrases: readonly ReadonlySet<string>[], said: Said, weigh: Weigh): number {
  const scores = phrases.map((phrase) => agreement(phrase, said.words, weigh));
  return Math.max(0, ...scores) - weights.slip * said.slips;
}

/** From 0 to 1: the harmonic mean of the share of the phrase that was said and the share of what was said that the phrase explains. */
function agreement(phrase: ReadonlySet<string>, said: ReadonlySet<string>, weigh: Weigh): number {
  const total = (words: Iterable<string>) => [...words].reduce((sum, word) => sum + weigh(word), 0);
  const whole = total(phrase) + total(said);
  return whole === 0 ? 0 : (2 * total(phrase.intersection(said))) / whole;
}

function judge(scores: readonly { readonly intent: IntentId; readonly score: number }[]): Recognition {
  const ranked = scores.toSorted((a, b) => b.score - a.score);
  const [first, second] = ranked;
  const isClear =
    first !== undefined && first.score >= enough.score && first.score - (second?.score ?? 0) >= enough.lead;
  return {
    intent: isClear ? first.intent : null,
    nearest: ranked.filter(({ score }) => score >= enough.offer).map(({ intent }) => intent),
  };
}
