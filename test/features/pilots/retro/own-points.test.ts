import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { marks } from '../../../../src/features/pilots/retro/marks.ts';
import { amira, bram, type Course, gijs, PILOT, startCourse, wordsOf } from '../course.ts';

const BOARD = 'R-2026-11-25-001';
const of = { board: BOARD };
let town: Course;
beforeEach(async () => {
  town = await startCourse();
  await town.taps(amira, 'retro.start');
});
afterEach(() => town.stop());

type Who = typeof amira;
const taps = (who: Who, verb: string, data: object = {}) => town.taps(who, verb, { ...of, ...data });
const whole = async () => {
  const found = await town.core.retros.get(PILOT, BOARD);
  if (!found) throw new Error('there is no board');
  return found;
};
/** What the buttons of a card carry of points that are its reader's. */
const heldIn = (words: string) => /"held":"([^"]+)"/.exec(words)?.[1] ?? '';
const add = (who: Who, text: string, more: object = {}) =>
  taps(who, 'retro.add', { text, column: 'good', ...more });
const onlyPoint = async () => {
  const [point, ...more] = (await whole()).points;
  if (!point || more.length > 0) throw new Error('not one point');
  return point;
};

describe('a point', () => {
  test('stands in the answer to its writer, who changes it and takes it back', async () => {
    const answer = await add(amira, 'De lijst was lang');
    expect(answer).toContain('Jouw punten op deze kaart');
    expect(answer).toContain('"text":"De lijst was lang"');
    const mine = { point: (await onlyPoint()).id, held: heldIn(answer) };
    expect(await taps(amira, 'retro.edit', mine)).toContain('"value":"De lijst was lang"');
    const changed = await taps(amira, 'retro.change', {
      ...mine,
      text: 'De lijst was te lang',
      column: 'better',
    });
    expect(changed).toContain('Je punt is veranderd.');
    expect(await onlyPoint()).toMatchObject({ text: 'De lijst was te lang', column: 'better' });
    // The next card carries it on.
    expect(heldIn(changed)).toBe(mine.held);
    expect(await taps(amira, 'retro.take-back', mine)).toContain('Je punt is weg.');
    expect((await whole()).points).toEqual([]);
  });

  test('is held along with the next ones of the same card', async () => {
    const first = await add(amira, 'Een');
    const second = await add(amira, 'Twee', { held: heldIn(first) });
    expect(second).toContain('"text":"Een"');
    expect(second).toContain('"text":"Twee"');
    const one = (await whole()).points.find(({ text }) => text === 'Een')?.id;
    await taps(amira, 'retro.take-back', { point: one, held: heldIn(second) });
    expect((await whole()).points.map(({ text }) => text)).toEqual(['Twee']);
  });

  test.each([
    ['voting', 'retro.vote', { good: '' }],
    ['Annuleer of the votes', 'retro.board', {}],
    ['reading all points', 'retro.all', { page: 0 }],
    ['calling an action done', 'retro.last-time', {}],
  ])('in the short form stays one’s own after %s', async (_what, verb, more) => {
    await town.core.retros.move((await whole()).board, { phase: 'open' });
    const first = await add(amira, 'Een');
    const held = heldIn(first);
    const ballot = await taps(amira, 'retro.ballot', { held });
    expect(heldIn(ballot)).toBe(held);
    const after = await taps(amira, verb, { ...more, held });
    expect(heldIn(after)).toBe(held);
    const board = verb === 'retro.vote' ? after : await taps(amira, 'retro.board', { held });
    expect(board).toContain('Jouw punten op deze kaart');
    expect(board).toContain('Haal weg');
  });

  test('is not changed from another card: not by a colleague, not by who leads, not by its writer', async () => {
    await add(amira, 'De lijst was lang');
    const { id: point } = await onlyPoint();
    const other = heldIn(await add(bram, 'Bellen werkte'));
    const forged = [
      undefined,
      '',
      `${point}.`,
      `${point}.aaaaaaaaaaaaaaaaaaaaaa`,
      other.replace(/^[^.]+/, point),
    ];
    for (const held of forged)
      for (const who of [amira, bram, gijs])
        for (const verb of ['retro.edit', 'retro.change', 'retro.take-back']) {
          const words = await taps(who, verb, { point, held, text: 'Iets anders', column: 'good' });
          expect(words).toContain('Er is niets veranderd.');
          expect(words).not.toContain('De lijst was lang');
        }
    expect((await whole()).points.map(({ text }) => text).sort()).toEqual([
      'Bellen werkte',
      'De lijst was lang',
    ]);
  });

  test('is fixed once it was revealed, and what was typed is handed back', async () => {
    const answer = await add(amira, 'De lijst was lang');
    const mine = { point: (await onlyPoint()).id, held: heldIn(answer) };
    await taps(gijs, 'retro.next', { from: 'writing' });
    const words = await taps(amira, 'retro.change', { ...mine, text: 'Toch anders', column: 'good' });
    expect(words).toContain('Er wordt niet meer geschreven.');
    expect(words).toContain('"text":"Toch anders"');
    expect(await taps(amira, 'retro.take-back', mine)).toContain('Er wordt niet meer geschreven.');
    expect((await onlyPoint()).text).toBe('De lijst was lang');
  });

  test('of an old card of another board opens none of this one', async () => {
    const answer = await add(amira, 'De lijst was lang');
    const { id: point } = await onlyPoint();
    await taps(gijs, 'retro.agree', {});
    await town.taps(amira, 'retro.start');
    const next = { board: 'R-2026-11-25-002' };
    const second = await town.core.retros.get(PILOT, next.board);
    if (!second) throw new Error('there is no second board');
    await town.core.retros.add(second.board, { id: point, text: 'Van een ander', column: 'good' }, '');
    await town.taps(amira, 'retro.take-back', { ...next, point, held: heldIn(answer) });
    expect((await town.core.retros.get(PILOT, next.board))?.points).toHaveLength(1);
  });

  test('leaves nothing in storage by which its writer could be found, nor a mark', async () => {
    const answer = await add(amira, 'De lijst was lang');
    const rows = JSON.stringify(await town.rows('retros', 'pilotposts'));
    expect(rows).not.toContain(amira.account);
    const [, mark = 'none'] = heldIn(answer).split('.');
    expect(mark).toHaveLength(22);
    expect(rows).not.toContain(mark);
    expect(wordsOf(town.posted())).not.toContain(mark);
    expect(town.lines.join('\n')).not.toContain(mark);
  });

  test('with a name put to it keeps that name when it is changed, and loses it when it is taken back', async () => {
    const answer = await add(amira, 'Ik zoek hulp', { named: 'true' });
    const mine = { point: (await onlyPoint()).id, held: heldIn(answer) };
    await taps(amira, 'retro.change', { ...mine, text: 'Ik zoek hulp bij de BAG', column: 'good' });
    expect((await onlyPoint()).author).toBe(amira.account);
    await taps(amira, 'retro.take-back', mine);
    expect(JSON.stringify(await town.rows('retros'))).not.toContain(amira.account);
  });
});

