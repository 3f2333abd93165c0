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
    async (request, response) => {
      const refusal = refusalOfHost(request, { local });
      const [path] = (request.url ?? '').split('?', 1);
      const status = refusal ?? (path === PATH ? undefined : 404);
      const isRead = request.method === 'GET' || request.method === 'HEAD';
      if (status !== undefined || !isRead) {
        response.writeHead(status ?? 405).end();
        return;
      }
      try {
        const body = await text();
        response.writeHead(200, { 'content-type': contentType });
        response.end(request.method === 'HEAD' ? undefined : body);
      } catch {
        response.writeHead(500).end();
      }
    },
    { host, port, limits: { ...LIMITS, connections: CONNECTIONS } },
  );
}
