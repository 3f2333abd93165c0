import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  amira,
  bram,
  type Course,
  cem,
  gijs,
  mates,
  outsider,
  PILOT,
  petra,
  startCourse,
  wordsOf,
} from '../course.ts';

const BOARD = 'R-2026-11-25-001';
const of = { board: BOARD };
let town: Course;
afterEach(() => town.stop());

type Who = typeof amira;
const taps = (who: Who, verb: string, data: object = {}) => town.taps(who, verb, { ...of, ...data });
const add = (who: Who, text: string, column = 'good') => taps(who, 'retro.add', { text, column });
const next = (from: string, who = gijs) => taps(who, 'retro.next', { from });
const whole = async () => {
  const found = await town.core.retros.get(PILOT, BOARD);
  if (!found) throw new Error('there is no board');
  return found;
};
const idOf = async (text: string) =>
  (await whole()).points.find((point) => point.text === text)?.id ?? 'nothing';
const vote = async (who: Who, ...texts: string[]) => {
  const { points } = await whole();
  const ids = await Promise.all(texts.map(idOf));
  const inGroup = (id: string) => points.find((point) => point.id === id)?.group !== undefined;
  return taps(who, 'retro.vote', {
    good: ids.filter((id) => !inGroup(id)).join(','),
    groups: ids.filter(inGroup).join(','),
  });
};
const started = async (data: object = {}) => {
  town = await startCourse();
  await town.taps(amira, 'retro.start', data);
};

describe('how a retro is held', () => {
  beforeEach(async () => {
    town = await startCourse();
  });

  test('is asked first, and nothing is begun by asking', async () => {
    const words = await town.says(gijs, 'retro');
    for (const part of [
      'Eerst ieder voor zich',
      'Ging goed, kan beter, vraag',
      'Beginnen, stoppen, doorgaan',
    ])
      expect(words).toContain(part);
    expect((await town.rows('retros')).retros).toEqual([]);
  });

  test('is hidden unless the team chooses otherwise, with the columns that it chose', async () => {
    await town.taps(gijs, 'retro.start', { template: 'doing', form: 'hidden' });
    expect((await whole()).board).toMatchObject({ phase: 'writing', template: 'doing' });
    const words = await taps(amira, 'retro.board');
    for (const column of ['Beginnen', 'Stoppen', 'Doorgaan']) expect(words).toContain(column);
    expect(words).not.toContain('Ging goed');
    expect(await add(amira, 'Elke dag even bellen', 'stop')).toContain('Je punt staat op het bord.');
    expect((await whole()).points[0]?.column).toBe('stop');
    // A column of the other template is none of this board.
    expect(await add(amira, 'Elders', 'good')).toContain('Kies waar je punt hoort.');
  });

  test.each([[''], ['nonsense']])('with nothing readable chosen ("%s") is the hidden one', async (form) => {
    await town.taps(gijs, 'retro.start', { template: form, form });
    expect((await whole()).board).toMatchObject({ phase: 'writing', template: 'went' });
  });

  test('in the short form shows points and votes at once, as boards of before do', async () => {
    await town.taps(gijs, 'retro.start', { form: 'short' });
    await add(amira, 'Overdracht liep soepel');
    expect(await taps(bram, 'retro.board')).toContain('Overdracht liep soepel');
    expect(await vote(bram, 'Overdracht liep soepel')).toContain('1 stem"');
  });
});

