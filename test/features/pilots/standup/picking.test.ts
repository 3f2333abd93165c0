import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  amira,
  bram,
  cem,
  dewi,
  els,
  inChannelOnly,
  PILOT,
  seenOn,
  startTown,
  type Town,
  wordsOf,
} from './town.ts';

const TUESDAY = '2026-11-24';
let town: Town;

beforeEach(async () => {
  town = await startTown();
});
afterEach(() => town.stop());

describe('what is in the way', () => {
  const summary = async () => {
    await town.passes(`${TUESDAY} 09:00`);
    await town.shares(bram, 'Iets', '', 'De BAG ligt eruit');
    const [sent] = await town.passes(`${TUESDAY} 11:00`);
    return seenOn(sent?.activity.attachments?.[0]?.content);
  };
  const pick = (buttons: { verb: string; data: Record<string, unknown> }[], verb: string) =>
    buttons.find((button) => button.verb === verb)?.data ?? {};

  test('becomes an action in one tap, of who taps and due at the next stand-up; the channel shows it', async () => {
    const { buttons } = await summary();
    const answer = await town.taps(cem, 'standup.to-action', pick(buttons, 'standup.to-action'));
    expect(answer.words).toContain('pakt op: Persoon 3 · klaar op 25 november 2026');
    expect(await town.core.pilotActions.of(PILOT)).toMatchObject([
      { text: 'De BAG ligt eruit', owner: cem.account, due: '2026-11-25', day: TUESDAY, source: 'standup' },
    ]);
    await town.channelSays('pakt op: Persoon 3');
  });

  test('two people tap at once: it is one action of one of them', async () => {
    const { buttons } = await summary();
    const data = pick(buttons, 'standup.to-action');
    await Promise.all([cem, dewi, amira].map((who) => town.taps(who, 'standup.to-action', data)));
    const todos = await town.core.pilotActions.of(PILOT);
    expect(todos).toHaveLength(1);
    const later = await town.taps(bram, 'standup.to-action', data);
    expect(later.words).toContain('Een collega was net eerder');
    expect(await town.core.pilotActions.of(PILOT)).toEqual(todos);
  });

  test('can be given to another member, by another day', async () => {
    const { buttons } = await summary();
    const data = pick(buttons, 'standup.to-action');
    await town.taps(cem, 'standup.to-action', data);
    expect((await town.taps(cem, 'standup.edit-action', data)).words).toContain('2026-11-25');
    const wrong = { ...data, owner: els.account, due: '2026-11-20' };
    const refused = await town.taps(cem, 'standup.save-action', wrong);
    expect(refused.words).toContain('Kies wie dit oppakt.');
    expect(refused.words).toContain('Kies een dag vanaf vandaag.');
    await town.taps(cem, 'standup.save-action', { ...data, owner: dewi.account, due: '2026-12-01' });
    expect(await town.core.pilotActions.of(PILOT)).toMatchObject([
      { owner: dewi.account, due: '2026-12-01' },
    ]);
  });

  test('given to two others at once is of one of them, and the other who gave it reads whose', async () => {
    const { buttons } = await summary();
    const data = pick(buttons, 'standup.to-action');
    await town.taps(cem, 'standup.to-action', data);
    const answers = await Promise.all([
      town.taps(amira, 'standup.save-action', { ...data, owner: dewi.account, due: '2026-12-01' }),
      town.taps(bram, 'standup.save-action', { ...data, owner: amira.account, due: '2026-12-02' }),
    ]);
    const rows = (await town.rows('pilotactions')).pilotactions ?? [];
    expect(rows.filter(({ row }) => row.startsWith('o|'))).toHaveLength(1);
    expect(answers.filter(({ words }) => words.includes('Een collega was net eerder'))).toHaveLength(1);
    const [todo] = await town.core.pilotActions.of(PILOT);
    expect([
      [dewi.account, '2026-12-01'],
      [amira.account, '2026-12-02'],
    ]).toContainEqual([todo?.owner, todo?.due]);
  });

  test.each(['to-action', 'edit-action', 'save-action'])(
    'and is done, stays of who did it whatever an older card sends: %s',
    async (verb) => {
      const { buttons } = await summary();
      const data = pick(buttons, 'standup.to-action');
      await town.taps(cem, 'standup.to-action', data);
      const [before] = await town.core.pilotActions.of(PILOT);
      await town.taps(cem, 'pilot.done', { action: before?.id });
      const told = await town.during(async () => {
        const sent = { ...data, owner: bram.account, due: town.day() };
        expect((await town.taps(amira, `standup.${verb}`, sent)).words).toContain('opgelost');
      });
      expect(told).toEqual([]);
      expect(await town.core.pilotActions.of(PILOT)).toMatchObject([
        { owner: cem.account, due: '2026-11-25', doneOn: TUESDAY },
      ]);
    },
  );

  test('and is late, is mentioned once in each stand-up until it is done', async () => {
    const { buttons } = await summary();
    await town.taps(cem, 'standup.to-action', pick(buttons, 'standup.to-action'));
    const mentions = (sent: Parameters<typeof wordsOf>[0]) =>
      inChannelOnly(sent).filter((one) => wordsOf([one]).includes('Te laat')).length;
    const wednesday = await town.passes('2026-11-25 09:00');
    expect(mentions(wednesday)).toBe(0);
    for (const day of ['2026-11-26', '2026-11-27']) {
      const sent = await town.passes(`${day} 09:00`);
      await town.shares(bram, 'Iets');
      sent.push(...(await town.passes(`${day} 10:50`)), ...(await town.passes(`${day} 11:00`)));
      expect(mentions(sent)).toBe(1);
      const late = wordsOf(inChannelOnly(sent).filter((one) => wordsOf([one]).includes('Te laat')));
      expect(late).toContain('had klaar moeten zijn op 25 november 2026');
      // Who took it: no name stands beside what is late where others read it.
      expect(late).not.toContain('Persoon 3');
    }
    const [todo] = await town.core.pilotActions.of(PILOT);
    await town.taps(cem, 'pilot.done', { action: todo?.id });
    expect(mentions(await town.passes('2026-11-30 09:00'))).toBe(0);
  });
});
