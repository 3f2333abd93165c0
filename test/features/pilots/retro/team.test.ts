import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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
import { clockJob } from '../../../support/clock-job.ts';
import { crewOf, pilotOf } from '../../../support/pilot.ts';

const [amira, bert, cem] = team as [Somebody, Somebody, Somebody];
const outsider = somebody(44, 'Hanna Kering');
const PLACE = 'team:objecten-west';
const BOARD = 'R-2026-11-25-001';
const of = { pilot: PLACE, board: BOARD };
let bot: TestBot;

beforeEach(async () => {
  bot = await startTestBot({
    now: '2026-11-25T09:00:00Z',
    env: { TURNS_PER_MINUTE: '1000000' },
    seed: ({ people }) => people.save([imported(outsider, { team: 'zuid' })]),
  });
  await link();
});
afterEach(() => bot.stop());

/** The team in Teams whose channel it is, belongs to our team. */
const link = () =>
  bot.core.teamLinks.link({
    team: 'objecten-west',
    teamsTeamId: '19:team',
    name: 'Objecten West',
    serviceUrl: bot.connector.url,
    bot: '28:kompas',
    since: '2026-11-01T09:00:00Z',
  });
const alone = (activity: TestActivity) => activity;
/** A channel of a team in Teams that nobody linked. */
const elsewhere = (activity: TestActivity): TestActivity => ({
  ...inChannel(activity),
  conversation: { id: '19:anders', conversationType: 'channel', isGroup: true },
  channelData: { team: { id: '19:andersteam', name: 'Anders' } },
});
const says = async (who: Somebody, text: string, where = inChannel) =>
  wordsOf(await bot.hear(where(typed(who, text))));
const taps = async (who: Somebody, verb: string, data: object = {}, where = inChannel) =>
  JSON.stringify((await bot.post(where(tapped(who, verb, { ...of, ...data })))).body.value);
const start = (who = amira, data: object = {}, where = inChannel) => taps(who, 'retro.start', data, where);
const board = async () => (await bot.core.retros.get(PLACE, BOARD))?.board;
const add = (who: Somebody, text: string, where = inChannel) =>
  taps(who, 'retro.add', { text, column: 'good' }, where);
/** The clock tells people of their actions at this moment; gives all words of what it sends. */
const told = async (moment: string) => {
  const job = bot.features.flatMap(({ jobs = [] }) => jobs).find(({ name }) => name === 'team-actions');
  if (!job) throw new Error('there is no such job');
  const watched = clockJob(job, bot.core);
  await watched.at(moment);
  return JSON.stringify(watched.sent);
};
const toEnd = async (agreed: object) => {
  await start();
  return taps(amira, 'retro.agree', agreed);
};

