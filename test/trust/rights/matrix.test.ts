import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Dispatcher } from '../../../src/bot/dispatcher.ts';
import type { Attached } from '../../../src/conversation/attached.ts';
import type { IntakeKind } from '../../../src/conversation/intake.ts';
import type { Message } from '../../../src/conversation/message.ts';
import type { Needs } from '../../../src/conversation/needs.ts';
import type { Turn } from '../../../src/conversation/turn.ts';
import { writeRegister } from '../../../src/features/mandates/import/write.ts';
import { tablesOf } from '../../../src/kompas.ts';
import { isAmong } from '../../../src/people/access.ts';
import type { Stored } from '../../../src/storage/index.ts';
import { imported, startTestBot, type TestBot } from '../../support/bot.ts';
import { turnFor } from '../../support/turn.ts';
import { type Agreed, agreedTo } from './agreed.ts';
import { administrators, dispatcherOf } from './dispatching.ts';
import {
  type Canary,
  canaries,
  canariesIn,
  HOME,
  type KindName,
  kindNames,
  kinds,
  meant,
  PILOT,
  TEAM,
} from './kinds.ts';
import { abouts, nothingToDo, onlyShowing, payloadsFor, searched } from './payloads.ts';
import { bringTown, changedRegister, type Ids, NOW, newcomers } from './town.ts';

/** Where somebody may be: their own chat, the channel of the team and the pilot, and a channel of others. */
const places = {
  'own chat': { scope: 'personal', conversation: '' },
  'the channel of the team': { scope: 'channel', conversation: HOME },
  'another channel': { scope: 'channel', conversation: '19:anderen' },
} as const;
type Place = keyof typeof places;
const placeNames = Object.keys(places) as Place[];

let bot: TestBot;
let dispatcher: Dispatcher;
let ids: Ids & { agreed: Agreed };

beforeAll(async () => {
  bot = await startTestBot({ now: NOW, env: { KOMPAS_ADMINISTRATORS: administrators[0] ?? '' } });
  dispatcher = dispatcherOf(bot);
  const town = await bringTown(bot.core, bot.connector.url);
  ids = { ...town, agreed: await agreedTo(bot, town) };
  await remember();
  writes();
});
afterAll(() => bot.stop());

/** The whole of storage as the town was brought, by table. */
const town = new Map<string, Map<string, Stored<object>>>();
const rowName = ({ partition, row }: Stored<object>) => `${partition} ${row}`;
const rowsOf = async (definition: (typeof tables)[number]) =>
  new Map((await bot.storage.table(definition).range({ from: '' })).map((row) => [rowName(row), row]));
const tables = tablesOf();

async function remember(): Promise<void> {
  for (const definition of tables) town.set(definition.name, await rowsOf(definition));
}

/** What was written since the last look. */
function writes(): { method: string; body: string; url: string }[] {
  const all = bot.requests.filter(({ method }) => method !== 'GET');
  bot.requests.length = 0;
  return all.map(({ method, url, body = '' }) => ({ method, url, body }));
}

/** Puts back what these requests changed; gives the rows that were not as before, as "table partition row". */
async function restored(requests: ReturnType<typeof writes>): Promise<string[]> {
  const changed: string[] = [];
  for (const definition of tables) {
    const { name } = definition;
    if (!requests.some(({ url, body }) => url.includes(name) || body.includes(name))) continue;
    const table = bot.storage.table(definition);
    const before = town.get(name) ?? new Map<string, Stored<object>>();
    const now = await rowsOf(definition);
    for (const [row, { partition, row: key }] of now)
      if (!before.has(row)) {
        changed.push(`${name} ${row}`);
        await table.remove(partition, key);
      }
    for (const [row, { partition, row: key, value }] of before) {
      if (JSON.stringify(now.get(row)?.value) === JSON.stringify(value)) continue;
      changed.push(`${name} ${row}`);
      await table.put(partition, key, value as never);
    }
  }
  bot.requests.length = 0;
  return changed;
}

