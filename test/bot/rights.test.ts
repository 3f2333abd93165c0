import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createDispatcher } from '../../src/bot/dispatcher.ts';
import { notice } from '../../src/conversation/cards/notice.ts';
import { colleagueAnywhere, type Needs } from '../../src/conversation/needs.ts';
import { action, type Offer } from '../../src/conversation/offer.ts';
import { use } from '../../src/features/compose.ts';
import type { FeatureModule } from '../../src/features/module.ts';
import { kompas } from '../../src/kompas.ts';
import { MOST_LOGGED_A_DAY } from '../../src/people/log-limit.ts';
import {
  imported,
  inChannel,
  installation,
  somebody,
  startTestBot,
  type TestActivity,
  type TestBot,
  tapped,
  team,
  typed,
  wordsOf,
} from '../support/bot.ts';

const [amira, busy] = team as [(typeof team)[0], (typeof team)[0]];
const boss = somebody(9);
const root = somebody(40);
const stranger = somebody(77);

/** What was asked and came through to its handler. */
const ran: string[] = [];
const done = notice('kompas', 'Gelukt', 'Het werd gedaan.');

function asking(name: string, needs: Needs): Offer {
  const run = async () => {
    ran.push(name);
    return done;
  };
  const schema = z.looseObject({});
  return {
    phrases: [{ say: `doe ${name}`, title: name, needs, run }],
    actions: { [`try.${name}`]: action(schema, run, { needs }) },
    searches: {
      [name]: {
        needs,
        nothing: 'Typ iets.',
        run: async () => {
          ran.push(name);
          return [];
        },
      },
    },
  };
}

const kinds: Record<string, Needs> = {
  open: { who: 'everybody', where: 'anywhere' },
  collega: colleagueAnywhere,
  alleen: { who: 'colleague', where: 'own chat' },
  groep: { who: 'colleague', where: 'channel or group' },
  kanaal: { who: 'colleague', where: 'channel' },
  leiding: { who: ['manager', 'directie'], where: 'anywhere' },
  beheer: { who: ['beheerder'], where: 'own chat' },
};

/** A feature with one thing of each kind. */
const trying: FeatureModule = {
  name: 'trying',
  tables: [],
  open: () => undefined,
  offer: (_opened, tools) => {
    const all = Object.entries(kinds).map(([name, needs]) => asking(name, needs));
    return {
      phrases: all.flatMap(({ phrases }) => phrases),
      actions: Object.assign(
        {
          'try.much': action(
            z.looseObject({}),
            async ({ directoryId }) => {
              for (let round = 0; round < 10; round += 1)
                await Promise.all(
                  Array.from({ length: MOST_LOGGED_A_DAY / 10 }, () =>
                    tools.audit.record(directoryId, 'pilot: verlengd', 'P-1'),
                  ),
                );
              return { text: 'Dat was veel.' };
            },
            { needs: colleagueAnywhere },
          ),
        },
        ...all.map(({ actions }) => actions),
      ),
      searches: Object.assign({}, ...all.map(({ searches }) => searches)),
    };
  },
};

const inGroup = (activity: TestActivity): TestActivity => ({
  ...activity,
  conversation: { id: '19:groep', conversationType: 'groupChat', isGroup: true },
});
const places = { chat: (activity: TestActivity) => activity, group: inGroup, channel: inChannel };
type Place = keyof typeof places;

