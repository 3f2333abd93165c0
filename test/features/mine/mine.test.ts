import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dueIn } from '../../../src/conversation/waiting.ts';
import { mineCard } from '../../../src/features/mine/cards.ts';
import type { Signal } from '../../../src/features/team/signals/signal.ts';
import {
  chatOf,
  imported,
  manager,
  type Somebody,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
  team,
  typed,
  wordsOf,
} from '../../support/bot.ts';
import { crewOf, pilotOf } from '../../support/pilot.ts';
import { WEST, wordsOfTap } from '../team/town.ts';

const [amira, bert] = team as [Somebody, Somebody];
const keeper = somebody(60, 'Karim Dijk');
const stranger = somebody(61, 'Vera Vreemd');
let bot: TestBot;

beforeEach(async () => {
  bot = await startTestBot({
    seed: ({ people }) => people.save([imported(keeper, { team: 'staf', access: ['mandaatbeheerder'] })]),
  });
});
afterEach(() => bot.stop());

const says = async (who: Somebody, text: string) => wordsOf(await bot.hear(typed(who, text)));
const taps = (who: Somebody, verb: string, data: object = {}) => wordsOfTap(bot, who, verb, data);

const TEXT = 'De lijst met mutaties is te lang.';
const signal: Signal = {
  id: 'S-1',
  source: 'raised',
  named: true,
  state: 'deciding',
  day: '2026-11-20',
  moved: '2026-11-23',
  acts: true,
  due: '2026-11-30',
  owner: amira.account,
  asked: '2026-11-23',
  words: { text: TEXT, decided: 'We splitsen de lijst' },
};

/** An action, a team point and a signal that are Amira's; on Wednesday 25 November 2026. */
async function busy(): Promise<void> {
  const { pilots, pilotActions, groups } = bot.core;
  await pilots.add(pilotOf({ id: 'P-1', name: 'Mutaties in Delfshaven' }), crewOf([bert], [amira]));
  const of = { source: 'retro', day: '2026-11-18', told: '2026-11-19' } as const;
  await pilotActions.add('P-1', {
    ...of,
    id: 'A-1',
    text: 'Werk de handleiding bij',
    due: '2026-11-23',
    owner: amira.account,
  });
  await pilotActions.add('P-1', { ...of, id: 'A-2', text: 'Bel het portaal', owner: bert.account });
  await groups.addPoint(WEST, {
    id: '2026-11-20-better-1',
    kind: 'better',
    text: 'Bij twijfel eerst bellen',
    day: '2026-11-20',
    due: '2026-11-25',
    owner: amira.account,
    told: '2026-11-20',
  });
  await groups.addSignal(WEST, signal);
}

