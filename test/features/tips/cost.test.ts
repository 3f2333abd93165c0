import { Temporal } from 'temporal-polyfill';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../../src/calendar/schedule.ts';
import { checkin } from '../../../src/features/checkin/index.ts';
import { pilots } from '../../../src/features/pilots/index.ts';
import { builtInTips } from '../../../src/features/tips/content/index.ts';
import { personas } from '../../../src/features/tips/content/types.ts';
import { tips } from '../../../src/features/tips/index.ts';
import { imported, somebody } from '../../support/bot.ts';
import type { Core } from '../../support/core.ts';
import { asked } from '../../support/storage.ts';
import { toolsFor } from '../../support/tools.ts';
import { foundTown, type Town } from '../../support/town.ts';
import { turnFor } from '../../support/turn.ts';

const amira = somebody(1);
let town: Town;
let core: Core;

beforeAll(async () => {
  town = await foundTown();
  ({ core } = town);
  town.clock.now = Temporal.Instant.from('2026-11-25T11:00:00Z');
  await core.settings.saveTeam({ key: 'objecten-west', name: 'Objecten West', schedule: defaultSchedule });
  await core.people.save([imported(amira)]);
});

/** The feature as the bot has it; a new one remembers nothing of the library. */
function feature() {
  const fresh = town.restarted();
  const { lately } = core.opened(checkin);
  const { isInPilot } = fresh.opened(pilots);
  return tips.offer(fresh.opened(tips), toolsFor(fresh), {
    lately,
    isInPilot,
    registerWords: async () => [],
  });
}

let bot: ReturnType<typeof feature>;
beforeEach(() => {
  bot = feature();
});

/** The requests of one tap, as "GET seentips". */
async function costOf(verb: string, data: object = {}, who = amira): Promise<string[]> {
  town.requests.length = 0;
  await bot.actions[verb]?.run(turnFor(core, who, town.clock.now), data);
  return asked(town.requests);
}
const writes = (cost: readonly string[]) => cost.filter((one) => !one.startsWith('GET'));

/** Who they are, their last check-in, their own choice and history, and whether they are in a pilot. The step is remembered for two seconds. */
const ASKED = [
  'GET answers',
  'GET directory',
  'GET people',
  'GET personas',
  'GET pilotmembers',
  'GET seentips',
];

describe('what tips cost', () => {
  test('a first look reads who and what they saw and the library, and writes which tip was shown', async () => {
    const first = await costOf('tips.show');
    expect(first.sort()).toEqual(
      [...ASKED, 'GET settings', 'GET helpfultips', 'GET tiplibrary', 'PUT seentips'].sort(),
    );
  });

  test('looking again writes nothing; what is the same for everybody is read once a minute for all', async () => {
    const other = somebody(4);
    await core.people.save([imported(other)]);
    await costOf('tips.show');
    expect((await costOf('tips.show')).sort()).toEqual(ASKED);
    expect((await costOf('tips.show', {}, other)).sort()).toEqual([...ASKED, 'PUT seentips']);
  });

  test('another tip puts the one away and shows the next', async () => {
    await costOf('tips.show');
    const cost = await costOf('tips.next');
    expect(cost.sort()).toEqual([...ASKED, 'GET seentips', 'PUT seentips', 'PUT seentips'].sort());
  });

  test('a reaction reads and writes that one row; "helpt mij" counts once besides', async () => {
    await costOf('tips.show');
    const [seen] = (await core.tips.history(amira.account)).filter(({ done }) => !done);
    const cost = await costOf('tips.react', { tip: seen?.tip, how: 'helps' });
    expect(writes(cost)).toEqual(['PUT seentips', 'POST helpfultips']);
    // Not asked again: what the check-in was about.
    expect(cost).not.toContain('GET answers');
    const again = await costOf('tips.react', { tip: seen?.tip, how: 'helps' });
    expect(writes(again)).toEqual(['PUT seentips']);
  });

  test('the six cards and one of them are one read of the settings', async () => {
    expect(await costOf('personas.list')).toEqual(['GET settings']);
    expect(await costOf('personas.look', { persona: 'bram' })).toEqual([]);
  });

  test('a choice is who it is, that read and one write, and clearing it one removal and its note', async () => {
    await costOf('personas.list');
    for (const persona of personas)
      expect((await costOf('personas.choose', { persona })).sort()).toEqual([
        'GET directory',
        'GET people',
        'PUT personas',
      ]);
    // What was taken back is noted first, so that no backup brings it back.
    expect(await costOf('personas.clear')).toEqual(['POST $batch', 'DELETE personas']);
  });

  test('asked for by typing, the answer costs nothing', async () => {
    town.requests.length = 0;
    await bot.phrases.find(({ say }) => say === 'tip')?.run(turnFor(core, amira, town.clock.now), '');
    expect(town.requests).toEqual([]);
  });
});

describe('what tips cost does not grow', () => {
  const verbs: [string, object][] = [
    ['tips.show', {}],
    ['tips.next', {}],
    ['tips.kept', {}],
    ['personas.list', {}],
    ['personas.choose', { persona: 'noor' }],
  ];
  async function costs(who = amira): Promise<Record<string, number>> {
    const counted: Record<string, number> = {};
    // Something to be at, so that each look finds the same.
    await costOf('tips.show', {}, who);
    for (const [verb, data] of verbs) counted[verb] = (await costOf(verb, data, who)).length;
    return counted;
  }

  test('with what somebody saw: nearly every tip there is', async () => {
    const reader = somebody(2);
    await core.people.save([imported(reader)]);
    const before = await costs(reader);
    const theirs = builtInTips.filter(({ for: whom, role }) => whom === 'employee' && !role);
    for (const { id } of theirs.slice(0, -6)) {
      await core.tips.show(reader.account, id, '2026-11-20');
      await core.tips.change(reader.account, id, (seen) => ({ ...seen, done: true, kept: true }));
    }
    expect(await costs(reader)).toEqual(before);
  });

  test('with the number of people, in the team and with choices and histories of their own', async () => {
    const reader = somebody(3);
    await core.people.save([imported(reader)]);
    const before = await costs(reader);
    const others = Array.from({ length: 150 }, (_, n) => somebody(100 + n));
    await core.people.save(others.map((who) => imported(who)));
    for (const { account } of others) {
      await core.tips.choose(account, 'noor', '2026-11-25');
      await core.tips.show(account, 'noor-1-a', '2026-11-25');
    }
    expect(await costs(reader)).toEqual(before);
  });
});
