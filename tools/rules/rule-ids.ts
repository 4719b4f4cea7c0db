import { titlesIn } from "./titles.ts";

/** A rule of docs/SPEC.md. */
export interface Rule {
  readonly id: string;
  readonly line: number;
}

/** A test title that cites rules. */
export interface Citation {
  readonly id: string;
  readonly file: string;
}

/** Reads the rules: lines such as `- **TURN-2** Openings alternate.` */
export function rulesIn(spec: string): readonly Rule[] {
  return spec.split("\n").flatMap((text, index) => {
    const id = /^\s*[-*] \*\*([A-Z]+-\d+)\*\*/.exec(text)?.[1];
    return id ? [{ id, line: index + 1 }] : [];
  });
}

/** Reads the citations in a test's source: `[TURN-2]`, or several as `[TURN-2, BOOK-1]`, in the title of a test or a group. */
export function citationsIn(file: string, source: string): readonly Citation[] {
  return titlesIn(file, source).flatMap((title) =>
    [...title.matchAll(/\[([A-Z]+-\d+(?:,\s*[A-Z]+-\d+)*)\]/g)].flatMap(([, ids = ""]) =>
      ids.split(/,\s*/).map((id) => ({ id, file })),
    ),
  );
}

/** What is wrong between rules and tests, a sentence each: a rule twice, a rule without a test, a test of no rule. */
export function mismatches(rules: readonly Rule[], citations: readonly Citation[]): readonly string[] {
  const known = new Set(rules.map(({ id }) => id));
  const cited = new Set(citations.map(({ id }) => id));
  const twice = rules.filter(({ id }, index) => rules.findIndex((other) => other.id === id) !== index);
  return [
    ...twice.map(({ id, line }) => `docs/SPEC.md:${line} states ${id} a second time. Each id means one rule.`),
    ...rules
      .filter(({ id }) => !cited.has(id))
      .map(
        ({ id, line }) =>
          `docs/SPEC.md:${line} states ${id}, but no test's title cites [${id}]. A rule without a test is a wish.`,
      ),
    ...citations
      .filter(({ id }) => !known.has(id))
      .map(
        ({ id, file }) =>
          `${file} cites [${id}], which docs/SPEC.md does not state. State the rule there, or correct the id.`,
      ),
  ];
}
