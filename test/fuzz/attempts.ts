import fc from 'fast-check';
import type { FormPart } from '../../src/conversation/field.ts';
import { pathsIn, withPart } from '../support/parts.ts';
import { anything, payloadOf, texts } from './values.ts';

/** What a bot offers, as far as somebody outside can send it. */
export interface Offered {
  /** Its phrases. */
  says: string[];
  /** Its searches. */
  commands: string[];
  /** Its actions, each with the JSON schema of its payload and the kinds of what people fill in. */
  verbs: { verb: string; payload: object; kinds: Record<string, FormPart> }[];
}

type Json = Record<string, unknown>;

/** One part of something that is replaced, or taken away where there is no `part`. Which one is counted around. */
interface Edit {
  at: number;
  part?: unknown;
}

/** Something that is sent to the bot. */
export type Attempt =
  /** An activity by one of the people, with parts of it changed. */
  | { kind: 'activity'; who: number; activity: Json; edits: Edit[] }
  /** A tap on one of the buttons that this person saw last, with parts of its data changed. */
  | { kind: 'button'; who: number; pick: number; typed: Json; edits: Edit[] }
  /** A request that is no activity. */
  | {
      kind: 'request';
      who: number;
      method: string;
      path: string;
      headers: Record<string, string>;
      body: string;
    }
  /** What is written on the line as it is. */
  | { kind: 'line'; who: number; text: string };

/** The same with its edits made, one after the other. */
export function edited<T>(value: T, edits: readonly Edit[]): T {
  return edits.reduce((whole, { at, part }) => {
    const paths = pathsIn(whole);
    const path = paths[at % paths.length];
    return path ? withPart(whole, path, part) : whole;
  }, value);
}

const edits = (most: number) =>
  fc.array(fc.record({ at: fc.nat(10_000), part: anything }, { requiredKeys: ['at'] }), { maxLength: most });

const places: fc.Arbitrary<Json> = fc.constantFrom<Json>(
  {},
  {
    conversation: { id: '19:channel', conversationType: 'channel', isGroup: true },
    channelData: { team: { id: '19:team', name: 'Objecten West' }, channel: { id: '19:channel' } },
  },
  { conversation: { id: '19:group', conversationType: 'groupChat', isGroup: true } },
  { conversation: { id: 'a:unknown' } },
);

/** What comes along with a message: files at addresses that lead nowhere, inside, or are none, and what is no file. */
const sentAlong: fc.Arbitrary<Json> = fc
  .array(
    fc.oneof(
      fc.record({
        contentType: fc.constant('application/vnd.microsoft.teams.file.download.info'),
        name: fc.oneof(fc.constantFrom('mensen.xlsx', 'mandaten.csv', '', '../../x.exe', null), texts),
        content: fc.constantFrom<unknown>(
          { downloadUrl: 'http://127.0.0.1:9/mensen.xlsx', uniqueId: '1', fileType: 'xlsx' },
          { downloadUrl: 'http://169.254.169.254/metadata/instance', fileType: 7 },
          { downloadUrl: 'https://gemeente-my.sharepoint.com@127.0.0.1/' },
          { downloadUrl: [] },
          'x',
          null,
        ),
      }),
      fc.constantFrom<unknown>(
        { contentType: 'image/png' },
        { contentType: 'reference' },
        { contentType: 7 },
        null,
      ),
    ),
    { maxLength: 3 },
  )
  .map((attachments) => ({ attachments }));

const rich: fc.Arbitrary<Json> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: sentAlong },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Json>(
      {},
      {},
      {
        textFormat: 'xml',
        locale: 'nl-NL',
        timestamp: '2026-11-25T18:30:00Z',
        entities: [
          { type: 'mention', text: '<at>Kompas</at>', mentioned: { id: '28:kompas', name: 'Kompas' } },
        ],
        attachments: [{ contentType: 'text/html', content: '<p><at id="0">Kompas</at>&nbsp;help</p>' }],
      },
    ),
  },
);

/** What people type: a phrase, perhaps with more words or in other letters, or anything. */
function typing(says: readonly string[]): fc.Arbitrary<string> {
  const phrase = fc.constantFrom(...says);
  return fc.oneof(
    phrase,
    fc.tuple(phrase, texts).map(([say, rest]) => `${say} ${rest}`),
    fc
      .tuple(phrase, fc.nat(20), texts)
      .map(([say, n, word]) => say.slice(0, n) + word.slice(0, 3) + say.slice(n)),
    fc
      .constantFrom('wie mag', 'wie valideert', 'wie besluit over', 'ik wil', 'ik voel me')
      .chain((start) => texts.map((rest) => `${start} ${rest}?`)),
    texts,
  );
}

