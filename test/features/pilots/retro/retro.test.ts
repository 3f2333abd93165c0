import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { gone } from '../../../support/connector.ts';
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
let town: Course;
const start = async (change = {}) => {
  town = await startCourse(change);
};
afterEach(() => town.stop());

const of = { board: BOARD };
const add = (who = amira, text = 'Overdracht liep soepel', more: object = {}) =>
  town.taps(who, 'retro.add', { ...of, text, column: 'good', ...more });
const whole = async () => {
  const found = await town.core.retros.get(PILOT, BOARD);
  if (!found) throw new Error('there is no board');
  return found;
};
const fill = async (...texts: string[]) => {
  const { board } = await whole();
  for (const [n, text] of texts.entries())
    await town.core.retros.add(board, { id: `x-${n}`, text, column: 'better' }, `2026-11-25T09:00:0${n}Z`);
};
const agreement = {
  learning1: 'Bel eerst',
  action1: 'Werkafspraak maken',
  owner1: amira.account,
  due1: '2026-12-02',
  learning2: '',
  action2: 'Lijst bijwerken',
  owner2: 'nobody',
};

describe('the board in the channel', () => {
  beforeEach(() => start());

  test('is posted once, and started again it is the same board', async () => {
    expect(await town.taps(amira, 'retro.start', { form: 'short' })).toContain('De retro is begonnen');
    expect(await town.taps(bram, 'retro.start', { form: 'short' })).toContain('Dit bord is al open.');
    expect(town.posted()).toHaveLength(1);
    expect((await whole()).board).toMatchObject({ phase: 'open', message: 'sent-1' });
  });

  test('is one board, too, when two begin it at the same moment', async () => {
    await Promise.all([amira, bram, cem].map((who) => town.taps(who, 'retro.start', { form: 'short' })));
    const { retros = [] } = await town.rows('retros');
    expect(retros.map(({ row }) => row)).toEqual([`b|${BOARD}`]);
    expect(town.posted()).toHaveLength(1);
  });

  test('cannot be posted where Kompas was removed: the retro goes on here, and comes later', async () => {
    town.connector.behave(gone, '19:channel');
    expect(await town.taps(amira, 'retro.start', { form: 'short' })).toContain(
      'Ik kan nu niet in het kanaal schrijven.',
    );
    expect(await add()).toContain('Overdracht liep soepel');
    town.connector.behave({ do: 'accept' }, '19:channel');
    await town.taps(bram, 'retro.start', { form: 'short' });
    expect(JSON.stringify(town.posted())).toContain('Overdracht liep soepel');
    expect((await whole()).board.message).toBe('sent-1');
  });

  test.each([
    ['019', 'De retro is begonnen'],
    ['020', 'Morgen kan het weer'],
  ])('after number %s of the day: "%s"', async (number, words) => {
    const opened = '2026-11-25';
    await town.core.retros.open({ id: `R-${opened}-${number}`, pilot: PILOT, opened, phase: 'closed' });
    expect(await town.taps(amira, 'retro.start', { form: 'short' })).toContain(words);
  });

  test('is closed to who is not in the pilot, or not any more', async () => {
    expect(await town.taps(outsider, 'retro.start', { form: 'short' })).toContain('Deze pilot ken ik niet');
    await town.taps(amira, 'retro.start', { form: 'short' });
    await add();
    await town.core.pilots.setMembers(
      PILOT,
      (await town.core.pilots.members(PILOT)).filter(({ directoryId }) => directoryId !== cem.account),
    );
    const before = await town.rows('retros', 'learnings', 'pilotactions');
    for (const who of [outsider, cem]) {
      const words = [
        await town.taps(who, 'retro.board', of),
        await town.taps(who, 'retro.all', { ...of, page: 0 }),
        await add(who, 'Van buiten'),
        await town.taps(who, 'retro.vote', { ...of, good: 'x' }),
        await town.taps(who, 'retro.agree', { ...of, ...agreement }),
      ];
      for (const word of words) {
        expect(word).toContain('Deze pilot ken ik niet');
        expect(word).not.toContain('Overdracht liep soepel');
      }
    }
    expect(await town.rows('retros', 'learnings', 'pilotactions')).toEqual(before);
  });
});

