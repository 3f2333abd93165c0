import { beforeEach, describe, expect, test } from 'vitest';
import { type Board, type RetroPoint, votesFor } from '../../../../src/features/pilots/retro/rules.ts';
import { subjectOf } from '../../../../src/people/subject.ts';
import { enforceRetention, eraseSubject } from '../../../../src/storage/index.ts';
import { tables } from '../../../support/core.ts';
import { account, dump, foundTown, type Town } from '../../../support/town.ts';
import { channel } from '../crew.ts';

const board: Board = { id: 'R-1', pilot: 'P-1', opened: '2026-11-20', phase: 'open' };
const point = (n: number, more: Partial<RetroPoint> = {}): RetroPoint => ({
  id: `x-${n}`,
  text: `Losse gedachte ${n}`,
  column: 'better',
  ...more,
});
const at = (n: number) => `2026-11-20T10:00:${String(n).padStart(2, '0')}Z`;
const PEOPLE = 50;

let town: Town;
const whole = async () => {
  const found = await town.core.retros.get('P-1', 'R-1');
  if (!found) throw new Error('the board is gone');
  return found;
};

beforeEach(async () => {
  town = await foundTown();
  await town.core.retros.open(board);
});

describe('fifty people at once', () => {
  test('add points and lose none', async () => {
    await Promise.all(Array.from({ length: PEOPLE }, (_, n) => town.core.retros.add(board, point(n), at(n))));
    expect((await whole()).points).toEqual(
      Array.from({ length: PEOPLE }, (_, n) => ({ ...point(n), group: undefined, author: undefined })),
    );
  });

  test('vote, and vote again from another device, and no vote counts twice or gets lost', async () => {
    for (const n of [1, 2, 3, 4]) await town.core.retros.add(board, point(n), at(n));
    const everybody = Array.from({ length: PEOPLE }, (_, n) => account(n + 1));
    const ids = ['x-1', 'x-2', 'x-3'];
    await Promise.all([...everybody, ...everybody].map((who) => town.core.retros.vote(board, who, ids)));
    const { points, ballots } = await whole();
    expect(votesFor(points, ballots)).toEqual(
      new Map([...ids.map((id) => [id, PEOPLE] as const), ['x-4', 0]]),
    );
  });

  test('vote while points are grouped and added, and all of it is there', async () => {
    for (const n of [1, 2, 3]) await town.core.retros.add(board, point(n), at(n));
    const { points } = await whole();
    await Promise.all([
      ...Array.from({ length: PEOPLE }, (_, n) =>
        town.core.retros.vote(board, account(n + 1), [`x-${(n % 3) + 1}`]),
      ),
      ...Array.from({ length: PEOPLE }, (_, n) => town.core.retros.add(board, point(100 + n), at(n))),
      town.core.retros.group(board, points, 'overdracht'),
      town.core.retros.shown(board, 'message-1', channel),
    ]);
    const after = await whole();
    expect(after.points).toHaveLength(3 + PEOPLE);
    expect(after.ballots).toHaveLength(PEOPLE);
    expect(
      after.points
        .filter(({ group }) => group === 'overdracht')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['x-1', 'x-2', 'x-3']);
    expect(after.board.message).toBe('message-1');
  });
});

describe('who takes up what was agreed', () => {
  const agreed = {
    learnings: [],
    actions: [
      { text: 'Bellen', owner: account(1) },
      { text: 'Lijst maken' },
      { text: 'Mailen', owner: account(2) },
    ],
  };

  test('is read with the board, while it closes and after', async () => {
    await town.core.retros.beginClosing(board, agreed);
    expect((await whole()).board.agreed).toEqual(agreed);
    await town.core.retros.endClosing(board, '2026-11-24');
    expect((await whole()).board.agreed).toEqual(agreed);
  });

  test.each(['while it closes', 'after'])('goes with them when they erase themselves %s', async (when) => {
    await town.core.retros.beginClosing(board, agreed);
    if (when === 'after') await town.core.retros.endClosing(board, '2026-11-24');
    await eraseSubject(town.storage, await subjectOf(account(1), town.core));
    expect((await dump(town.storage, tables)).join('\n')).not.toContain(account(1));
    expect((await whole()).board.agreed?.actions).toEqual([
      { text: 'Bellen' },
      { text: 'Lijst maken' },
      { text: 'Mailen', owner: account(2) },
    ]);
  });
});

describe('closing', () => {
  const agreed = { learnings: ['Eerst bellen'], actions: [] };

  test('by two leads at once is done by one', async () => {
    const won = await Promise.all(
      [1, 2, 3].map((n) => town.core.retros.beginClosing(board, { ...agreed, learnings: [`van ${n}`] })),
    );
    expect(won.filter(Boolean)).toHaveLength(1);
    expect((await whole()).board).toMatchObject({
      phase: 'closing',
      agreed: { learnings: [`van ${won.indexOf(true) + 1}`] },
    });
  });

  test('leaves no trace of loose points, votes and names in any table after fourteen days', async () => {
    for (let n = 0; n < 150; n += 1)
      await town.core.retros.add(board, point(n, n % 10 === 0 ? { author: account(1) } : {}), at(n));
    for (let n = 1; n <= 5; n += 1) await town.core.retros.vote(board, account(n), ['x-1']);
    await town.core.retros.beginClosing(board, agreed);
    await town.core.retros.endClosing(board, '2026-11-24');
    expect((await whole()).board.phase).toBe('closed');
    await enforceRetention(town.storage, '2026-12-08');
    expect((await dump(town.storage)).join('\n')).toContain('Losse gedachte 7');
    await enforceRetention(town.storage, '2026-12-09');
    const left = (await dump(town.storage, tables)).join('\n');
    expect(left).not.toContain('Losse gedachte');
    expect(left).not.toContain('R-1');
  });

  test('may be repeated, and goes on where it stopped', async () => {
    for (let n = 0; n < 5; n += 1) await town.core.retros.add(board, point(n), at(n));
    await town.core.retros.beginClosing(board, agreed);
    await town.core.retros.endClosing(board, '2026-11-24');
    const once = await dump(town.storage);
    await town.core.retros.endClosing(board, '2026-11-24');
    expect(await dump(town.storage)).toEqual(once);
  });

  test('that never comes lets go of everything too', async () => {
    await town.core.retros.add(board, point(1), at(1));
    await enforceRetention(town.storage, '2026-12-19');
    expect(await town.core.retros.newest('P-1')).toBeUndefined();
    expect((await dump(town.storage)).join('\n')).not.toContain('Losse gedachte');
  });
});

describe('somebody who erases themselves', () => {
  test('takes their votes and their name along, and leaves the points', async () => {
    await town.core.retros.add(board, point(1, { author: account(1) }), at(1));
    await town.core.retros.add(board, point(2, { author: account(2) }), at(2));
    for (const n of [1, 2]) await town.core.retros.vote(board, account(n), ['x-1']);
    await eraseSubject(town.storage, await town.core.subject(account(1)));
    const { points, ballots } = await whole();
    expect(points.map(({ author }) => author)).toEqual([undefined, account(2)]);
    expect(ballots).toHaveLength(1);
  });
});

test('the newest board of a pilot is found in one read', async () => {
  await town.core.retros.open({ ...board, id: 'R-2', opened: '2026-11-23' });
  town.requests.length = 0;
  expect((await town.core.retros.newest('P-1'))?.board.id).toBe('R-2');
  expect(town.requests).toHaveLength(1);
});