describe('while everybody writes', () => {
  beforeEach(() => started());

  test('nobody else reads a point, who leads included, and the channel only how many there are', async () => {
    expect(await add(amira, 'De lijst was te lang', 'better')).toContain('Je punt staat op het bord.');
    await add(bram, 'Bellen werkte', 'good');
    for (const who of [bram, gijs, petra]) {
      for (const verb of ['retro.board', 'retro.all', 'retro.ballot', 'retro.groups', 'retro.close'])
        expect(await taps(who, verb, { page: 0 })).not.toContain('De lijst was te lang');
    }
    expect(await taps(cem, 'retro.board')).toContain('Op het bord: 2 punten.');
    const posted = wordsOf(await town.renewed(10));
    expect(posted).toContain('Op het bord: 2 punten.');
    expect(posted).not.toContain('De lijst was te lang');
    expect(posted).not.toContain('Bellen werkte');
  });

  test('nobody votes or groups yet, also from an old card', async () => {
    await add(amira, 'Een');
    const id = await idOf('Een');
    expect(await taps(bram, 'retro.ballot')).toContain('Er wordt nog niet gestemd.');
    expect(await taps(bram, 'retro.vote', { good: id })).toContain('Er wordt nog niet gestemd.');
    const words = await taps(gijs, 'retro.group', { good: id, name: 'Overdracht' });
    expect(words).toContain('Groeperen kan na het onthullen.');
    // What was typed is handed back.
    expect(words).toContain('"text":"Overdracht"');
    const { points, ballots } = await whole();
    expect(ballots).toEqual([]);
    expect(points[0]?.group).toBeUndefined();
  });

  test('the row of a point says nothing of its writer, nor of the moment that it came', async () => {
    await add(amira, 'De lijst was te lang', 'better');
    const { retros = [] } = await town.rows('retros');
    const row = retros.find(({ row: name }) => name.startsWith('p|'));
    expect(Object.keys(row?.value ?? {}).sort()).toEqual(['column', 'day', 'text']);
    expect(JSON.stringify(retros)).not.toContain(amira.account);
  });

  test('points are revealed by who leads, and not before there is one', async () => {
    expect(await next('writing')).toContain('Er staat nog geen punt op het bord.');
    await add(amira, 'Een');
    expect(await next('writing', amira)).toContain('Alleen wie de pilot leidt, kan dit');
    expect((await whole()).board.phase).toBe('writing');
    expect(await next('writing')).toContain('De punten zijn onthuld.');
    expect(await taps(cem, 'retro.board')).toContain('"text":"Een"');
  });

  test('and a point comes after that, it is handed back', async () => {
    await add(amira, 'Een');
    await next('writing');
    const words = await add(bram, 'Te laat bedacht');
    expect(words).toContain('Er wordt niet meer geschreven. Je punt is niet bewaard.');
    expect(words).toContain('"text":"Te laat bedacht"');
    expect((await whole()).points.map(({ text }) => text)).toEqual(['Een']);
  });

  test('a point of the very moment of the reveal is handed back too, and nowhere left', async () => {
    await add(amira, 'Een');
    const { add: keep } = town.core.retros;
    vi.spyOn(town.core.retros, 'add').mockImplementationOnce(async (board, ...rest) => {
      await town.core.retros.move(board, { phase: 'revealing' });
      await keep(board, ...rest);
    });
    const words = await add(bram, 'Op de valreep');
    expect(words).toContain('Je punt is niet bewaard.');
    expect(words).toContain('"text":"Op de valreep"');
    expect((await whole()).points.map(({ text }) => text)).toEqual(['Een']);
  });

  test('the order after the reveal is not that of writing', async () => {
    const ids = ['P-9', 'P-1', 'P-5', 'P-3', 'P-7'];
    const { board } = await whole();
    for (const [n, id] of ids.entries())
      await town.core.retros.add(
        board,
        { id, text: `Nummer ${n}`, column: 'good' },
        `2026-11-25T09:0${n}:00Z`,
      );
    await next('writing');
    expect((await whole()).points.map(({ id }) => id)).toEqual(ids.toSorted());
  });
});

