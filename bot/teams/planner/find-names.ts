import { slipsBetween } from "./likeness.ts";
import { plain } from "./words.ts";

/** Something with a name that may stand in a text. */
export interface Named<Value> {
  readonly name: string;
  readonly value: Value;
}

export interface FoundName<Value> {
  readonly value: Value;
  /** The text with the stand-in for the name. */
  readonly rest: string;
}

/**
 * The first of `all` whose name stands in the text, whatever its case and accents; a name of three letters or more may have two letters
 * swapped, and one of five or more any one slip. The longest name wins, so that "Spring 2027 North" isn't taken for "Spring 2027".
 */
export function findName<Value>(text: string, all: readonly Named<Value>[], standIn: string): FoundName<Value> | null {
  const words = text.split(/\s+/u);
  for (const { name, value } of all.toSorted((a, b) => b.name.length - a.name.length)) {
    const wanted = plain(name);
    const length = wanted.split(" ").length;
    for (let at = 0; at + length <= words.length; at += 1) {
      const here = withoutPossessive(words.slice(at, at + length).join(" "));
      if (isName(here, wanted))
        return { value, rest: [...words.slice(0, at), standIn, ...words.slice(at + length)].join(" ") };
    }
  }
  return null;
}

/** Like `findName`, where part of the name is enough when it fits one of them alone: "spring" for "Spring 2027". */
export function findByPart<Value>(
  text: string,
  all: readonly Named<Value>[],
  standIn: string,
): FoundName<Value> | null {
  const whole = findName(text, all, standIn);
  if (whole) return whole;
  const words = text.split(/\s+/u);
  const kept: string[] = [];
  let fitting = all;
  for (const word of words) {
    const narrower = fitting.filter(({ name }) => plain(name).split(" ").includes(withoutPossessive(word)));
    if (narrower.length === 0) kept.push(word);
    else fitting = narrower;
  }
  const [only] = fitting;
  return only && fitting.length === 1 && kept.length < words.length
    ? { value: only.value, rest: [...kept, standIn].join(" ") }
    : null;
}

const withoutPossessive = (word: string): string => plain(word.replace(/['’]s(?=\W*$)/u, ""));

function isName(here: string, wanted: string): boolean {
  if (here === wanted) return true;
  if (here.length < 3 || slipsBetween(here, wanted) !== 1) return false;
  const isSwap = letters(here) === letters(wanted);
  return isSwap || (wanted.length >= 5 && here[0] === wanted[0]);
}

const letters = (word: string): string => word.split("").toSorted().join("");
