import type { Raster } from "./png.ts";

/** A colour as red, green and blue, 0 to 255 each. */
type Colour = readonly [number, number, number];
type Point = readonly [x: number, y: number];
type Curve = readonly [Point, Point, Point, Point];

/** Two strands that cross once, the first over the second. Lengths are pixels of the finished icon. */
interface Icon {
  readonly size: number;
  /** Absent for a transparent ground. */
  readonly ground?: Colour;
  readonly over: Colour;
  readonly under: Colour;
  readonly stroke: number;
  /** The clear distance that the lower strand keeps from the upper one. */
  readonly gap: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const teal: Colour = [0x6c, 0xc5, 0xc3];
const apricot: Colour = [0xf0, 0xa3, 0x7c];
const night: Colour = [0x2f, 0x31, 0x66];
const white: Colour = [255, 255, 255];

/** The full-colour icon. Its ground fills the square, as Teams masks the corners itself, and the strands stay inside the middle 120. */
export const colourIcon: Icon = {
  ...{ size: 192, ground: night, over: teal, under: apricot },
  ...{ stroke: 17, gap: 7, left: 44.5, top: 60.5, width: 103, height: 71 },
};

/** The outline icon: the same crossing in white alone, for Teams to tint. */
export const outlineIcon: Icon = {
  ...{ size: 32, over: white, under: white },
  ...{ stroke: 2.5, gap: 1.9, left: 4.25, top: 8.25, width: 23.5, height: 15.5 },
};

/** How far along its width a strand still runs level before it turns to the other side. */
const handle = 0.48;

function strands({ left, top, width, height }: Icon): { rising: Curve; falling: Curve } {
  const [right, bottom, reach] = [left + width, top + height, width * handle];
  const strand = (from: number, to: number): Curve => [
    [left, from],
    [left + reach, from],
    [right - reach, to],
    [right, to],
  ];
  return { rising: strand(bottom, top), falling: strand(top, bottom) };
}

/** Draws the icon, its edges smoothed over one pixel. */
export function drawIcon(icon: Icon): Raster {
  const { rising, falling } = strands(icon);
  const [upper, lower] = [trace(rising), trace(falling)];
  const data = new Uint8Array(icon.size * icon.size * 4);
  for (let y = 0; y < icon.size; y += 1) {
    for (let x = 0; x < icon.size; x += 1) {
      const centre: Point = [x + 0.5, y + 0.5];
      const toUpper = distance(centre, upper) - icon.stroke / 2;
      const toLower = distance(centre, lower) - icon.stroke / 2;
      data.set(pixel(icon, cover(toUpper), cover(toLower) * cover(icon.gap - toUpper)), (y * icon.size + x) * 4);
    }
  }
  return { width: icon.size, height: icon.size, data };
}

/** The share of a pixel inside a shape whose edge lies this far from the pixel's centre (negative: inside). */
function cover(toEdge: number): number {
  return Math.min(1, Math.max(0, 0.5 - toEdge));
}

function pixel({ ground, over, under }: Icon, upper: number, lower: number): [number, number, number, number] {
  const mix = (behind: Colour, front: Colour, share: number): Colour => [
    Math.round(behind[0] + (front[0] - behind[0]) * share),
    Math.round(behind[1] + (front[1] - behind[1]) * share),
    Math.round(behind[2] + (front[2] - behind[2]) * share),
  ];
  if (ground) return [...mix(mix(ground, under, lower), over, upper), 255];
  return [...(upper >= lower ? over : under), Math.round(255 * Math.max(upper, lower))];
}

function trace(curve: Curve): Point[] {
  const steps = 160;
  return Array.from({ length: steps + 1 }, (_, step) => along(curve, step / steps));
}

function along([a, b, c, d]: Curve, t: number): Point {
  const u = 1 - t;
  const [p, q, r, s] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
  return [p * a[0] + q * b[0] + r * c[0] + s * d[0], p * a[1] + q * b[1] + r * c[1] + s * d[1]];
}

function distance([x, y]: Point, line: readonly Point[]): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let index = 1; index < line.length; index += 1) {
    const [from, to] = [line[index - 1], line[index]];
    if (!from || !to) continue;
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const t = Math.min(1, Math.max(0, ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy)));
    nearest = Math.min(nearest, Math.hypot(x - from[0] - dx * t, y - from[1] - dy * t));
  }
  return nearest;
}

/** The same icon as an SVG, for places that scale it. */
export function iconSvg(icon: Icon): string {
  const { size, ground, over, under, stroke, gap } = icon;
  const { rising, falling } = strands(icon);
  const line = `fill="none" stroke-linecap="round"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">`,
    ...(ground ? [`  <rect width="${size}" height="${size}" fill="${hex(ground)}"/>`] : []),
    `  <mask id="clear" maskUnits="userSpaceOnUse" x="0" y="0" width="${size}" height="${size}">`,
    `    <rect width="${size}" height="${size}" fill="#fff"/>`,
    `    <path d="${path(rising)}" ${line} stroke="#000" stroke-width="${stroke + gap * 2}"/>`,
    "  </mask>",
    `  <path d="${path(falling)}" ${line} stroke="${hex(under)}" stroke-width="${stroke}" mask="url(#clear)"/>`,
    `  <path d="${path(rising)}" ${line} stroke="${hex(over)}" stroke-width="${stroke}"/>`,
    "</svg>",
    "",
  ].join("\n");
}

function path([a, b, c, d]: Curve): string {
  return `M${point(a)}C${point(b)} ${point(c)} ${point(d)}`;
}

function point([x, y]: Point): string {
  return `${Number(x.toFixed(2))} ${Number(y.toFixed(2))}`;
}

function hex(colour: Colour): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
