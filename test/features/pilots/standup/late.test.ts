import { afterEach, beforeEach, expect, test } from 'vitest';
import { amira, bram, cem, inChannelOnly, PILOT, startTown, type Town, wordsOf } from './town.ts';

const DAY = '2026-11-24';
let town: Town;

/** Bram and Amira each say what is in the way, and Cem and Amira each take one up, to be done at the next stand-up. */
beforeEach(async () => {
  town = await startTown();
  await town.passes(`${DAY} 09:00`);
  await town.shares(bram, 'Gewerkt', '', 'De lijst is te lang');
  await town.shares(amira, 'Gewerkt', '', 'De server hapert');
  for (const who of [cem, amira]) {
    const card = await town.taps(who, 'standup.day', { day: DAY });
    const button = card.buttons.find(({ verb }) => verb === 'standup.to-action');
    await town.taps(who, 'standup.to-action', button?.data);
  }
});
afterEach(() => town.stop());

const late = 'had opgelost moeten zijn op 25 november 2026';

test('who took up what is in the way stands beside it in the channel while there is time', async () => {
  const summary = wordsOf(inChannelOnly(await town.passes(`${DAY} 11:00`)));
  expect(summary).toContain('pakt op: Persoon 3 · uiterlijk 25 november 2026');
});

test('"stand-up vorige week", typed in the channel, names nobody beside what is late', async () => {
  await town.passes(`${DAY} 11:00`);
  town.to('2026-12-01 08:00');
  const week = wordsOf(inChannelOnly(await town.saysInChannel(bram, 'stand-up vorige week')));
  expect(week).toContain(`In de weg bij Persoon 2 · ${late}`);
  expect(week).not.toContain('pakt op');
});

test('the summary of a day that is looked up in the channel names nobody either, and in the own chat it does', async () => {
  await town.passes(`${DAY} 11:00`);
  town.to('2026-12-01 08:00');
  const here = (await town.taps(bram, 'standup.day', { day: DAY })).words;
  expect(here).toContain(late);
  expect(here).not.toContain('pakt op');
  const alone = (await town.tapsAlone(bram, 'standup.day', { day: DAY })).words;
  expect(alone).toContain(`pakt op: Persoon 3 · ${late}`);
});

test('a summary that is brought up to date later loses the names beside what is late by then', async () => {
  await town.passes(`${DAY} 11:00`);
  town.to('2026-12-01 08:00');
  const mine = (await town.core.pilotActions.of(PILOT)).find(({ owner }) => owner === amira.account);
  await town.taps(amira, 'action.save-give', { action: mine?.id, owner: amira.account, due: '2026-12-03' });
  const before = town.connector.rewritten.length;
  await town.renew(10);
  const words = wordsOf(town.connector.rewritten.slice(before));
  expect(words).toContain('pakt op: Persoon 1 · uiterlijk 3 december 2026');
  expect(words).toContain(late);
  expect(words).not.toContain('pakt op: Persoon 3');
});
