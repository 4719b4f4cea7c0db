import type { Language } from "../../../shared/content/intents.ts";
import { type DayReader, findDay, type NamedDay } from "./find-day.ts";
import { findLength } from "./find-length.ts";
import { findByPart, findName } from "./find-names.ts";
import { findStranger } from "./find-stranger.ts";
import { recogniser } from "./recognise.ts";
import type { Surroundings, Wish } from "./wish.ts";
import { plain } from "./words.ts";

export interface WishReader {
  /** Reads a text; the same text in the same surroundings always means the same. */
  readonly read: (text: string, reader: DayReader, surroundings: Surroundings) => Wish;
  /** Whether the text has words that the language doesn't, which may be names. */
  readonly hasStrangeWords: (text: string) => boolean;
}

/** No more of a message than this is read. */
const longestRead = 400;

/** A reader of wishes in one language. Days and names are taken out first, so that the rest is compared without them. */
export function wishReader(language: Language): WishReader {
  const { recognise, strange } = recogniser(language);
  const { roundWords, standIns, lengths } = language;
  const read: WishReader["read"] = (text, reader, { partners, cohorts }) => {
    const whole = text.slice(0, longestRead);
    const length = findLength(whole, lengths, standIns.length);
    const unmeasured = length?.rest ?? whole;
    const day = findDay(unmeasured, reader);
    const undated = day ? withoutDay(unmeasured, day, language.beforeDays) : unmeasured;
    const partner = findName(
      undated,
      partners.map(({ name, pairId }) => ({ name, value: pairId })),
      standIns.partner,
    );
    const nameless = partner?.rest ?? undated;
    const cohort = findByPart(
      nameless,
      cohorts.map(({ name, id }) => ({ name, value: id })),
      standIns.cohort,
    );
    const rest = cohort?.rest ?? nameless;
    return {
      ...recognise(
        rest
          .split(/\s+/u)
          .map((word) => (isRound(word, roundWords) ? standIns.cohort : word))
          .join(" "),
      ),
      day: day?.day ?? null,
      minutes: length?.minutes ?? null,
      pairId: partner?.value ?? null,
      stranger: partner ? null : findStranger(rest, strange(rest)),
      cohortId: cohort?.value ?? null,
      namesUnknownCohort: !cohort && rest.split(/\s+/u).some((word) => isRound(word, roundWords)),
    };
  };
  return { read, hasStrangeWords: (text) => strange(text.slice(0, longestRead)).length > 0 };
}

const isRound = (word: string, rounds: readonly string[]): boolean => rounds.includes(plain(word));

/** The text without the day and the words that lead up to it. */
function withoutDay(text: string, { words }: NamedDay, beforeDays: readonly string[]): string {
  const at = text.indexOf(words);
  const before = text.slice(0, at).split(/\s+/u).filter(Boolean);
  while (beforeDays.includes(plain(before.at(-1) ?? ""))) before.pop();
  return `${before.join(" ")} ${text.slice(at + words.length)}`;
}