function activities({ says, commands, verbs }: Offered): fc.Arbitrary<Json> {
  const taps = fc
    .constantFrom(...verbs)
    .chain(({ verb, payload, kinds }) => payloadOf(payload, kinds).map((data) => ({ verb, data })));
  const accounts = fc.constantFrom(
    { id: '28:kompas' },
    { id: '29:user-3' },
    { id: '29:nobody', aadObjectId: 'nobody' },
  );
  return fc.oneof(
    { weight: 4, arbitrary: typing(says).map((text) => ({ type: 'message', text })) },
    {
      weight: 6,
      arbitrary: taps.map((action) => ({
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', ...action } },
      })),
    },
    { weight: 1, arbitrary: taps.map(({ verb, data }) => ({ type: 'message', value: { verb, ...data } })) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom(...commands, 'none'), texts).map(([commandId, value]) => ({
        type: 'invoke',
        name: 'composeExtension/query',
        value: { commandId, parameters: [{ name: 'vraag', value }] },
      })),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constantFrom(
          'conversationUpdate',
          'installationUpdate',
          'messageUpdate',
          'messageReaction',
          'event',
          'typing',
        ),
        action: fc.constantFrom('add', 'remove', 'add-upgrade', 'remove-upgrade', ''),
        membersAdded: fc.array(accounts, { maxLength: 3 }),
        membersRemoved: fc.array(accounts, { maxLength: 3 }),
        text: texts,
      }),
    },
  );
}

const requests = fc.record({
  kind: fc.constant('request' as const),
  who: fc.nat(),
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'TRACE'),
  path: fc.oneof(
    fc.constantFrom(
      '/',
      '/livez',
      '/privacy',
      '/voorwaarden',
      '/api/messages',
      '/bestand/x',
      '/bestand/%E0%A4%A',
      '//x',
    ),
    fc.webPath().map((path) => `/${path}`),
  ),
  headers: fc.record(
    {
      'content-type': fc.constantFrom(
        'application/json',
        'text/plain',
        'multipart/form-data; boundary=x',
        '',
      ),
      'content-encoding': fc.constantFrom('gzip', 'identity', ''),
      accept: fc.constantFrom('text/html', '*/*;q=x', 'image/png', ',,', 'application/json;q=0'),
      'accept-version': fc.constantFrom('1.x', '*', '~~'),
      authorization: fc.constantFrom('Bearer x', 'Basic e', ''),
      'x-http-method-override': fc.constantFrom('DELETE', 'x'),
    },
    { requiredKeys: [] },
  ),
  body: fc.oneof(
    texts,
    anything.map((value) => JSON.stringify(value)),
  ),
});

const lines = fc
  .tuple(
    fc.constantFrom('GET', 'POST', 'OPTIONS', 'CONNECT', 'FOO', ''),
    fc.oneof(fc.constantFrom('/livez', '/privacy', '*', 'http://[', 'http://x/livez', '/%', 'x'), texts),
    fc.oneof(fc.constantFrom('127.0.0.1', 'x y', 'x:99999', '[::g]', 'a@b', '', '127.0.0.1/livez?'), texts),
    fc.constantFrom(
      '',
      'Upgrade: websocket\r\nConnection: Upgrade\r\n',
      'Content-Length: 9\r\n',
      'Expect: x\r\n',
    ),
  )
  .map(([method, path, host, more]) => `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\n${more}\r\n`);

/** So many are drawn at once: each share of a run has a seed of its own, so that no run holds all in memory. */
const SHARE = 500;

/** `runs` attempts, always the same ones for the same seed and the same bot. */
export function* attempts(offered: Offered, runs: number, seed: number): Generator<Attempt> {
  const activity = fc
    .tuple(activities(offered), places, rich)
    .map(([what, where, more]) => ({ ...more, ...where, ...what }));
  const arbitrary: fc.Arbitrary<Attempt> = fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({
        kind: fc.constant('activity' as const),
        who: fc.nat(),
        activity,
        edits: edits(0),
      }),
    },
    {
      weight: 10,
      arbitrary: fc.record({
        kind: fc.constant('activity' as const),
        who: fc.nat(),
        activity,
        edits: edits(3),
      }),
    },
    {
      weight: 10,
      arbitrary: fc.record({
        kind: fc.constant('button' as const),
        who: fc.nat(),
        pick: fc.nat(),
        typed: fc.dictionary(fc.constantFrom('text', 'name', 'day', 'query', 'score'), texts, { maxKeys: 2 }),
        edits: edits(1),
      }),
    },
    { weight: 2, arbitrary: requests },
    { weight: 1, arbitrary: lines.map((text) => ({ kind: 'line' as const, who: 0, text })) },
  );
  for (let done = 0; done < runs; done += SHARE)
    yield* fc.sample(arbitrary, { seed: seed + done, numRuns: Math.min(SHARE, runs - done) });
}
