import { connect, createServer, type Socket } from 'node:net';
import { listen } from './listen.ts';

/** A connection to storage that a test can cut: Azurite itself goes on, for everybody else. */
export interface Cuttable {
  connectionString: string;
  /** `refused` ends every connection at once; `silent` takes what is sent and never answers. */
  cut(how: 'refused' | 'silent', what?: 'all' | 'queues'): void;
  restore(): void;
  stop(): void;
}

async function proxyTo(target: number) {
  let state: 'open' | 'refused' | 'silent' = 'open';
  const sockets = new Set<Socket>();
  const track = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
  };
  const end = () => {
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer((socket) => {
    track(socket);
    if (state === 'refused') socket.destroy();
    else if (state === 'silent') socket.resume();
    else {
      const further = connect(target, '127.0.0.1');
      track(further);
      socket.pipe(further).pipe(socket);
      socket.on('close', () => further.destroy());
      further.on('close', () => socket.destroy());
    }
  });
  return {
    port: await listen(server),
    become: (next: typeof state) => {
      state = next;
      end();
    },
    stop: () => {
      server.close();
      end();
    },
  };
}

/** Puts a proxy before the tables and queues of a connection string. */
export async function cuttable(connectionString: string): Promise<Cuttable> {
  const ports = [...new Set([...connectionString.matchAll(/127\.0\.0\.1:(\d+)/g)].map(([, port]) => port))];
  const proxies = await Promise.all(
    ports.map(async (port = '') => ({ from: port, proxy: await proxyTo(Number(port)) })),
  );
  const queues = /QueueEndpoint=[^;]*?:(\d+)\//.exec(connectionString)?.[1];
  const become = (state: 'open' | 'refused' | 'silent', what: 'all' | 'queues' = 'all') => {
    for (const { from, proxy } of proxies) if (what === 'all' || from === queues) proxy.become(state);
  };
  return {
    connectionString: proxies.reduce(
      (text, { from, proxy }) => text.replaceAll(`127.0.0.1:${from}/`, `127.0.0.1:${proxy.port}/`),
      connectionString,
    ),
    cut: become,
    restore: () => become('open'),
    stop: () => {
      for (const { proxy } of proxies) proxy.stop();
    },
  };
}
