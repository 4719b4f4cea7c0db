/** Chance that can be had again: the same seed throws the same. */
export interface Dice {
  /** A whole number from 0 to one below `limit`. */
  readonly below: (limit: number) => number;
  readonly oneOf: <Choice>(choices: readonly Choice[]) => Choice;
  /** One of the choices, each as often as its weight says. */
  readonly weighted: <Choice>(choices: readonly (readonly [weight: number, choice: Choice])[]) => Choice;
}

/** @param seed - a whole number from 0 to 4,294,967,295. */
export function rollDice(seed: number): Dice {
  let state = seed >>> 0;
  // Mulberry's way: a step of an odd constant, then mixing.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    oneOf: (choices) => chosen(choices[below(choices.length)]),
    weighted: (choices) => {
      let left = below(choices.reduce((sum, [weight]) => sum + weight, 0));
      return chosen(
        choices.find(([weight]) => {
          left -= weight;
          return left < 0;
        }),
      )[1];
    },
  };
}

function chosen<Choice>(choice: Choice | undefined): Choice {
  if (choice === undefined) throw new RangeError("There is nothing to choose from.");
  return choice;
}
