import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../../../src/calendar/schedule.ts';
import type { Signal } from '../../../../src/features/team/signals/signal.ts';
import type { Team } from '../../../../src/people/municipality.ts';
import {
  imported,
  inChannel,
  manager,
  type Somebody,
  somebody,
  startTestBot,
  type TestActivity,
  type TestBot,
  tapped,
  team,
  typed,
  wordsOf,
} from '../../../support/bot.ts';
import { WEST } from '../town.ts';

const [amira] = team as [Somebody];
const outsider = somebody(31);
const admin = somebody(32);
const stranger = somebody(99);
const decided: Signal = {
  id: 'S-1',
  source: 'raised',
  state: 'deciding',
  acts: true,
  day: '2026-11-10',
  moved: '2026-11-12',
  words: { text: 'GEHEIM', decided: 'We knippen de lijst.' },
};

let bot: TestBot;

beforeEach(async () => {
  bot = await startTestBot({
    seed: async ({ people, settings, groups }) => {
      await settings.saveTeam({ key: 'oost', name: 'Objecten Oost', schedule: defaultSchedule });
      await people.save([
        imported(outsider, { team: 'oost', access: ['manager'] }),
        imported(admin, { team: 'oost', access: ['beheerder'] }),
      ]);
      await groups.addSignal(WEST, decided);
    },
  });
});
afterEach(() => bot.stop());

const channelOfTeam = async (key = 'objecten-west') =>
  (await bot.core.readSettings()).teams.find((one) => one.key === key)?.channel;
const change = async (key: string, what: Partial<Team>) => {
  const found = (await bot.core.readSettings()).teams.find((one) => one.key === key);
  if (found) await bot.core.settings.saveTeam({ ...found, ...what });
};
const logged = async () =>
  ((await bot.rows('audit')).audit ?? []).map(({ value }) => [value.who, value.what, value.about]);

/** As in another channel of the same team in Teams. */
const elsewhere = (activity: TestActivity): TestActivity => ({
  ...inChannel(activity),
  conversation: { id: '19:other;messageid=77', conversationType: 'channel' },
});
const says = async (who: Somebody, text: string, where = inChannel) =>
  wordsOf(await bot.hear(where(typed(who, text))));
const taps = async (who: Somebody, verb: string, data: object = {}, where = inChannel) =>
  JSON.stringify((await bot.post(where(tapped(who, verb, data)))).body.value);
const alone = (activity: TestActivity) => activity;
const link = (who = manager, where = inChannel) =>
  taps(who, 'feedback.link', { team: 'objecten-west' }, where);