test('without a channel the board is there all the same, and reaches the channel once there is one', async () => {
  await start({ channel: undefined });
  expect(await town.taps(amira, 'retro.start', { form: 'short' })).toContain(
    'Deze pilot heeft nog geen kanaal.',
  );
  expect(await add()).toContain('Je punt staat op het bord.');
  await town.taps(gijs, 'pilot.link');
  expect(await town.taps(amira, 'retro.start', { form: 'short' })).toContain(
    'Het bord staat hier in het kanaal.',
  );
  expect(JSON.stringify(town.posted())).toContain('Overdracht liep soepel');
});

describe('a point', () => {
  beforeEach(async () => {
    await start();
    await town.taps(amira, 'retro.start', { form: 'short' });
  });

  test('in a column that is not there is asked back, and what was typed is still there', async () => {
    const words = await add(amira, 'Overdracht liep soepel', { column: 'elsewhere' });
    expect(words).toContain('Kies waar je punt hoort.');
    expect(words).toContain('"value":"Overdracht liep soepel"');
    expect((await whole()).points).toEqual([]);
  });

  test('has a name with it only where its writer ticked that', async () => {
    for (const named of [undefined, null, false, 'False', 'misschien'])
      await add(amira, `${named}`, { named });
    await add(amira, 'met naam', { named: true });
    expect((await whole()).points.filter(({ author }) => author).map(({ text }) => text)).toEqual([
      'met naam',
    ]);
  });

  test('of 20,000 characters is cut, and that is said', async () => {
    const words = await add(amira, 'x'.repeat(20_000));
    expect(words).toContain('Je punt was te lang. De eerste 300 tekens staan op het bord.');
    expect((await whole()).points[0]?.text).toBe('x'.repeat(300));
  });

  test('without words is none', async () => {
    expect(await add(amira, ' \n ')).toContain('Typ eerst een punt.');
    expect((await whole()).points).toEqual([]);
  });

  test('that is the 201st does not fit, and stays typed', async () => {
    const { board } = await whole();
    await Promise.all(
      Array.from({ length: 200 }, (_, n) =>
        town.core.retros.add(board, { id: `x-${n}`, text: `Punt ${n}`, column: 'good' }, `${n}`),
      ),
    );
    const words = await add(amira, 'Net te veel');
    expect(words).toContain('Het bord is vol: er staan 200 punten op.');
    expect(words).toContain('Net te veel');
    expect((await whole()).points).toHaveLength(200);
  });

  test('does not fit either when many are added in the moment before the board is full', async () => {
    const { board } = await whole();
    await Promise.all(
      Array.from({ length: 190 }, (_, n) =>
        town.core.retros.add(board, { id: `x-${n}`, text: `Punt ${n}`, column: 'good' }, `${n}`),
      ),
    );
    await Promise.all(Array.from({ length: 30 }, (_, n) => add(amira, `Nog een ${n}`)));
    expect((await whole()).points.length).toBeLessThanOrEqual(200);
  });

  test('has a name only when somebody asks for it, and nothing in the logs', async () => {
    await add(amira, 'Zonder naam');
    await add(bram, 'Met naam', { named: 'true' });
    const { retros } = await town.rows('retros');
    expect(JSON.stringify(retros)).not.toContain(amira.account);
    const words = await town.taps(cem, 'retro.board', of);
    expect(words).toContain('Persoon 2');
    expect(words).not.toContain('Persoon 1');
    const logged = town.lines.join('\n');
    for (const text of ['Zonder naam', 'Met naam', amira.account, bram.account, amira.name])
      expect(logged).not.toContain(text);
  });
});