describe('two who lead', () => {
  beforeEach(() => started());

  test('tap on at once: the retro goes on by one phase', async () => {
    await add(amira, 'Een');
    const answers = await Promise.all([next('writing', gijs), next('writing', petra)]);
    expect((await whole()).board.phase).toBe('revealing');
    expect(answers.join()).toContain('De punten zijn onthuld.');
    // A card of before moves nothing.
    expect(await next('writing', petra)).toContain('Iemand ging al verder.');
    expect((await whole()).board.phase).toBe('revealing');
  });

  test('are not set back by one whose tap was long on its way', async () => {
    await add(amira, 'Een');
    const { board: long } = await whole();
    await next('writing', petra);
    await next('revealing', petra);
    expect(await town.core.retros.move(long, { phase: 'revealing' })).toBe(false);
    expect((await whole()).board.phase).toBe('voting');
  });

  test('talk a topic through at once: one goes on, the other gets back what they typed', async () => {
    for (const text of ['Een', 'Twee']) await add(amira, text);
    await next('writing');
    await next('revealing');
    await vote(amira, 'Een', 'Twee');
    await next('voting');
    const answers = await Promise.all([
      taps(gijs, 'retro.talked', { at: 0, learning: 'Bel eerst' }),
      taps(petra, 'retro.talked', { at: 0, learning: 'Mail eerst' }),
    ]);
    const { board } = await whole();
    expect(board).toMatchObject({ phase: 'talking', talking: 1 });
    expect(board.notes).toHaveLength(1);
    const lost = board.notes?.[0]?.learning === 'Bel eerst' ? 'Mail eerst' : 'Bel eerst';
    const late = answers.find((words) => words.includes('is niet bewaard'));
    expect(late).toContain(lost);
  });
});

describe('after the reveal', () => {
  beforeEach(async () => {
    await started();
    for (const [who, text] of [
      [amira, 'De lijst is lang'],
      [bram, 'De lijst is traag'],
      [cem, 'Bellen werkte'],
    ] as const)
      await add(who, text);
    await next('writing');
  });
  const group = async (name: string, ...texts: string[]) =>
    taps(gijs, 'retro.group', { name, good: (await Promise.all(texts.map(idOf))).join(',') });

  test('points are put together, put together otherwise, and taken apart', async () => {
    expect(await group('De lijst', 'De lijst is lang', 'De lijst is traag')).toContain('De lijst');
    // Two points, and one group.
    expect(await taps(gijs, 'retro.board')).toContain('"Groepen (1)"');
    // The same name in other letters is the same group.
    await group('de LIJST', 'Bellen werkte');
    expect(new Set((await whole()).points.map(({ group: name }) => name))).toEqual(new Set(['De lijst']));
    await group('Contact', 'Bellen werkte');
    await group('', 'De lijst is traag');
    const groups = Object.fromEntries((await whole()).points.map(({ text, group: name }) => [text, name]));
    expect(groups).toEqual({
      'De lijst is lang': 'De lijst',
      'De lijst is traag': undefined,
      'Bellen werkte': 'Contact',
    });
  });

  test('a group costs one vote, and three votes go to three topics', async () => {
    await add(amira, 'Vierde');
    await group('De lijst', 'De lijst is lang', 'De lijst is traag');
    await next('revealing');
    const ballot = await taps(amira, 'retro.ballot');
    expect(ballot).toContain('De lijst (2 punten)');
    expect(ballot).not.toContain('"title":"De lijst is lang"');
    expect(await vote(amira, 'De lijst is lang', 'De lijst is traag', 'Bellen werkte')).toContain(
      'Je 2 stemmen zijn bewaard.',
    );
  });

  test('groups are fixed once there is voting', async () => {
    await next('revealing');
    expect(await group('De lijst', 'De lijst is lang')).toContain('Ze liggen nu vast.');
    expect((await whole()).points.some(({ group: name }) => name)).toBe(false);
  });
});