describe('what somebody asks for', () => {
  let bot: TestBot;
  beforeAll(async () => {
    bot = await startTestBot({
      features: [...kompas, use(trying)],
      env: { KOMPAS_ADMINISTRATORS: root.account },
      seed: ({ people }) =>
        people.save([imported(somebody(41), { access: ['directie'], removed: '2026-11-01' })]),
    });
    await bot.hear(installation(amira, 'add'));
  });
  afterAll(() => bot.stop());

  /** Whether a tap came through, and the words of the answer. */
  async function taps(who: typeof amira, name: string, place: Place = 'chat', data: object = {}) {
    ran.length = 0;
    const { body } = await bot.post(places[place](tapped(who, `try.${name}`, data)));
    return { came: ran.includes(name), words: JSON.stringify(body.value) };
  }

  test('and did too much of today begins nothing that comes in the log, while all else goes on, also for others', async () => {
    await bot.post(tapped(busy, 'try.much', {}));
    const refused = await taps(busy, 'collega');
    expect(refused.came).toBe(false);
    expect(refused.words).toContain('Je deed vandaag heel veel');
    expect((await taps(busy, 'open')).came).toBe(true);
    expect((await taps(amira, 'collega')).came).toBe(true);
  });

  const everybody = { amira, boss, root, removed: somebody(41), stranger };
  test.each<[string, Place, (keyof typeof everybody)[]]>([
    ['open', 'channel', ['amira', 'boss', 'root', 'removed', 'stranger']],
    ['collega', 'group', ['amira', 'boss']],
    ['alleen', 'chat', ['amira', 'boss']],
    ['alleen', 'channel', []],
    ['alleen', 'group', []],
    ['groep', 'group', ['amira', 'boss']],
    ['groep', 'chat', []],
    ['kanaal', 'channel', ['amira', 'boss']],
    ['kanaal', 'group', []],
    ['kanaal', 'chat', []],
    ['leiding', 'chat', ['boss']],
    ['beheer', 'chat', ['root']],
    ['beheer', 'channel', []],
  ])('"%s" in a %s comes through for %o alone', async (name, place, allowed) => {
    for (const [who, one] of Object.entries(everybody)) {
      const may = allowed.includes(who as keyof typeof everybody);
      expect((await taps(one, name, place)).came, `${who} taps`).toBe(may);
      ran.length = 0;
      await bot.post(places[place](tapped(one, 'help.say', { text: `doe ${name}` })));
      expect(ran.includes(name), `${who} taps a button that says it`).toBe(may);
      ran.length = 0;
      const { status } = await bot.post(places[place]({ ...typed(one, ''), value: { verb: `try.${name}` } }));
      expect([status, ran.includes(name)], `${who} taps in an old Teams`).toEqual([200, may]);
    }
  });

  test('in a channel is typed there and answered in the own chat, where it is for that', async () => {
    ran.length = 0;
    const sent = await bot.hear(inChannel(typed(amira, '<at>Kompas</at> doe alleen')));
    expect(ran).toEqual(['alleen']);
    expect(wordsOf(sent.filter(({ conversation }) => conversation === '19:channel'))).not.toContain('Gelukt');
  });

  test.each<[string, Place, string]>([
    ['alleen', 'channel', 'je eigen chat met mij'],
    ['kanaal', 'chat', 'in een kanaal'],
    ['groep', 'chat', 'in een kanaal of groep'],
    ['leiding', 'chat', 'Dit is voor leidinggevenden en de directie'],
    ['beheer', 'chat', 'Dit is voor beheerders'],
  ])(
    'and may not have or not here ("%s"), says who or where, and keeps what was typed',
    async (name, place, says) => {
      const { words } = await taps(amira, name, place, { text: 'Een hele zin van mij' });
      expect(words).toContain(says);
      expect(words).toContain('Er is niets veranderd.');
      expect(words).toContain('"text":"Een hele zin van mij"');
    },
  );

  test('and is nobody we know, is told whom to ask', async () => {
    expect((await taps(stranger, 'leiding')).words).toContain('Ik ken je nog niet');
    expect((await taps(somebody(41), 'leiding')).words).toContain('Ik ken je nog niet');
  });

  test('from the message box finds nothing where they may not, and says why', async () => {
    const search = (who: typeof amira, commandId: string) =>
      bot.post({
        ...tapped(who, '', {}),
        name: 'composeExtension/query',
        value: { commandId, parameters: [{ name: 'q', value: 'iets' }] },
      });
    for (const [who, name, says] of [
      [amira, 'collega', 'Typ iets.'],
      [stranger, 'collega', 'Ik ken je nog niet'],
      [amira, 'leiding', 'Dit is voor leidinggevenden'],
    ] as const) {
      ran.length = 0;
      expect(JSON.stringify((await search(who, name)).body)).toContain(says);
      expect(ran).toEqual(says === 'Typ iets.' ? [name] : []);
    }
  });

  test('is suggested to whom it is for, and in a channel to nobody who needs a right for it', async () => {
    const suggested = async (activity: TestActivity) => wordsOf(await bot.hear(activity));
    expect(await suggested(typed(boss, 'doe leidin'))).toContain('doe leiding');
    expect(await suggested(typed(amira, 'doe leidin'))).not.toContain('doe leiding');
    expect(await suggested(inChannel(typed(boss, '<at>Kompas</at> doe leidin')))).not.toContain(
      'doe leiding',
    );
    expect(await suggested(inChannel(typed(amira, '<at>Kompas</at> doe collegaa')))).toContain('doe collega');
  });
});

describe('something that does not say what it needs', () => {
  const without = ({ needs: _needs, ...rest }: { needs?: unknown }) => rest;
  const tools = {
    log: pino({ level: 'silent' }),
    administrators: [],
    isTooMuch: () => false,
    everybody: async () => [],
    onReturn: async () => {},
    onWritten: async () => {},
  };
  const offered = asking('open', kinds.open as Needs);

  test.each<[string, object]>([
    ['the phrase doe open', { phrases: offered.phrases.map(without) }],
    ['the action try.open', { actions: { 'try.open': without(offered.actions['try.open'] ?? {}) } }],
    ['the search open', { searches: { open: without(offered.searches?.open ?? {}) } }],
    ['the file lijst', { files: { lijst: { title: 'Een lijst' } } }],
    ['what hears first', { hears: [{ order: 'first', answer: async () => undefined }] }],
  ])('keeps the bot from starting, which names it: %s', (name, change) => {
    const start = (feature: object) =>
      createDispatcher({ ...tools, features: [{ name: 'trying', ...offered, ...feature }] });
    expect(() => start({})).not.toThrow();
    expect(() => start(change)).toThrow(name);
  });
});
