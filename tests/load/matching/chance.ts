/** Numbers that look random and are the same for the same seed. */
export interface Chance {
  /** A whole number from 0, below the one given. */
  readonly below: (limit: number) => number;
  /** From 0 to less than 1. */
  readonly share: () => number;
}

/** A counter in steps of a large odd number, each value stirred well. */
export function chanceOf(seed: number): Chance {
  let counter = seed | 0;
  const share = () => {
    counter = (counter + 0x9e3779b9) | 0;
    let stirred = Math.imul(counter ^ (counter >>> 16), 0x21f0aaad);
    stirred = Math.imul(stirred ^ (stirred >>> 15), 0x735a2d97);
    return ((stirred ^ (stirred >>> 15)) >>> 0) / 2 ** 32;
  };
  return { share, below: (limit) => Math.floor(share() * limit) };
}
