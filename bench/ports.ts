import { createServer } from 'node:net';

/** Three ports in a row that are free now: Azurite's. */
export async function freePorts(): Promise<number> {
  for (;;) {
    const first = 22_000 + Math.floor(Math.random() * 8_000);
    const servers = [0, 1, 2].map((n) => createServer().listen(first + n, '127.0.0.1'));
    const free = await Promise.all(
      servers.map(
        (server) =>
          new Promise<boolean>((resolve) => {
            server.once('listening', () => resolve(true));
            server.once('error', () => resolve(false));
          }),
      ),
    );
    await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    if (!free.includes(false)) return first;
  }
}
