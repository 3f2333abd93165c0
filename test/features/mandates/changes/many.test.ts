import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fits } from '../../../../src/bot/size.ts';
import type { Area } from '../../../../src/features/mandates/register/register.ts';
import {
  imported,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
  typed,
  wordsOf,
} from '../../../support/bot.ts';
import { bareEntry } from '../town.ts';

const keeper = somebody(5, 'Noud Kreek');
let bot: TestBot;

const areas: Area[] = Array.from({ length: 120 }, (_, n) => ({
  code: `W${n}`,
  name: n === 0 ? 'Rivierstad' : `Wijk ${n} ${n % 2 === 0 ? 'Noord' : 'Zuid'}`,
  kind: n === 0 ? 'gemeente' : 'wijk',
  parent: n === 0 ? undefined : 'W0',
  aliases: n === 7 ? ['De Kolk'] : [],
}));

/** A register of 300 activities, 120 areas and 60 registrations, nearly all held by the keeper. */
beforeAll(async () => {
  bot = await startTestBot({
    seed: async ({ people, register }) => {
      await people.save([imported(keeper, { access: ['mandaatbeheerder'] })]);
      const entries = Array.from({ length: 300 }, (_, n) =>
        bareEntry({
          id: `R${n}`,
          activity: n === 0 ? 'valideren' : `vergunning ${n} verlenen, na advies`,
          registration: `Lijst ${n % 60}`,
          area: `W${n % 120}`,
          holder: keeper.name,
        }),
      );
      await register.replace(
        await register.current(),
        { entries, areas, tenures: [] },
        '2026-11-20T09:00:00.000Z',
      );
    },
  });
});
afterAll(() => bot.stop());

const tap = async (verb: string, data: object) =>
  JSON.stringify((await bot.post(tapped(keeper, verb, data))).body.value);
const filledIn = {
  kind: 'new',
  soort: 'machtiging',
  houder: keeper.name,
  geldig_van: '2026-12-01',
  vier_ogen: 'nee',
  ondermandaat_toegestaan: 'nee',
};

describe('a mandate in a register of 300 activities', () => {
  test.each([
    'nieuw mandaat',
    'wijzig mandaat R7',
    'mijn mandaten',
    'bezetting',
    'mandaat controle',
    'wie mag valideren?',
  ])('%s fits in a message', async (text) => {
    const sent = await bot.hear(typed(keeper, text));
    expect(sent.map(({ activity }) => fits(activity))).toEqual([true]);
  });

  test('is proposed by parts of names: what is clear is taken, of the rest one is chosen, nothing is lost', async () => {
    const unclear = await tap('mandates.propose', {
      ...filledIn,
      activiteitName: 'vergunning 12',
      registratieName: 'lijst 7',
      gebiedName: 'de kolk',
      voorwaarden: 'Alleen na overleg',
    });
    expect(await bot.core.proposals.open()).toEqual([]);
    for (const part of [
      'Activiteit: bij “vergunning 12” passen 11 namen',
      'vergunning 12 verlenen, na advies',
      'Alleen na overleg',
      '"value":"W7"',
      '"value":"Lijst 7"',
    ])
      expect(unclear).toContain(part);
    expect(unclear).not.toContain('Activiteit is leeg');

    await tap('mandates.propose', {
      ...filledIn,
      activiteitName: 'vergunning 12',
      activiteitFound: 'vergunning 120 verlenen, na advies',
      registratie: 'Lijst 7',
      gebied: 'W7',
      voorwaarden: 'Alleen na overleg',
    });
    expect((await bot.core.proposals.open()).map(({ entry }) => entry)).toMatchObject([
      {
        activity: 'vergunning 120 verlenen, na advies',
        registration: 'Lijst 7',
        area: 'W7',
        conditions: 'Alleen na overleg',
      },
    ]);
  });

  test('that nothing fits says so; an activity that is new is typed in its own field', async () => {
    const wrong = await tap('mandates.propose', {
      ...filledIn,
      activiteitName: 'taart bakken',
      gebied: 'W1',
    });
    expect(wrong).toContain('Activiteit: bij “taart bakken” vind ik niets.');
    expect(wrong).toContain('"value":"taart bakken"');
    await tap('mandates.propose', { ...filledIn, andere_activiteit: 'taart bakken', gebied: 'W1' });
    expect((await bot.core.proposals.open()).map(({ entry }) => entry.activity)).toContain('taart bakken');
  });

  test('a change keeps what was chosen before', async () => {
    await tap('mandates.propose', {
      ...filledIn,
      kind: 'change',
      of: 'R7',
      activiteit: 'vergunning 7 verlenen, na advies',
      registratie: 'Lijst 7',
      gebied: 'W7',
      houder: 'Persoon 1',
    });
    expect((await bot.core.proposals.open()).find(({ kind }) => kind === 'change')?.entry).toMatchObject({
      activity: 'vergunning 7 verlenen, na advies',
      registration: 'Lijst 7',
      area: 'W7',
      holder: 'Persoon 1',
    });
  });

  test('of one’s own are seen page by page, each once', async () => {
    const shown = (text: string) => [...text.matchAll(/ · (R\d+)"/g)].map(([, id]) => id);
    const first = wordsOf(await bot.hear(typed(keeper, 'mijn mandaten')));
    expect(first).toContain('Dit zijn de mandaten 1 tot en met 25 van 300.');
    const ids = shown(first);
    for (let from = 25; from < 300; from += 25) ids.push(...shown(await tap('mandates.mine', { from })));
    expect(ids).toHaveLength(300);
    expect(new Set(ids).size).toBe(300);
  });
});

describe('an answer in a register of 300 activities', () => {
  const question = { kind: 'who', activity: 'valideren', date: '2026-11-25' };

  test('is corrected by a part of a name that fits one', async () => {
    const card = await tap('mandates.correct', { question, registrationName: 'lijst 33' });
    expect(card).toContain('Wie · valideren · Lijst 33');
    expect(await tap('mandates.correct', { question, areaName: 'kolk' })).toContain('Wijk 7 Zuid');
  });

  test('asks which of several is meant by buttons, and keeps what was typed', async () => {
    const card = await tap('mandates.correct', { question, areaName: 'wijk 11' });
    expect(card).toContain('Er passen meer namen bij wat je typte.');
    expect(card).toContain('"area":"W115"');
    expect(card).toContain('"value":"wijk 11"');
    expect(await tap('mandates.correct', { question, areaName: 'noord' })).toContain('Er passen 59 namen');
  });

  test('says that nothing is called so, and keeps what was typed', async () => {
    const card = await tap('mandates.correct', { question, registrationName: 'taart' });
    expect(card).toContain('Die registratie ken ik niet.');
    expect(card).toContain('"value":"taart"');
  });
});
