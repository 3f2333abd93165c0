import type { IncomingMessage } from 'node:http';
import { type Border, loopback } from './activity.ts';

/** A name or address and perhaps a port, as a `Host` may be (RFC 9110, 7.2). */
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;
/** Whoever watches over a process calls it by any address that it has. */
const PROBES = ['/livez', '/healthz'];

/**
 * Why a request is refused before anything looks at it: 400 when it does not say properly what it asks for, of which
 * restify makes an address and ends the process when it cannot; 403 in local mode when it is for another host than this
 * machine, since a page on the internet can have its own name lead here (DNS rebinding). Elsewhere any host will do:
 * tokens guard it, nothing is made of its name, and a gateway may call it as it likes.
 */
export function refusalOfHost(
  { url = '', headers: { host = '' } }: IncomingMessage,
  { local }: Border,
): 400 | 403 | undefined {
  const isPath = url.startsWith('/') && URL.canParse(`http://localhost${url}`);
  if (!isPath) return 400;
  if (host !== '' && !(HOST.test(host) && URL.canParse(`http://${host}`))) return 400;
  const [path = ''] = url.split('?', 1);
  if (!local || PROBES.includes(path)) return undefined;
  return host !== '' && loopback.includes(new URL(`http://${host}`).hostname) ? undefined : 403;
}
