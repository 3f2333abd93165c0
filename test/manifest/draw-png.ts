import { crc32, deflateSync } from 'node:zlib';
import type { Pixel } from '../../manifest/png.ts';

/** Which PNG row filter to use, 0 to 4. */
export type Filter = 0 | 1 | 2 | 3 | 4;

/** Draws an 8-bit RGBA PNG, one pixel at a time. */
export function drawPng(
  width: number,
  height: number,
  pixel: (x: number, y: number) => Pixel,
  filter: Filter = 0,
): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Array.from({ length: height }, (_r, y) =>
    Array.from({ length: width }, (_p, x) => pixel(x, y)).flat(),
  );
  const filtered = rows.flatMap((row, y) => [filter, ...row.map((_v, x) => encode(rows, x, y, filter))]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(filtered))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

// Written from the PNG specification, apart from the decoder it is used to test.
function encode(rows: readonly number[][], x: number, y: number, filter: Filter): number {
  const at = (column: number, row: number) => rows[row]?.[column] ?? 0;
  const [a, b, c] = [at(x - 4, y), at(x, y - 1), at(x - 4, y - 1)];
  const distances: [number, number][] = [a, b, c].map((value) => [Math.abs(a + b - c - value), value]);
  const nearest = distances.reduce((best, next) => (next[0] < best[0] ? next : best));
  const predicted = [0, a, b, Math.floor((a + b) / 2), nearest[1]][filter] ?? 0;
  return (at(x, y) - predicted) & 0xff;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  out.set(body, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
