import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { crewOf, pilotOf } from '../../../support/pilot.ts';
import { amira, bram, cem, els, PILOT, seenOn, startTown, type Town, wordsOf } from './town.ts';

const [MONDAY, TUESDAY, WEDNESDAY] = ['2026-11-23', '2026-11-24', '2026-11-25'];
let town: Town;

beforeEach(async () => {
  town = await startTown();
});
afterEach(() => town.stop());

const cardOf = (sent: { activity: { attachments?: { content: object }[] } } | undefined) =>
  seenOn(sent?.activity.attachments?.[0]?.content);

/** A whole stand-up of a day, in which these people say what they will do. */
async function standupOn(day: string, will: readonly [typeof bram, string][]) {
  await town.passes(`${day} 09:00`);
  for (const [who, next] of will) await town.shares(who, 'Iets gedaan', next);
  await town.passes(`${day} 11:00`);
}

describe('standup in one’s own chat', () => {
  test('is the form at once, with what one would do and one’s own open actions above it', async () => {
    await standupOn(MONDAY, [
      [bram, 'De lijst afmaken'],
      [cem, 'Geheim van Cem'],
    ]);
    const action = { text: 'Luchtfoto regelen', source: 'retro', day: MONDAY, due: TUESDAY } as const;
    await town.core.pilotActions.add(PILOT, { ...action, id: 'A-1', owner: bram.account });
    await town.core.pilotActions.add(PILOT, { ...action, id: 'A-2', text: 'Van Cem', owner: cem.account });
    await town.passes(`${TUESDAY} 09:00`);
    const [sent] = await town.says(bram, 'standup');
    const { words, buttons } = cardOf(sent);
    expect(buttons[0]?.verb).toBe('standup.save');
    expect(words).toContain('Maandag 23 november ging je dit doen:');
    expect(words).toContain('De lijst afmaken');
    expect(words).toContain('Luchtfoto regelen · uiterlijk 24 november 2026');
    for (const other of ['Geheim van Cem', 'Van Cem']) expect(words).not.toContain(other);
    expect(words.indexOf('De lijst afmaken')).toBeLessThan(words.indexOf('answer1'));
  });

  test('has the words of the last day that one filled in, over a weekend and days that one missed', async () => {
    await standupOn('2026-11-19', [[bram, 'Bellen met de buren']]);
    await standupOn('2026-11-20', [[cem, 'Iets anders']]);
    await standupOn(MONDAY, [[cem, 'Nog iets']]);
    await town.passes(`${TUESDAY} 09:00`);
    const words = wordsOf(await town.says(bram, 'standup'));
    expect(words).toContain('Donderdag 19 november ging je dit doen:');
    expect(words).toContain('Bellen met de buren');
  });

  test.each(['', 'niks', '-'])(
    'says nothing of a last time at which one would do nothing (%j)',
    async (next) => {
      await standupOn('2026-11-20', [[bram, 'Van langer geleden']]);
      await standupOn(MONDAY, [[bram, next]]);
      await town.passes(`${TUESDAY} 09:00`);
      const words = wordsOf(await town.says(bram, 'standup'));
      expect(words).not.toContain('ging je dit doen');
      expect(words).not.toContain('Van langer geleden');
    },
  );

  test('holds in a message only what the channel holds already; a tap shows it', async () => {
    // Monday's summary could not be posted.
    await town.passes(`${MONDAY} 09:00`);
    await town.shares(bram, 'Iets', 'Nooit in een bericht');
    await town.core.standups.changeDay(PILOT, MONDAY, { closed: true });
    await town.passes(`${TUESDAY} 09:00`);
    expect(wordsOf(await town.says(bram, 'standup'))).not.toContain('Nooit in een bericht');
    expect((await town.taps(bram, 'standup.open', { day: TUESDAY })).words).toContain('Nooit in een bericht');
    expect((await town.taps(cem, 'standup.open', { day: TUESDAY })).words).not.toContain(
      'Nooit in een bericht',
    );
  });

  test('the form in the channel has the same above it, for who taps alone', async () => {
    await standupOn(MONDAY, [[bram, 'De lijst afmaken']]);
    await town.passes(`${TUESDAY} 09:00`);
    expect((await town.taps(bram, 'standup.open', { day: TUESDAY })).words).toContain('De lijst afmaken');
    // What is typed in the channel is answered there, for everybody.
    expect(wordsOf(await town.saysInChannel(bram, 'standup'))).not.toContain('De lijst afmaken');
  });

  test('a second time shows what one wrote, to change or to take back', async () => {
    await town.passes(`${TUESDAY} 09:00`);
    await town.shares(bram, 'Drie mutaties gedaan');
    const [sent] = await town.says(bram, 'standup');
    expect(cardOf(sent).titles.slice(0, 2)).toEqual(['Bekijk of wijzig', 'Haal weg']);
    expect(wordsOf(sent ? [sent] : [])).not.toContain('Drie mutaties');
    const form = await town.taps(bram, 'standup.open', { day: TUESDAY });
    expect(form.words).toContain('Drie mutaties gedaan');
    expect(form.words).toContain('Dit deelde je al.');
    expect(form.titles).toContain('Haal weg');
    expect((await town.taps(bram, 'standup.take-back', { day: TUESDAY })).words).toContain(
      'Je staat er niet meer bij',
    );
    expect(await town.core.standups.shared(PILOT, TUESDAY)).toEqual([]);
    expect((await town.taps(bram, 'standup.open', { day: TUESDAY })).titles).not.toContain('Haal weg');
  });

  test('nothing is taken back once the stand-up is closed: others read it by then', async () => {
    await standupOn(TUESDAY, [[bram, 'De rest']]);
    const answer = await town.taps(bram, 'standup.take-back', { day: TUESDAY });
    expect(answer.words).toContain('Invullen kan niet meer.');
    expect(await town.core.standups.shared(PILOT, TUESDAY)).toHaveLength(1);
  });

  test('two who fill in at the same moment both stand in it', async () => {
    await town.passes(`${TUESDAY} 09:00`);
    await Promise.all([town.says(bram, 'standup'), town.says(cem, 'standup')]);
    await Promise.all([town.shares(bram, 'Van Bram'), town.shares(cem, 'Van Cem')]);
    expect(await town.core.standups.shared(PILOT, TUESDAY)).toHaveLength(2);
  });

  test('of two pilots asks which, and then shows the form of that one', async () => {
    const pilot = await town.core.pilots.get(PILOT);
    await town.core.pilots.add(
      pilotOf({ ...pilot, id: 'P-2', name: 'Tweede pilot' }),
      crewOf([amira], [bram, els]),
    );
    await town.passes(`${TUESDAY} 09:00`);
    const [sent] = await town.says(bram, 'standup');
    const { words, buttons } = cardOf(sent);
    expect(words).toContain('Welke pilot bedoel je?');
    const second = buttons.find(({ data }) => data.pilot === 'P-2');
    const form = await town.taps(bram, second?.verb ?? '', { ...second?.data });
    expect(form.words).toContain('Tweede pilot');
    expect(form.buttons[0]?.verb).toBe('standup.save');
  });

  test('of two pilots, one of which is closed today, is the form of the other', async () => {
    const pilot = await town.core.pilots.get(PILOT);
    await town.core.pilots.add(pilotOf({ ...pilot, id: 'P-2', name: 'Klaar' }), crewOf([amira], [bram]));
    await town.core.pilots.change('P-2', (now) => ({ ...now, closedOn: TUESDAY }));
    await town.passes(`${TUESDAY} 09:00`);
    const [sent] = await town.says(bram, 'standup');
    expect(cardOf(sent).buttons[0]?.data.pilot).toBe(PILOT);
  });

  test('the pilot closes while somebody is typing: their text comes back and is not shared', async () => {
    await town.passes(`${TUESDAY} 09:00`);
    await town.core.pilots.change(PILOT, (now) => ({ ...now, closedOn: TUESDAY }));
    const answer = await town.shares(bram, 'Net te laat');
    expect(answer.words).toContain('Net te laat');
    expect(answer.words).toContain('Je team heeft het niet gekregen.');
  });
});

describe('the card in the channel', () => {
  test('has open actions above the button: what is late without a name, the others with who does them', async () => {
    const action = { source: 'retro', day: MONDAY } as const;
    const add = (id: string, text: string, due: string) =>
      town.core.pilotActions.add(PILOT, { ...action, id, text, due, owner: cem.account });
    await add('A-1', 'Luchtfoto regelen', TUESDAY);
    await add('A-2', 'Werkwijze opschrijven', MONDAY);
    await add('A-3', 'Al klaar', TUESDAY);
    await town.core.pilotActions.change(PILOT, 'A-3', (now) => ({ ...now, doneOn: MONDAY }));
    const [sent] = await town.passes(`${TUESDAY} 09:00`);
    const { words } = cardOf(sent);
    expect(words).toContain('Persoon 3 · moet vandaag klaar zijn');
    expect(words).toContain('had klaar moeten zijn op 23 november 2026');
    expect(words).not.toContain('Al klaar');
    expect(words.indexOf('Werkwijze opschrijven')).toBeLessThan(words.indexOf('Luchtfoto regelen'));
    const [tomorrow] = await town.passes(`${WEDNESDAY} 09:00`);
    expect(cardOf(tomorrow).words).not.toContain('Persoon 3 · ');
  });
});
