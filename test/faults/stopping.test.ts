import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, expect, inject, test } from 'vitest';

let child: ChildProcess | undefined;
afterEach(() => {
  // Its own group: what is left of it goes too.
  if (child?.pid && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL');
});

/** The bot as `npm start` starts it, on the storage of this run. */
function npmStart() {
  const started = spawn('npm', ['start'], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      KOMPAS_LOCAL: 'true',
      PORT: '0',
      STORAGE_CONNECTION_STRING: inject('connectionString'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  child = started;
  let said = '';
  const seen = (words: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (said.includes(words)) resolve();
      };
      started.stdout.on('data', look);
      started.once('exit', () => reject(new Error(`it ended: ${said}`)));
      look();
    });
  for (const stream of [started.stdout, started.stderr])
    stream.on('data', (data) => {
      said += data;
    });
  return { started, seen, said: () => said };
}

/** Whether anything of its group still runs. */
function isRunning(group: number): boolean {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}

test('SIGTERM to npm start reaches the bot: it stops in order, says so, and nothing is left', async () => {
  const { started, seen, said } = npmStart();
  await seen('"listening"');
  process.kill(started.pid ?? 0, 'SIGTERM');
  expect(await once(started, 'exit')).toEqual([0, null]);
  expect(said()).toContain('"stopped"');
  expect(isRunning(started.pid ?? 0)).toBe(false);
});

test('SIGTERM ends the bot also while others hang on its line in any way', async () => {
  const { started, seen, said } = npmStart();
  await seen('"listening"');
  const port = Number(/"port":(\d+)/.exec(said())?.[1]);
  const post = 'POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n';
  const hanging = [
    '',
    'POST /api/mess',
    post,
    `${post}Content-Length: 99\r\n\r\n{`,
    `${post}Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n`,
    'GET /livez HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    'GET /livez HTTP/1.1\r\nHost: x\r\nConnection: keep-alive\r\n\r\n',
    'CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n',
  ];
  const sockets = await Promise.all(
    hanging.map(async (words) => {
      const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }).on('error', () => {});
      await once(socket, 'connect');
      socket.resume().write(words);
      return socket;
    }),
  );
  process.kill(started.pid ?? 0, 'SIGTERM');
  expect(await once(started, 'exit')).toEqual([0, null]);
  expect(said()).toContain('"stopped"');
  for (const socket of sockets) socket.destroy();
});