describe('the name of a colleague', () => {
  test('is asked about without what Markdown would make of it', async () => {
    const words = await add(amira, '[klik](https://elders.example)jan@voorbeeld.nl');
    expect(words).toContain('Staat hier een naam in: ');
    expect(words).not.toContain('Staat hier een naam in: [');
    expect(words).not.toMatch(/in: [^?]*\]\(/);
  });

  test.each([
    'Gijs reageert nooit',
    'Vraag het aan Hanna Kering',
    'petra@voorbeeld.nl weet het',
    'Hanna’s lijst',
  ])('in a point is asked about before it stands there: "%s"', async (text) => {
    const words = await add(amira, text);
    expect(words).toContain('Een punt gaat over het werk. Haal de naam weg.');
    // Nothing is lost: it stands in the field still.
    expect(words).toContain(`"value":"${text}"`);
    expect((await whole()).points).toEqual([]);
  });

  test('that is none is put on the board after all, by its writer', async () => {
    const words = await add(amira, 'De Hanna-lijst');
    expect(words).toContain('Het is geen naam: voeg toe');
    const answer = await add(amira, 'De Hanna-lijst', { sure: true });
    expect((await onlyPoint()).text).toBe('De Hanna-lijst');
    // And it is not asked again when the rest is changed.
    const mine = { point: (await onlyPoint()).id, held: heldIn(answer) };
    await taps(amira, 'retro.change', { ...mine, text: 'De lange Hanna-lijst', column: 'good' });
    expect((await onlyPoint()).text).toBe('De lange Hanna-lijst');
  });

  test('is not brought in by changing a point', async () => {
    const answer = await add(amira, 'De lijst was lang');
    const mine = { point: (await onlyPoint()).id, held: heldIn(answer) };
    expect(
      await taps(amira, 'retro.change', { ...mine, text: 'Gijs maakt lange lijsten', column: 'good' }),
    ).toContain('Haal de naam weg.');
    expect((await onlyPoint()).text).toBe('De lijst was lang');
  });

  test('is asked out of the name of a group and of what is agreed', async () => {
    await add(amira, 'Een');
    const { id: point } = await onlyPoint();
    await taps(gijs, 'retro.next', { from: 'writing' });
    expect(await taps(gijs, 'retro.group', { name: 'De werkwijze van Hanna', good: point })).toContain(
      'Naam van de groep: haal de naam Hanna weg.',
    );
    const words = await taps(gijs, 'retro.agree', {
      learning1: 'Gijs eerst bellen',
      action2: 'Hanna maakt een lijst',
    });
    expect(words).toContain('Leerpunt 1: haal de naam Gijs weg.');
    expect(words).toContain('Actie 2: haal de naam Hanna weg. Wie het doet, kies je bij');
    for (const text of ['Gijs eerst bellen', 'Hanna maakt een lijst']) expect(words).toContain(text);
    expect(await town.core.learnings.all()).toEqual([]);
  });
});

test('a mark is of one point on one board in one place, and of one key', () => {
  const place = { place: 'P-1', board: 'R-1' };
  const own = marks(Buffer.alloc(32, 1));
  const held = own.withPoint('', { ...place, point: 'P-a' });
  expect(own.pointsIn(held, place)).toEqual(['P-a']);
  expect(own.pointsIn(held, { ...place, board: 'R-2' })).toEqual([]);
  expect(own.pointsIn(held, { ...place, place: 'P-2' })).toEqual([]);
  expect(own.pointsIn(held.replace('P-a', 'P-b'), place)).toEqual([]);
  expect(marks(Buffer.alloc(32, 2)).pointsIn(held, place)).toEqual([]);
  for (const nonsense of ['', ',', '.', 'P-a', 'P-a.', `${held}x`, 'a.b.c'])
    expect(own.pointsIn(nonsense, place)).toEqual([]);
});
