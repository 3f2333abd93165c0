import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { imported, somebody, startTestBot, type TestBot, tapped } from '../../../support/bot.ts';
import { type FileHost, type Read, readCard, sender, startFileHost } from '../../intake/sending.ts';

const kees = somebody(50, 'Kees Register');
const nina = somebody(60, 'Nina Nieuw');

let bot: TestBot;
let host: FileHost;
let keeper: ReturnType<typeof sender>;
let colleague: ReturnType<typeof sender>;
beforeAll(async () => {
  host = await startFileHost();
  bot = await startTestBot({
    env: { TURNS_PER_MINUTE: '10000' },
    seed: ({ people }) => people.save([imported(kees, { access: ['mandaatbeheerder'] }), imported(nina)]),
  });
  [keeper, colleague] = [sender(bot, host, kees), sender(bot, host, nina)];
});
afterAll(async () => {
  await bot?.stop();
  await host?.stop();
});

const buttons = (card: Read) => [...card.buttons.keys()];

/** One municipality, from an empty register to a text for colleagues; each step goes on where the last one stopped. */
describe('the first hour of a mandaatbeheerder', () => {
  test('stands on top of the help while the register is empty, and begins with the list', async () => {
    expect((await keeper.type('help')).words).toMatch(/^[\s\S]{0,400}Richt het mandatenregister in/);
    const steps = await keeper.type('register inrichten');
    expect(buttons(steps)).toEqual(['Stuur je lijst']);
    expect(steps.words).toContain('nog niets gelezen');
    const ways = await keeper.type('nieuw mandaat');
    expect(buttons(await keeper.tap(ways, 'Register inrichten'))).toEqual(buttons(steps));
  });

  test('is only for who keeps the register', async () => {
    const refused = await colleague.type('mandaatlijst');
    expect(buttons(refused)).not.toContain('Stuur je lijst');
    const answer = await bot.post(tapped(nina, 'mandates.trial', { at: 0 }));
    expect(buttons(readCard(answer.body.value))).not.toContain('Stuur je lijst');
  });

  test('goes on from the list that was carried out', async () => {
    await keeper.tap(await keeper.send('gebieden.csv', readFileSync('demo/gebieden.csv')), 'Doorvoeren');
    const shown = await keeper.send('mandaten.csv', readFileSync('demo/mandaten.csv'));
    const done = await keeper.tap(shown, 'Doorvoeren');
    const steps = await keeper.tap(done, 'Ga verder');
    expect(steps.words).toMatch(/1\. Lijst · \d+ mandaten/);
    expect(steps.words).toMatch(/2\. Twijfels · \d+ fout/);
    expect(buttons(steps)).toHaveLength(4);
    // Left and taken up again: the same.
    expect((await keeper.type('mandaatlijst')).words).toBe(steps.words);
  });

  test('asks three questions, with the answer that a colleague gets', async () => {
    let card = await keeper.tap(await keeper.type('register inrichten'), 'Stel de proefvragen');
    for (const n of [1, 2, 3]) {
      expect(card.words).toContain(`Proefvraag ${n} van 3`);
      expect(card.words).toContain('Klopt dit?');
      const question = /^(?:wie|mag) .*\?$/m.exec(card.words)?.[0] ?? '';
      const [first = 'no title'] = (await colleague.type(question)).words
        .split('\n')
        .filter((line) => /^\p{Lu}.* .* /u.test(line));
      expect(card.words).toContain(first);
      card = await keeper.tap(card, n === 3 ? 'Ja, ga naar Delen' : 'Ja, volgende');
    }
    expect(card.words).toContain('Zet deze tekst zelf in een kanaal');
    expect(card.words).toMatch(/Bijvoorbeeld: wie mag .*\?/);
    expect(card.words).not.toContain('Amira');
  });

  test('leads from an answer that is not so to the form of what it rests on', async () => {
    const tap = async (at: number) =>
      readCard((await bot.post(tapped(kees, 'mandates.trial', { at }))).body.value);
    const form = await keeper.tap(await tap(0), 'Nee, wijzig dit');
    expect(form.words).toContain('Wijziging voorstellen');
    const deputy = await keeper.tap(await tap(2), 'Nee, wijzig dit');
    expect(deputy.words).toContain('ervanger');
    expect(deputy.buttons.size).toBeGreaterThan(0);
  });

  test('says whom it takes to change something, where there is nobody', async () => {
    expect((await keeper.type('register inrichten')).words).toContain(
      'Vraag de beheerder om een tweede persoon',
    );
  });

  test('writes to nobody else', () => {
    expect(
      colleague
        .all()
        .map(({ activity }) => JSON.stringify(activity))
        .join(''),
    ).not.toContain('Zet deze tekst');
  });
});
