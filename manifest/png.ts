import { inflateSync } from 'node:zlib';

/** What the first chunk of a PNG says about the image. */
export interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  readonly colorType: number;
  readonly interlaced: boolean;
}

/** One pixel: red, green, blue and alpha, each 0 to 255. */
export type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const headerEnd = 33;
const channelsOf: Record<number, number> = { 2: 3, 6: 4 };

/** Reads the header of a PNG; throws in Dutch when the bytes are no PNG. */
export function readHeader(bytes: Uint8Array): PngHeader {
  const data = Buffer.from(bytes);
  const isPng = data.subarray(0, 8).equals(signature) && data.toString('latin1', 12, 16) === 'IHDR';
  if (!isPng || data.length < headerEnd) throw new Error('dit is geen PNG-bestand');
  return {
    width: data.readUInt32BE(16),
    height: data.readUInt32BE(20),
    bitDepth: data.readUInt8(24),
    colorType: data.readUInt8(25),
    interlaced: data.readUInt8(28) !== 0,
  };
}

/** Decodes an 8-bit RGB or RGBA PNG without interlacing; throws in Dutch on any other or a damaged file. */
export function readPixels(bytes: Uint8Array): Pixel[] {
  const header = readHeader(bytes);
  const channels = channelsOf[header.colorType];
  if (channels === undefined || header.bitDepth !== 8 || header.interlaced)
    throw new Error('bewaar de PNG als 8-bits RGB of RGBA, zonder interlacing');
  const rows = unfilter(inflate(bytes), header.width * channels, header.height, channels);
  return Array.from({ length: header.width * header.height }, (_, index) => {
    const at = index * channels;
    return [
      byte(rows, at),
      byte(rows, at + 1),
      byte(rows, at + 2),
      channels === 4 ? byte(rows, at + 3) : 255,
    ];
  });
}

function inflate(bytes: Uint8Array): Buffer {
  const data = Buffer.from(bytes);
  const parts: Buffer[] = [];
  for (let at = 8; at + 12 <= data.length; ) {
    const length = data.readUInt32BE(at);
    if (data.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(data.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  try {
    return inflateSync(Buffer.concat(parts));
  } catch {
    throw new Error('de PNG is beschadigd');
  }
}

function unfilter(raw: Buffer, stride: number, height: number, channels: number): Uint8Array {
  if (raw.length !== (stride + 1) * height) throw new Error('de PNG is beschadigd');
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = byte(raw, y * (stride + 1));
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x < channels ? 0 : byte(out, at - channels);
      const up = byte(out, at - stride);
      const upLeft = x < channels ? 0 : byte(out, at - stride - channels);
      out[at] = byte(raw, y * (stride + 1) + 1 + x) + predict(filter, left, up, upLeft);
    }
  }
  return out;
}

function predict(filter: number, left: number, up: number, upLeft: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4:
      return paeth(left, up, upLeft);
    default:
      throw new Error('de PNG is beschadigd');
  }
}

function paeth(left: number, up: number, upLeft: number): number {
  const guess = left + up - upLeft;
  const toLeft = Math.abs(guess - left);
  const toUp = Math.abs(guess - up);
  const toUpLeft = Math.abs(guess - upLeft);
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
}

function byte(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}