describe('while there is voting', () => {
  beforeEach(async () => {
    await started();
    for (const text of ['Een', 'Twee', 'Drie', 'Vier']) await add(amira, text);
    await next('writing');
    await next('revealing');
  });

  test('nobody sees counts or who voted before, who leads included', async () => {
    const before = await taps(bram, 'retro.board');
    await vote(amira, 'Een', 'Twee');
    await vote(cem, 'Een');
    for (const who of [bram, gijs, petra]) {
      for (const verb of ['retro.board', 'retro.all', 'retro.ballot', 'retro.close']) {
        const words = await taps(who, verb, { page: 0 });
        expect(words).not.toMatch(/\d stem(men)?\b(?! zijn)/);
        expect(words).not.toContain('De meeste stemmen:');
      }
    }
    // The board looks the same to who did not vote.
    expect(await taps(bram, 'retro.board')).toBe(before);
    expect(wordsOf(await town.renewed(10))).not.toMatch(/\d stem/);
  });

  test('two members vote at once, and both count', async () => {
    await Promise.all([vote(amira, 'Een', 'Twee'), vote(bram, 'Een')]);
    expect((await whole()).ballots.map(({ points }) => points.length).sort()).toEqual([1, 2]);
    await next('voting');
    expect(await taps(cem, 'retro.board')).toContain('2 stemmen');
  });

  test('four are refused, and stay ticked', async () => {
    expect(await vote(bram, 'Een', 'Twee', 'Drie', 'Vier')).toContain('Je koos er 4. Kies er hooguit 3.');
  });

  test('a vote after the closing does not count, and one of before still does', async () => {
    await vote(bram, 'Een');
    await next('voting');
    expect(await vote(bram, 'Twee')).toContain('Het stemmen is gesloten.');
    const { ballots } = await whole();
    expect(ballots.map(({ points }) => points)).toEqual([[await idOf('Een')]]);
  });

  test('a vote of the very moment of the closing leaves the one of before', async () => {
    await vote(bram, 'Een');
    const { vote: keep } = town.core.retros;
    vi.spyOn(town.core.retros, 'vote').mockImplementationOnce(async (board, ...rest) => {
      await town.core.retros.move(board, { phase: 'talking', talking: 0 });
      await keep(board, ...rest);
    });
    expect(await vote(bram, 'Twee')).toContain('Het stemmen is gesloten.');
    expect((await whole()).ballots.map(({ points }) => points)).toEqual([[await idOf('Een')]]);
  });

  test('without a vote there is nothing to talk through: the team goes to what it agrees', async () => {
    expect(await next('voting')).toContain('Niemand stemde.');
    expect((await whole()).board.phase).toBe('agreeing');
  });
});

describe('for who leads it, the way on', () => {
  test('is in sight also while something is open from last time, and is no warning', async () => {
    await started();
    await town.core.pilotActions.add(PILOT, { id: 'A-1', text: 'Oud', source: 'retro', day: '2026-11-20' });
    const words = await add(gijs, 'Een');
    const [on, open] = [words.indexOf('Onthul de punten'), words.indexOf('Open acties (1)')];
    expect(on).toBeGreaterThan(-1);
    expect(open).toBeGreaterThan(on);
    expect(await taps(amira, 'retro.board')).toContain('Open acties (1)');
    await next('writing');
    await next('revealing');
    await vote(amira, 'Een');
    const first = await next('voting');
    expect(first).toContain('Het stemmen is gesloten. Wat leren jullie hiervan?');
    expect(first).not.toContain('Let op');
  });
});

