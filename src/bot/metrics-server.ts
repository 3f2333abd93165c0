import type { Metrics } from '../metrics/index.ts';
import { refusalOfHost } from './host.ts';
import { LIMITS, type Listening, listenTo } from './listening.ts';

const PATH = '/metrics';
/** Whoever scrapes is one or two; nobody else comes here. */
const CONNECTIONS = 20;

/**
 * Serves the figures of this process for Prometheus, on a port of its own: what leads from the internet to Kompas leads to the other
 * port. No token, so who reaches the port reads them: they tell nothing of people. Rejects when the port is taken.
 */
export async function startMetricsServer(
  { text, contentType }: Pick<Metrics, 'text' | 'contentType'>,
  { host, port, local }: { host: string; port: number; local: boolean },
): Promise<Listening> {
  return listenTo(
    (request, response) => {
      const [path] = (request.url ?? '').split('?', 1);
      const isRead = request.method === 'GET' || request.method === 'HEAD';
      const refusal = refusalOfHost(request, { local }) ?? (path !== PATH ? 404 : isRead ? undefined : 405);
      // Restify changes what all responses of the process give back, so no call is made on that.
      const answer = (status: number, body = '', headers = {}) => {
        response.writeHead(status, headers);
        response.end(body);
      };
      if (refusal !== undefined) return answer(refusal);
      text().then(
        (body) => answer(200, body, { 'content-type': contentType }),
        () => answer(500),
      );
    },
    { host, port, limits: { ...LIMITS, connections: CONNECTIONS } },
  );
}
