import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../../src/calendar/schedule.ts';
import { nameProblems, stylesIn } from '../../../src/features/tips/own/rules.ts';
import {
  imported,
  inChannel,
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
import { gone } from '../../support/connector.ts';

const [amira, bert] = team as [Somebody, Somebody];
const other = somebody(20, 'Olga Oost');
const leader = somebody(21, 'Lena Leider');
const HOME = '19:home';
const brings = 'We kennen elke wijk.\nWe helpen elkaar als het druk is.';
const needs = 'Eerst weten waarom.';
let bot: TestBot;

beforeAll(async () => {
  bot = await startTestBot({
    seed: async ({ settings, people }) => {
      await settings.saveTeam({ key: 'objecten-oost', name: 'Objecten Oost', schedule: defaultSchedule });
      await people.save([
        imported(other, { team: 'objecten-oost' }),
        imported(leader, { team: 'objecten-oost' }),
      ]);
    },
  });
  await bot.core.settings.changeTeam('objecten-west', (now) => ({
    ...now,
    managers: [leader.upn],
    channel: { serviceUrl: bot.connector.url, conversation: HOME, bot: '28:kompas' },
  }));
  bot.clock.now = bot.clock.now.add({ seconds: 60 });
});
afterAll(() => bot.stop());

const table = () => {
  const found = bot.storage.definitions.find(({ name }) => name === 'teamcompasses');
  if (!found) throw new Error('there is no such table');
  return bot.storage.table(found);
};
beforeEach(async () => {
  bot.connector.behave({ do: 'accept' });
  bot.connector.sent.length = 0;
  for (const { partition, row } of (await bot.rows('teamcompasses')).teamcompasses ?? [])
    await table().remove(partition, row);
});

const kept = async () => (await bot.core.compasses.of('objecten-west'))?.value;
const tap = async (who: Somebody, verb: string, data: object): Promise<string> =>
  JSON.stringify((await bot.post(tapped(who, verb, data))).body.value);
const save = (who: Somebody, words: object, more: object = {}) =>
  tap(who, 'compass.save', { team: 'objecten-west', ...words, ...more });
const seenIn = (form: string) => form.match(/"seen":"([0-9a-f]+)"/)?.[1];

describe('what a team brings and needs', () => {
  test('is asked for in the words of the team, kept without who wrote it, and told in its channel', async () => {
    expect(wordsOf(await bot.hear(typed(amira, 'teamkompas')))).toContain('nog geen teamkompas');
    expect(await tap(amira, 'compass.write', { team: 'objecten-west' })).toContain('Wie ziet dit?');
    bot.connector.sent.length = 0;
    expect(await save(amira, { brings, needs })).toContain('in het kanaal van je team gezet');
    expect(await kept()).toEqual({ day: '2026-11-25', brings, needs });
    expect(JSON.stringify(await bot.rows('teamcompasses'))).not.toMatch(
      new RegExp(`${amira.account}|${amira.upn}`),
    );
    const told = bot.connector.sent.filter(({ conversation }) => conversation === HOME);
    expect(wordsOf(told)).toContain('We helpen elkaar als het druk is.');
  });

  test('is read by everybody in the team and who leads it, and by nobody else', async () => {
    await save(bert, { brings, needs });
    for (const who of [amira, bert, manager])
      expect(wordsOf(await bot.hear(typed(who, 'teamkompas')))).toContain('We kennen elke wijk.');
    // Leads this team and works in another: both are offered.
    expect(wordsOf(await bot.hear(typed(leader, 'teamkompas')))).toContain('Van welk team?');
    expect(await tap(leader, 'compass.own', { team: 'objecten-west' })).toContain('We kennen elke wijk.');
    for (const verb of ['compass.own', 'compass.write'])
      expect(await tap(other, verb, { team: 'objecten-west' })).toContain('Dit is van een ander team');
    expect(await save(other, { brings: 'Wij zijn van Oost.', needs: '' })).toContain('Wij zijn van Oost.');
    expect((await kept())?.brings).toBe(brings);
    expect(wordsOf(await bot.hear(typed(other, 'teamkompas')))).not.toContain('We kennen elke wijk.');
  });

  test('is one tap away from the compass of the six styles', async () => {
    await save(amira, { brings, needs });
    expect(wordsOf(await bot.hear(typed(amira, 'veranderkompas')))).toContain('Ons teamkompas');
    expect(await tap(amira, 'compass.own', { team: '' })).toContain(needs);
  });

  test('typed in a channel is shown in that of the team alone', async () => {
    await save(amira, { brings, needs });
    const says = (conversation: string) =>
      bot.hear({
        ...inChannel(typed(amira, '<at>Kompas</at> teamkompas')),
        conversation: { id: conversation, conversationType: 'channel' },
      });
    expect(wordsOf(await says(`${HOME};messageid=7`))).toContain('We kennen elke wijk.');
    const elsewhere = wordsOf(await says('19:somewhere'));
    expect(elsewhere).toContain('hier niet zien');
    expect(elsewhere).not.toContain('We kennen elke wijk.');
  });

  test('is kept where it cannot be told, and the writer hears that', async () => {
    bot.connector.behave(gone);
    const card = await save(amira, { brings, needs });
    expect(card).toContain('vertel het je team zelf');
    expect((await kept())?.needs).toBe(needs);
  });

  test('of two who write at once, the second sees what holds now and loses nothing', async () => {
    await save(amira, { brings, needs });
    const seen = seenIn(await tap(bert, 'compass.write', { team: 'objecten-west' }));
    await save(amira, { brings: 'We bellen eerst.', needs });
    const card = await save(bert, { brings: 'We tekenen netjes.', needs }, { seen });
    for (const text of ['Iemand anders was net eerder', 'We tekenen netjes.', 'We bellen eerst.'])
      expect(card).toContain(text);
    expect((await kept())?.brings).toBe('We bellen eerst.');
    await save(bert, { brings: 'We tekenen netjes.', needs }, { seen: seenIn(card) });
    expect((await kept())?.brings).toBe('We tekenen netjes.');
  });

  test('can be emptied by the team, and then nothing of it is left', async () => {
    await save(amira, { brings, needs });
    expect(await save(amira, { brings: '', needs: '' })).toContain('nog geen teamkompas');
    expect(JSON.stringify(await bot.rows('teamcompasses'))).not.toContain('wijk');
    expect(await save(amira, { brings: ' ', needs: '' })).toContain('Schrijf in minstens één veld iets op.');
  });

  test.each([
    [{ brings: 'Lena kent elke wijk.', needs }, 'Haal de naam Lena weg'],
    [{ brings, needs: 'Rust voor Olga Oost.' }, 'Haal de naam Olga Oost weg'],
    [{ brings: 'We hebben twee Brams.', needs }, 'Haal de stijl Bram weg'],
    [{ brings, needs: 'Tijd voor onze Noor.' }, 'Haal de stijl Noor weg'],
    [{ brings, needs: 'Eén van ons is de Afwachtende.' }, 'Haal de stijl Mila weg'],
    [{ brings: 'a'.repeat(501), needs }, 'hooguit 500 tekens'],
  ])('with %j is handed back: %s', async (words, problem) => {
    const card = await save(amira, words);
    expect(card).toContain(problem);
    expect(await kept()).toBeUndefined();
    expect(bot.connector.sent.filter(({ conversation }) => conversation === HOME)).toEqual([]);
  });
});

describe('a style in a text', () => {
  test.each([
    'We hebben een kritische blik.',
    'De kritische lezers helpen ons.',
    'We werken in Noord.',
    'Een enthousiaste groep.',
  ])('is not seen in "%s"', (text) => {
    expect(stylesIn(text)).toEqual([]);
  });

  test('is told apart from a colleague of that name, once', () => {
    expect(nameProblems(['Noor', 'Gijs'], ['Noor en Gijs'])).toEqual([
      'Haal de stijl Noor weg: dit gaat over het team als geheel.',
      'Haal de naam Gijs weg: dit gaat over het team als geheel.',
    ]);
  });
});