describe('a retro of a team, without a pilot', () => {
  test('is begun by a member in a channel of the team, and the board stands there', async () => {
    expect(await says(amira, 'retro')).toContain('Hoe houden jullie deze retro?');
    expect(await start()).toContain('De retro is begonnen');
    expect(await board()).toMatchObject({ phase: 'writing', startedBy: amira.account });
    const posted = bot.connector.sent.filter(({ conversation }) => conversation === '19:channel');
    expect(wordsOf(posted)).toContain('Schrijf eerst voor jezelf');
    expect(await says(bert, 'retro')).toContain('Dit bord is al open.');
  });

  test('is one retro when two begin it at the same moment', async () => {
    await Promise.all([start(amira), start(bert), start(cem)]);
    const { retros = [] } = await bot.rows('retros');
    expect(retros.filter(({ row }) => row.startsWith('b|'))).toHaveLength(1);
    expect(retros.filter(({ row }) => row.startsWith('s|'))).toHaveLength(1);
  });

  test('begins in the chosen channel of the team too, also without a link', async () => {
    await bot.core.teamLinks.unlink('19:team');
    expect(await start()).toContain('begint in het kanaal');
    await bot.core.settings.changeTeam('objecten-west', (now) => ({
      ...now,
      channel: { serviceUrl: bot.connector.url, conversation: '19:channel', bot: '28:kompas' },
    }));
    expect(await start()).toContain('De retro is begonnen');
  });

  test('begins nowhere else: not in the own chat, nor in a channel of others', async () => {
    for (const where of [alone, elsewhere]) {
      expect(await start(amira, {}, where)).toContain('Een retro van je team begint in het kanaal');
      expect(await says(amira, 'retro', where)).toContain('Ga naar het kanaal van je team');
    }
    expect(await board()).toBeUndefined();
  });

  test('is open in the own chat while it goes on', async () => {
    await start();
    expect(await says(bert, 'retro', alone)).toContain('Dit bord is al open.');
    expect(await add(bert, 'De lijst was lang', alone)).toContain('Je punt staat op het bord.');
    expect(await taps(manager, 'retro.board', {}, alone)).toContain('Op het bord: 1 punt.');
  });

  test('is closed to everybody else, whatever their card says', async () => {
    await start();
    await add(bert, 'De lijst was lang');
    await taps(amira, 'retro.next', { from: 'writing' });
    const before = await bot.rows('retros', 'pilotactions', 'learnings');
    for (const where of [inChannel, alone, elsewhere])
      for (const [verb, data] of [
        ['retro.prepare', {}],
        ['retro.start', {}],
        ['retro.board', {}],
        ['retro.all', { page: 0 }],
        ['retro.last-time', {}],
        ['retro.add', { text: 'Van buiten', column: 'good' }],
        ['retro.vote', { good: 'x' }],
        ['retro.next', { from: 'revealing' }],
        ['retro.group', { name: 'x', good: 'x' }],
        ['retro.agree', { learning1: 'x' }],
      ] as const) {
        const words = await taps(outsider, verb, data, where);
        expect(words).toContain('Deze retro is van een ander team');
        expect(words).not.toContain('De lijst was lang');
      }
    expect(await bot.rows('retros', 'pilotactions', 'learnings')).toEqual(before);
    expect(await says(outsider, 'retro')).not.toContain('Hoe houden jullie deze retro?');
  });

  test('is moved on by who began it and by who leads the team, and by no other member', async () => {
    await start(bert);
    await add(cem, 'De lijst was lang');
    expect(await taps(cem, 'retro.next', { from: 'writing' })).toContain(
      'Alleen wie de retro begon of het team leidt, kan dit',
    );
    expect(await taps(bert, 'retro.next', { from: 'writing' })).toContain('De punten zijn onthuld.');
    expect(await taps(manager, 'retro.next', { from: 'revealing' })).toContain('Het stemmen is begonnen.');
  });

  test('is moved on by any member when who began it is gone and nobody leads the team', async () => {
    await start(bert);
    await add(cem, 'De lijst was lang');
    const leave = (who: Somebody) =>
      bot.core.people.change('objecten-west', who.id, (now) => ({ ...now, removed: '2026-11-25' }));
    await leave(manager);
    await leave(bert);
    bot.clock.now = bot.clock.now.add({ minutes: 1 });
    expect(await taps(cem, 'retro.next', { from: 'writing' })).toContain('De punten zijn onthuld.');
  });

  test('goes on where pilots are switched off: it is none', async () => {
    await bot.core.settings.changeMunicipality((now) => ({ ...now, pilotsOff: true }));
    expect(await says(amira, 'retro')).toContain('Hoe houden jullie deze retro?');
    expect(await start()).toContain('De retro is begonnen');
    expect(await add(bert, 'De lijst was lang')).toContain('Je punt staat op het bord.');
    // What is agreed is told, too: to somebody who has a chat.
    await says(bert, 'help', alone);
    await taps(amira, 'retro.agree', { action1: 'Lijst inkorten', owner1: bert.account, due1: '2026-11-27' });
    expect(await told('2026-11-26T09:30:00Z')).toContain('Lijst inkorten');
  });
});

