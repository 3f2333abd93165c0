import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../src/calendar/schedule.ts';
import { importPeople } from '../../src/people/import.ts';
import {
  imported,
  installation,
  manager,
  type Somebody,
  somebody,
  startTestBot,
  type TestActivity,
  type TestBot,
  tapped,
  team,
  typed,
  wordsOf,
} from '../support/bot.ts';
import { HEADING } from '../support/town.ts';

const WEST = '19:west@thread.tacv2';
const OOST = '19:oost@thread.tacv2';
const NAMES: Record<string, string> = { [WEST]: 'Objecten West', [OOST]: 'Objecten Oost' };
const [amira] = team as [Somebody];
const beheerder = somebody(60, 'Beheerder');
/** Works in Oost, says the file, and would like to read along in West. */
const nosy = somebody(80, 'Nieuwsgierig');
const period = '2026-W48';

let bot: TestBot;
beforeEach(async () => {
  bot = await startTestBot({
    seed: async ({ people, settings }) => {
      await settings.saveTeam({ key: 'objecten-oost', name: 'Objecten Oost', schedule: defaultSchedule });
      await people.save([
        imported(nosy, { team: 'objecten-oost' }),
        imported(beheerder, { access: ['beheerder'], team: 'objecten-oost' }),
      ]);
    },
  });
  for (const who of [beheerder, manager, nosy]) await bot.hear(installation(who, 'add'));
  bot.connector.rosters.set(WEST, [...team]);
  bot.connector.rosters.set(OOST, [beheerder, nosy]);
  for (const id of [WEST, OOST])
    await bot.hear(told(id, 'teamMemberAdded', { membersAdded: [{ id: '28:kompas' }] }));
});
afterEach(() => bot.stop());

const told = (id: string, eventType: string, change: object): TestActivity => ({
  ...typed(beheerder, undefined),
  type: 'conversationUpdate',
  conversation: { id, conversationType: 'channel', isGroup: true },
  channelData: { team: { id, name: NAMES[id] }, eventType },
  ...change,
});
const rosterOf = (id: string) => bot.connector.rosters.get(id) ?? [];
async function joins(id: string) {
  bot.connector.rosters.set(id, [...rosterOf(id).filter(({ user }) => user !== nosy.user), nosy]);
  return bot.hear(told(id, 'teamMemberAdded', { membersAdded: [{ id: nosy.user }] }));
}
async function leaves(id: string) {
  bot.connector.rosters.set(
    id,
    rosterOf(id).filter(({ user }) => user !== nosy.user),
  );
  return bot.hear(told(id, 'teamMemberRemoved', { membersRemoved: [{ id: nosy.user }] }));
}
const place = async () => (await bot.core.people.find(nosy.account))?.team;
const tonight = async () => {
  const before = bot.connector.sent.length;
  bot.clock.now = bot.clock.now.add({ hours: 24 });
  await bot.tick();
  return wordsOf(bot.connector.sent.slice(before));
};
const ELSEWHERE = 'bij een ander team in Teams';

/** Ways into the Teams team of West. */
const ways: Record<string, () => Promise<unknown>> = {
  'joins it and then leaves their own': async () => {
    await joins(WEST);
    await leaves(OOST);
  },
  'leaves their own and then joins it': async () => {
    await leaves(OOST);
    await joins(WEST);
  },
  'leaves their own, comes back, and goes the same way again': async () => {
    await leaves(OOST);
    await joins(OOST);
    await joins(WEST);
    await leaves(OOST);
  },
  'goes in and out of both': async () => {
    await joins(WEST);
    await leaves(OOST);
    await leaves(WEST);
    await joins(WEST);
  },
};

describe.each(Object.keys(ways))('somebody whom the file put in another team, who %s', (way) => {
  test('is not in that team, by day or by night, and reads nothing of it', async () => {
    for (const who of team.slice(0, 7)) await bot.post(tapped(who, 'checkin.answer', { period, score: 2 }));
    await bot.post(
      tapped(amira, 'checkin.save', {
        period,
        themes: '',
        comment: 'Te veel overleg',
        sharing: 'without-name',
      }),
    );
    bot.clock.now = bot.clock.now.add({ hours: 24 * 3 });
    await bot.tick();
    await ways[way]?.();
    await tonight();
    expect(await place()).not.toBe('objecten-west');
    expect((await bot.core.people.members('objecten-west')).map(({ name }) => name)).not.toContain(nosy.name);
    const shown = await bot.post(tapped(nosy, 'comments.open', { team: 'objecten-west', page: 0 }));
    expect(JSON.stringify(shown.body)).not.toContain('Te veel overleg');
  });

  test('is told to the administrators, with both teams, and to nobody else', async () => {
    const before = bot.connector.sent.length;
    await ways[way]?.();
    const sent = bot.connector.sent.slice(before).filter((one) => wordsOf([one]).includes(ELSEWHERE));
    expect(new Set(sent.map(({ conversation }) => conversation))).toEqual(new Set([`chat-${beheerder.id}`]));
    for (const part of [nosy.name, 'Objecten Oost', 'Objecten West']) expect(wordsOf(sent)).toContain(part);
  });

  test('is moved by the file', async () => {
    await ways[way]?.();
    const line = `${nosy.id};${nosy.name};${nosy.upn};Objecten West;medewerker;ma;${nosy.account}`;
    const { people, settings, silence, audit, now } = bot.core;
    await importPeople({ people, settings, silence, audit, now }, Buffer.from([HEADING, line].join('\n')), {
      complete: false,
      who: 'cli',
    });
    expect(await place()).toBe('objecten-west');
    await tonight();
    expect(await place()).toBe('objecten-west');
  });
});

describe('somebody whom the file put in a team, and who is in the Teams team of another one only', () => {
  beforeEach(async () => {
    await joins(WEST);
    await leaves(OOST);
  });

  test('keeps their team, is told of once, and once more after they were back', async () => {
    expect(await place()).toBe('objecten-oost');
    expect(await tonight()).not.toContain(ELSEWHERE);
    expect(await place()).toBe('objecten-oost');
    await joins(OOST);
    expect(wordsOf(await leaves(OOST))).toContain(ELSEWHERE);
  });

  test('leaves Kompas when they are in none any more', async () => {
    await leaves(WEST);
    await tonight();
    expect(await place()).toBeUndefined();
  });

  test('keeps the rights that the file gives them afterwards', async () => {
    await bot.core.people.change('objecten-oost', nosy.id, (now) => ({ ...now, access: ['projectleider'] }));
    await tonight();
    expect((await bot.core.people.find(nosy.account))?.access).toEqual(['projectleider']);
  });
});
