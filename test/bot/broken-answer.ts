import { pino } from 'pino';
import { startServer } from '../../src/bot/server.ts';

/** A server whose answer cannot be written, in a process of its own: what restify says of that goes to its output. */
const endless: { self?: object } = {};
endless.self = endless;
const server = await startServer(
  {
    wire: { verify: async () => ({ channels: [] }) },
    border: { local: true },
    turn: async () => ({ status: 200, body: endless }),
    files: {} as never,
    upload: undefined as never,
    statement: undefined as never,
    health: async () => ({ queueDepth: 0, setAside: 0 }),
    log: pino({ base: undefined }),
  },
  '127.0.0.1',
  0,
);
const response = await fetch(`http://127.0.0.1:${server.port}/api/messages`, {
  method: 'POST',
  headers: { 'content-type': 'application/json', authorization: 'Bearer GEHEIM-TOKEN' },
  body: JSON.stringify({
    type: 'message',
    id: '1',
    serviceUrl: 'http://127.0.0.1:9',
    text: 'geheime tekst',
    from: { id: '29:amira' },
    recipient: { id: '28:kompas' },
    conversation: { id: 'chat-amira' },
  }),
});
process.stdout.write(`status ${response.status}\n`);
await server.stop();
