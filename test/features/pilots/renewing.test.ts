import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { runAt } from '../../support/clock-job.ts';
import { gone } from '../../support/connector.ts';
import { amira, bram, CHANNEL, type Course, cem, gijs, PILOT, startCourse, wordsOf } from './course.ts';
import { releasing } from './releaser.ts';
import { renewer } from './renewer.ts';
import { bram as bramOf, dewi, startTown } from './standup/town.ts';

const BOARD = 'R-2026-11-25-001';
const of = { board: BOARD };

describe('the board of a retro in the channel', () => {
  let town: Course;
  beforeEach(async () => {
    town = await startCourse();
    await town.taps(gijs, 'retro.start', { form: 'short' });
  });
  afterEach(() => town.stop());

  const add = (who: typeof amira, text: string) =>
    town.taps(who, 'retro.add', { ...of, text, column: 'better' });
  const alone = (who: typeof amira, text: string) =>
    town.tapsAlone(who, 'retro.add', { ...of, text, column: 'better' });

  test('has no field in it: what somebody types stands in an answer to their own tap', async () => {
    const [posted] = town.posted();
    expect(wordsOf(posted ? [posted] : [])).not.toContain('Input.Text');
    expect(wordsOf(posted ? [posted] : [])).toContain('Voeg een punt toe');
    expect(await town.taps(amira, 'retro.board', of)).toContain('Input.Text');
    await add(amira, 'Eerste');
    expect(wordsOf(await town.renewed(5))).not.toContain('Input.Text');
  });

  test('is left alone while somebody may be typing in its place, and then shows everything at once', async () => {
    await add(amira, 'Eerste');
    await alone(bram, 'Tweede');
    expect(await town.renewed(4)).toEqual([]);
    await town.taps(cem, 'retro.ballot', of);
    expect(await town.renewed(4)).toEqual([]);
    const rewritten = await town.renewed(1);
    expect(rewritten.map(({ id, conversation }) => [id, conversation])).toEqual([['sent-1', CHANNEL]]);
    for (const text of ['Eerste', 'Tweede']) expect(wordsOf(rewritten)).toContain(text);
    expect(await town.renewed(60)).toEqual([]);
  });

  test('does not wait for who types in their own chat, nor is rewritten when nothing changed', async () => {
    await town.taps(cem, 'retro.ballot', of);
    expect(await town.renewed(5)).toEqual([]);
    await alone(bram, 'Tweede');
    expect(wordsOf(await town.renewed(0))).toContain('Tweede');
  });

  test('is tried again when the channel does not answer, and not where Kompas was removed', async () => {
    await alone(amira, 'Eerste');
    town.connector.behave({ do: 'answer', status: 503 });
    expect(await town.renewed(0)).toEqual([]);
    town.connector.behave({ do: 'accept' });
    expect(wordsOf(await town.renewed(0))).toContain('Eerste');
    await alone(amira, 'Tweede');
    town.connector.behave(gone, CHANNEL);
    await town.renewed(0);
    town.connector.behave({ do: 'accept' }, CHANNEL);
    expect(await town.renewed(0)).toEqual([]);
  });

  test('that arrives after a newer one of another instance is put right', async () => {
    await alone(amira, 'Los punt');
    const written: string[] = [];
    const other = renewer(town, {
      rewrite: async (_to, _id, message) => {
        written.push(JSON.stringify(message));
        return { kind: 'sent' };
      },
    });
    const slow = renewer(town, {
      rewrite: async (_to, _id, message) => {
        // On its way the board is closed, and another instance shows that first.
        await town.tapsAlone(gijs, 'retro.agree', { ...of, learning1: 'Bel eerst' });
        await other();
        written.push(JSON.stringify(message));
        return { kind: 'sent' };
      },
    });
    await slow();
    expect(written.at(-1)).toContain('Los punt');
    await other();
    expect(written.at(-1)).toContain('Bel eerst');
    expect(written.at(-1)).not.toContain('Los punt');
    await other();
    expect(written).toHaveLength(3);
  });

  test('that nobody closes has no loose points any more after fourteen days', async () => {
    await add(amira, 'Los punt');
    expect(wordsOf(await town.renewed(24 * 60))).toContain('Los punt');
    expect(await town.renewed(13 * 24 * 60)).toEqual([]);
    const words = wordsOf(await town.renewed(24 * 60));
    expect(words).toContain('Deze retro is voorbij');
    expect(words).not.toContain('Los punt');
    expect(await town.renewed(24 * 60)).toEqual([]);
  });

  test('has no loose points any more once the pilot is closed', async () => {
    await add(amira, 'Los punt');
    await town.renewed(5);
    await town.taps(gijs, 'pilot.close', {});
    // As long as that can be taken back, the board stays.
    town.clock.now = town.clock.now.add({ hours: 24 });
    await runAt(releasing(town.core), town.core, town.clock.now, { once: (_name, _now, work) => work() });
    const words = wordsOf(await town.renewed(0));
    expect(words).toContain('Deze retro is voorbij');
    expect(words).not.toContain('Los punt');
  });

  test('is brought up to date where it stands, when the pilot moved to another channel', async () => {
    await alone(amira, 'Los punt');
    await town.core.pilots.change(PILOT, (pilot) => ({
      ...pilot,
      channel: { serviceUrl: town.connector.url, conversation: '19:other', bot: '28:kompas' },
    }));
    await town.tapsAlone(gijs, 'retro.agree', { ...of, learning1: 'Bel eerst' });
    const [{ conversation } = { conversation: '' }] = await town.renewed(0);
    expect(conversation).toBe(CHANNEL);
  });

  test('that could not be posted is not repeated either, where anybody types retro', async () => {
    await add(amira, 'Los punt');
    await town.core.pilots.change(PILOT, ({ channel: _channel, ...pilot }) => pilot);
    const newest = await town.core.retros.newest(PILOT);
    if (newest) await town.core.retros.notShown(newest.board);
    const words = await town.says(amira, 'retro');
    expect(words).toContain('Deze pilot heeft nog geen kanaal.');
    expect(words).toContain('Bekijk het bord');
    expect(words).not.toContain('Los punt');
  });

  test('is not repeated in the channel by who types retro again', async () => {
    await add(amira, 'Los punt');
    const words = await town.says(amira, 'retro');
    expect(words).toContain('Bekijk het bord');
    expect(words).not.toContain('Los punt');
  });

  test('that fails keeps no other from its turn', async () => {
    await alone(amira, 'Los punt');
    await town.core.pilotPosts.changed({ kind: 'card', pilot: 'A', of: '2026-11-25' }, town.clock.now);
    vi.spyOn(town.core.pilots, 'get').mockRejectedValueOnce(new Error('no storage'));
    await expect(town.renewed(0)).rejects.toThrow('no storage');
    expect(wordsOf(town.connector.rewritten)).toContain('Los punt');
  });
});

