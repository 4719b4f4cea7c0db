import { badRequest } from "./errors.ts";
import { textAt, valueAt } from "./odata.ts";

type Test = (item: unknown) => boolean;

const token = /\s*(?:('(?:[^']|'')*')|([(),])|([^\s(),']+))/y;

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.trimEnd().length) {
    const found = token.exec(text);
    if (!found) throw invalid(text);
    tokens.push(found[1] ?? found[2] ?? found[3] ?? "");
  }
  return tokens;
}

const invalid = (text: string) => badRequest(`Invalid filter clause: '${text}'.`, "BadRequest");

/** Compares words without case; times compare by their text. A missing value equals null alone. */
function compare(item: unknown, path: string, right: string): number {
  if ((valueAt(item, path) ?? null) === null) return right === "null" ? 0 : Number.NaN;
  const text = textAt(item, path).toLowerCase();
  const other = right.toLowerCase();
  return text === other ? 0 : text < other ? -1 : 1;
}

const comparisons: Readonly<Record<string, (order: number) => boolean>> = {
  eq: (order) => order === 0,
  ne: (order) => order !== 0,
  gt: (order) => order > 0,
  ge: (order) => order >= 0,
  lt: (order) => order < 0,
  le: (order) => order <= 0,
};

const functions: Readonly<Record<string, (value: string, part: string) => boolean>> = {
  startswith: (value, part) => value.startsWith(part),
  endswith: (value, part) => value.endsWith(part),
  contains: (value, part) => value.includes(part),
};

const literal = (text: string) => (text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text);

/**
 * Reads a `$filter` over these properties: `eq ne gt ge lt le in`, `startswith endswith contains`, `and or not`, brackets.
 *
 * @throws GraphError 400 for a property that can't be filtered by, or a text that isn't a filter.
 */
export function readFilter(text: string, properties: readonly string[]): Test {
  const tokens = tokensOf(text);
  let at = 0;
  const peek = () => tokens[at]?.toLowerCase();
  const next = () => tokens[at++] ?? fail();
  const fail = (): never => {
    throw invalid(text);
  };
  const expect = (wanted: string) => (next() === wanted ? undefined : fail());
  const property = (name: string) =>
    properties.find((one) => one.toLowerCase() === name.toLowerCase()) ?? refuseProperty(name);

  const either = (): Test => joined("or", both, (a, b) => (item) => a(item) || b(item));
  const both = (): Test => joined("and", single, (a, b) => (item) => a(item) && b(item));
  function joined(word: string, part: () => Test, join: (a: Test, b: Test) => Test): Test {
    let test = part();
    while (peek() === word) {
      at += 1;
      test = join(test, part());
    }
    return test;
  }
  function single(): Test {
    const word = next();
    if (word.toLowerCase() === "not") return negated(single());
    if (word === "(") return closed(either());
    const match = functions[word.toLowerCase()];
    return match && peek() === "(" ? call(match) : comparison(property(word));
  }
  const negated =
    (test: Test): Test =>
    (item) =>
      !test(item);
  function closed(test: Test): Test {
    expect(")");
    return test;
  }
  function call(match: (value: string, part: string) => boolean): Test {
    expect("(");
    const path = property(next());
    expect(",");
    const part = literal(next()).toLowerCase();
    expect(")");
    return (item) => match(textAt(item, path).toLowerCase(), part);
  }
  function comparison(path: string): Test {
    const operator = next().toLowerCase();
    if (operator === "in") return membership(path);
    const holds = comparisons[operator] ?? fail();
    const value = literal(next());
    return (item) => holds(compare(item, path, value));
  }
  function membership(path: string): Test {
    expect("(");
    const values: string[] = [];
    do values.push(literal(next()));
    while (next() === ",");
    if (tokens[at - 1] !== ")") fail();
    return (item) => values.some((value) => compare(item, path, value) === 0);
  }

  const test = either();
  return at === tokens.length ? test : fail();
}

function refuseProperty(name: string): never {
  throw badRequest(`The property '${name}' does not support filtering.`, "ErrorInvalidProperty");
}
