import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { at } from '../../../../src/calendar/clock.ts';
import { defaultSchedule } from '../../../../src/calendar/schedule.ts';
import { planDue } from '../../../../src/delivery/planner.ts';
import type { Picture } from '../../../../src/features/team/snapshot/rules.ts';
import type { Person } from '../../../../src/people/person.ts';
import {
  chatOf,
  imported,
  manager,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
  team,
  wordsOf,
} from '../../../support/bot.ts';
import { patience } from '../../../support/patience.ts';
import { TOWN, WEST, wire } from '../town.ts';

/** The week of 23 November closed on Friday at three; the Monday after it is 30 November. */
const PERIOD = '2026-W48';
const OOST = { kind: 'team', key: 'oost' } as const;
const picture: Picture = { count: '6-9', average: 2.5, themes: ['werkdruk'] };
const calm: Picture = { count: '6-9', average: 4, themes: [] };
const [amira = somebody(1), bert = somebody(2)] = team;
/** Leads Objecten West and Objecten Oost from a team of their own. */
const outside = somebody(41, 'Olaf Buiten');
const east = somebody(42, 'Oda Oost');

let bot: TestBot;

beforeEach(async () => {
  bot = await startTestBot({ now: '2026-11-28T10:00:00Z' });
  const { people, settings, groups } = bot.core;
  const reachable = { reach: 'open', welcomed: true } as const;
  await settings.saveTeam({ key: 'oost', name: 'Objecten Oost', schedule: defaultSchedule });
  await settings.saveTeam({
    key: 'staf',
    name: 'Staf',
    schedule: { ...defaultSchedule, everyWeeks: 4, anchor: '2026-12-07' },
  });
  for (const person of [...team, outside, east]) {
    const own = person === outside ? { team: 'staf' } : person === east ? { team: 'oost' } : {};
    const access: Person['access'] = person.id === manager.id ? ['manager'] : ['medewerker'];
    await people.save([
      imported(person, { ...reachable, ...own, access, address: chatOf(person, bot.connector.url) }),
    ]);
  }
  await groups.publish(WEST, { period: PERIOD, picture });
  await groups.publish(OOST, { period: PERIOD });
  await groups.publish(TOWN, { period: PERIOD, picture });
});
afterEach(() => bot.stop());

/** Plans what is due at this local moment, sends it, and gives what went out of this round. */
async function round(moment: string) {
  const [day = '', time = ''] = moment.split(' ');
  const start = bot.connector.sent.length;
  bot.clock.now = at(Temporal.PlainDate.from(day), time);
  await planDue(bot.app.planner, bot.clock.now);
  await vi.waitUntil(async () => (await bot.core.store.queue.depth()) === 0, patience);
  return bot.connector.sent.slice(start).filter((sent) => /zat je team|jouw teams/.test(wordsOf([sent])));
}
const change = (who: typeof amira, what: Partial<Person>, key = 'objecten-west') =>
  bot.core.people.change(key, who.id, (now) => ({ ...now, ...what }));
const toldTo = (sent: Awaited<ReturnType<typeof round>>) =>
  sent.map(({ conversation }) => conversation).sort();
const chats = (list: readonly (typeof amira)[]) => list.map(({ id }) => `chat-${id}`).sort();

