import { type Logger, pino } from 'pino';
import { createServer, type Request, type RequestHandler, type Response } from 'restify';
import { GUIDES } from '../conversation/guides.ts';
import type { ClockState } from '../delivery/clockwork.ts';
import { errorFacts } from '../lib/error-facts.ts';
import { within } from '../lib/within.ts';
import type { Settings } from '../people/municipality.ts';
import type { AnyTable } from '../storage/index.ts';
import { type Border, checkActivity, type IncomingActivity } from './activity.ts';
import { readJson } from './body.ts';
import { CORRELATION_HEADER, correlated } from './correlation.ts';
import { guidePages } from './guide-pages.ts';
import { refusalOfHost } from './host.ts';
import { bodyJson, type InvokeAnswer } from './invoke-answers.ts';
import { LIMITS, listenTo } from './listening.ts';
import type { FilePages, HttpPage } from './pages.ts';
import { privacyPage } from './privacy-page.ts';
import { publicPages } from './public-pages.ts';
import type { UploadPage } from './upload-page.ts';
import type { Caller, Wire } from './wire.ts';

export interface ServerTools {
  wire: Pick<Wire, 'verify'>;
  border: Border;
  turn(activity: IncomingActivity): Promise<InvokeAnswer | undefined>;
  files: FilePages;
  upload: UploadPage;
  /** What the privacy statement tells: whose installation this is, and what every table keeps for how long. */
  statement: { settings: { recent(): Promise<Settings> }; tables: readonly AnyTable[] };
  /** Rejects when storage does not answer. Without a clock when nothing happens by it. */
  health(): Promise<{ queueDepth: number; setAside: number; clock?: ClockState }>;
  log: Logger;
}

export interface RunningServer {
  port: number;
  /** Accepts nothing new, waits until the turns in flight have ended and their answers have left, then closes. */
  stop(): Promise<void>;
}

/** The longest token of a signed link. By itself restify takes no parameter of more than 100 characters. */
const LONGEST_TOKEN = 2_000;
/** What a caller learns of an activity that is refused. */
const refused = { 400: 'not understood', 401: 'not authorised', 403: 'not served here' };
const HEALTH_MS = 3_000;
const NAME = 'kompas';

