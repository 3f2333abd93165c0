import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../../src/calendar/schedule.ts';
import { imported, manager, startTestBot, type TestBot, tapped, team, typed } from '../../support/bot.ts';

const PERIOD = '2026-W48';
const WEST = 'objecten-west';
const [first, ...colleagues] = team;
if (!first) throw new Error('a team has somebody');
const amira = first;
const text = 'Ik overleg dit liever een andere keer';

let bot: TestBot;

/** Taps as Amira and gives the words of the card that comes back. */
async function tap(verb: string, data: object = {}, who = amira): Promise<string> {
  const { body } = await bot.post(tapped(who, verb, { period: PERIOD, ...data }));
  return JSON.stringify(body.value);
}

beforeEach(async () => {
  bot = await startTestBot({
    now: '2026-11-24T11:00:00Z',
    seed: async ({ settings }) => settings.saveTeam({ key: 'oost', name: 'Oost', schedule: defaultSchedule }),
  });
  await tap('checkin.answer', { score: 1 });
  await tap('checkin.save', { comment: text, sharing: 'with-name' });
});
afterEach(() => bot.stop());

const standsIn = (where: string) => bot.core.answers.own(where, amira.account, PERIOD);

/** What the manager reads of it once the week has closed. */
async function readAfterClosing(): Promise<string> {
  bot.clock.now = Temporal.Instant.from('2026-11-27T15:30:00Z');
  await bot.tick();
  return tap('comments.named', { team: WEST, page: 0 }, manager);
}

async function moveTo(where: string): Promise<void> {
  await bot.core.people.save([imported(amira, { team: where })]);
  await bot.core.people.drop(WEST, amira.id);
}

const changes: [string, () => Promise<unknown>][] = [
  [
    'the team became too small for a scale',
    async () => {
      for (const { id } of colleagues.slice(3, 7))
        await bot.core.people.change(WEST, id, (now) => ({ ...now, removed: '2026-11-25' }));
    },
  ],
  ['its writer moved to a small team', () => moveTo('oost')],
  ['its writer moved to a team that nobody set up', () => moveTo('nergens')],
  [
    'its writer moved to a team that answers as well',
    async () => {
      const others = Array.from({ length: 7 }, (_, n) => ({
        ...imported(manager, { team: 'oost' }),
        id: `oost-${n}`,
        upn: `oost-${n}@gemeente.example`,
        directoryId: `oost-${n}`,
      }));
      await bot.core.people.save(others);
      await moveTo('oost');
    },
  ],
  [
    'the rhythm has no window in this week any more',
    () =>
      bot.core.settings.changeTeam(WEST, (now) => ({
        ...now,
        schedule: { ...defaultSchedule, everyWeeks: 2, anchor: '2026-11-30' },
      })),
  ],
  [
    'the window was moved to later in the week',
    () =>
      bot.core.settings.changeTeam(WEST, (now) => ({ ...now, schedule: { ...defaultSchedule, day: 'do' } })),
  ],
  [
    'the writer moved and their team was ended',
    async () => {
      await moveTo('oost');
      await bot.core.settings.changeTeam(WEST, (now) => ({ ...now, ended: '2026-11-24' }));
    },
  ],
];

describe('what somebody shared can be taken back until its week closes, also when', () => {
  test.each(changes)('%s', async (_, change) => {
    await change();
    const shown = await tap('checkin.open');
    expect(shown).toContain('"verb":"checkin.ask-withdraw"');
    expect(shown).toContain('vrijdag 27 november om 15.00 uur');
    // Typed words get a stored message: the same whether they answered or not.
    expect(JSON.stringify(await bot.hear(typed(amira, 'check-in')))).not.toContain('withdraw');
    expect(await tap('checkin.withdraw')).toContain('Je antwoord is ingetrokken');
    expect(await standsIn(WEST)).toBeUndefined();
    expect(await tap('checkin.open')).not.toContain('Je antwoord staat');
    expect(await readAfterClosing()).not.toContain(text);
  });

  test('it was answered again in another team: both are taken back', async () => {
    await changes.find(([name]) => name.endsWith('answers as well'))?.[1]();
    expect(await tap('checkin.again')).toContain('checkin.answer');
    await tap('checkin.answer', { score: 4 });
    expect(await tap('checkin.open')).toContain('Je koos: **goed**');
    await tap('checkin.withdraw');
    expect([await standsIn(WEST), await standsIn('oost')]).toEqual([undefined, undefined]);
  });

  test.each(['checkin.open', 'checkin.skip'])(
    'its writer is back in a team where they answered weeks ago, and taps %s: the card leads to it',
    async (tapped) => {
      await changes.find(([name]) => name.endsWith('answers as well'))?.[1]();
      await bot.core.answers.change('oost', amira.account, '2026-W46', () => ({ score: 4, themes: [] }));
      await tap(tapped);
      const shown = await tap('checkin.open');
      expect(shown).not.toContain('Je antwoord staat');
      expect(shown).toContain('Ik zat in een ander team');
      expect(shown).toContain('"verb":"checkin.ask-withdraw"');
      expect(await tap('checkin.ask-withdraw')).toContain('in elk team');
      await tap('checkin.withdraw');
      expect(await standsIn(WEST)).toBeUndefined();
      expect(await readAfterClosing()).not.toContain(text);
    },
  );

  test('the first tap takes nothing back: it asks, and leads back', async () => {
    const before = await standsIn(WEST);
    const asked = await tap('checkin.ask-withdraw');
    expect(asked).toContain('Wil je je antwoord intrekken?');
    expect(asked).toContain('"verb":"checkin.withdraw"');
    expect(asked).toContain('"verb":"checkin.open"');
    expect(before).toBeDefined();
    expect(await standsIn(WEST)).toEqual(before);
  });

  test('nothing is offered to whoever has nothing there', async () => {
    await tap('checkin.withdraw');
    await changes[0]?.[1]();
    expect(await tap('checkin.open')).toContain('Je team is klein');
  });

  test('after its week closed it stays as it was shared, as the card said', async () => {
    await changes[1]?.[1]();
    expect(await readAfterClosing()).toContain(text);
    expect(await tap('checkin.open')).not.toContain('withdraw');
    expect(await tap('checkin.withdraw')).not.toContain('Je antwoord is ingetrokken');
    expect(await tap('comments.named', { team: WEST, page: 0 }, manager)).toContain(text);
  });
});

test('the card of a small team does not say that nothing is kept', async () => {
  await changes[0]?.[1]();
  expect(await tap('checkin.answer', { score: 3 })).not.toContain('bewaar ik niets');
});
