import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../src/calendar/schedule.ts';
import {
  imported,
  installation,
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

const WEST = '19:west@thread.tacv2';
const beheerder = somebody(60, 'Beheerder');
/** Has what an address gives: leads a team from outside, reads for the works council, and is the second registrar. */
const jan = somebody(70, 'Jan Oud');
const newcomer = { ...somebody(71, 'Jeroen Nieuw'), upn: jan.upn };

let bot: TestBot;
beforeEach(async () => {
  bot = await startTestBot({
    // Saturday: nothing is sent by the clock.
    now: '2026-11-28T11:00:00Z',
    seed: async ({ people, settings }) => {
      const bestuur = { key: 'bestuur', name: 'Bestuur', schedule: defaultSchedule };
      await settings.saveTeam({ ...bestuur, managers: [jan.upn] });
      await settings.changeMunicipality((now) => ({
        ...now,
        worksCouncil: [jan.upn],
        secondRegistrar: jan.upn,
      }));
      await people.save([
        imported(jan, { team: 'bestuur' }),
        imported(beheerder, { team: 'bestuur', access: ['beheerder'] }),
      ]);
    },
  });
  await bot.hear(installation(beheerder, 'add'));
  bot.connector.rosters.set(WEST, [...team]);
  await bot.hear(told('teamMemberAdded', { membersAdded: [{ id: '28:kompas' }] }));
});
afterEach(() => bot.stop());

const told = (eventType: string, change: object): TestActivity => ({
  ...typed(beheerder, undefined),
  type: 'conversationUpdate',
  conversation: { id: WEST, conversationType: 'channel', isGroup: true },
  channelData: { team: { id: WEST, name: 'Objecten West' }, eventType },
  ...change,
});
async function joins(who: Somebody) {
  bot.connector.rosters.set(WEST, [...(bot.connector.rosters.get(WEST) ?? []), who]);
  return bot.hear(told('teamMemberAdded', { membersAdded: [{ id: who.user, aadObjectId: who.account }] }));
}
async function leaves(who: Somebody) {
  const rest = (bot.connector.rosters.get(WEST) ?? []).filter(({ user }) => user !== who.user);
  bot.connector.rosters.set(WEST, rest);
  return bot.hear(told('teamMemberRemoved', { membersRemoved: [{ id: who.user }] }));
}
const duties = async () => {
  const { municipality, teams } = await bot.core.settings.read();
  const { worksCouncil, secondRegistrar } = municipality;
  return { worksCouncil, secondRegistrar, managers: teams.find(({ key }) => key === 'bestuur')?.managers };
};

describe('a newcomer with the address of a colleague whom Kompas still has', () => {
  test('is not added by a roster: the address leads to the colleague, with what it gives', async () => {
    const before = await duties();
    await joins(newcomer);
    await bot.hear(installation(newcomer, 'add'));
    expect(await bot.core.people.find(newcomer.account)).toBeUndefined();
    expect(await bot.core.people.byUpn(jan.upn)).toMatchObject({ directoryId: jan.account });
    expect(JSON.stringify((await bot.post(tapped(newcomer, 'signal.list', {}))).body)).toContain(
      'Kompas is voor wie bij de gemeente werkt',
    );
    expect(await duties()).toEqual(before);
  });

  test('takes nothing from the colleague by leaving', async () => {
    const before = await duties();
    await joins(newcomer);
    await leaves(newcomer);
    expect(await duties()).toEqual(before);
    expect(await bot.core.people.byUpn(jan.upn)).toMatchObject({ directoryId: jan.account });
  });

  test('is told to the administrators, and to nobody else', async () => {
    const sent = await joins(newcomer);
    expect(sent.map(({ conversation }) => conversation)).toEqual([`chat-${beheerder.id}`]);
    const words = wordsOf(sent);
    for (const part of ['Objecten West', 'Jeroen Nieuw', 'Jan Oud', jan.upn]) expect(words).toContain(part);
  });

  test('is added once the people file took the colleague out', async () => {
    await bot.core.people.change('bestuur', jan.id, (now) => ({ ...now, removed: '2026-11-28' }));
    await joins(newcomer);
    expect(await bot.core.people.find(newcomer.account)).toMatchObject({ team: 'objecten-west' });
  });
});

describe('somebody who left, and whose address a newcomer got', () => {
  const chris = team[2] as Somebody;
  const again = { ...somebody(72, 'Chris Nieuw'), upn: chris.upn };

  test.each([
    ['with that address', chris],
    ['with another one', { ...chris, upn: 'chris.oud@gemeente.example' }],
  ])('does not come back by a roster %s', async (_, back) => {
    await leaves(chris);
    await joins(again);
    expect(await bot.core.people.byUpn(chris.upn)).toMatchObject({ directoryId: again.account });
    await joins(back);
    await bot.core.people.mendDirectory();
    expect(await bot.core.people.find(chris.account)).toBeUndefined();
    expect(await bot.core.people.byUpn(chris.upn)).toMatchObject({ directoryId: again.account });
  });
});