describe('the three with most votes', () => {
  beforeEach(async () => {
    await started();
    for (const text of ['Een', 'Twee', 'Drie', 'Vier']) await add(amira, text);
    await next('writing');
    await taps(gijs, 'retro.group', {
      name: 'Samen',
      good: `${await idOf('Drie')},${await idOf('Vier')}`,
    });
    await next('revealing');
    await vote(amira, 'Een', 'Twee', 'Drie');
    await vote(bram, 'Drie', 'Een');
    await vote(cem, 'Vier');
    await next('voting');
  });
  const talked = (at: number, data: object = {}, who = gijs) => taps(who, 'retro.talked', { at, ...data });

  test('come one by one, the most votes first, a group with its name and its points', async () => {
    const first = await taps(gijs, 'retro.board');
    expect(first).toContain('1 van 3 · 3 stemmen');
    for (const text of ['Samen', '• Drie', '• Vier']) expect(first).toContain(text);
    expect(first).not.toContain('Twee');
    const second = await talked(0, { learning: 'Bel eerst' });
    expect(second).toContain('2 van 3 · 2 stemmen');
    expect(await taps(bram, 'retro.board')).toContain('2 van 3');
    expect(await talked(1)).toContain('3 van 3 · 1 stem');
  });

  test('end in what the team agrees, filled in with what was noted', async () => {
    await talked(0, {
      learning: 'Bel eerst',
      action: 'Lijst inkorten',
      owner: bram.account,
      due: '2026-12-02',
    });
    await talked(1, { action: 'Rooster maken' });
    const form = await talked(2, { learning: 'Minder mail' });
    for (const part of [
      'Bel eerst',
      'Minder mail',
      'Lijst inkorten',
      bram.account,
      '2026-12-02',
      'Rooster maken',
    ])
      expect(form).toContain(part);
    // The same sentence stands in it once, and a group under its name.
    expect(form).toContain('De meeste stemmen:\\n• Samen (2 punten) · 3 stemmen');
    await taps(gijs, 'retro.agree', {
      learning1: 'Bel eerst',
      action1: 'Lijst inkorten',
      owner1: bram.account,
      due1: '2026-12-02',
    });
    const actions = await town.core.pilotActions.of(PILOT);
    expect(actions.map(({ text, owner, due }) => [text, owner, due])).toEqual([
      ['Lijst inkorten', bram.account, '2026-12-02'],
    ]);
  });

  test('who was noted and is not agreed on takes up nothing', async () => {
    await talked(0, { action: 'Lijst inkorten', owner: bram.account });
    await talked(1);
    await talked(2);
    await taps(gijs, 'retro.agree', { action1: 'Iets nieuws' });
    expect((await whole()).board.agreed?.actions).toEqual([{ text: 'Iets nieuws' }]);
    expect(JSON.stringify(await town.rows('retros'))).not.toContain(bram.account);
  });

  test.each([
    [{ due: 'morgen', action: 'Bellen' }, 'Actie: de datum klopt niet.'],
    [{ due: '2026-12-02' }, 'Actie: schrijf op wat er gebeurt.'],
    [{ learning: 'x'.repeat(301) }, 'Leerpunt: hooguit 300 tekens.'],
    [{ learning: 'Vraag het Gijs' }, 'Leerpunt: haal de naam Gijs weg.'],
    [{ action: 'Petra belt' }, 'Actie: haal de naam Petra weg. Wie het doet, kies je'],
  ])('with %j ask back, and go nowhere', async (data, problem) => {
    const words = await talked(0, data);
    expect(words).toContain(problem);
    expect((await whole()).board.talking).toBe(0);
  });

  test('are moved on by who leads only, and stay as they are when somebody erases themselves', async () => {
    expect(await talked(0, {}, bram)).toContain('Alleen wie de pilot leidt, kan dit');
    const { retros = [] } = await town.rows('retros');
    const [row] = retros.filter(({ row: name }) => name.startsWith('v|'));
    expect(row).toBeDefined();
    const top = (await whole()).board.top;
    await town.core.retros.vote((await whole()).board, amira.account, []);
    expect((await whole()).board.top).toEqual(top);
    expect(await taps(gijs, 'retro.board')).toContain('1 van 3');
  });

  test('and a card of before goes nowhere and gives back what was typed', async () => {
    await talked(0);
    const words = await talked(0, { learning: 'Nog iets' });
    expect(words).toContain('Wat jij opschreef, is niet bewaard.');
    expect(words).toContain('"text":"Nog iets"');
    expect((await whole()).board.talking).toBe(1);
  });
});