describe('what a team agreed in a retro', () => {
  const agreed = {
    learning1: 'Bel eerst',
    action1: 'Lijst inkorten',
    owner1: bert.account,
    due1: '2026-11-27',
    action2: 'Rooster delen',
  };

  test('is found by the team and by nobody else', async () => {
    expect(await toEnd(agreed)).toContain('Bel eerst');
    for (const who of [amira, cem, manager]) {
      const words = await says(who, 'leerpunten', alone);
      expect(words).toContain('Bel eerst');
      expect(words).toContain('Objecten West');
      // What a team learned is not shared with other teams from here.
      expect(words).not.toContain('Deel met andere teams');
    }
    expect(await says(outsider, 'leerpunten', alone)).not.toContain('Bel eerst');
  });

  test('is told to who takes it up, stands in `van mij`, and is done with one tap', async () => {
    await toEnd(agreed);
    expect(await says(bert, 'van mij', alone)).toContain('Lijst inkorten');
    const words = await told('2026-11-26T09:30:00Z');
    expect(words).toContain('Lijst inkorten');
    expect(words).toContain('Objecten West');
    const [todo] = await bot.core.pilotActions.of(PLACE);
    const ref = { pilot: PLACE, action: todo?.id };
    expect(await taps(outsider, 'action.done', ref, alone)).not.toContain('Lijst inkorten');
    expect((await bot.core.pilotActions.of(PLACE))[0]?.doneOn).toBeUndefined();
    await taps(bert, 'action.done', ref, alone);
    expect((await bot.core.pilotActions.of(PLACE))[0]?.doneOn).toBe('2026-11-25');
    expect(await says(bert, 'van mij', alone)).not.toContain('Lijst inkorten');
  });

  test('is asked after once its day has passed', async () => {
    // Somebody who never wrote has no chat yet.
    await says(bert, 'help', alone);
    await toEnd(agreed);
    await told('2026-11-26T09:30:00Z');
    const asked = await told('2026-11-30T09:30:00Z');
    expect(asked).toContain('Lijst inkorten');
    expect(asked).toContain('Nog niet');
  });

  test('stands on top of the next retro', async () => {
    await toEnd(agreed);
    const sent = bot.connector.sent.length;
    await start();
    expect(wordsOf(bot.connector.sent.slice(sent))).toContain('Lijst inkorten');
  });

  test('is the team’s when who took it up erases themselves', async () => {
    await toEnd(agreed);
    await says(bert, 'vergeet mij', alone);
    await bot.post(tapped(bert, 'privacy.erase', {}));
    const rows = JSON.stringify(await bot.rows('retros', 'pilotactions', 'learnings'));
    expect(rows).not.toContain(bert.account);
    expect((await bot.core.pilotActions.of(PLACE)).map(({ text }) => text)).toContain('Lijst inkorten');
  });
});

describe('a channel of a team and of a pilot', () => {
  const PILOT = 'P-1';
  beforeEach(async () => {
    const channel = { serviceUrl: bot.connector.url, conversation: '19:channel', bot: '28:kompas' };
    await bot.core.pilots.add(
      pilotOf({ id: PILOT, name: 'Mutaties West', channel }),
      crewOf([amira], [bert]),
    );
  });

  test('asks a member of both whose retro is meant', async () => {
    const words = await says(amira, 'retro');
    for (const part of ['Van wie is de retro?', 'Mutaties West', 'Objecten West'])
      expect(words).toContain(part);
    expect(await taps(amira, 'retro.prepare', { pilot: PILOT })).toContain('Hoe houden jullie deze retro?');
  });

  test('is the team’s for who is in no pilot, without a word of the pilot', async () => {
    const words = await says(cem, 'retro');
    expect(words).toContain('Hoe houden jullie deze retro?');
    expect(words).not.toContain('Mutaties West');
  });

  test('is the pilot’s alone where the team in Teams is not linked', async () => {
    await bot.core.teamLinks.unlink('19:team');
    const words = await says(amira, 'retro');
    expect(words).toContain('Hoe houden jullie deze retro?');
    expect(words).toContain(`"pilot":"${PILOT}"`);
  });

  test('keeps the two boards apart', async () => {
    await start(amira, { pilot: PILOT });
    await start(amira);
    await add(bert, 'Van het team');
    expect((await bot.core.retros.get(PILOT, BOARD))?.points).toEqual([]);
    expect((await bot.core.retros.get(PLACE, BOARD))?.points).toHaveLength(1);
    expect(await says(bert, 'retro', alone)).toContain('Van wie is de retro?');
  });
});
