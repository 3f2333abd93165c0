import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTestBot, type TestBot, typed, wordsOf } from '../../../support/bot.ts';
import { crewOf, pilotOf } from '../../../support/pilot.ts';
import { crew, lead, mate, other, outsider, pilot, tapWords } from '../crew.ts';

let bot: TestBot;

/** Gijs and Hanna are in the procespilot; Hanna was in no rolpilot. */
beforeEach(async () => {
  bot = await startTestBot({ seed: crew });
  const { pilots } = bot.core;
  await pilots.add(
    pilotOf({ id: 'P-7', name: 'Het hele proces', kind: 'procespilot' }),
    crewOf([mate], [outsider]),
  );
  await pilots.add(
    pilotOf({ id: 'P-8', name: 'Proefweek Oost', kind: 'proefweek' }),
    crewOf([lead], [other]),
  );
});
afterEach(() => bot.stop());

const lessons = (who: typeof lead, pilotId = 'P-7') =>
  tapWords(bot, who, 'learning.earlier', { pilot: pilotId });
const learned = (id: string, kind: 'rolpilot' | 'proefweek' | 'procespilot', text: string) =>
  bot.core.learnings.addLearning({ id, kind }, text, 'retro');
async function share(text: string, title: string) {
  const one = (await bot.core.learnings.all()).find((learning) => learning.text === text);
  await bot.core.learnings.change(one?.id ?? '', (now) => ({
    ...now,
    state: 'shared',
    title,
    why: 'Dat scheelt.',
    result: '',
    process: '',
  }));
}

describe('a new procespilot', () => {
  test('says that it begins on paper, and leads to what the rolpilot taught with one tap', async () => {
    const card = wordsOf(await bot.hear(typed(outsider, 'pilot')));
    expect(card).toContain('eerst op papier');
    expect(card).toContain('Dit leerde de rolpilot');
    await bot.core.pilots.change('P-7', (now) => ({
      ...now,
      iteration: { number: 2, day: '2026-11-20', changed: [] },
    }));
    expect(await tapWords(bot, outsider, 'pilot.show', { pilot: 'P-7' })).not.toContain('eerst op papier');
    expect(await tapWords(bot, lead, 'pilot.show', { pilot: 'P-8' })).not.toContain('Dit leerde de rolpilot');
  });

  test('shows of one’s own rolpilot and proefweek everything, and of others what was shared', async () => {
    await learned('P-1', 'rolpilot', 'Eerst bellen');
    await learned('P-8', 'proefweek', 'Samen kijken');
    await learned('P-8', 'proefweek', 'Vaste dag');
    await learned('P-7', 'procespilot', 'Van het proces zelf');
    await share('Vaste dag', 'Een vaste dag voor overdracht');
    const mine = await lessons(mate);
    for (const part of ['Dit leerde de rolpilot', 'op papier', 'Eerst bellen', 'Mutaties in Delfshaven'])
      expect(mine).toContain(part);
    expect(mine).toContain('Een vaste dag voor overdracht');
    for (const not of ['Samen kijken', 'Van het proces zelf', 'Proefweek Oost'])
      expect(mine).not.toContain(not);
    const theirs = await lessons(outsider);
    expect(theirs).toContain('Een vaste dag voor overdracht');
  });

  test('shows who was in none of them nothing that was not shared', async () => {
    await learned('P-1', 'rolpilot', 'Eerst bellen');
    expect(await lessons(outsider)).not.toContain('Eerst bellen');
    expect(await lessons(outsider)).toContain('Er zijn nog geen leerpunten van een rolpilot');
    expect(await lessons(lead)).toContain('Deze pilot ken ik niet');
  });

  test('shows a project lead those of closed rolpilots, without names', async () => {
    await learned('P-8', 'proefweek', 'Amira belde eerst');
    await bot.core.pilots.add(
      pilotOf({ id: 'P-9', name: 'Nog een proces', kind: 'mini-pilot' }),
      crewOf([lead], [outsider]),
    );
    await bot.core.pilots.setMembers('P-8', crewOf([other]));
    expect(await lessons(lead, 'P-9')).not.toContain('belde eerst');
    await bot.core.pilots.change('P-8', (now) => ({ ...now, closedOn: '2026-11-20' }));
    const closed = await lessons(lead, 'P-9');
    expect(closed).toContain('een collega belde eerst');
    expect(closed).not.toContain('Amira');
  });

  test('of very much shows it in pages', async () => {
    for (let n = 0; n < 11; n += 1) await learned(pilot.id, 'rolpilot', `Les ${String(n).padStart(2, '0')}.`);
    const pages = [
      await lessons(mate),
      await tapWords(bot, mate, 'learning.earlier', { pilot: 'P-7', page: 1 }),
    ];
    expect(new Set(pages.join(' ').match(/Les \d\d\./g)).size).toBe(11);
  });
});