describe('van mij', () => {
  test('is one list of all that waits for somebody, and of nothing that waits for others', async () => {
    await busy();
    const words = await says(amira, 'van mij');
    for (const text of [
      'Acties uit pilots',
      'Werk de handleiding bij',
      'Mutaties in Delfshaven · 2 dagen te laat',
      'Teampunten',
      'Bij twijfel eerst bellen',
      'moet vandaag klaar zijn',
      'Signalen die jij oppakt',
      'uiterlijk 30 november 2026',
      '3 dingen',
    ])
      expect(words).toContain(text);
    expect(words).not.toContain('Bel het portaal');
    expect(words).not.toContain('Signalen om te beantwoorden');
  });

  test.each([
    'wat is van mij?',
    'wat moet ik nog doen',
    'mijn acties',
    'Mijn taken',
    'wat staat er open?',
    'my tasks',
  ])('is what "%s" asks for', async (text) => {
    await busy();
    expect(await says(amira, text)).toContain('Werk de handleiding bij');
  });

  test('says so when nothing waits, and tells a stranger nothing', async () => {
    await busy();
    expect(await says(team[5] as Somebody, 'van mij')).toContain('Er wacht niets op je');
    expect(await says(stranger, 'van mij')).not.toContain('handleiding');
  });

  test('is a stored message: what somebody raised stands behind its button', async () => {
    await busy();
    for (const who of [amira, manager]) expect(await says(who, 'van mij')).not.toContain('te lang');
    expect(await taps(amira, 'signal.open', { ...WEST, id: 'S-1' })).toContain(TEXT);
  });

  test('shows who takes care of signals those that wait for an answer', async () => {
    await bot.core.groups.addSignal(WEST, {
      ...signal,
      state: 'received',
      acts: undefined,
      owner: undefined,
    });
    const words = await says(manager, 'van mij');
    expect(words).toContain('Signalen om te beantwoorden');
    expect(words).toContain('ontvangen · al 3 werkdagen');
    expect(await says(amira, 'van mij')).toContain('Er wacht niets op je');
  });

  test('shows who may register a proposal, and not whose it is', async () => {
    const proposal = {
      id: 'V-1',
      kind: 'new' as const,
      entry: {
        id: 'R-99',
        kind: 'machtiging' as const,
        activity: 'valideren',
        registration: 'BAG',
        area: 'delfshaven',
        holder: 'Amira Sol',
        deputies: [],
        organisation: 'Gemeente',
        fourEyes: false,
        subGranting: false,
        conditions: '',
        basis: '',
        publication: '',
        from: '2026-01-01',
      },
      by: amira.account,
      at: '2026-11-24T10:00:00Z',
      state: 'open' as const,
    };
    await bot.core.proposals.add(proposal as never);
    expect(await says(keeper, 'van mij')).toContain('Voorstellen om te registreren');
    await bot.core.proposals.add({ ...proposal, id: 'V-2', by: keeper.account } as never);
    const words = await says(keeper, 'van mij');
    const [toRegister = '', own = ''] = words
      .slice(words.indexOf('Voorstellen om te registreren'))
      .split('Jouw voorstellen');
    expect(toRegister).toContain('V-1');
    expect(toRegister).not.toContain('V-2');
    expect(own).toContain('V-2');
    expect(own).not.toContain('V-1');
    expect(await says(bert, 'van mij')).not.toContain('V-1');
  });

  test('shows the agreements of the team while they are to be looked at', async () => {
    const channel = { serviceUrl: bot.connector.url, conversation: '19:west', bot: '28:kompas' };
    await bot.core.dialogues.begin('objecten-west', {
      id: 'T-1',
      day: '2026-10-28',
      scene: 5,
      agreements: ['We bellen eerst'],
      channel,
      checkFrom: '2026-11-25',
    });
    expect(await says(amira, 'van mij')).toContain('Kloppen jullie afspraken nog?');
    bot.clock.now = bot.clock.now.subtract({ hours: 24 });
    expect(await says(amira, 'van mij')).not.toContain('Kloppen jullie afspraken nog?');
  });

  test('goes over pilots that were closed, also when their members are gone', async () => {
    await busy();
    await bot.core.pilots.change('P-1', (now) => ({ ...now, closedOn: '2026-10-01' }));
    await bot.core.pilots.setMembers('P-1', []);
    expect(await says(amira, 'van mij')).toContain('Werk de handleiding bij');
    expect(await taps(amira, 'action.done', { pilot: 'P-1', action: 'A-1' })).toContain('Gedaan');
    expect(await taps(amira, 'action.done', { pilot: 'P-1', action: 'A-2' })).toContain('ken ik niet');
  });

  test('comes in parts when much waits, and nothing gets lost', async () => {
    const { pilotActions, pilots } = bot.core;
    await pilots.add(pilotOf(), crewOf([amira]));
    for (let n = 0; n < 23; n += 1)
      await pilotActions.add('P-1', {
        id: `A-${n}`,
        text: `Taak ${String(n).padStart(2, '0')}.`,
        source: 'retro',
        day: '2026-11-18',
        owner: amira.account,
      });
    const parts = [
      await says(amira, 'van mij'),
      ...(await Promise.all([1, 2].map(async (page) => taps(amira, 'mine.list', { page })))),
    ];
    const found = parts.flatMap((words) => words.match(/Taak \d\d\./g) ?? []);
    expect(new Set(found).size).toBe(23);
    expect(found).toHaveLength(23);
    expect(parts[0]).toContain('23 dingen');
  });
});

