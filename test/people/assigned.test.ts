import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { SendOutcome } from '../../src/conversation/send-outcome.ts';
import { taskButtons } from '../../src/conversation/task.ts';
import { type Assigned, type Told, tellOwners } from '../../src/people/assigned.ts';
import { account, person } from '../support/town.ts';

/** Tasks in memory, and what was sent about them. */
function tasks(changes: readonly Partial<Assigned>[]) {
  const kept: Assigned[] = changes.map((change, n) => ({
    owner: account(1),
    text: `Taak ${n + 1}`,
    about: 'Actie · Mutaties',
    due: '2026-11-30',
    buttons: taskButtons('action', { pilot: 'P-1', action: `A-${n}` }),
    keep: async (told: Told) => Object.assign(kept[n] as Assigned, told),
    ...change,
  }));
  const sent: { to: string; words: string }[] = [];
  const tell = (day: string, more: { people?: object; outcome?: SendOutcome } = {}) =>
    tellOwners(kept, {
      people: [person('p1', { team: 'west', ...more.people }), person('p2', { team: 'west' })],
      now: Temporal.Instant.from(`${day}T10:00:00+01:00`),
      closures: new Set(),
      send: async (to, message) => {
        sent.push({ to: to.conversation, words: JSON.stringify(message) });
        return more.outcome ?? { kind: 'sent' };
      },
    });
  return { kept, sent, tell };
}

describe('telling people what is theirs', () => {
  test('is one message for all that is new, once', async () => {
    const { sent, tell } = tasks([{}, {}, { owner: account(2) }]);
    await tell('2026-11-24');
    await tell('2026-11-25');
    expect(sent.map(({ to }) => to)).toEqual(['a:p1', 'a:p2']);
    expect(sent[0]?.words).toContain('Taak 1');
    expect(sent[0]?.words).toContain('Taak 2');
    expect(sent[0]?.words).not.toContain('Taak 3');
  });

  test('asks once after the day whether it is done, and once more after a new day', async () => {
    const { kept, sent, tell } = tasks([{ told: '2026-11-20', due: '2026-11-24' }]);
    for (const day of ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27']) await tell(day);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.words).toContain('Is dit gedaan?');
    expect(sent[0]?.words).toContain('1 dag te laat');
    expect(sent[0]?.words).toContain('Nog niet');
    Object.assign(kept[0] as Assigned, { due: '2026-11-30' });
    for (const day of ['2026-11-30', '2026-12-01', '2026-12-02']) await tell(day);
    expect(sent).toHaveLength(2);
  });

  describe('of what they are reminded of', () => {
    // Tuesday.
    const [DUE, TOLD] = ['2026-11-24', '2026-11-20'];
    const one = (change: Partial<Assigned> = {}) =>
      tasks([{ told: TOLD, due: DUE, reminds: true, ...change }]);

    test('says so once on the day itself, and asks after it whether it is done', async () => {
      const { kept, sent, tell } = one();
      await tell('2026-11-23');
      expect(sent).toEqual([]);
      for (const day of [DUE, DUE]) await tell(day);
      expect(sent).toHaveLength(1);
      expect(sent[0]?.words).toContain('Denk je hieraan?');
      expect(sent[0]?.words).toContain('moet vandaag klaar zijn');
      for (const day of ['2026-11-25', '2026-11-26']) await tell(day);
      expect(sent).toHaveLength(2);
      expect(sent[1]?.words).toContain('Is dit gedaan?');
      Object.assign(kept[0] as Assigned, { due: '2026-12-01' });
      await tell('2026-12-01');
      expect(sent[2]?.words).toContain('Denk je hieraan?');
    });

    test.each([
      ['a weekend', '2026-11-29', '2026-11-27', {}],
      ['a day off', '2026-11-25', '2026-11-24', { workdays: ['ma', 'di'] }],
      ['an absence', '2026-11-26', '2026-11-24', { absentFrom: '2026-11-25', absentUntil: '2026-12-04' }],
      ['Christmas', '2026-12-25', '2026-12-24', {}],
    ])('says so on the last working day before %s', async (_what, due, day, people) => {
      const { sent, tell } = one({ due });
      for (
        let date = Temporal.PlainDate.from('2026-11-23');
        date.toString() < day;
        date = date.add({ days: 1 })
      )
        await tell(date.toString(), { people });
      expect(sent).toEqual([]);
      await tell(day, { people });
      expect(sent.map(({ words }) => words.includes('Denk je hieraan?'))).toEqual([true]);
    });

    test.each([
      ['who was told of it today', { told: DUE }, {}],
      ['who works on none of these days', {}, { absentFrom: '2026-11-01', absentUntil: '2026-12-31' }],
    ])('says nothing to %s', async (_who, change, people) => {
      const { sent, tell } = one(change);
      await tell(DUE, { people });
      expect(sent).toEqual([]);
    });

    test('is not lost behind much that is new', async () => {
      const fresh = Array.from({ length: 8 }, () => ({}));
      const { sent, tell } = tasks([
        ...fresh,
        { text: 'Vandaag klaar', told: TOLD, due: DUE, reminds: true },
      ]);
      await tell(DUE);
      expect(sent[0]?.words).toContain('Vandaag klaar');
    });
  });

  test('never asks of what nobody told them of: that is told first', async () => {
    const { sent, tell } = tasks([{ due: '2026-11-20' }]);
    await tell('2026-11-24');
    expect(sent[0]?.words).toContain('Jij pakt dit op');
    await tell('2026-11-25');
    expect(sent[1]?.words).toContain('Is dit gedaan?');
    await tell('2026-11-26');
    expect(sent).toHaveLength(2);
  });

  test.each([
    ['is away', { absentUntil: '2026-11-27' }],
    ['does not work that day', { workdays: ['ma'] }],
    ['left', { removed: '2026-11-20' }],
    ['has no chat', { reach: 'none', address: undefined }],
  ])('waits for who %s', async (_who, people) => {
    const { kept, sent, tell } = tasks([{}]);
    await tell('2026-11-24', { people });
    expect(sent).toEqual([]);
    expect(kept[0]?.told).toBeUndefined();
  });

  test('is done again when it could not be sent for now', async () => {
    const { kept, tell } = tasks([{}]);
    const outcome: SendOutcome = { kind: 'again', reason: '503' };
    await expect(tell('2026-11-24', { outcome })).rejects.toThrow('could not be told');
    expect(kept[0]?.told).toBeUndefined();
    await tell('2026-11-24');
    expect(kept[0]?.told).toBe('2026-11-24');
  });

  test('of very much is told in parts, so that a message can be read', async () => {
    const { sent, tell } = tasks(Array.from({ length: 8 }, () => ({})));
    for (const day of ['2026-11-24', '2026-11-25', '2026-11-26']) await tell(day);
    expect(sent).toHaveLength(2);
    expect(sent[1]?.words).toContain('Taak 8');
  });
});
