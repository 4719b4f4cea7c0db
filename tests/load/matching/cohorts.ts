import type { WeightOf } from "../../../shared/domain/matching/all-pairs.ts";
import { type Chance, chanceOf } from "./chance.ts";

const topics = 24;
const grades = 8;
const functions = 10;

/**
 * A cohort of made-up people, and what pairing any two of them is worth: 0 to 800.
 *
 * Everyone offers and asks for two to five topics, of which some are wanted far more than others. How well either's offers meet the other's asks
 * is a share of the asks; the harmonic mean of both, in which the weaker counts most, makes up to 600, a distance in grade 120, another
 * function 80. Who share a team are never paired.
 */
export function cohortOf(people: number, seed: number): WeightOf {
  const chance = chanceOf(seed);
  const [offers, asks] = [new Int32Array(people), new Int32Array(people)];
  const [grade, role, team] = [new Int8Array(people), new Int8Array(people), new Int32Array(people)];
  for (let person = 0; person < people; person += 1) {
    offers[person] = someTopics(chance);
    asks[person] = someTopics(chance);
    grade[person] = chance.below(grades);
    role[person] = chance.below(functions);
    team[person] = chance.below(Math.ceil(people / 8));
  }
  const met = (giver: number, taker: number): number =>
    count((offers[giver] as number) & (asks[taker] as number)) / count(asks[taker] as number);
  return (u, v) => {
    if (team[u] === team[v]) return Number.NEGATIVE_INFINITY;
    const [one, other] = [met(u, v), met(v, u)];
    const mutual = one + other === 0 ? 0 : (2 * one * other) / (one + other);
    const distance = Math.min(4, Math.abs((grade[u] as number) - (grade[v] as number)));
    return Math.round(600 * mutual) + 30 * distance + (role[u] === role[v] ? 0 : 80);
  };
}

function someTopics({ share, below }: Chance): number {
  const wanted = 2 + below(4);
  let chosen = 0;
  while (count(chosen) < wanted) chosen |= 1 << Math.floor(share() ** 2 * topics);
  return chosen;
}

/** How many bits are set, all counted at once: in twos, in fours, in eights, and the eights added up by one multiplication. */
function count(bits: number): number {
  const twos = bits - ((bits >>> 1) & 0x55555555);
  const fours = (twos & 0x33333333) + ((twos >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * People as points in a square; the nearer two are, the more they are worth to each other, up to 10,000. Near points come in threes as often as
 * in twos, so this is as rich in blossoms as anything natural.
 */
export function pointsOf(people: number, seed: number): WeightOf {
  const { share } = chanceOf(seed);
  const x = Float64Array.from({ length: people }, share);
  const y = Float64Array.from({ length: people }, share);
  const unit = Math.sqrt(people) / 10;
  return (u, v) => {
    const [across, up] = [(x[u] as number) - (x[v] as number), (y[u] as number) - (y[v] as number)];
    return Math.max(1, Math.round(10_000 * (1 - unit * Math.hypot(across, up))));
  };
}