describe('the channel of a team', () => {
  test('is in the log also when that failed at first: nothing was changed, and a second tap does all of it', async () => {
    const { audit } = bot.core;
    const { record } = audit;
    const breakLogOnce = () => {
      audit.record = async () => {
        audit.record = record;
        throw new Error('storage is away');
      };
    };
    breakLogOnce();
    expect(await link()).toContain('Dit lukte niet');
    expect(await channelOfTeam()).toBeUndefined();
    await link();
    breakLogOnce();
    const off = () => taps(manager, 'feedback.unlink', { team: 'objecten-west' });
    await off();
    expect(await channelOfTeam()).toBeDefined();
    expect(await off()).toContain('Het teamkanaal is weggehaald');
    expect(await channelOfTeam()).toBeUndefined();
    expect((await logged()).map(([, what]) => what).toSorted()).toEqual([
      'teamkanaal gekozen',
      'teamkanaal weggehaald',
    ]);
  });

  test('is asked first, and chosen by who leads the team', async () => {
    const words = await says(manager, 'teamkanaal');
    for (const part of [
      'Komt de terugkoppeling in dit kanaal?',
      'Objecten West',
      'elke 4 weken',
      'Ja, in dit kanaal',
    ])
      expect(words).toContain(part);
    expect(await channelOfTeam()).toBeUndefined();
    expect(await link()).toContain('uiterlijk in de week van maandag 30 november');
    expect(await channelOfTeam()).toEqual({
      serviceUrl: bot.connector.url,
      conversation: '19:channel',
      bot: '28:kompas',
    });
    expect(await logged()).toEqual([[manager.account, 'teamkanaal gekozen', 'objecten-west']]);
  });

  test('a second time, or a second tap, changes nothing and says that it is this one', async () => {
    await link();
    expect(await link()).toContain('Dit is het teamkanaal');
    expect(await says(manager, 'teamkanaal')).toContain('Dit is het teamkanaal');
    expect(await logged()).toHaveLength(1);
  });

  test('moves, after the same question, and is the channel itself and not a thread in it', async () => {
    await link();
    expect(await says(manager, 'teamkanaal', elsewhere)).toContain('Nu komt het in een ander kanaal.');
    await link(manager, elsewhere);
    expect((await channelOfTeam())?.conversation).toBe('19:other');
    expect((await logged()).map(([, what]) => what)).toContain('teamkanaal verplaatst');
  });

  test('goes away with teamkanaal weg, there or in the own chat', async () => {
    await link();
    expect(await says(manager, 'teamkanaal weg', elsewhere)).toContain('Er is hier geen teamkanaal');
    expect(await channelOfTeam()).toBeDefined();
    expect(await says(manager, 'teamkanaal weg')).toContain('Het teamkanaal is weggehaald');
    expect(await channelOfTeam()).toBeUndefined();
    bot.clock.now = bot.clock.now.add({ minutes: 1 });
    await link();
    expect(await says(manager, 'teamkanaal weg', alone)).toContain('Haal weg');
    expect(await channelOfTeam()).toBeDefined();
    await taps(manager, 'feedback.unlink', { team: 'objecten-west' }, alone);
    expect(await channelOfTeam()).toBeUndefined();
    expect(await taps(manager, 'feedback.unlink', { team: 'objecten-west' }, alone)).toContain(
      'Er is hier geen teamkanaal',
    );
    expect((await logged()).map(([, what]) => what).sort()).toEqual([
      'teamkanaal gekozen',
      'teamkanaal gekozen',
      'teamkanaal weggehaald',
      'teamkanaal weggehaald',
    ]);
  });

  test.each([
    ['a member', amira],
    ['a manager of another team', outsider],
    ['somebody whom nobody added', stranger],
  ])('is not for %s, whatever a card sends', async (_, who) => {
    await link();
    for (const [verb, where] of [
      ['feedback.link', elsewhere],
      ['feedback.ask', elsewhere],
      ['feedback.unlink', inChannel],
    ] as const)
      expect(await taps(who, verb, { team: 'objecten-west' }, where)).toContain(
        'Alleen wie het team leidt of een beheerder kan dit',
      );
    if (who !== outsider)
      expect(await says(who, 'teamkanaal weg')).toContain(
        'Alleen wie het team leidt of een beheerder kan dit',
      );
    expect((await channelOfTeam())?.conversation).toBe('19:channel');
    expect(await logged()).toHaveLength(1);
  });

  test('no, and a team that is no more, change nothing', async () => {
    expect(await taps(manager, 'feedback.keep')).toContain('Er is niets veranderd');
    expect(await taps(admin, 'feedback.link', { team: 'weg' })).toContain(
      'Alleen wie het team leidt of een beheerder kan dit',
    );
    expect(await logged()).toEqual([]);
  });

  test('is chosen in a channel only', async () => {
    expect(await says(manager, 'teamkanaal', alone)).toContain('Dit doe je in het kanaal zelf');
    expect(await link(manager, alone)).toContain('Dit doe je in het kanaal zelf');
    expect(await channelOfTeam()).toBeUndefined();
  });

  test('an administrator names the team, or chooses; who leads two teams as well', async () => {
    expect(await says(admin, 'teamkanaal')).toContain('Welk team bedoel je?');
    expect(await says(admin, 'teamkanaal objecten west')).toContain('Komt de terugkoppeling in dit kanaal?');
    expect(await says(admin, 'teamkanaal Nergens')).toContain('Dit team vind ik niet');
    await change('oost', { managers: [manager.upn] });
    expect(await says(manager, 'teamkanaal')).toContain('feedback.ask');
    expect(await taps(manager, 'feedback.ask', { team: 'oost' })).toContain('Objecten Oost');
    expect(await taps(manager, 'feedback.link', { team: 'oost' })).toContain('Dit is nu het teamkanaal');
    expect((await channelOfTeam('oost'))?.conversation).toBe('19:channel');
  });

  test('who leads the team no longer has no say over it', async () => {
    await link();
    await bot.core.people.save([imported(manager)]);
    expect(await taps(manager, 'feedback.unlink', { team: 'objecten-west' })).toContain(
      'Alleen wie het team leidt of een beheerder kan dit',
    );
    expect(await channelOfTeam()).toBeDefined();
  });
});

