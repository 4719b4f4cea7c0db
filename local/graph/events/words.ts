import { z } from "zod";

/** One of these words, whatever its case: Graph reads enumerations so. */
export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.preprocess((given) => {
    const lower = typeof given === "string" ? given.toLowerCase() : given;
    return words.find((word) => word.toLowerCase() === lower) ?? given;
  }, z.enum(words));
