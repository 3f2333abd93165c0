import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { shownTo } from '../../../support/signal-form.ts';
import { WEST } from '../town.ts';
import { amira, bert, gijs, openSignalTown, type SignalTown, TEXT } from './town.ts';

let town: SignalTown;
beforeEach(async () => {
  town = await openSignalTown();
});
afterEach(() => town.bot.stop());

const kept = async () => JSON.stringify(await town.bot.rows('groups'));
/** Gives a signal, and gives what the button on the card after it carries. */
async function given(named: 'ja' | 'nee', to = 'team'): Promise<{ kind: string; group: string; id: string }> {
  const shown = await shownTo(town.bot, amira);
  const card = await town.tap(amira, 'signal.send', { shown, text: TEXT, named, to });
  const [, found] = /"verb":"signal\.withdraw","data":(\{[^}]+\})/.exec(card) ?? [];
  if (!found) throw new Error('the card has no way back');
  return JSON.parse(found);
}

describe('a signal of one’s own', () => {
  test.each(['ja', 'nee'] as const)(
    'can be taken back on the day itself, and leaves nothing (with name: %s)',
    async (named) => {
      const before = await kept();
      const button = await given(named);
      expect(await kept()).toContain(TEXT);
      expect(await town.tap(amira, 'signal.withdraw', { ...button, sure: true })).toContain('is ingetrokken');
      expect(await kept()).toBe(before);
      expect(await town.tap(amira, 'signal.withdraw', { ...button, sure: true })).toContain(
        'is er niet meer',
      );
    },
  );

  test.each(['ja', 'nee'] as const)('is asked about first, with its words (with name: %s)', async (named) => {
    const button = await given(named);
    const asked = await town.tap(amira, 'signal.withdraw', button);
    expect(asked).toContain('Wil je dit signaal intrekken?');
    expect(asked).toContain(TEXT);
    expect(await kept()).toContain(TEXT);
    const left = await town.tap(amira, 'signal.withdraw', { ...button, sure: false });
    expect(left).toContain('Je signaal blijft staan');
    expect(left).toContain(button.id);
    if (named === 'ja') expect(await town.tap(bert, 'signal.withdraw', button)).not.toContain(TEXT);
    expect(await town.tap(amira, 'signal.withdraw', { ...button, sure: true })).toContain(
      named === 'ja' ? 'kan het al gelezen hebben' : 'Niemand heeft het gelezen',
    );
  });

  test.each(['department', 'council'])('that went to the %s too', async (to) => {
    const button = await given('nee', to);
    expect(await town.tap(amira, 'signal.withdraw', { ...button, sure: true })).toContain('is ingetrokken');
    expect(await kept()).not.toContain(TEXT);
  });

  test.each(['ja', 'nee'] as const)('stays from the next day on (with name: %s)', async (named) => {
    const button = await given(named);
    town.bot.clock.now = town.bot.clock.now.add(Temporal.Duration.from({ hours: 24 }));
    expect(await town.tap(amira, 'signal.withdraw', { ...button, sure: true })).toContain(
      'Je kunt dit signaal niet meer intrekken',
    );
    expect(await kept()).toContain(TEXT);
  });

  test('with a name is taken back by nobody else', async () => {
    const button = await given('ja');
    for (const who of [bert, gijs])
      expect(await town.tap(who, 'signal.withdraw', { ...button, sure: true })).toContain(
        'Je kunt dit signaal niet meer intrekken',
      );
    expect(await kept()).toContain(TEXT);
  });

  test('with a name stays once somebody began with it, and then it says so: to who gave it alone', async () => {
    const button = await given('ja');
    await town.save(gijs, WEST, button.id, 'seeing', { size: 'Vaak' });
    const answer = await town.tap(amira, 'signal.withdraw', { ...button, sure: true });
    expect(answer).toContain('Je kunt dit signaal niet meer intrekken');
    expect(answer).toContain('is er al mee begonnen');
    expect(answer).not.toContain('alleen op de dag waarop');
    expect(await town.tap(bert, 'signal.withdraw', { ...button, sure: true })).not.toContain('begonnen');
    expect(await kept()).toContain(TEXT);
  });

  test.each([
    ['ja', 'zolang niemand ermee begon'],
    ['nee', 'Vandaag kun je het nog intrekken'],
  ] as const)('says until when it can be taken back (with name: %s)', async (named, words) => {
    expect(await town.give(amira, { named })).toContain(words);
  });

  test('with a name is taken back from the list of one’s own too, on the day itself alone', async () => {
    const button = await given('ja');
    const own = await town.tap(amira, 'signal.mine', {});
    expect(own).toContain('signal.withdraw');
    expect(own).toContain(button.id);
    town.bot.clock.now = town.bot.clock.now.add({ hours: 24 });
    expect(await town.tap(amira, 'signal.mine', {})).not.toContain('signal.withdraw');
  });

  test('says where it will stand', async () => {
    const shown = await shownTo(town.bot, amira);
    const card = await town.tap(amira, 'signal.send', { shown, text: TEXT, named: 'nee', to: 'team' });
    expect(card).toContain('Vanaf morgen staat het bij de signalen van je team');
  });
});

describe('what people type about it', () => {
  test.each([
    'trek mijn signaal in',
    'signaal intrekken',
    'ik wil mijn signaal intrekken',
    'kan ik mijn signaal verwijderen',
    'haal mijn signaal weg',
  ])('"%s" says how', async (text) => {
    const said = await town.says(amira, text);
    expect(said).toContain('op de kaart die na het versturen kwam');
    expect(said).toContain('signal.mine');
  });

  test.each([
    'waar is mijn signaal',
    'wat is er met mijn signaal gebeurd?',
    'wat is er gedaan met mijn signaal?',
    'hoe staat het met mijn signaal',
  ])('"%s" leads to the signals of the team', async (text) => {
    const said = await town.says(amira, text);
    expect(said).toContain('Zo zie je wat er met een signaal gebeurt');
    expect(said).toContain('signal.all');
  });

  test.each(['heropenen', 'signaal van de scanner heropenen', 'signaal heropenen'])(
    '"%s" says what to do with one that is closed',
    async (text) => {
      expect(await town.says(gijs, text)).toContain('Een signaal dat klaar is, blijft dicht');
    },
  );

  test('who only reads a signal has a way back to the others', async () => {
    const { id, ...place } = await given('nee');
    town.bot.clock.now = town.bot.clock.now.add({ hours: 24 });
    const card = await town.tap(bert, 'signal.open', { ...place, id });
    expect(card).toContain('Terug naar de signalen');
  });
});