describe('votes', () => {
  beforeEach(async () => {
    await start();
    await town.taps(amira, 'retro.start', { form: 'short' });
    await fill('Een', 'Twee', 'Drie', 'Vier');
  });
  const vote = (who: typeof amira, better: string) => town.taps(who, 'retro.vote', { ...of, better });

  test('are given, moved and taken back, and leave nothing behind', async () => {
    expect(await vote(amira, 'x-0,x-1')).toContain('Je 2 stemmen zijn bewaard.');
    const moved = await vote(amira, 'x-2');
    expect(moved).toContain('Je stem is bewaard.');
    expect(moved.match(/1 stem"/g)).toHaveLength(1);
    expect(await town.taps(amira, 'retro.ballot', of)).toContain('"value":"x-2"');
    expect(await town.taps(bram, 'retro.ballot', of)).not.toContain('"value":"x-2","isMultiSelect');
    expect(await vote(amira, '')).toContain('Je stemmen zijn weg.');
    expect((await whole()).ballots).toEqual([]);
  });

  test('are three: four are refused, and what was chosen is still ticked', async () => {
    await vote(amira, 'x-3');
    const words = await vote(amira, 'x-0,x-1,x-2,x-3');
    expect(words).toContain('Je koos er 4. Kies er hooguit 3.');
    expect(words).toContain('x-0,x-1,x-2,x-3');
    expect((await whole()).ballots.map(({ points }) => points)).toEqual([['x-3']]);
  });

  test('and points are put together by who leads only', async () => {
    const group = { ...of, name: 'Overdracht', better: 'x-0,x-1' };
    expect(await town.taps(amira, 'retro.groups', of)).toContain('Alleen wie de pilot leidt, kan dit');
    expect(await town.taps(amira, 'retro.group', group)).toContain('Alleen wie de pilot leidt, kan dit');
    expect((await whole()).points.some(({ group: name }) => name)).toBe(false);
    expect(await town.taps(gijs, 'retro.group', { ...of, name: 'Leeg' })).toContain('Vink eerst punten aan.');
    const unnamed = await town.taps(gijs, 'retro.group', { ...group, name: ' ' });
    expect(unnamed).toContain('Geef de groep een naam.');
    expect(unnamed).toContain('"value":"x-0,x-1"');
    const long = await town.taps(gijs, 'retro.group', { ...group, name: 'x'.repeat(61) });
    expect(long).toContain('Naam van de groep: hooguit 60 tekens.');
    expect(long).toContain('x-0,x-1');
    expect(await town.taps(gijs, 'retro.group', group)).toContain('Overdracht');
    await town.taps(gijs, 'retro.group', { ...group, name: '', better: 'x-1' });
    const all = await town.taps(gijs, 'retro.all', of);
    // A mark shows where a group ends.
    expect(all.match(/"• /g)).toHaveLength(1);
    expect((await whole()).points.map(({ group: name }) => name)).toEqual([
      'Overdracht',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('closing a retro', () => {
  beforeEach(async () => {
    await start();
    await town.taps(amira, 'retro.start', { form: 'short' });
    await fill('Los punt');
  });
  const agree = (who = gijs, more: object = {}) =>
    town.taps(who, 'retro.agree', { ...of, ...agreement, ...more });
  const kept = async () => ({
    learnings: (await town.core.learnings.all()).map(({ text }) => text),
    actions: (await town.core.pilotActions.of(PILOT)).map(({ text, owner, due }) => [text, owner, due]),
  });
  const asAgreed = {
    learnings: ['Bel eerst'],
    actions: [
      ['Werkafspraak maken', amira.account, '2026-12-02'],
      ['Lijst bijwerken', undefined, undefined],
    ],
  };

  test('keeps what was agreed, and the channel holds no loose point any more', async () => {
    const answer = await agree();
    expect(answer).toContain('Bel eerst');
    expect(answer).toContain('“van mij”. Over een paar minuten staat dit ook in het kanaal.');
    expect(await kept()).toEqual(asAgreed);
    const words = wordsOf(await town.renewed(5));
    expect(words).toContain('Bel eerst');
    expect(words).not.toContain('Los punt');
    expect(town.lines.join('\n')).not.toContain('Bel eerst');
  });

  test('reminds of the points with most votes: of none while nobody voted', async () => {
    await fill('Los punt', 'Ander punt');
    expect(await town.taps(gijs, 'retro.close', of)).not.toContain('De meeste stemmen');
    await town.taps(amira, 'retro.vote', { ...of, better: 'x-1' });
    const words = await town.taps(gijs, 'retro.close', of);
    expect(words).toContain('De meeste stemmen:\\n• Ander punt · 1 stem"');
    expect(words).not.toContain('Los punt');
  });

  test('is for who leads the pilot', async () => {
    for (const verb of ['retro.close', 'retro.agree'])
      expect(await town.taps(amira, verb, { ...of, ...agreement })).toContain(
        'Alleen wie de pilot leidt, kan dit',
      );
    expect((await whole()).board.phase).toBe('open');
  });

  test.each([
    [{ due1: 'morgen' }, 'Actie 1: de datum klopt niet.', ['Bel eerst', 'Lijst bijwerken', 'morgen']],
    [{ due1: '2026-02-30' }, 'Actie 1: de datum klopt niet.', ['Bel eerst', 'Werkafspraak maken']],
    [{ due1: '2026-11-24' }, 'Actie 1: kies een dag vanaf vandaag.', ['Bel eerst', '2026-11-24']],
    [{ learning2: 'x'.repeat(301) }, 'Leerpunt 2: hooguit 300 tekens. Het zijn er 301.', ['Bel eerst']],
    [{ action3: 'x'.repeat(20_000) }, 'Actie 3: hooguit 300 tekens. Het zijn er 20.000.', ['Bel eerst']],
    [{ due3: '2026-12-02' }, 'Actie 3: schrijf op wat er gebeurt.', ['Bel eerst', amira.account]],
  ])('with %j says what to mend, and loses nothing', async (more, problem, typed) => {
    const words = await agree(gijs, more);
    for (const part of [problem, ...typed]) expect(words).toContain(part);
    expect((await whole()).board.phase).toBe('open');
    expect(await kept()).toEqual({ learnings: [], actions: [] });
  });

  test('by two at once: one counts, and the other hears it', async () => {
    const answers = await Promise.all([
      agree(gijs),
      agree(petra, { learning1: 'Iets anders', action1: 'Anders', action2: '' }),
    ]);
    const { agreed } = (await whole()).board;
    const other = agreed?.learnings[0] === 'Bel eerst' ? 'Iets anders' : 'Bel eerst';
    expect((await kept()).learnings).toEqual(agreed?.learnings);
    const first = agreed?.learnings[0] === 'Bel eerst' ? gijs : petra;
    // The second was told, or came so late that the board was closed already, and gets back what they typed.
    const [mine, theirs] = first === gijs ? answers : answers.toReversed();
    expect(mine).not.toContain(other);
    expect(theirs).toContain(other);
    expect(theirs).toContain('niet bewaard');
    // Who came second may be in the log too: it is written before it turns out who was first.
    expect(await town.logged()).toContainEqual([first.account, 'retro afgerond', PILOT]);
  });

  test('that broke off between agreeing and writing is finished by the next look, once', async () => {
    vi.spyOn(town.core.learnings, 'addLearning').mockRejectedValueOnce(new Error('no storage'));
    await agree();
    expect((await whole()).board.phase).toBe('closing');
    expect(await kept()).toEqual({ learnings: [], actions: [] });
    expect(await town.taps(bram, 'retro.board', of)).toContain('Bel eerst');
    await town.taps(cem, 'retro.board', of);
    expect((await whole()).board.phase).toBe('closed');
    expect(await kept()).toEqual(asAgreed);
    const words = wordsOf(await town.renewed(5));
    expect(words).toContain('Bel eerst');
    expect(words).not.toContain('Los punt');
  });

  test('that broke off and is finished on another day keeps each learning point once', async () => {
    vi.spyOn(town.core.pilotActions, 'add').mockRejectedValueOnce(new Error('no storage'));
    await agree();
    expect((await kept()).learnings).toEqual(['Bel eerst']);
    town.clock.now = town.clock.now.add({ hours: 24 });
    await town.taps(bram, 'retro.board', of);
    expect((await whole()).board.phase).toBe('closed');
    expect(await kept()).toEqual(asAgreed);
  });

  test('that broke off is finished, too, when the next board is begun', async () => {
    vi.spyOn(town.core.pilotActions, 'add').mockRejectedValueOnce(new Error('no storage'));
    await agree();
    expect(await town.taps(gijs, 'retro.start', { form: 'short' })).toContain('De retro is begonnen');
    expect(await kept()).toEqual(asAgreed);
    // The new one is found as the newest of that day.
    expect(await town.taps(gijs, 'retro.start', { form: 'short' })).toContain('R-2026-11-25-002');
    await add(bram, 'Op het tweede bord', { board: 'R-2026-11-25-002' });
    expect((await town.core.retros.newest(PILOT))?.points.map(({ text }) => text)).toEqual([
      'Op het tweede bord',
    ]);
  });

  test('comes before a late point and a late vote, and says so', async () => {
    await agree();
    const late = await add(bram, 'Te laat');
    expect(late).toContain('Je punt is niet bewaard.');
    expect(late).toContain('"text":"Te laat"');
    expect(await town.taps(bram, 'retro.vote', { ...of, better: 'x-0' })).toContain('tellen niet meer mee');
    const { points, ballots } = await whole();
    expect(points.map(({ text }) => text)).toEqual(['Los punt']);
    expect(ballots).toEqual([]);
  });

  test('in the instant of a point and a vote leaves neither behind', async () => {
    const { add: addPoint, vote } = town.core.retros;
    const { board } = await whole();
    const close = async () => {
      await town.core.retros.beginClosing(board, { learnings: ['Bel eerst'], actions: [] });
      await town.core.retros.endClosing(board, '2026-11-25');
    };
    vi.spyOn(town.core.retros, 'add').mockImplementationOnce(async (...of) => {
      await close();
      await addPoint(...of);
    });
    expect(await add(bram, 'Op de valreep', { named: 'true' })).toContain('Je punt is niet bewaard.');
    expect(JSON.stringify(await town.rows('retros'))).not.toContain('Op de valreep');
    expect(JSON.stringify(await town.rows('retros'))).not.toContain(bram.account);

    await town.taps(amira, 'retro.start', { form: 'short' });
    const next = { board: 'R-2026-11-25-002' };
    await town.taps(amira, 'retro.add', { ...next, text: 'Een', column: 'good' });
    const second = await town.core.retros.newest(PILOT);
    vi.spyOn(town.core.retros, 'vote').mockImplementationOnce(async (...of) => {
      await town.core.retros.beginClosing(of[0], { learnings: ['Bel eerst'], actions: [] });
      await town.core.retros.endClosing(of[0], '2026-11-25');
      await vote(...of);
    });
    const good = second?.points[0]?.id;
    expect(await town.taps(bram, 'retro.vote', { ...next, good })).toContain('tellen niet meer mee');
    expect((await town.core.retros.newest(PILOT))?.ballots).toEqual([]);
  });

  test('is not needed for a board of two weeks ago: it says so, and a new one may begin', async () => {
    town.clock.now = town.clock.now.add({ hours: 24 * 15 });
    expect(await add()).toContain('Deze retro is voorbij');
    expect(await town.taps(mates[3] ?? amira, 'retro.start', { form: 'short' })).toContain(
      'De retro is begonnen',
    );
  });
});