describe('terugkoppeling', () => {
  test('shows any member the card now, in the own chat', async () => {
    const words = await says(amira, 'wat is ermee gedaan?', alone);
    for (const part of [
      'Wat is ermee gedaan?',
      'We knippen de lijst.',
      'kwam er 1 signaal van een collega binnen',
    ])
      expect(words).toContain(part);
    for (const part of ['GEHEIM', 'teamkanaal']) expect(words).not.toContain(part);
  });

  test('tells who leads the team how to get it in a channel, as long as there is none', async () => {
    expect(await says(manager, 'terugkoppeling', alone)).toContain('@Kompas teamkanaal');
    await link();
    expect(await says(manager, 'terugkoppeling', alone)).not.toContain('@Kompas teamkanaal');
  });

  test('is answered in the channel of the team, and in no other', async () => {
    expect(await says(amira, 'terugkoppeling')).toContain('Dit staat in het kanaal van je team');
    await link();
    const [answer] = await bot.hear(inChannel(typed(amira, 'terugkoppeling')));
    expect(answer?.conversation).toBe('19:channel');
    expect(JSON.stringify(answer)).toContain('We knippen de lijst.');
    expect(await says(amira, 'terugkoppeling', elsewhere)).not.toContain('We knippen');
    // Somebody else who is in that channel reads what stands there, but cannot call it up.
    expect(await says(outsider, 'terugkoppeling')).not.toContain('We knippen');
  });

  test('of another team is shown to nobody who may not see that team', async () => {
    expect(await taps(outsider, 'feedback.show', { team: 'objecten-west' }, alone)).toContain(
      'Dit is van een ander team',
    );
    expect(await says(outsider, 'terugkoppeling objecten west', alone)).toContain(
      'Dit is van een ander team',
    );
    expect(await taps(stranger, 'feedback.show', { team: 'objecten-west' }, alone)).toContain(
      'Ik ken je nog niet',
    );
    expect(await says(stranger, 'terugkoppeling', alone)).toContain('Ik ken je nog niet');
  });

  test('asks who leads two teams which one; other words behind it are just words', async () => {
    await change('oost', { managers: [manager.upn] });
    expect(await says(manager, 'terugkoppeling', alone)).toContain('Van welk team?');
    expect(await says(manager, 'terugkoppeling oost', alone)).toContain('Er staat niets open.');
    expect(await taps(manager, 'feedback.show', { team: 'oost' }, alone)).toContain('Objecten Oost');
    expect(await says(amira, 'terugkoppeling van de afgelopen tijd', alone)).toContain(
      'We knippen de lijst.',
    );
  });

  test('says so to somebody whose team is not known', async () => {
    await bot.core.people.save([imported(somebody(50), { team: 'nergens' })]);
    expect(await says(somebody(50), 'terugkoppeling', alone)).toContain('Je team staat nog niet in Kompas');
  });
});
