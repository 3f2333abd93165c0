import { lookup as lookupInDns } from 'node:dns/promises';
import { get as getPlain, type IncomingMessage, type RequestOptions } from 'node:http';
import { get as getSecure } from 'node:https';
import { BlockList, isIP } from 'node:net';
import type { NotFetched } from '../conversation/attached.ts';
import { LARGEST_FILE, tooLargeFile } from '../files/acceptable.ts';
import { loopback } from './activity.ts';
import type { Download } from './attached.ts';

/** A file comes within so long, from the first moment to the last byte. */
const MOST_MS = 20_000;

const refused = (reason: string): NotFetched => ({ reason });
const elsewhere = refused('De link bij je bestand leidt niet naar Microsoft. Daar haal ik niets op.');
const expired = refused('Teams geeft het bestand niet meer. Stuur het opnieuw, of upload het.');
const noFile = refused(
  'Teams geeft een webpagina in plaats van je bestand. Dat gebeurt soms op een telefoon. Upload het bestand, of stuur het vanaf een computer.',
);
const tooSlow = refused('Het ophalen duurt te lang. Probeer het later opnieuw, of upload het bestand.');
const broken = refused('Het ophalen lukte niet. Probeer het later opnieuw, of upload het bestand.');

/**
 * Where Teams keeps what somebody sends a bot: in their OneDrive, which is a site of the municipality's SharePoint
 * (`gemeente-my.sharepoint.com`). The clouds of governments elsewhere, under other names, know no files for bots (Teams: "Send and
 * receive files using bot").
 */
const HOST = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.sharepoint\.com$/;

/** True for an address of Microsoft's that a file of Teams may have: https, the usual port, no account in it. */
export function isFileOfTeams(address: URL): boolean {
  const { protocol, hostname, port, username, password } = address;
  // An address in Latin letters that stands for others (xn--) is not one of Microsoft's.
  const isPlain = !hostname.split('.').some((label) => label.startsWith('xn--'));
  return (
    protocol === 'https:' &&
    port === '' &&
    username === '' &&
    password === '' &&
    isPlain &&
    HOST.test(hostname)
  );
}

const inside = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  inside.addSubnet(net, bits, 'ipv6');

/** True for an address on the internet; false for one of this machine, its network, or the platform that it runs on. */
export function isPublic(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  const family = isIP(mapped);
  if (family === 0 || /^::ffff:/i.test(mapped)) return false;
  return !inside.check(mapped, family === 6 ? 'ipv6' : 'ipv4');
}

/** What fetching rests on, for a test that has its own. */
export interface DownloadTools {
  /** In local mode only files on this machine, as the Playground gives them. */
  local: boolean;
  /** The addresses behind a name. */
  resolve?(hostname: string): Promise<readonly string[]>;
  mostMs?: number;
  /** Which addresses may be fetched from, instead of those of Teams. */
  mayFetch?(address: URL): boolean;
  mayConnect?(address: string): boolean;
}

const isLocalFile = ({ protocol, hostname, username }: URL) =>
  protocol === 'http:' && loopback.includes(hostname) && username === '';

const resolveName = async (hostname: string) =>
  (await lookupInDns(hostname, { all: true })).map(({ address }) => address);

/** Reads a body up to what a file may have; what is larger is broken off. */
async function bodyOf(response: IncomingMessage): Promise<Uint8Array | NotFetched> {
  if (Number(response.headers['content-length'] ?? 0) > LARGEST_FILE) {
    response.destroy();
    return refused(tooLargeFile);
  }
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LARGEST_FILE) return refused(tooLargeFile);
    parts.push(part);
  }
  const expected = Number(response.headers['content-length'] ?? size);
  return size === expected ? new Uint8Array(Buffer.concat(parts)) : broken;
}

async function answerOf(response: IncomingMessage): Promise<Uint8Array | NotFetched> {
  const { statusCode = 0, headers } = response;
  const type = headers['content-type'] ?? '';
  if (statusCode === 200 && headers['content-encoding'] === undefined && !/^text\/html\b/i.test(type))
    return bodyOf(response);
  response.destroy();
  // Where a file has moved to is not followed: an address that is allowed could lead anywhere.
  if ((statusCode >= 300 && statusCode < 400) || statusCode === 200) return noFile;
  return statusCode === 401 || statusCode === 403 || statusCode === 404 || statusCode === 410
    ? expired
    : broken;
}

/**
 * Gives what fetches the file that somebody added to a message. Only from where Teams keeps those, and only when that name leads to
 * an address on the internet: the connection goes to the very address that was looked at, so that a name cannot lead elsewhere
 * between the two. No redirects, no cookies, no token: the address itself is what opens the file, for a few minutes.
 */
export function createDownload({
  local,
  resolve = resolveName,
  mostMs = MOST_MS,
  mayFetch = local ? isLocalFile : isFileOfTeams,
  mayConnect = local ? () => true : isPublic,
}: DownloadTools): Download {
  async function fetchFrom(url: URL, signal: AbortSignal): Promise<Uint8Array | NotFetched> {
    const [address, ...others] = local ? ['127.0.0.1'] : await resolve(url.hostname);
    if (address === undefined || ![address, ...others].every(mayConnect)) return elsewhere;
    const get = url.protocol === 'https:' ? getSecure : getPlain;
    const family = isIP(address);
    const options: RequestOptions = {
      agent: false,
      signal,
      headers: { accept: '*/*', 'accept-encoding': 'identity' },
      lookup: (_name, { all }, found) =>
        all
          ? (found as (error: null, list: { address: string; family: number }[]) => void)(null, [
              { address, family },
            ])
          : found(null, address, family),
    };
    const response = await new Promise<IncomingMessage>((answered, failed) => {
      get(url, options, answered).once('error', failed);
    });
    return answerOf(response);
  }

  return async (address) => {
    if (!URL.canParse(address)) return elsewhere;
    const url = new URL(address);
    if (!mayFetch(url)) return elsewhere;
    const ending = AbortSignal.timeout(mostMs);
    try {
      return await fetchFrom(url, ending);
    } catch {
      // What went wrong may quote the address, which opens the file: it is told nowhere.
      return ending.aborted ? tooSlow : broken;
    }
  };
}
