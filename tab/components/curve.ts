export type Point = readonly [x: number, y: number];

/** A cubic Bézier curve: start, two controls, end. */
export type Curve = readonly [Point, Point, Point, Point];

/** One side of a lobe from `from`, `width` wide, its controls `rise` away from the line (negative is up); its peak is three quarters of that. */
export const lobe = ([x, y]: Point, width: number, rise: number): Curve => [
  [x, y],
  [x + 0.364 * width, y + rise],
  [x + 0.636 * width, y + rise],
  [x + width, y],
];

/** A step from one level to another that leaves and arrives level. */
export const step = ([x, y]: Point, width: number, toY: number): Curve => [
  [x, y],
  [x + width / 2, y],
  [x + width / 2, toY],
  [x + width, toY],
];

const between = ([ax, ay]: Point, [bx, by]: Point, t: number): Point => [ax + (bx - ax) * t, ay + (by - ay) * t];

/** The curve in two parts, cut at `t` between 0 and 1. */
export function split([a, b, c, d]: Curve, t: number): readonly [Curve, Curve] {
  const ab = between(a, b, t);
  const bc = between(b, c, t);
  const cd = between(c, d, t);
  const abc = between(ab, bc, t);
  const bcd = between(bc, cd, t);
  const cut = between(abc, bcd, t);
  return [
    [a, ab, abc, cut],
    [cut, bcd, cd, d],
  ];
}

export const distance = ([ax, ay]: Point, [bx, by]: Point): number => Math.hypot(bx - ax, by - ay);

/** The curve without what lies within `radius` of its start. */
export function trimStart(curve: Curve, radius: number): Curve {
  if (radius <= 0) return curve;
  let near = 0;
  let far = 1;
  for (let halving = 0; halving < 24; halving += 1) {
    const middle = (near + far) / 2;
    if (distance(split(curve, middle)[0][3], curve[0]) < radius) near = middle;
    else far = middle;
  }
  return split(curve, far)[1];
}

export const reversed = ([a, b, c, d]: Curve): Curve => [d, c, b, a];

/** The curve without what lies within `radius` of its end. */
export const trimEnd = (curve: Curve, radius: number): Curve => reversed(trimStart(reversed(curve), radius));

const round = (value: number): number => Math.round(value * 100) / 100;
const at = ([x, y]: Point): string => `${round(x)} ${round(y)}`;

/** The pieces as one SVG path: a curve that begins where the one before it ended continues it. */
export function pathOf(curves: readonly Curve[]): string {
  return curves
    .map(([a, b, c, d], index) => {
      const before = curves[index - 1]?.[3];
      const joined = before !== undefined && distance(before, a) < 0.01;
      return `${joined ? "" : `M${at(a)}`}C${at(b)} ${at(c)} ${at(d)}`;
    })
    .join("");
}
