import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../../src/calendar/schedule.ts';
import {
  imported,
  type Somebody,
  somebody,
  startTestBot,
  type TestBot,
  team,
  typed,
  wordsOf,
} from '../../support/bot.ts';
import { crowdOf } from '../../support/crowd.ts';
import { WEST, wordsOfTap } from './town.ts';

const [amira] = team as [Somebody];
const gijs = somebody(9, 'Gijs Toren');
/** One of the sixty others in Objecten West. */
const colleague = somebody(1_007);
const TODAY = '2026-11-25';
let bot: TestBot;

/** A team of nearly seventy people, in a municipality of sixty teams. */
beforeAll(async () => {
  bot = await startTestBot({
    seed: async ({ people, settings, groups }) => {
      for (let n = 0; n < 60; n += 1)
        await settings.saveTeam({ key: `team-${n}`, name: `Wijkteam ${n}`, schedule: defaultSchedule });
      await people.save([imported(gijs, { access: ['manager'] }), ...crowdOf(60, { team: 'objecten-west' })]);
      for (let n = 0; n < 25; n += 1)
        await groups.addSignal(WEST, {
          id: `S-${`${n}`.padStart(2, '0')}`,
          source: 'raised',
          state: 'received',
          day: '2026-11-20',
          moved: '2026-11-20',
          words: { text: `Signaal nummer ${n}` },
        });
    },
  });
});
afterAll(() => bot.stop());

const tap = (who: Somebody, verb: string, data: object = {}) => wordsOfTap(bot, who, verb, data);

describe('in a team of seventy', () => {
  test('who takes on a point of a talk is found by name', async () => {
    const point = { team: WEST.key, better1: 'Eerder bellen', due1: '2026-12-04' };
    const points = async () => (await bot.core.groups.content(WEST)).points;
    const unclear = await tap(amira, 'talk.save', { ...point, owner1Name: 'collega 1' });
    expect(unclear).toContain('Verbeterpunt 1: bij “collega 1” passen 11 namen.');
    expect(unclear).toContain('Eerder bellen');
    expect(unclear).not.toContain('kies wie het oppakt');
    expect(await points()).toEqual([]);

    await tap(amira, 'talk.save', { ...point, owner1Name: 'collega 7' });
    expect(await points()).toMatchObject([{ text: 'Eerder bellen', owner: colleague.account, day: TODAY }]);
  });

  test('a signal is given to anybody in it by name', async () => {
    const card = await tap(gijs, 'signal.step', { ...WEST, group: WEST.key, id: 'S-00', to: 'answered' });
    const data = JSON.parse(/"verb":"signal.save","data":(\{[^}]*\})/.exec(card)?.[1] ?? '{}');
    const answers = {
      size: 'Elke dag',
      judged: 'Ja',
      decided: 'Splitsen',
      told: 'Dank',
      acts: 'ja',
      due: '2026-12-04',
    };
    const signal = async () => (await bot.core.groups.content(WEST)).signals.find(({ id }) => id === 'S-00');
    const wrong = await tap(gijs, 'signal.save', { ...data, ...answers, ownerName: 'Quinten' });
    expect(wrong).toContain('Bij “Quinten” vind ik niets.');
    expect(wrong).not.toContain('Kies wie het oppakt.');
    expect(wrong).toContain('Splitsen');
    expect((await signal())?.state).toBe('received');

    await tap(gijs, 'signal.save', { ...data, ...answers, ownerName: 'collega 7 b' });
    expect(await signal()).toMatchObject({ state: 'answered', owner: colleague.account });
  });

  test('all signals that wait are seen page by page', async () => {
    const shown = (words: string) => [...words.matchAll(/"id":"(S-\d+)"/g)].map(([, id]) => id);
    const ids = [0, 1].map((page) => tap(gijs, 'signal.list', { page }));
    expect(new Set((await Promise.all(ids)).flatMap(shown)).size).toBe(24);
  });
});

describe('in a municipality of sixty teams', () => {
  const change = {
    id: 'K-0000000a',
    title: 'Nieuw scherm',
    impact: 'small',
    effect: 'Andere knoppen',
    date: '2026-12-15',
  };

  test('whom a change is for is found by the name of a team', async () => {
    const form = await tap(gijs, 'changes.new');
    expect(form).toContain('De hele gemeente');
    expect(form).not.toContain('Wijkteam 17');
    const unclear = await tap(gijs, 'changes.add', { ...change, scope: '', scopeName: 'wijkteam 1' });
    // A name that is exactly that goes before longer ones.
    expect(unclear).not.toContain('passen');
    expect(await bot.core.changes.get(change.id)).toMatchObject({ scope: { kind: 'team', key: 'team-1' } });
    const other = { ...change, id: 'K-0000000b', scope: 'municipality|', scopeName: 'team 1' };
    expect(await tap(gijs, 'changes.add', other)).toContain('passen 11 namen');
    expect(await bot.core.changes.get(other.id)).toBeUndefined();
  });

  test('the teams are seen page by page', async () => {
    const keeper = somebody(50);
    await bot.core.people.save([imported(keeper, { access: ['beheerder'] })]);
    const pages = [
      wordsOf(await bot.hear(typed(keeper, 'teams'))),
      ...(await Promise.all([1, 2, 3, 4].map((page) => tap(keeper, 'settings.teams', { page })))),
    ];
    expect(pages[0]).toContain('deel 1 van 5');
    for (let n = 0; n < 60; n += 1)
      expect(pages.filter((page) => page.includes(`"Wijkteam ${n}"`))).toHaveLength(1);
    expect(await tap(gijs, 'settings.teams', { page: 1 })).toContain('Dit is alleen voor beheerders');
  });
});