describe('the card of what waits', () => {
  const waiting = (due?: string) => ({ kind: 'Teampunten', text: 'Vaker bellen', due, actions: [] });

  test.each([
    [['2026-11-24'], 'één is te laat'],
    [['2026-11-24', '2026-11-01', '2026-11-25'], '2 zijn te laat'],
    [['2026-11-25', undefined], undefined],
  ])('says in words how much is late: %j', (dues, words) => {
    const { card } = mineCard(dues.map(waiting), '2026-11-25', 0);
    expect(card?.head.state?.words).toBe(words);
  });

  test.each([
    ['2026-11-23', '2 dagen te laat'],
    ['2026-11-24', '1 dag te laat'],
    ['2026-11-25', 'moet vandaag klaar zijn'],
    ['2026-11-26', 'moet morgen klaar zijn'],
    ['2026-11-27', 'uiterlijk 27 november 2026'],
    ['2025-11-25', '365 dagen te laat'],
  ])('says of %s: %s', (due, words) => {
    expect(dueIn(due, '2026-11-25')).toBe(words);
  });
});

describe('what somebody does with it', () => {
  const tasks = [
    ['an action', 'action', { pilot: 'P-1', action: 'A-1' }, 'Werk de handleiding bij'],
    ['a team point', 'point', { team: WEST.key, id: '2026-11-20-better-1' }, 'Bij twijfel eerst bellen'],
    ['a signal', 'signal', { kind: 'team', group: WEST.key, id: 'S-1' }, 'Signalen die jij oppakt'],
  ] as const;
  const sends = async (verb: string, data: object) =>
    JSON.stringify((await bot.post(tapped(amira, verb, data))).body.value);

  test.each(tasks)('%s is done with a tap, and not done with the next', async (_what, name, ref, line) => {
    await busy();
    const done = await sends(`${name}.done`, ref);
    expect(done).toContain('Toch niet gedaan');
    expect(await says(amira, 'van mij')).not.toContain(line);
    expect(await sends(`${name}.undone`, ref)).toContain('Dit staat weer open');
    expect(await says(amira, 'van mij')).toContain(line);
  });

  test.each(tasks)(
    '%s gets another day, and a day that cannot be is told',
    async (_what, name, ref, line) => {
      await busy();
      expect(await sends(`${name}.later`, ref)).toContain('"isRequired":true');
      for (const due of ['', '2026-11-24', 'morgen', '2126-12-01'])
        expect(await sends(`${name}.move`, { ref, due })).toContain('Let op:');
      expect(await sends(`${name}.move`, { ref, due: '2026-12-14' })).toContain('14 december 2026');
      const words = await says(amira, 'van mij');
      expect(words).toContain(line);
      expect(words).toContain('uiterlijk 14 december 2026');
    },
  );

  test.each(tasks)(
    '%s is not done by somebody who has nothing to do with it',
    async (_what, name, ref, line) => {
      await busy();
      const answer = JSON.stringify((await bot.post(tapped(keeper, `${name}.done`, ref))).body.value);
      expect(answer).not.toContain('Toch niet gedaan');
      expect(await says(amira, 'van mij')).toContain(line);
    },
  );

  test('stays in the list however long its day is past', async () => {
    await busy();
    bot.clock.now = bot.clock.now.add({ hours: 24 * 90 });
    for (const [, , , line] of tasks) expect(await says(amira, 'van mij')).toContain(line);
  });
});

