import { stages } from "../../../shared/domain/cohort.ts";
import { recentWeeks, smallestCohort } from "../../../shared/domain/cohort-overview.ts";
import type { NamedOverview } from "../../use-cases/cohorts/read-cohort.ts";
import type { CardReader } from "../turn.ts";
import { aside, type Card, type CardElement, card, execute, line, paragraph, saying, title } from "./card.ts";

/** More names than this would not be read, nor fit into a message. */
const mostNamed = 40;

/** How a cohort is going: the counts a coordinator may see, and nothing that could point at someone. */
export function overviewCard(overview: NamedOverview, reader: CardReader): Card {
  const { cohorts } = reader.words;
  const rows = figures(overview, reader);
  const tooFew = cohorts.tooFew(smallestCohort.people, smallestCohort.pairs);
  const quiet = overview.recent?.quiet ?? 0;
  return card({
    locale: reader.locale,
    words: `${overview.name}. ${rows.map(([label, count]) => `${label}: ${count}.`).join(" ")}${overview.recent ? "" : ` ${tooFew}`}`,
    body: [
      title(overview.name),
      ...rows.map(([label, count]) => figure(label, count, reader)),
      ...(overview.recent ? [] : [aside(tooFew)]),
    ],
    actions: quiet > 0 ? [execute("see-quiet-pairs", { cohortId: overview.id }, cohorts.seeQuietPairs)] : [],
  });
}

type Figure = readonly [label: string, count: number];

function figures(
  { pairs, sessionsHeld, recent }: NamedOverview,
  { words: { cohorts } }: CardReader,
): readonly Figure[] {
  const always: readonly Figure[] = [
    [cohorts.pairs, pairs],
    [cohorts.sessionsHeld, sessionsHeld],
  ];
  if (!recent) return always;
  const byStage = stages.flatMap((stage, at): readonly Figure[] => {
    const count = recent.stages[stage] ?? 0;
    return count > 0 ? [[cohorts.stage(at + 1, cohorts.stageNames[stage]), count]] : [];
  });
  const lately: readonly Figure[] = [
    [cohorts.met(recentWeeks), recent.met],
    [cohorts.quiet(recentWeeks), recent.quiet],
    [cohorts.paused, recent.paused],
  ];
  return [...always, ...lately, ...byStage];
}

const figure = (label: string, count: number, { locale }: CardReader): CardElement =>
  line(paragraph(label), {
    ...paragraph(new Intl.NumberFormat(locale).format(count)),
    weight: "Bolder",
    horizontalAlignment: "Right",
  });

/** The pairs that have not met lately, by name and without a cause. */
export function quietPairsCard(pairs: readonly (readonly string[])[], reader: CardReader): Card {
  const { cohorts } = reader.words;
  const heading = cohorts.quietTitle(recentWeeks);
  const names = pairs.slice(0, mostNamed).map(cohorts.pair);
  const lines = pairs.length > mostNamed ? [...names, cohorts.andMore(pairs.length - mostNamed)] : names;
  return card({
    locale: reader.locale,
    words: `${heading}. ${lines.join("; ")}. ${cohorts.quietSentence}`,
    body: [title(heading), ...lines.map(paragraph), aside(cohorts.quietSentence)],
  });
}

/** Asks which cohort is meant, with up to three to choose from. */
export function whichCohortCard(
  question: string,
  names: readonly string[],
  ask: (name: string) => string,
  reader: CardReader,
): Card {
  const shown = names.slice(0, 3).map(ask);
  return card({
    locale: reader.locale,
    words: `${question} ${shown.join(" ")}`,
    body: [title(question)],
    actions: shown.map((name) => saying(name)),
  });
}
