import { type Curve, lobe, type Point, pathOf, split, step, trimEnd, trimStart } from "./curve.ts";

/** Thickness of a strand, and the gaps it takes: where one passes under another, and before a mark that is not its own. */
export const strand = { stroke: 2, crossing: 4.8, beforeMark: 4.5 } as const;

/** How much narrower each lobe is than the one before it when a turn leans fully. */
export const fullLean = 0.74;

/** How much higher all lobes are when a turn leans fully. A listener's are narrow and not low: close attention, and not fading away. */
const leanRise = 0.25;

/** SVG paths, one a voice, in the order the voices were given. */
export type Strands = readonly string[];

/** `count` widths that fill `total`, each `ratio` times the one before. */
export function seriesOf(count: number, total: number, ratio: number): readonly number[] {
  const shares = Array.from({ length: count }, (_, index) => ratio ** index);
  const sum = shares.reduce((all, share) => all + share, 0);
  return shares.map((share) => (share / sum) * total);
}

export interface TurnShape {
  /** From the left mark's centre to the right mark's, and where the middle line is. */
  readonly left: number;
  readonly right: number;
  readonly middle: number;
  readonly lobes: number;
  /** From 1, wide on the left, over 0, even, to -1, wide on the right. */
  readonly lean: number;
  /** How far each mark reaches from its centre, and whether it is hollow, so that its own strand starts at its rim. */
  readonly marks: readonly [Mark, Mark];
  /** Height of a lobe's control points over its width. */
  readonly slope?: number;
}

export interface Mark {
  readonly radius: number;
  readonly hollow: boolean;
}

/** Two strands that mirror each other between two marks; the first starts in the left mark, the second in the right one. */
export function turnWeave(shape: TurnShape): Strands {
  const { left, right, middle, lobes, lean, marks, slope = 0.2765 } = shape;
  const widths = seriesOf(lobes, right - left, fullLean ** lean);
  const rises = risesOf(widths, slope * (1 + leanRise * Math.abs(lean)));
  const ends = marks.map(({ radius, hollow }) => ({ own: hollow ? radius : 0, other: radius + strand.beforeMark }));
  return [0, 1].map((voice) => {
    const curves = leaningLobes([left, middle], widths, rises, voice);
    const cuts = cutsAt(lobes, (joint) => {
      if (joint === 0) return (voice === 0 ? ends[0]?.own : ends[0]?.other) ?? 0;
      if (joint === lobes) return (voice === 1 ? ends[1]?.own : ends[1]?.other) ?? 0;
      return passesUnder(joint, voice) ? strand.crossing : 0;
    });
    return pathOf(trimmed(curves, cuts));
  });
}

/** How far each lobe's controls rise: with the root of its width, so that narrow ones keep their height. */
function risesOf(widths: readonly number[], slope: number): readonly number[] {
  const even = widths.reduce((all, width) => all + width, 0) / widths.length;
  return widths.map((width) => slope * Math.sqrt(width * even));
}

/** Lobes of one strand whose slopes agree where two meet, so that the line runs through smoothly. */
function leaningLobes(
  from: Point,
  widths: readonly number[],
  rises: readonly number[],
  voice: number,
): readonly Curve[] {
  const steepness = widths.map((width, index) => (rises[index] ?? 0) / width);
  const at = (joint: number) => {
    const [before, after] = [steepness[joint - 1], steepness[joint]];
    return ((before ?? after ?? 0) + (after ?? before ?? 0)) / 2;
  };
  let [x] = from;
  return widths.map((width, index) => {
    const side = index % 2 === voice ? -1 : 1;
    const [start, controls, end] = lobe([x, from[1]], width, 0);
    const risen = ([px, py]: Point, steep: number): Point => [px, py + side * steep * width];
    x += width;
    return [start, risen(controls, at(index)), risen(end, at(index + 1)), [x, from[1]]];
  });
}

/** Two strands that start towards each other and stop short: nobody has met yet. */
export function apartWeave({
  left,
  right,
  middle,
  marks,
}: Pick<TurnShape, "left" | "right" | "middle" | "marks">): Strands {
  const half = (right - left) / 2 - 12;
  const rise = 15;
  const [first, second] = marks.map(({ radius, hollow }) => (hollow ? radius : 0));
  const away: Curve = [
    [left, middle],
    [left + half * 0.4, middle - rise * 1.6],
    [left + half * 0.55, middle],
    [left + half, middle],
  ];
  const towards: Curve = [
    [right, middle],
    [right - half * 0.4, middle + rise * 1.6],
    [right - half * 0.55, middle],
    [right - half, middle],
  ];
  return [pathOf([trimStart(away, first ?? 0)]), pathOf([trimStart(towards, second ?? 0)])];
}

export interface YearShape {
  readonly width: number;
  /** Half the distance between the strands at their widest. */
  readonly reach: number;
  readonly middle: number;
  readonly sessions: number;
  /** How many sessions are held: the strands cross once for each. */
  readonly held: number;
  readonly voices: number;
  /** How far the mark of the next session reaches. */
  readonly dot: number;
}

