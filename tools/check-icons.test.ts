import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkColourIcon, checkOutlineIcon } from "./check-icons.ts";
import { colourIcon, drawIcon, iconSvg, outlineIcon } from "./icon.ts";
import { decodePng, encodePng } from "./png.ts";

const folder = join(import.meta.dirname, "../appPackage");
const colourPng = readFileSync(join(folder, "color.png"));
const outlinePng = readFileSync(join(folder, "outline.png"));

/** A square of one colour. */
function plain(size: number, colour: readonly [number, number, number, number]): Buffer {
  const data = Uint8Array.from({ length: size * size * 4 }, (_, index) => colour[index % 4] ?? 0);
  return encodePng({ width: size, height: size, data });
}

/** The outline icon with the pixel at its middle painted over. */
function painted(colour: readonly [number, number, number, number]): Buffer {
  const icon = decodePng(outlinePng);
  icon.data.set(colour, (16 * 32 + 16) * 4);
  return encodePng(icon);
}

describe("The app's icons", () => {
  it("pass their own checks", () => {
    expect([...checkColourIcon(colourPng), ...checkOutlineIcon(outlinePng)]).toEqual([]);
  });

  it("are what draw-icons draws", () => {
    expect(decodePng(colourPng)).toEqual(drawIcon(colourIcon));
    expect(decodePng(outlinePng)).toEqual(drawIcon(outlineIcon));
    expect(readFileSync(join(folder, "source/color.svg"), "utf8")).toBe(iconSvg(colourIcon));
    expect(readFileSync(join(folder, "source/outline.svg"), "utf8")).toBe(iconSvg(outlineIcon));
  });

  it("keep the colour icon's strands inside the middle 120 pixels, which no mask cuts", () => {
    const { data, width } = decodePng(colourPng);
    const ground = data.slice(0, 4).join();
    const drawn = Array.from({ length: data.length / 4 }, (_, index) => index).filter(
      (index) => data.slice(index * 4, index * 4 + 4).join() !== ground,
    );
    const across = drawn.map((index) => index % width);
    const down = drawn.map((index) => Math.floor(index / width));
    expect(Math.min(...across, ...down)).toBeGreaterThanOrEqual(36);
    expect(Math.max(...across, ...down)).toBeLessThan(156);
  });
});

describe("[PACKAGE-1] The icons' checks", () => {
  it("refuse a colour icon of another size", () => {
    expect(checkColourIcon(plain(96, [0, 0, 0, 255]))).toEqual([
      "color.png must be 192 by 192 pixels: it is 96 by 96.",
    ]);
  });

  it("refuse a colour icon with a transparent part", () => {
    const said = ["color.png has transparent parts. Teams masks the corners itself and wants the whole square filled."];
    expect(checkColourIcon(plain(192, [0, 0, 0, 254]))).toEqual(said);
  });

  it("refuse an outline icon of another size", () => {
    expect(checkOutlineIcon(plain(192, [0, 0, 0, 0]))).toEqual([
      "outline.png must be 32 by 32 pixels: it is 192 by 192.",
    ]);
  });

  it("refuse an outline icon with a colour in it", () => {
    const said = ["outline.png may hold white and transparency only: another colour was found."];
    expect(checkOutlineIcon(painted([255, 255, 254, 255]))).toEqual(said);
  });

  it("let a colour be where nothing of it shows", () => {
    expect(checkOutlineIcon(painted([10, 20, 30, 0]))).toEqual([]);
  });

  it("refuse an outline icon on a filled ground", () => {
    expect(checkOutlineIcon(plain(32, [255, 255, 255, 255]))).toEqual([
      "outline.png needs a transparent ground: over half of it is filled.",
    ]);
  });

  it("refuse an outline icon that shows nothing", () => {
    expect(checkOutlineIcon(plain(32, [255, 255, 255, 0]))).toEqual(["outline.png shows nothing."]);
  });

  it("refuse what is not a PNG", () => {
    expect(checkColourIcon(Buffer.from("GIF89a"))).toEqual(["color.png can't be read. This is not a PNG file."]);
  });
});
