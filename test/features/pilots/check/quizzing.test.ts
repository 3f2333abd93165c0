import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { amira, bram, type Course, cem, outsider, PILOT, startCourse, wordsOf } from '../course.ts';

let town: Course;
beforeEach(async () => {
  town = await startCourse();
});
afterEach(() => town.stop());

const question = {
  question: 'Een pand staat er dubbel in. Wie keurt dit goed?',
  why: 'Zij heeft het mandaat.',
  option1: 'De objectregistrator',
  option2: '',
  option3: 'De objectregisseur',
  right: '3',
};
const save = (more: object = {}, who = amira) => town.taps(who, 'quiz.save', { ...question, ...more });
/** Puts the question in the channel and gives what a tap on an answer carries. */
const ask = async (): Promise<{ quiz: string }> => {
  await save();
  const [row] = (await town.rows('pilotquiz')).pilotquiz ?? [];
  if (!row) throw new Error('there is no question');
  return { quiz: row.row };
};
const answer = (of: object, option: number, who = bram) => town.taps(who, 'quiz.answer', { ...of, option });

describe('a practice question', () => {
  test('is posted in the channel without what is right', async () => {
    expect(await town.says(amira, 'toets')).toContain('Een oefenvraag voor het team');
    expect(await save()).toContain('De vraag staat in het kanaal');
    const [sent, ...more] = town.posted();
    expect(more).toEqual([]);
    const words = JSON.stringify(sent);
    for (const part of ['Een pand staat er dubbel in', 'De objectregistrator', 'De objectregisseur'])
      expect(words).toContain(part);
    expect(words).not.toContain('dit klopt');
    expect(words).not.toContain('Zij heeft het mandaat.');
    expect(sent?.activity.text ?? '').not.toContain('pand');
  });

  test('is answered once, by whoever taps for the team; then the channel says what is right and why', async () => {
    const of = await ask();
    const words = await answer(of, 0);
    for (const part of ['Dit klopt niet', 'jullie keuze', '✓ dit klopt', 'Zij heeft het mandaat.'])
      expect(words).toContain(part);
    expect(wordsOf(town.connector.rewritten)).toContain('Zij heeft het mandaat.');
    const second = await answer(of, 1, cem);
    expect(second).toContain('Dit klopt niet');
    expect(second).not.toContain('Dat klopt');
    expect(town.connector.rewritten).toHaveLength(1);
  });

  test('answered right says so', async () => {
    expect(await answer(await ask(), 1)).toContain('Dat klopt');
  });

  test('answered by three at once keeps one answer, and all three see the same', async () => {
    const of = await ask();
    const words = await Promise.all([answer(of, 0, amira), answer(of, 1, bram), answer(of, 0, cem)]);
    const [row] = (await town.rows('pilotquiz')).pilotquiz ?? [];
    const title = row?.value.chosen === 1 ? 'Dat klopt' : 'Dit klopt niet';
    for (const one of words) expect(one).toContain(title);
    expect(town.connector.rewritten).toHaveLength(1);
  });

  test('keeps nobody’s name: neither who wrote it nor who tapped', async () => {
    await answer(await ask(), 0);
    const stored = JSON.stringify(await town.rows('pilotquiz'));
    const told = JSON.stringify([town.posted(), town.connector.rewritten]);
    for (const who of [amira, bram])
      for (const part of [who.account, who.name]) {
        expect(stored).not.toContain(part);
        expect(told).not.toContain(part);
      }
    expect(town.lines.join('\n')).not.toContain('pand');
  });

  test.each([
    [{ question: ' ' }, 'Schrijf de vraag op.'],
    [{ option3: '', right: '1' }, 'Geef minstens twee antwoorden.'],
    [{ right: '2' }, 'Het antwoord dat klopt, is leeg.'],
    [{ right: '' }, 'Het antwoord dat klopt, is leeg.'],
    [{ right: '9' }, 'Het antwoord dat klopt, is leeg.'],
    [{ option4: 'De objectregisseur' }, 'Twee antwoorden zijn hetzelfde.'],
    [{ option4: 'x'.repeat(151) }, 'Antwoord 4: hooguit 150 tekens. Het zijn er 151.'],
    [{ question: 'x'.repeat(20_000) }, 'De zaak en de vraag: hooguit 500 tekens. Het zijn er 20.000.'],
  ])('with %j is not posted, and what was typed stays', async (more, problem) => {
    const words = await save(more);
    expect(words).toContain(problem);
    expect(words).toContain('De objectregistrator');
    expect(words).toContain('Zij heeft het mandaat.');
    expect(town.posted()).toEqual([]);
    expect(await town.rows('pilotquiz')).toEqual({ pilotquiz: [] });
  });

  test('is for who is in the pilot', async () => {
    const of = await ask();
    const before = await town.rows('pilotquiz');
    for (const words of [
      await town.taps(outsider, 'quiz.form'),
      await save({}, outsider),
      await answer(of, 1, outsider),
    ])
      expect(words).toContain('Deze pilot ken ik niet');
    expect(await town.rows('pilotquiz')).toEqual(before);
  });

  test('with an answer that is none, or one that is gone, changes nothing', async () => {
    const of = await ask();
    expect(await answer(of, 3)).toContain('Wat kiezen jullie?');
    expect(await answer({ quiz: 'P-none' }, 0)).toContain('Deze vraag is er niet meer');
    expect((await town.rows('pilotquiz')).pilotquiz?.[0]?.value.chosen).toBeUndefined();
  });

  test('without a channel is answered where it was written', async () => {
    await town.core.pilots.change(PILOT, ({ channel: _channel, ...now }) => now);
    const words = await save();
    expect(words).toContain('Dit kiezen we');
    expect(words).toContain('Alleen jij ziet deze vraag: de pilot heeft nog geen kanaal.');
  });
});
