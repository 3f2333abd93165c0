import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { listen } from './listen.ts';

/** What the line to storage does with a request. */
export type LineBehaviour =
  | { do: 'pass' }
  /** Cuts the line before the request arrives. */
  | { do: 'reset' }
  /** Takes the request and never answers, until it is told to behave otherwise: then it cuts the line. */
  | { do: 'hang' }
  /** Storage does as it was asked, and the line is cut in place of the answer. */
  | { do: 'cut answer' }
  /** Storage is busy, as Azure says it (503 ServerBusy), or cannot be used in another way. */
  | { do: 'busy'; status?: number; retryAfter?: string }
  /** What is put into a queue, or handed out by it, arrives twice: queues promise at least once. */
  | { do: 'double' };

export type Service = 'queue' | 'table';

/**
 * A line to storage that understands what passes, and so can do what a bare cut cannot: refuse as Azure does, take what is written and lose
 * the answer, put messages in twice, and lead to another Azurite.
 */
export interface StorageLine {
  connectionString: string;
  /** From now on: for all, or for tables or queues alone. */
  behave(behaviour: LineBehaviour, service?: Service): void;
  /** How many requests it refused as busy. */
  refused(): number;
  /** Requests go there from now on. */
  leadTo(connectionString: string): void;
  stop(): void;
}

const endpoints = { queue: /QueueEndpoint=([^;]*)/, table: /TableEndpoint=([^;]*)/ };

function portOf(connectionString: string, service: Service): string {
  return new URL(endpoints[service].exec(connectionString)?.[1] ?? '').port;
}

/** Azure Storage: "Status and error codes". Tables answer in JSON, queues in XML. */
const busy: Record<Service, string> = {
  table: JSON.stringify({
    'odata.error': { code: 'ServerBusy', message: { lang: 'en-US', value: 'The server is busy.' } },
  }),
  queue:
    '<?xml version="1.0" encoding="utf-8"?><Error><Code>ServerBusy</Code><Message>The server is busy.</Message></Error>',
};

/** A message that is put in the queue: the address of the messages of a queue, and nothing further. */
const isPut = ({ method, url = '' }: IncomingMessage) => method === 'POST' && /\/messages(?:\?|$)/.test(url);

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The line of one service. */
async function lineTo(service: Service, firstPort: string) {
  const agent = new Agent({ keepAlive: true });
  let port = firstPort;
  let behaviour: LineBehaviour = { do: 'pass' };
  let refused = 0;
  const hanging = new Set<IncomingMessage>();

  /** Gives the answer of storage; rejects when nobody is there. */
  function further({ method, url, headers }: IncomingMessage, body: Buffer) {
    return new Promise<{ answer: IncomingMessage; content: Buffer }>((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, method, path: url, headers, agent }, (answer) =>
        bodyOf(answer).then((content) => resolve({ answer, content }), reject),
      );
      sent.once('error', reject);
      sent.end(body);
    });
  }

  async function serve(asked: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(asked);
    const now = behaviour;
    if (now.do === 'reset') return void asked.socket.destroy();
    if (now.do === 'hang') return void hanging.add(asked);
    if (now.do === 'busy') {
      const { status = 503, retryAfter } = now;
      refused += 1;
      response.writeHead(status, {
        'content-type': service === 'table' ? 'application/json' : 'application/xml',
        'x-ms-error-code': 'ServerBusy',
        ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
      });
      return void response.end(busy[service]);
    }
    const { answer, content } = await further(asked, body);
    if (now.do === 'double' && isPut(asked)) await further(asked, body);
    if (now.do === 'cut answer') return void asked.socket.destroy();
    response.writeHead(answer.statusCode ?? 500, answer.rawHeaders);
    response.end(content);
  }

  const server = createServer((asked, response) => {
    serve(asked, response).catch(() => asked.socket.destroy());
  });
  const letGo = () => {
    for (const asked of hanging) asked.socket.destroy();
    hanging.clear();
  };
  return {
    port: await listen(server),
    behave: (next: LineBehaviour) => {
      behaviour = next;
      letGo();
    },
    refused: () => refused,
    leadTo: (next: string) => {
      port = next;
    },
    stop: () => {
      letGo();
      server.close();
      server.closeAllConnections();
      agent.destroy();
    },
  };
}

/** Puts a line before the tables and queues of a connection string. */
export async function storageLine(connectionString: string): Promise<StorageLine> {
  const services = ['queue', 'table'] as const;
  const lines = {
    queue: await lineTo('queue', portOf(connectionString, 'queue')),
    table: await lineTo('table', portOf(connectionString, 'table')),
  };
  return {
    connectionString: services.reduce(
      (text, service) =>
        text.replaceAll(`:${portOf(connectionString, service)}/`, `:${lines[service].port}/`),
      connectionString,
    ),
    behave: (behaviour, only) => {
      for (const service of services)
        if (only === undefined || only === service) lines[service].behave(behaviour);
    },
    refused: () => lines.queue.refused() + lines.table.refused(),
    leadTo: (next) => {
      for (const service of services) lines[service].leadTo(portOf(next, service));
    },
    stop: () => {
      for (const service of services) lines[service].stop();
    },
  };
}