describe('on the first working day after a window', () => {
  test('the team reads one sentence and one question, each the same, with one button', async () => {
    const sent = await round('2026-11-30 09:05');
    const members = sent.filter(({ conversation }) => conversation !== `chat-${manager.id}`);
    expect(toldTo(members)).toEqual(chats(team.filter((who) => who.id !== manager.id)));
    const cards = new Set(members.map(({ activity }) => JSON.stringify(activity.attachments)));
    expect(cards.size).toBe(1);
    const [card = ''] = [...cards];
    expect(card).toContain(
      'Gemiddeld koos het team iets tussen ‘zwaar’ en ‘gaat wel’, en werkdruk werd door minstens 3 mensen genoemd.',
    );
    expect(card).toContain('Werkdruk houdt jullie bezig. Waardoor komt dat vooral?');
    expect(card.match(/Action\.Execute/g)).toHaveLength(1);
    expect(card).not.toContain('volgende stap');
    expect(card).not.toMatch(/\d,\d/);
  });

  test('who leads the team reads the same sentence and question, with a next step and at most two buttons', async () => {
    const sent = await round('2026-11-30 09:05');
    const words = wordsOf(sent.filter(({ conversation }) => conversation === `chat-${manager.id}`));
    expect(words).toContain('en werkdruk werd door minstens 3 mensen genoemd.');
    expect(words).toContain('Werkdruk houdt jullie bezig. Waardoor komt dat vooral?');
    expect(words).toContain('Jouw volgende stap:');
    expect(words).toContain('buddy of coach');
    expect(words.match(/Action\.Execute/g)).toHaveLength(2);
  });

  test('its button opens the picture it is about', async () => {
    await round('2026-11-30 09:05');
    const answer = await bot.post(tapped(amira, 'team.open', wire(WEST)));
    expect(JSON.stringify(answer.body)).toContain('deden mee');
  });

  test('it comes once, whatever number of processes look and for how long', async () => {
    const first = await round('2026-11-30 09:05');
    expect(first).toHaveLength(team.length);
    for (const moment of ['2026-11-30 12:00', '2026-12-01 09:05', '2026-12-04 15:00'])
      expect(await round(moment)).toEqual([]);
  });

  test.each([
    ['before nine', '2026-11-30 08:59'],
    ['from four on', '2026-11-30 16:00'],
    ['on the Friday on which it closed', '2026-11-27 15:30'],
    ['on Saturday', '2026-11-28 11:00'],
    ['on Sunday', '2026-11-29 11:00'],
  ])('nobody is written to %s', async (_when, moment) => {
    expect(await round(moment)).toEqual([]);
  });

  test('a closed Monday moves it to Tuesday, and a part-timer hears on their own first day', async () => {
    await bot.core.settings.changeMunicipality((now) => ({ ...now, closures: ['2026-11-30'] }));
    await change(amira, { workdays: ['wo', 'do'] });
    await change(bert, { absentFrom: '2026-11-25', absentUntil: '2026-12-03' });
    expect(await round('2026-11-30 09:05')).toEqual([]);
    expect(await round('2026-12-01 09:05')).toHaveLength(team.length - 2);
    expect(toldTo(await round('2026-12-02 09:05'))).toEqual(chats([amira]));
    expect(toldTo(await round('2026-12-04 09:05'))).toEqual(chats([bert]));
  });

  test('who stopped check-ins, blocked Kompas or left gets none', async () => {
    await change(amira, { checkins: false });
    await change(bert, { reach: 'blocked' });
    const [third = somebody(3)] = team.slice(2);
    await change(third, { removed: '2026-11-29' });
    await change(manager, { checkins: false });
    const gone = [amira, bert, third, manager];
    expect(toldTo(await round('2026-11-30 09:05'))).toEqual(
      chats(team.filter((who) => !gone.some(({ id }) => id === who.id))),
    );
  });

  test('nothing goes out without the consent of the works council', async () => {
    await bot.core.settings.changeMunicipality((now) => ({ ...now, consent: undefined }));
    expect(await round('2026-11-30 09:05')).toEqual([]);
  });
});

describe('a team of which nothing is shown', () => {
  test('gets no message, and is not looked at again that week', async () => {
    const sent = await round('2026-11-30 09:05');
    expect(toldTo(sent)).not.toContain(`chat-${east.id}`);
    const rows = async () => (await bot.rows('outcomes')).outcomes?.length;
    const before = await rows();
    expect(await round('2026-12-01 09:05')).toEqual([]);
    expect(await rows()).toBe(before);
  });

  test('gets it a day later when its picture was not made yet', async () => {
    const late = await startTestBot({ now: '2026-11-28T10:00:00Z' });
    await bot.stop();
    bot = late;
    await bot.core.people.save(
      team.map((who) =>
        imported(who, { reach: 'open', welcomed: true, address: chatOf(who, bot.connector.url) }),
      ),
    );
    await bot.core.groups.publish(WEST, { period: PERIOD, picture });
    expect(await round('2026-11-30 09:05')).toEqual([]);
    await bot.core.groups.publish(TOWN, { period: PERIOD, picture });
    expect(await round('2026-12-01 09:05')).toHaveLength(team.length);
  });

  test('in a week without a check-in nobody is told anything', async () => {
    await bot.core.settings.changeTeam('objecten-west', (now) => ({
      ...now,
      schedule: { ...defaultSchedule, everyWeeks: 2, anchor: '2026-11-16' },
    }));
    expect(await round('2026-11-30 09:05')).toEqual([]);
  });
});

describe('who leads teams from outside', () => {
  const lead = (key: string) =>
    bot.core.settings.changeTeam(key, (now) => ({ ...now, managers: [outside.upn] }));
  const wordsFor = async () =>
    wordsOf(
      (await round('2026-11-30 09:05')).filter(({ conversation }) => conversation === `chat-${outside.id}`),
    );

  test('of one reads its sentence with a next step', async () => {
    await lead('objecten-west');
    const words = await wordsFor();
    expect(words).toContain('werkdruk werd door minstens 3 mensen genoemd');
    expect(words).toContain('Jouw volgende stap:');
  });

  test('of several reads each in one sentence, in order of name, without anything to rank them by', async () => {
    await bot.core.settings.saveTeam({ key: 'aanleg', name: 'Aanleg', schedule: defaultSchedule });
    await bot.core.groups.publish({ kind: 'team', key: 'aanleg' }, { period: PERIOD, picture: calm });
    for (const key of ['objecten-west', 'oost', 'aanleg']) await lead(key);
    const words = await wordsFor();
    expect(words.indexOf('Aanleg')).toBeLessThan(words.indexOf('Objecten West'));
    expect(words).toContain('Gemiddeld koos het team ‘goed’ of ‘heel goed’.');
    expect(words).not.toContain('Objecten Oost');
    expect(words.match(/Action\.Execute/g)).toHaveLength(2);
  });

  test('of none hears nothing of teams that others lead', async () => {
    expect(await wordsFor()).toBe('[]');
  });
});
