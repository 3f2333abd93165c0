import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../../src/calendar/schedule.ts';
import { chatOf, imported, somebody, startTestBot, type TestBot } from '../../support/bot.ts';
import { agreed } from '../../support/town.ts';
import { tapping, words } from '../settings/tapping.ts';

const keeper = somebody(20, 'Karin Beheer');
const colleagues = Array.from({ length: 6 }, (_, n) => somebody(30 + n));

let bot: TestBot;
const { say, on, titles } = tapping(() => bot);

async function begin(now: string): Promise<void> {
  await bot?.stop();
  bot = await startTestBot({
    empty: true,
    now,
    seed: async ({ settings }) => {
      await settings.changeMunicipality((before) => ({ ...before, ...agreed }));
      await settings.saveTeam({ key: 'oost', name: 'Oost', schedule: defaultSchedule });
    },
  });
  const open = (who: typeof keeper) =>
    ({ team: 'oost', reach: 'open', welcomed: true, address: chatOf(who, bot.connector.url) }) as const;
  await bot.core.people.save([
    imported(keeper, { ...open(keeper), access: ['beheerder'] }),
    ...colleagues.slice(0, 3).map((who) => imported(who, open(who))),
    ...colleagues.slice(3).map((who) => imported(who, { team: 'oost', directoryId: undefined })),
  ]);
}
afterAll(() => bot?.stop());

describe('checkin nu while a check-in is open', () => {
  beforeEach(() => begin('2026-11-24T10:00:00Z'));

  test('says first how many of how many Kompas can reach, and shows who not', async () => {
    const card = await say(keeper, 'checkin nu');
    expect(words(card)).toContain('Kompas bereikt 4 van de 7 mensen in dit team.');
    expect(titles(card)).toContain('Stuur nu');
    expect(words(await on(keeper, card, 'Wie is niet bereikbaar'))).toContain('3 van de 7 mensen');
  });

  test('says so of everybody in a team, and that an answer stays', async () => {
    for (const who of colleagues.slice(3))
      await bot.core.people.change('oost', who.id, (now) => ({ ...now, removed: '2026-11-20' }));
    const card = await say(keeper, 'checkin nu');
    expect(words(card)).toContain('Kompas bereikt alle 4 mensen in dit team.');
    expect(words(card)).toContain('Wie al antwoordde, houdt dat antwoord.');
    expect(titles(card)).not.toContain('Wie is niet bereikbaar');
  });

  test('counts by who can be reached alone, so that it tells of nobody that they want no check-ins', async () => {
    const before = words(await say(keeper, 'checkin nu'));
    const [one] = colleagues;
    await bot.core.people.change('oost', one?.id ?? '', (now) => ({ ...now, checkins: false }));
    expect(words(await say(keeper, 'checkin nu'))).toBe(before);
  });
});

describe('checkin nu while none is open', () => {
  test('says when the next one opens, and leads to the rhythm and to the trial', async () => {
    await begin('2026-11-28T10:00:00Z');
    const card = await say(keeper, 'checkin nu');
    expect(words(card)).toContain('De volgende begint maandag 30 november om 10.00 uur.');
    expect(words(await on(keeper, card, 'Wijzig het ritme'))).toContain('Hoe vaak?');
    expect(words(await on(keeper, card, 'Doe de proef'))).toContain('Proef: er wordt niets bewaard');
  });

  test('without any team leads to the first hour', async () => {
    await begin('2026-11-28T10:00:00Z');
    await bot.core.settings.changeTeam('oost', (now) => ({ ...now, ended: '2026-11-20' }));
    const card = await say(keeper, 'checkin nu');
    expect(words(card)).toContain('Er is nog geen team');
    expect(titles(card)).toContain('Verder met inrichten');
  });
});