export interface Year {
  readonly past: Strands;
  readonly ahead: Strands;
  /** Where the next session stands, or `null` when all are held. */
  readonly next: Point | null;
}

/** The year: the strands cross at each session that was held, meet in the next one, and go on dotted. */
export function yearWeave(shape: YearShape): Year {
  const { sessions, held, voices, middle } = shape;
  const strands = Array.from({ length: voices }, (_, voice) =>
    voices > 2 ? braidStrand(shape, voice) : yearStrand(shape, voice),
  );
  const cutAt = 2 * held + 1;
  const isOver = held >= sessions;
  const past = strands.map(({ curves, cuts }) => {
    const last = isOver ? curves.length : cutAt;
    return pathOf(trimmed(curves.slice(0, last), cuts.slice(0, last + 1)));
  });
  const ahead = strands.map(({ curves, cuts }) =>
    isOver ? "" : pathOf(trimmed(curves.slice(cutAt), [cuts[cutAt] ?? 0, ...curves.slice(cutAt).map(() => 0)])),
  );
  return { past, ahead, next: isOver ? null : [sessionAt(shape, held), nextLevel(shape, middle)] };
}

const sessionAt = ({ width, sessions }: YearShape, index: number): number => ((index + 0.5) * width) / sessions;

interface CutStrand {
  /** Half a lobe each, so that a session lies between curve 2n and curve 2n + 1. */
  readonly curves: readonly Curve[];
  readonly cuts: readonly number[];
}

function yearStrand(shape: YearShape, voice: number): CutStrand {
  const { width, reach, middle, sessions, held, dot } = shape;
  const lobeWidth = width / sessions;
  const rise = (reach * 4) / 3 / lobeWidth;
  const from: Point = [-lobeWidth / 2, middle];
  const widths = Array.from({ length: sessions + 1 }, () => lobeWidth);
  const halves = lobesAlong(from, widths, (index) => (index % 2 === voice ? -rise : rise)).flatMap((curve) =>
    split(curve, 0.5),
  );
  const curves = halves.slice(1, -1);
  const cuts = cutsAt(curves.length, (joint) => {
    if (joint % 2 === 0) return 0;
    const session = (joint - 1) / 2;
    if (session === held) return dot + strand.beforeMark;
    return session < held && passesUnder(session + 1, voice) ? strand.crossing : 0;
  });
  return { curves, cuts };
}

/** A strand of three: in each lobe two neighbours change places, above and below in turn, and the outer one passes over. */
function braidStrand(shape: YearShape, voice: number): CutStrand {
  const { width, reach, middle, sessions, held, dot } = shape;
  const lobeWidth = width / sessions;
  const heights = [middle - reach, middle, middle + reach];
  const under = new Set<number>();
  const meets = new Set<number>();
  let level = voice;
  const curves = Array.from({ length: sessions }, (_, session) => {
    const pair = session % 2 === 0 ? [0, 1] : [2, 1];
    const before = level;
    if (pair.includes(before)) level = pair[0] === before ? (pair[1] ?? before) : (pair[0] ?? before);
    if (before !== level) meets.add(session);
    if (before === 1 && level !== 1) under.add(session);
    return split(step([session * lobeWidth, heights[before] ?? middle], lobeWidth, heights[level] ?? middle), 0.5);
  }).flat();
  const cuts = cutsAt(curves.length, (joint) => {
    const session = (joint - 1) / 2;
    if (joint % 2 === 0) return 0;
    if (session === held) return meets.has(session) ? dot + strand.beforeMark : 0;
    return session < held && under.has(session) ? strand.crossing : 0;
  });
  return { curves, cuts };
}

const nextLevel = ({ voices, held, reach }: YearShape, middle: number): number => {
  if (voices < 3) return middle;
  return held % 2 === 0 ? middle - reach / 2 : middle + reach / 2;
};

/** Three strands from three marks on the left, for a trio's turn. */
export function braidWeave(shape: Pick<YearShape, "width" | "reach" | "middle"> & { readonly lobes: number }): Strands {
  const year = { ...shape, sessions: shape.lobes, held: shape.lobes, voices: 3, dot: 0 };
  return yearWeave(year).past;
}

function lobesAlong(from: Point, widths: readonly number[], slope: (index: number) => number): readonly Curve[] {
  let [x] = from;
  return widths.map((width, index) => {
    const curve = lobe([x, from[1]], width, slope(index) * width);
    x += width;
    return curve;
  });
}

const passesUnder = (joint: number, voice: number): boolean => (joint + voice) % 2 === 1;

const cutsAt = (curves: number, radius: (joint: number) => number): readonly number[] =>
  Array.from({ length: curves + 1 }, (_, joint) => radius(joint));

const trimmed = (curves: readonly Curve[], cuts: readonly number[]): readonly Curve[] =>
  curves.map((curve, index) => trimEnd(trimStart(curve, cuts[index] ?? 0), cuts[index + 1] ?? 0));