const turnOf = (kind: KindName, place: Place, text: string): Turn => {
  const turn = turnFor(bot.core, kinds[kind].who, bot.clock.now, text);
  const { scope, conversation } = places[place];
  if (scope === 'personal') return turn;
  return { ...turn, scope, address: { ...turn.address, serviceUrl: bot.connector.url, conversation } };
};

const wordsOf = (message: Message | undefined) => JSON.stringify(message ?? {});

/** Whether the declaration lets somebody through; `isTyped` since what is for the own chat may be typed anywhere. */
function passes(
  { who, where }: Omit<Needs, 'where'> & { where?: Needs['where'] },
  kind: KindName,
  place: Place,
  isTyped = false,
) {
  const { scope } = places[place];
  const isThere =
    where === undefined ||
    where === 'anywhere' ||
    (where === 'own chat' ? isTyped || scope === 'personal' : scope === 'channel');
  const row = (kinds[kind] as { row?: object }).row;
  const person = row && imported(kinds[kind].who, row);
  return isThere && isAmong(who, kinds[kind].who.account, person, administrators);
}

/** Whom the words of a declaration mean. */
function audience({ checked }: Pick<Needs, 'checked'>): readonly KindName[] {
  if (checked === undefined) return kindNames;
  const found = meant[checked];
  if (!found) throw new Error(`say in test/trust/rights/kinds.ts whom "${checked}" means`);
  return found;
}

const seen = new Set<Canary>();
/** The canaries that somebody reads and that are not for them. */
function leaks(kind: KindName, words: string): Canary[] {
  const all = canariesIn(words);
  for (const one of all) seen.add(one);
  return all.filter((canary) => !(canaries[canary] as readonly KindName[]).includes(kind));
}

/** Rows of the team, the pilot and the items of the town: only those of whom they are may change them. */
const protectedRow = new RegExp(`${TEAM}|\\|${PILOT}|^pilots|S-1|S-2|K-0000|V-1|L-\\d|T-1`);
/** Those for whom such a row is their own: the team and the crew, by their own rows in it. */
const around = new Set<KindName>([
  ...(meant['zit in het team of leidt het'] ?? []),
  'pilotLead',
  'pilotMember',
]);

interface Tried {
  name: string;
  needs: Needs;
  isTyped: boolean;
  /** What everybody in the conversation reads, and what this person alone reads. */
  run(turn: Turn): Promise<{ aloud: string; alone: string }>;
  text: string;
}

/** Tries something as everybody, everywhere; gives what went wrong. */
async function tried(
  { name, needs, isTyped, run, text }: Tried,
  where: readonly Place[] = placeNames,
): Promise<{ wrong: string[]; wrote: boolean }> {
  const wrong: string[] = [];
  let wrote = false;
  for (const place of where) {
    const mayAct = (kind: KindName) => passes(needs, kind, place, isTyped) && audience(needs).includes(kind);
    const one = async (kind: KindName) => {
      const { aloud, alone } = await run(turnOf(kind, place, text));
      if (/Dit lukte niet|Deze kaart werkt niet meer/.test(aloud + alone))
        wrong.push(`${name} fails for ${kind} in ${place}`);
      for (const canary of leaks(kind, aloud + alone))
        wrong.push(`${name} shows ${canary} to ${kind} in ${place}`);
      // What is answered aloud is read by everybody there.
      if (place === 'another channel')
        for (const canary of canariesIn(aloud))
          if (canary !== 'KANARIEpraktijk')
            wrong.push(`${name} says ${canary} aloud in ${place}, for ${kind}`);
    };
    // Of these nobody may write anything, so they may come at once.
    await Promise.all(kindNames.filter((kind) => !mayAct(kind)).map(one));
    const written = writes();
    if (written.length > 0)
      wrong.push(`${name} in ${place} writes for somebody who may not: ${await restored(written)}`);
    const did: KindName[] = [];
    const didNot: KindName[] = [];
    for (const kind of kindNames.filter(mayAct)) {
      await one(kind);
      const changed = await restored(writes());
      wrote ||= changed.length > 0;
      (changed.length > 0 ? did : didNot).push(kind);
      const theirs = needs.checked !== undefined || Array.isArray(needs.who) || around.has(kind);
      for (const row of theirs ? [] : changed.filter((row) => protectedRow.test(row)))
        wrong.push(`${name} by ${kind} in ${place} changes ${row}`);
    }
    const idle = [...(nothingToDo[name] ?? []), ...(nothingToDo[`${name} in ${place}`] ?? [])];
    if (did.length > 0 && needs.checked !== undefined)
      for (const kind of didNot.filter((one) => !idle.includes(one)))
        wrong.push(`${name} in ${place} changes nothing for ${kind}, who may: ${needs.checked}`);
  }
  return { wrong, wrote };
}