test('the card of a stand-up is left alone while somebody fills it in, also when the stand-up closes', async () => {
  const day = '2026-11-24';
  const town = await startTown();
  await town.passes(`${day} 09:00`);
  await town.renew();
  const before = town.connector.rewritten.length;
  const rewritten = async (moment: string) => {
    await town.passes(`${day} ${moment}`);
    await town.renew();
    return wordsOf(town.connector.rewritten.slice(before));
  };
  town.to(`${day} 10:55`);
  await town.taps(bramOf, 'standup.open', { day });
  town.to(`${day} 10:58`);
  await town.taps(dewi, 'standup.open', { day });
  await town.shares(bramOf, 'Klaar');
  expect(await rewritten('11:00')).toBe('[]');
  expect((await town.shares(dewi, 'Net te laat')).words).toContain('Net te laat');
  expect(await rewritten('11:02')).toBe('[]');
  expect(await rewritten('11:03')).toContain('gesloten');
  await town.stop();
});

test('the card of a stand-up that was just posted is not written again: somebody may have a form in its place already', async () => {
  const day = '2026-11-24';
  const town = await startTown();
  await town.passes(`${day} 09:00`);
  await town.renew();
  expect(town.connector.rewritten).toEqual([]);
  await town.stop();
});

test('a form that is opened while the job reads what a message says now makes the message wait', async () => {
  const town = await startCourse();
  await town.taps(gijs, 'retro.start', { form: 'short' });
  await town.tapsAlone(amira, 'retro.add', { ...of, text: 'Eerste', column: 'better' });
  const { retros, pilotPosts } = town.core;
  const renew = renewer(town, {
    retros: {
      ...retros,
      get: async (...which) => {
        const read = await retros.get(...which);
        await pilotPosts.formOpened({ pilot: PILOT, of: BOARD }, town.clock.now);
        return read;
      },
    },
  });
  await renew();
  expect(town.connector.rewritten).toEqual([]);
  expect(wordsOf(await town.renewed(5))).toContain('Eerste');
  await town.stop();
});
