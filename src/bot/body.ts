import type { IncomingMessage } from 'node:http';

/** Why a request is refused before anything reads it. */
export interface Refusal {
  status: 400 | 413 | 415;
  reason: string;
}

/** An activity with a card's input is a few kilobytes; Teams itself stays far below this. */
export const LARGEST_BODY = 256 * 1024;

/**
 * Reads a JSON body ourselves: restify's parsers unpack gzip without a limit, crash on a broken one and write
 * multipart files to disk. Only plain `application/json` without any encoding passes. Never throws.
 */
export async function readJson(request: IncomingMessage): Promise<{ json: unknown } | Refusal> {
  const type = (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json') return { status: 415, reason: 'only application/json' };
  if (request.headers['content-encoding'] !== undefined)
    return { status: 415, reason: 'no content encoding' };
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY)
    return { status: 413, reason: 'too large' };
  const parts: Buffer[] = [];
  let size = 0;
  try {
    // Not destroyed when we stop early: the answer still has to leave by the same connection.
    for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > LARGEST_BODY) break;
      parts.push(part);
    }
    if (size > LARGEST_BODY) {
      // Whatever still comes is thrown away, so that the sender gets to read the answer.
      request.resume();
      return { status: 413, reason: 'too large' };
    }
    return { json: JSON.parse(Buffer.concat(parts).toString('utf8')) };
  } catch {
    return { status: 400, reason: 'no JSON' };
  }
}