describe('a retro that goes on without who led it', () => {
  test('is moved on by any member once nobody who leads the pilot works here any more', async () => {
    await started();
    await add(amira, 'Een');
    expect(await next('writing', bram)).toContain('Alleen wie de pilot leidt, kan dit');
    for (const who of [gijs, petra])
      await town.core.people.change('objecten-west', who.id, (now) => ({ ...now, removed: '2026-11-25' }));
    // Who works here is read again after a quarter of a minute.
    town.clock.now = town.clock.now.add({ minutes: 1 });
    expect(await next('writing', bram)).toContain('De punten zijn onthuld.');
    expect(await next('revealing', outsider)).toContain('Deze pilot ken ik niet');
  });

  test('and that nobody closes is over after two weeks, whatever its phase, and leaves the channel', async () => {
    await started();
    await add(amira, 'Een');
    await next('writing');
    await next('revealing');
    town.clock.now = town.clock.now.add({ hours: 24 * 15 });
    for (const [verb, data] of [
      ['retro.next', { from: 'voting' }],
      ['retro.ballot', {}],
      ['retro.close', {}],
    ] as const)
      expect(await taps(gijs, verb, data)).toContain('Deze retro is voorbij');
    expect(await add(mates[3] ?? amira, 'Veel te laat')).toContain('Deze retro is voorbij');
    expect(wordsOf(await town.renewed(1))).toContain('Niemand rondde de retro af.');
  });
});

describe('the short form', () => {
  /** The buttons that are in sight below the board: the rest is behind Meer. */
  const inSight = (words: string) =>
    /"spacing":"Medium","actions":(\[\{"type":"Action.Execute".*?\}\])\}/.exec(words)?.[1] ?? '';

  test('has voting and rounding off in sight as soon as there is something to vote on', async () => {
    town = await startCourse();
    await town.core.pilotActions.add(PILOT, {
      id: 'A-1',
      text: 'Bellen',
      source: 'standup',
      day: '2026-11-24',
    });
    await town.taps(gijs, 'retro.start', { form: 'short' });
    await taps(gijs, 'retro.board');
    const words = await add(gijs, 'Goed gegaan');
    for (const title of ['Stemmen', 'Afronden']) expect(inSight(words)).toContain(`"title":"${title}"`);
  });

  test('asks for votes in words of what is there', async () => {
    town = await startCourse();
    await town.taps(gijs, 'retro.start', { form: 'short' });
    await add(gijs, 'Goed gegaan');
    const ballot = await taps(gijs, 'retro.ballot');
    expect(ballot).not.toContain('groep');
    expect(ballot).not.toContain('tot het stemmen sluit');
    expect(ballot).toContain('Je mag je stemmen anders verdelen tot de retro is afgerond.');
    await taps(gijs, 'retro.group', { name: 'Werk', good: (await whole()).points[0]?.id });
    expect(await taps(gijs, 'retro.ballot')).toContain('Een groep kost één stem.');
  });

  test('does not speak of a last time before the first retro', async () => {
    town = await startCourse();
    await town.core.pilotActions.add(PILOT, {
      id: 'A-1',
      text: 'Bellen',
      source: 'standup',
      day: '2026-11-24',
    });
    await town.taps(gijs, 'retro.start', { form: 'short' });
    expect(wordsOf(town.posted())).toContain('Eerst: welke acties staan nog open?');
    expect(await taps(gijs, 'retro.last-time')).not.toContain('vorige keer');
  });
});

test('a retro that is begun with a form that nobody offers has the usual columns', async () => {
  for (const template of ['constructor', '__proto__', 'toString', 'bestaat niet']) {
    town = await startCourse();
    await town.taps(gijs, 'retro.start', { template, form: 'short' });
    expect(await taps(gijs, 'retro.board')).toContain('Ging goed');
    await town.stop();
  }
  town = await startCourse();
});
