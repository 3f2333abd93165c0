import type { IncomingMessage } from 'node:http';
import { LARGEST_FILE } from '../files/acceptable.ts';

/** A file that came in a form, or why none did. */
export type FormFile = { name: string; bytes: Uint8Array } | { status: 400 | 413 | 415 };

/** The headers and lines around one file take far less. */
const AROUND = 8 * 1024;
const LONGEST_NAME = 200;

/** The boundary of a form with files (RFC 2046, 5.1.1). */
function boundaryOf(type: string): string | undefined {
  const found = /^multipart\/form-data\s*;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))\s*$/i.exec(type);
  const boundary = found?.[1] ?? found?.[2];
  return boundary && /^[0-9A-Za-z'()+_,\-./:=? ]*[0-9A-Za-z'()+_,\-./:=?]$/.test(boundary)
    ? boundary
    : undefined;
}

/** The name of the file in the header of its part; undefined when the part is not the one field of our form. */
function nameIn(headers: string, field: string): string | undefined {
  const line = headers.split('\r\n').find((one) => /^content-disposition\s*:/i.test(one)) ?? '';
  const value = (name: string) => new RegExp(`;\\s*${name}="((?:[^"\\\\]|\\\\.)*)"`, 'i').exec(line)?.[1];
  const isOurs = /^content-disposition\s*:\s*form-data\s*;/i.test(line) && value('name') === field;
  // Older browsers send the whole path.
  return isOurs ? value('filename')?.split(/[\\/]/).at(-1)?.slice(0, LONGEST_NAME) : undefined;
}

/** The one file in a whole body; undefined when there is anything else in it. */
function fileIn(
  body: Buffer,
  boundary: string,
  field: string,
): { name: string; bytes: Uint8Array } | undefined {
  const opening = Buffer.from(`--${boundary}\r\n`);
  const closing = Buffer.from(`\r\n--${boundary}--`);
  if (!body.subarray(0, opening.length).equals(opening)) return undefined;
  const headersEnd = body.indexOf('\r\n\r\n', opening.length);
  if (headersEnd < 0 || headersEnd > AROUND) return undefined;
  const name = nameIn(body.subarray(opening.length, headersEnd).toString('utf8'), field);
  const begin = headersEnd + 4;
  // The first boundary behind the file has to be the last one: there is one field.
  const end = body.indexOf(Buffer.from(`\r\n--${boundary}`), begin - 2);
  if (name === undefined || end < begin || !body.subarray(end, end + closing.length).equals(closing))
    return undefined;
  if (
    body
      .subarray(end + closing.length)
      .toString('latin1')
      .trim() !== ''
  )
    return undefined;
  return { name, bytes: new Uint8Array(body.subarray(begin, end)) };
}

/**
 * Reads a form of one file field ourselves, in memory and no more than a file may have: restify's parser writes what comes to disk
 * (`readJson`). Anything else in the form is refused. Never throws.
 */
export async function readFormFile(request: IncomingMessage, field: string): Promise<FormFile> {
  const boundary = boundaryOf(request.headers['content-type'] ?? '');
  if (boundary === undefined || request.headers['content-encoding'] !== undefined) return { status: 415 };
  const most = LARGEST_FILE + AROUND;
  if (Number(request.headers['content-length'] ?? 0) > most) return { status: 413 };
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > most) break;
      parts.push(part);
    }
  } catch {
    return { status: 400 };
  }
  if (size > most) {
    // Whatever still comes is thrown away, so that the sender gets to read the answer.
    request.resume();
    return { status: 413 };
  }
  return fileIn(Buffer.concat(parts), boundary, field) ?? { status: 400 };
}
