import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodePng, encodePng } from "./png.ts";

const header = (...fields: number[]) => [
  0,
  0,
  0,
  13,
  ...Buffer.from("IHDR"),
  0,
  0,
  0,
  2,
  0,
  0,
  0,
  2,
  ...fields,
  0,
  0,
  0,
  0,
];

/** A 2 by 2 PNG whose rows are given with their filter bytes. */
function pngOf(colourType: number, rows: readonly number[]): Buffer {
  const image = deflateSync(Buffer.from(rows));
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  return Buffer.from([
    ...signature,
    ...header(8, colourType, 0, 0, 0),
    0,
    0,
    0,
    image.length,
    ...Buffer.from("IDAT"),
    ...image,
    0,
    0,
    0,
    0,
  ]);
}

describe("PNG", () => {
  it("gives back every raster that was written", () => {
    const rasters = fc
      .record({ width: fc.integer({ min: 1, max: 9 }), height: fc.integer({ min: 1, max: 9 }) })
      .chain(({ width, height }) =>
        fc
          .uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 })
          .map((data) => ({ width, height, data: Uint8Array.from(data) })),
      );
    fc.assert(
      fc.property(rasters, (raster) => {
        expect(decodePng(encodePng(raster))).toEqual(raster);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ["none", [0, 10, 20, 30, 40, 50, 60, 0, 70, 80, 90, 100, 110, 120]],
    ["left", [1, 10, 20, 30, 30, 30, 30, 1, 70, 80, 90, 30, 30, 30]],
    ["up", [2, 10, 20, 30, 40, 50, 60, 2, 60, 60, 60, 60, 60, 60]],
    ["average", [3, 10, 20, 30, 35, 40, 45, 3, 65, 70, 75, 45, 45, 45]],
    ["Paeth", [4, 10, 20, 30, 30, 30, 30, 4, 60, 60, 60, 30, 30, 30]],
  ])("reads rows filtered by %s", (_, rows) => {
    const pixels = [10, 20, 30, 255, 40, 50, 60, 255, 70, 80, 90, 255, 100, 110, 120, 255];
    expect([...decodePng(pngOf(2, rows)).data]).toEqual(pixels);
  });

  it("says what it can't read", () => {
    expect(() => decodePng(pngOf(3, []))).toThrow("Only 8-bit RGB or RGBA PNGs without interlacing can be read.");
  });
});
