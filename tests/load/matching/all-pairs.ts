import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { figure, type Row } from "../report.ts";
import type { Once } from "./all-pairs-once.ts";

const entry = fileURLToPath(new URL("./all-pairs-once.ts", import.meta.url));

/** What the searches among all pairs of a cohort came to: a row about the best matching, and one about the floor. */
export interface OfAllPairs {
  readonly best: Row;
  readonly fair: Row;
}

/** Searches all pairs of a cohort, in a process of its own. @throws where a proof or a witness doesn't hold. */
export async function searchAllPairs(people: number): Promise<OfAllPairs> {
  const { stdout } = await promisify(execFile)(process.execPath, [entry, String(people)]);
  const { first, again, check, rounds, pairs, fair, floor, worst, cost, peak, before }: Once = JSON.parse(stdout);
  return {
    best: {
      n: people,
      "all pairs": (people * (people - 1)) / 2,
      matched: pairs,
      rounds,
      "first ms": figure(first.milliseconds),
      "again ms": figure(again.milliseconds),
      "processor, again ms": figure(again.processor),
      "check of all, processor ms": figure(check.processor),
      "peak MB": figure(peak),
      "of which before MB": figure(before),
    },
    fair: {
      n: people,
      "worst pair without": worst,
      floor,
      "cost %": figure(cost),
      ms: figure(fair.milliseconds),
      "processor ms": figure(fair.processor),
    },
  };
}
