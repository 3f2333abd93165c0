import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What a client may take of the server before it is cut off. Times are in milliseconds. */
export interface Limits {
  /** Connections at the same time: whoever comes then is closed at once. */
  connections: number;
  /** From the first moment of a connection or request until its headers are there. */
  headersMs: number;
  /** The same until its body is there. */
  requestMs: number;
  /** A connection on which nothing moves, either way. Longer than any turn takes. */
  silentMs: number;
  /** How often it is looked for who is too slow. */
  checkMs: number;
  /** How long stopping waits for turns and their answers. */
  stopMs: number;
}

/**
 * Teams sends an activity of a few kilobytes at once, and answers within seconds. Every turn ends within 25 seconds; whoever
 * is still sending or reading by then has stalled. Platforms kill a process after 30.
 */
export const LIMITS: Limits = {
  connections: 1_000,
  headersMs: 10_000,
  requestMs: 20_000,
  silentMs: 60_000,
  checkMs: 1_000,
  stopMs: 25_000,
};

/** A token of Teams takes about two kilobytes. */
const LARGEST_HEADERS = 16 * 1024;
const MOST_HEADERS = 100;

/** A server that takes requests. */
export interface Listening {
  port: number;
  /** Accepts nothing new, waits for what is given, though no longer than its limit, and closes every connection. */
  stop(last: Promise<unknown>): Promise<void>;
}

/** Listens for plain HTTP/1.1. Nobody, however slow, silent or odd, takes more of it than the limits say. Rejects when the port is taken. */
export async function listenTo(
  onRequest: (request: IncomingMessage, response: ServerResponse) => void,
  { host, port, limits }: { host: string; port: number; limits: Limits },
): Promise<Listening> {
  const server: Server = createServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      connectionsCheckingInterval: limits.checkMs,
      maxHeaderSize: LARGEST_HEADERS,
    },
    onRequest,
  );
  server.maxConnections = limits.connections;
  server.maxHeadersCount = MOST_HEADERS;
  server.timeout = limits.silentMs;
  // Node loses sight of a connection that it gave up reading from; here each is known until it is closed.
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: async (last) => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, limits.stopMs);
      });
      await Promise.race([last, late]);
      clearTimeout(timer);
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