describe('who is given something', () => {
  const MORNING = Temporal.Instant.from('2026-11-25T10:00:00Z');
  beforeEach(() => {
    bot.clock.now = MORNING;
  });
  const reachable = async (who: Somebody) =>
    bot.core.people.save([
      imported(who, { reach: 'open', welcomed: true, address: chatOf(who, bot.connector.url) }),
    ]);
  const toBert = () => bot.connector.sent.filter(({ conversation }) => conversation === `chat-${bert.id}`);
  const gives = (who: Somebody, owner: Somebody, due: string) =>
    taps(who, 'talk.save', { team: WEST.key, better1: 'Vaker bellen', owner1: owner.id, due1: due });

  test('hears it at once when it is for today', async () => {
    await reachable(bert);
    await gives(amira, bert, '2026-11-25');
    expect(wordsOf(toBert())).toContain('Vaker bellen');
    expect((await bot.core.groups.content(WEST)).points[0]?.told).toBe('2026-11-25');
  });

  test('hears it later when it is for another day, and not when it is their own choice', async () => {
    await reachable(bert);
    await gives(amira, bert, '2026-12-11');
    expect(toBert()).toEqual([]);
    expect((await bot.core.groups.content(WEST)).points[0]?.told).toBeUndefined();
  });

  test('does not hear what they took on themselves', async () => {
    await reachable(bert);
    await gives(bert, bert, '2026-11-25');
    expect(toBert()).toEqual([]);
    expect((await bot.core.groups.content(WEST)).points[0]?.told).toBe('2026-11-25');
  });

  test('is not written to on a day off, in the evening, or while away', async () => {
    await reachable(bert);
    const row = await bot.core.people.find(bert.account);
    if (!row) throw new Error('Bert is gone');
    await bot.core.people.save([{ ...row, absentUntil: '2026-11-27' }]);
    await gives(amira, bert, '2026-11-25');
    await bot.core.people.save([row]);
    bot.clock.now = MORNING.add({ hours: 9 });
    await taps(amira, 'talk.save', {
      team: WEST.key,
      better1: 'Vaker lunchen',
      owner1: bert.id,
      due1: '2026-11-25',
    });
    bot.clock.now = MORNING;
    await bot.core.people.save([{ ...row, workdays: ['ma', 'di'] }]);
    await taps(amira, 'talk.save', {
      team: WEST.key,
      better1: 'Minder mail',
      owner1: bert.id,
      due1: '2026-11-25',
    });
    expect(toBert()).toEqual([]);
  });

  test('cannot be told: who gives it hears that, and nobody else', async () => {
    expect(await gives(amira, bert, '2026-12-11')).toContain('Vertel het die collega zelf');
  });

  test('stands in the list also before they ever opened Kompas; that is said once they are chosen', async () => {
    const newcomer = somebody(62, 'Nora Nieuw');
    await bot.core.people.save([imported(newcomer, { directoryId: undefined })]);
    const form = await taps(amira, 'talk.next', { team: WEST.key });
    expect(form).toContain('Nora Nieuw');
    expect(form).not.toMatch(/opende|geopend/);
    const answer = await gives(amira, newcomer, '2026-12-11');
    expect(answer).toContain('Nora Nieuw heeft nog geen account in Kompas');
    expect(answer).toContain('Vaker bellen');
  });
});

test('what is late stands first, and what waits for another last and counted apart', () => {
  const line = (kind: string, text: string, more: object = {}) => ({ kind, text, actions: [], ...more });
  const card = JSON.stringify(
    mineCard(
      [
        line('Koers', 'van een ander', { forOther: true }),
        line('Acties', 'later', { due: '2026-12-20' }),
        line('Acties', 'te laat', { due: '2026-12-01' }),
        line('Rollen', 'zomaar'),
      ],
      '2026-12-07',
      0,
    ),
  );
  const at = ['"te laat"', '"later"', '"zomaar"', '"van een ander"'].map((text) => card.indexOf(text));
  expect(at).toEqual(at.toSorted((a, b) => a - b));
  expect(at).not.toContain(-1);
  expect(card).toContain('3 dingen · 1 bij een ander');
});