describe('every kind of person, in every place, with payloads that point at what is another’s', () => {
  test('taps each action: changes and reads no more than is theirs', async () => {
    const payloads = payloadsFor(ids);
    const wrong: string[] = [];
    const writers: string[] = [];
    for (const [verb, { needs, schema }] of bot.features.flatMap(({ actions }) => Object.entries(actions))) {
      const data = payloads[verb];
      if (!data || !schema.safeParse(data).success)
        throw new Error(`give ${verb} a payload in test/trust/rights/payloads.ts that points at the town`);
      const result = await tried(
        {
          name: verb,
          needs,
          isTyped: false,
          text: '',
          run: async (turn) => ({ aloud: '', alone: wordsOf(await dispatcher.tapped(turn, verb, data)) }),
        },
        // In a channel an action that is for anywhere does not see whose that is.
        needs.where.startsWith('channel') ? placeNames : ['own chat', 'another channel'],
      );
      wrong.push(...result.wrong);
      if (result.wrote) writers.push(verb);
    }
    expect(wrong).toEqual([]);
    const verbs = Object.keys(payloads);
    expect(
      verbs.filter((verb) => writers.includes(verb) === onlyShowing.has(verb)),
      'the payload of each action changes something, or the action stands in onlyShowing',
    ).toEqual([]);
    expect(Object.keys(payloads).length).toBe(
      bot.features.flatMap(({ actions }) => Object.keys(actions)).length,
    );
  }, 900_000);

  test('types each phrase', async () => {
    const wrong: string[] = [];
    for (const { say, needs, takesRest } of bot.features.flatMap(({ phrases }) => phrases)) {
      const text = takesRest ? `${say} Objecten West` : say;
      const result = await tried({
        name: text,
        needs,
        isTyped: true,
        text,
        run: async (turn) => {
          const { message, private: isAlone } = await dispatcher.typed(turn);
          const words = wordsOf(message);
          return isAlone || turn.scope === 'personal'
            ? { aloud: '', alone: words }
            : { aloud: words, alone: '' };
        },
      });
      wrong.push(...result.wrong);
    }
    expect(wrong).toEqual([]);
  }, 900_000);

  test('looks for things from the message box', async () => {
    const wrong: string[] = [];
    for (const [name, { needs }] of bot.features.flatMap(({ searches = {} }) => Object.entries(searches))) {
      const text = searched[name];
      if (!text) throw new Error(`say in test/trust/rights/payloads.ts what is looked for with ${name}`);
      const result = await tried({
        name,
        needs,
        isTyped: false,
        text,
        run: async (turn) => ({ aloud: '', alone: JSON.stringify(await dispatcher.searched(turn, name)) }),
      });
      wrong.push(...result.wrong);
    }
    expect(wrong).toEqual([]);
  });

  test('fetches each file by a link of their own', async () => {
    const { links } = bot.app.services;
    const wrong: string[] = [];
    for (const [name, { needs }] of bot.features.flatMap(({ files = {} }) => Object.entries(files))) {
      const about = name === 'uitkomst' ? ids.uploads.people : abouts[name];
      if (about === undefined)
        throw new Error(`say in test/trust/rights/payloads.ts what ${name} is asked about`);
      for (const kind of kindNames) {
        const url = links.create(about ? `${name}:${about}` : name, kinds[kind].who.account);
        const { status, text } = await bot.http(new URL(url).pathname, { method: 'POST' });
        const may = passes(needs, kind, 'own chat') && audience(needs).includes(kind);
        if ((status === 200) !== may) wrong.push(`${name} answers ${kind} with ${status}`);
        for (const canary of leaks(kind, text)) wrong.push(`${name} shows ${canary} to ${kind}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('sends each list, in their own chat and elsewhere', async () => {
    const { register } = bot.core;
    const { areas } = (await register.current()).lookup.register;
    const whole = { entries: [], areas, tenures: [] };
    const lists: Record<IntakeKind, Uint8Array> = {
      people: newcomers,
      register: await changedRegister(bot.core),
      areas: Buffer.from(`${writeRegister(whole).gebieden}"ZZ";"Zuidrand";"wijk";"${areas[0]?.code}";""\r\n`),
      functions: Buffer.from('functie;persoon;van;tot_en_met\nDirecteur;Dirk Directie;2026-01-01;\n'),
      tips: Buffer.from('id;actief\nbram-3-a;nee\n'),
      tasks: Buffer.from(
        'id;taak;uitleg;objectregistrator;kwaliteitscoördinator;objectregisseur;geodata-engineer\nmelden;Melden;Je meldt wat je ziet.;2;0;0;0\n',
      ),
      profiles: Buffer.from('rol;onderdeel;tekst\nObjectregisseur;Grenzen;Je beslist niet alleen.\n'),
    };
    const wrong: string[] = [];
    await restored(writes());
    for (const { kind: list, needs, showsPeople } of bot.features.flatMap(({ intakes = [] }) => intakes))
      for (const place of placeNames)
        for (const kind of kindNames) {
          let fetched = 0;
          const file: Attached = {
            kind: 'file',
            name: 'lijst.csv',
            fetch: async () => {
              fetched += 1;
              return lists[list];
            },
          };
          const received = await dispatcher.received(turnOf(kind, place, ''), [file]);
          const answer = received?.answer ?? { text: '' };
          const message = 'work' in answer ? await answer.work(async () => {}) : answer;
          const words = wordsOf(message);
          const isRead = /"intake\.(?:apply|ask)"/.test(words);
          const may = place === 'own chat' && passes(needs, kind, place);
          // That somebody saw people by it is in the log, where it shows any.
          const kept = showsPeople && may ? /^(?:intakes|takenback|audit)\b/ : /^(?:intakes|takenback)\b/;
          const changed = (await restored(writes())).filter((row) => !kept.test(row));
          if (isRead !== may)
            wrong.push(`${list} is ${isRead ? '' : 'not '}read of ${kind} in ${place}: ${message.text}`);
          if (changed.length > 0) wrong.push(`${list} of ${kind} in ${place} changes ${changed}`);
          const sends = passes({ who: ['beheerder', 'mandaatbeheerder'] }, kind, 'own chat');
          if (fetched > 0 && !(sends && place === 'own chat'))
            wrong.push(`${list} is fetched for ${kind} in ${place}`);
          for (const canary of leaks(kind, words))
            wrong.push(`${list} shows ${canary} to ${kind} in ${place}`);
        }
    expect(wrong).toEqual([]);
  }, 900_000);

  test('of all that nobody else may read, each is read by somebody', () => {
    expect(Object.keys(canaries).filter((canary) => !seen.has(canary as Canary))).toEqual([]);
  });
});
