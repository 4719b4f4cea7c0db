import { crc32, deflateSync, inflateSync } from "node:zlib";

/** A picture held as rows of red, green, blue and alpha, one byte each, from the top left. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const channelsByColourType = new Map([
  [2, 3],
  [6, 4],
]);

/** Writes a raster as an 8-bit RGBA PNG without interlacing. */
export function encodePng({ width, height, data }: Raster): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (width * 4 + 1));
  for (let y = 0; y < height; y += 1) {
    rows.set(data.subarray(y * width * 4, (y + 1) * width * 4), y * (width * 4 + 1) + 1);
  }
  const image = deflateSync(rows, { level: 9 });
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", image), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const length = Buffer.alloc(4);
  const check = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/**
 * Reads an 8-bit RGB or RGBA PNG without interlacing.
 *
 * @throws when the bytes are not such a PNG, with a sentence saying why.
 */
export function decodePng(bytes: Uint8Array): Raster {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!file.subarray(0, 8).equals(signature)) throw new Error("This is not a PNG file.");
  const chunks = [...readChunks(file)];
  const header = chunks.find(({ type }) => type === "IHDR")?.body;
  if (!header || header.length < 13) throw new Error("This PNG has no header.");
  const [depth, colourType, interlace] = [header[8], header[9], header[12]];
  const channels = channelsByColourType.get(colourType ?? -1);
  if (depth !== 8 || !channels || interlace !== 0)
    throw new Error("Only 8-bit RGB or RGBA PNGs without interlacing can be read.");
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const image = Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map(({ body }) => body));
  const samples = unfilter(inflateSync(image), width * channels, height, channels);
  return { width, height, data: channels === 4 ? samples : withAlpha(samples) };
}

function* readChunks(file: Buffer): Generator<{ type: string; body: Buffer }> {
  for (let at = 8; at + 8 <= file.length; ) {
    const length = file.readUInt32BE(at);
    yield { type: file.toString("latin1", at + 4, at + 8), body: file.subarray(at + 8, at + 8 + length) };
    at += length + 12;
  }
}

function unfilter(rows: Buffer, stride: number, height: number, step: number): Uint8Array {
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = rows[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x >= step ? (out[at - step] ?? 0) : 0;
      const up = y > 0 ? (out[at - stride] ?? 0) : 0;
      const corner = x >= step && y > 0 ? (out[at - stride - step] ?? 0) : 0;
      out[at] = (rows[y * (stride + 1) + 1 + x] ?? 0) + predict(filter, left, up, corner);
    }
  }
  return out;
}

/** The PNG specification's five row filters (section 9): what a byte is expected to be, given its neighbours. */
function predict(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

function withAlpha(samples: Uint8Array): Uint8Array {
  const out = new Uint8Array((samples.length / 3) * 4).fill(255);
  for (let pixel = 0; pixel < samples.length / 3; pixel += 1)
    out.set(samples.subarray(pixel * 3, pixel * 3 + 3), pixel * 4);
  return out;
}