/** Starts the HTTP server: `/api/messages` for Teams, `/livez` and `/healthz`, the signed files and a few public pages. */
export async function startServer(
  tools: ServerTools,
  host: string,
  port: number,
  limits = LIMITS,
): Promise<RunningServer> {
  const { wire, border, log } = tools;
  const server = createServer({
    name: NAME,
    handleUncaughtExceptions: false,
    maxParamLength: LONGEST_TOKEN,
    // The log of restify itself would write whole requests to standard output, token included. Our own log
    // says what there is to say. (Its types still name the logger of older versions.)
    log: pino({ level: 'silent' }) as never,
  });
  let inFlight = 0;
  let quiet = () => {};
  /** Whose body is still coming: no turn yet, so stopping does not wait for them. */
  const reading = new Set<Request>();

  function sendPage(response: Response, { status, headers, body }: HttpPage): void {
    response.sendRaw(status, typeof body === 'string' ? body : Buffer.from(body), headers);
  }

  function sendJson(response: Response, status: number, json: string): void {
    const headers = { 'content-type': 'application/json', 'content-length': `${Buffer.byteLength(json)}` };
    response.sendRaw(status, json, headers);
  }

  /** Who calls; 'not known' when nobody can be known now. */
  async function callerOf(request: Request): Promise<Caller | undefined | 'not known'> {
    try {
      return await wire.verify(request.header('authorization') ?? '');
    } catch (error) {
      log.error({ error: errorFacts(error) }, 'token not checked');
      return 'not known';
    }
  }

  async function messages(request: Request, response: Response): Promise<void> {
    const caller = await callerOf(request);
    if (caller === 'not known') return response.send(503, { error: 'try again' }, { 'retry-after': '10' });
    // Nothing of what they sent was looked at: who is not known learns nothing but this.
    if (!caller) return response.send(401, { error: refused[401] });
    reading.add(request);
    const body = await readJson(request).finally(() => reading.delete(request));
    if (!('json' in body)) return response.send(body.status, { error: body.reason });
    const checked = checkActivity(body.json, border, caller);
    if (!('activity' in checked)) return response.send(checked.status, { error: refused[checked.status] });
    try {
      const answer = await correlated(request.header(CORRELATION_HEADER), () => tools.turn(checked.activity));
      if (answer) sendJson(response, answer.status, bodyJson(answer.body));
      else response.send(200, undefined);
    } catch (error) {
      // What went wrong is for the log; the caller only learns that it may try again.
      log.error({ error: errorFacts(error) }, 'activity failed');
      response.send(500, { error: 'failed' });
    }
  }

  /** The process runs: a platform that starts it anew when this fails can mend nothing of storage or Teams. */
  async function alive(_request: Request, response: Response): Promise<void> {
    response.send(200, { status: 'ok' });
  }

  async function health(_request: Request, response: Response): Promise<void> {
    try {
      const { clock, ...facts } = await within(HEALTH_MS, tools.health());
      const state = clock && { clock: clock.isBehind ? 'behind' : 'ok', lastTick: clock.lastTick.toString() };
      const isWell = !clock?.isBehind;
      response.send(isWell ? 200 : 503, {
        status: isWell ? 'ok' : 'unavailable',
        storage: 'ok',
        ...facts,
        ...state,
      });
    } catch {
      response.send(503, { status: 'unavailable', storage: 'unreachable' });
    }
  }

  function counted(work: (request: Request, response: Response) => Promise<void>) {
    return async (request: Request, response: Response) => {
      inFlight += 1;
      const left = new Promise((resolve) => response.once('close', resolve));
      try {
        await work(request, response);
      } catch (error) {
        log.error({ error: errorFacts(error) }, 'request failed');
        if (!response.headersSent) response.send(500, { error: 'failed' });
      } finally {
        void left.then(() => {
          inFlight -= 1;
          if (inFlight === 0) quiet();
        });
      }
    };
  }

  /** HEAD asks for the same without its body. */
  function get(path: string, handler: RequestHandler): void {
    server.get(path, handler);
    server.head(path, handler);
  }

  server.post('/api/messages', counted(messages));
  get('/livez', counted(alive));
  get('/healthz', counted(health));
  get(
    '/bestand/:token',
    counted(async (request, response) => sendPage(response, await tools.files.show(request.params.token))),
  );
  server.post(
    '/bestand/:token',
    counted(async (request, response) =>
      sendPage(response, await tools.files.download(request.params.token)),
    ),
  );
  get(
    '/upload/:token',
    counted(async (request, response) => sendPage(response, await tools.upload.show(request.params.token))),
  );
  server.post(
    '/upload/:token',
    counted(async (request, response) => {
      reading.add(request);
      const sent = tools.upload.send(request.params.token, request).finally(() => reading.delete(request));
      sendPage(response, await sent);
    }),
  );
  for (const [path, content] of Object.entries(publicPages)) {
    get(
      path,
      counted(async (_request, response) => sendPage(response, content)),
    );
  }
  for (const path of [GUIDES, `${GUIDES}/:name`, `${GUIDES}/pictures/:name`]) {
    get(
      path,
      counted(async (request, response) => {
        const found = guidePages()[request.path()];
        if (found) sendPage(response, found);
        else response.send(404, { error: 'not found' });
      }),
    );
  }
  get(
    '/privacy',
    counted(async (_request, response) => {
      const { settings, tables } = tools.statement;
      // Without storage the page says all but whose it is.
      const known = await within(HEALTH_MS, settings.recent()).catch(() => undefined);
      sendPage(response, privacyPage(known?.municipality, tables));
    }),
  );
  // Without these, restify answers with its own words about routes and internals.
  server.on('restifyError', (_request, response, error, done) => {
    const status = (error as { statusCode?: number }).statusCode ?? 500;
    if (!response.headersSent) response.send(status, { error: status === 404 ? 'not found' : 'failed' });
    done();
  });

  const { server: routes } = server;
  const listening = await listenTo(
    (request, response) => {
      const status = refusalOfHost(request, border);
      if (status === undefined) return void routes.emit('request', request, response);
      response.writeHead(status, { 'content-type': 'application/json', server: NAME });
      response.end(JSON.stringify({ error: refused[status] }));
    },
    { host, port, limits },
  );
  return {
    port: listening.port,
    stop: () => {
      const ended = new Promise<void>((resolve) => {
        quiet = resolve;
      });
      for (const request of reading) request.destroy();
      return listening.stop(inFlight > 0 ? ended : Promise.resolve());
    },
  };
}
