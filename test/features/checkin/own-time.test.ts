import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { at } from '../../../src/calendar/clock.ts';
import { defaultSchedule } from '../../../src/calendar/schedule.ts';
import { planDue } from '../../../src/delivery/planner.ts';
import type { Person } from '../../../src/people/person.ts';
import {
  chatOf,
  imported,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
  team,
  typed,
  wordsOf,
} from '../../support/bot.ts';
import { patience } from '../../support/patience.ts';

const [amira = somebody(1), bert = somebody(2)] = team;
let bot: TestBot;

beforeEach(async () => {
  bot = await startTestBot({ now: '2026-11-22T10:00:00Z' });
  await bot.core.people.save(
    team.map((who) =>
      imported(who, { reach: 'open', welcomed: true, address: chatOf(who, bot.connector.url) }),
    ),
  );
});
afterEach(() => bot.stop());

const says = async (text: string, who = amira) => wordsOf(await bot.hear(typed(who, text)));
const taps = async (verb: string, data: object = {}, who = amira) =>
  JSON.stringify((await bot.post(tapped(who, verb, data))).body.value);
const rowOf = async (who = amira): Promise<Person> => {
  const row = await bot.core.people.find(who.account);
  if (!row) throw new Error('they are there');
  return row;
};
const choiceOf = async (who = amira) => {
  const { checkinDay, checkinTime } = await rowOf(who);
  return [checkinDay, checkinTime].filter(Boolean).join(' ');
};
const change = (who: typeof amira, what: Partial<Person>) =>
  bot.core.people.change('objecten-west', who.id, (now) => ({ ...now, ...what }));

/** What goes out at these local moments, as "day time who": each moment is one look at the clock. */
async function sentAt(days: readonly string[], times: readonly string[]): Promise<string[]> {
  const all: string[] = [];
  for (const day of days)
    for (const time of times) {
      const start = bot.connector.sent.length;
      bot.clock.now = at(Temporal.PlainDate.from(day), time);
      await planDue(bot.app.planner, bot.clock.now);
      await vi.waitUntil(async () => (await bot.core.store.queue.depth()) === 0, patience);
      for (const sent of bot.connector.sent.slice(start)) {
        const kind = wordsOf([sent]).includes('Je kunt nog antwoorden') ? ' reminder' : '';
        all.push(`${day} ${time} ${sent.conversation}${kind}`);
      }
    }
  return all;
}
const WEEK = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'];
const TIMES = ['08:05', '10:05', '14:35', '17:35'];
const of = (sent: readonly string[], who = amira) =>
  sent.filter((line) => line.includes(`chat-${who.id}`)).map((line) => line.replace(` chat-${who.id}`, ''));

describe('choosing one’s own day and time', () => {
  test.each([
    ['mijn tijd dinsdag 10 uur', 'di 10:00'],
    ['mijn tijd woensdag', 'wo'],
  ])('"%s" is kept at once, and said back', async (text, kept) => {
    const words = await says(text);
    expect(await choiceOf()).toBe(kept);
    expect(words).toContain('Je check-in komt');
    expect(words).toContain('Zoals mijn team');
  });

  test.each([
    ['ik wil de check-in op dinsdag', 'di', 'team'],
    ['check-in om 11 uur', 'team', '11:00'],
    ['kun je de check-in op donderdag om half drie sturen?', 'do', '14:30'],
    ['Stuur de check-in liever om 9.30', 'team', '09:30'],
    ['checkin op vr 9:00', 'vr', '09:00'],
  ])('"%s" opens the choice with that in it: a sentence can be misread', async (text, day, time) => {
    const words = await says(text);
    expect(words).toContain('Wanneer wil je de check-in?');
    expect(words).toMatch(new RegExp(`"id":"day"[^}]*?"value":"${day}"`));
    expect(words).toMatch(new RegExp(`"id":"time"[^}]*?"value":"${time}"`));
    expect(await choiceOf()).toBe('');
  });

  test.each(['mijn dag dinsdag was heel zwaar', 'mijn dag maandag ging goed', 'mijn tijd dinsdag was op'])(
    '"%s" begins as the command and is a sentence: nothing is kept',
    async (text) => {
      await says(text);
      expect(await choiceOf()).toBe('');
    },
  );

  test.each([
    'Ik heb de check-in dinsdag al ingevuld',
    'ik heb mijn check-in vanochtend om 10 uur ingevuld',
    'ik heb de check-in woensdag overgeslagen',
    'Ik koos heel zwaar bij de check-in dinsdag',
    'check-in ik zit er maandag slecht bij',
    'kan ik mijn antwoord op de check-in van dinsdag intrekken',
    'mijn check-in van dinsdag was zwaar',
    'ik ben de check-in van donderdag vergeten',
    'check-in dinsdag gedaan',
    'trek mijn check-in van woensdag in',
    'heb ik woensdag de check-in al gedaan?',
  ])('"%s" is about an answer: nothing of it is kept with the person', async (text) => {
    const before = await rowOf();
    expect(await says(text)).not.toMatch(/Wanneer wil je de check-in|Je check-in komt/);
    expect(await rowOf()).toEqual(before);
  });

  test.each([
    'mijn tijd',
    'kan ik een andere tijd kiezen',
    'Kan ik een andere dag kiezen voor de check-in?',
    'andere dag voor de check-in',
    'ik wil de check-in op een ander moment',
    'mag de check-in later?',
    'de check-in verzetten',
  ])('"%s" opens the choice and changes nothing', async (text) => {
    expect(await says(text)).toContain('Wanneer wil je de check-in?');
    expect(await choiceOf()).toBe('');
  });

  test.each(['check-in', 'stop check-ins', 'wanneer is de check-in op dinsdag?', 'afwezig dinsdag'])(
    '"%s" is about something else',
    async (text) => {
      expect(await says(text)).not.toMatch(/Wanneer wil je de check-in|Je check-in komt (?!elke week)/);
      expect(await choiceOf()).toBe('');
    },
  );

  test.each([
    ['mijn tijd maandag 9 uur', 'nog niet open'],
    ['mijn tijd vrijdag 15.30', 'vóór vrijdag 15.00 uur'],
    ['mijn tijd zaterdag', 'weekend'],
    ['mijn tijd dinsdag 10.10', 'heel of half uur'],
    ['mijn tijd 7 uur', 'van 08.00 tot en met 17.00 uur'],
  ])('"%s" is refused with what is wrong, and nothing changes', async (text, why) => {
    const words = await says(text);
    expect(words).toContain(why);
    expect(words).toContain('Er is niets veranderd');
    expect(await choiceOf()).toBe('');
  });

  test('on the card, and back to the team’s time in one tap', async () => {
    expect(await taps('checkin.save-moment', { day: 'wo', time: '15:30' })).toContain(
      'op woensdag om 15.30 uur',
    );
    expect(await choiceOf()).toBe('wo 15:30');
    expect(await taps('checkin.save-moment', { day: 'team', time: '15:30' })).toContain('om 15.30 uur');
    expect(await choiceOf()).toBe('15:30');
    expect(await taps('checkin.team-moment')).toContain('weer zoals bij je team');
    expect(await choiceOf()).toBe('');
  });

  test('one that is left open stays as it was', async () => {
    await says('mijn tijd dinsdag');
    await says('mijn tijd 13 uur');
    expect(await choiceOf()).toBe('di 13:00');
  });

  test('says so when somebody does not work on that day, and keeps it all the same', async () => {
    await change(amira, { workdays: ['ma', 'do'] });
    expect(await says('mijn tijd woensdag')).toContain('Op woensdag werk je niet');
    expect(await choiceOf()).toBe('wo');
  });
});

describe('the card of who chose a moment', () => {
  test('comes then, once, and the others have theirs at the time of the team', async () => {
    await change(amira, { checkinDay: 'di', checkinTime: '14:30' });
    const sent = await sentAt(WEEK.slice(0, 4), TIMES);
    expect(of(sent)).toEqual(['2026-11-24 14:35']);
    expect(of(sent, bert)).toEqual(['2026-11-23 10:05']);
    expect(sent).toHaveLength(team.length);
  });

  test('may come before the time of the team on a later day', async () => {
    await change(amira, { checkinDay: 'wo', checkinTime: '08:00' });
    expect(of(await sentAt(WEEK.slice(0, 4), TIMES))).toEqual(['2026-11-25 08:05']);
  });

  test('comes on the first working day at the chosen time when only that was chosen', async () => {
    await change(amira, { checkinTime: '08:00', workdays: ['ma', 'di', 'wo'] });
    expect(of(await sentAt(WEEK.slice(0, 2), TIMES))).toEqual(['2026-11-24 08:05']);
  });

  test.each<[string, Partial<Person>, string]>([
    ['is away', { absentFrom: '2026-11-24', absentUntil: '2026-11-24' }, '2026-11-25 14:35'],
    ['never works', { workdays: ['ma', 'do'] }, '2026-11-26 14:35'],
    ['works on no later day', { workdays: ['ma'] }, '2026-11-23 14:35'],
  ])('comes at the next possible moment when that day somebody %s', async (_what, row, when) => {
    await change(amira, { checkinDay: 'di', checkinTime: '14:30', ...row });
    expect(of(await sentAt(WEEK.slice(0, 4), TIMES))).toEqual([when]);
  });

  test('comes a day later on a closure', async () => {
    await bot.core.settings.changeMunicipality((now) => ({ ...now, closures: ['2026-11-24'] }));
    await change(amira, { checkinDay: 'di', checkinTime: '14:30' });
    expect(of(await sentAt(WEEK.slice(0, 4), TIMES))).toEqual(['2026-11-25 14:35']);
  });

  test('is not kept away by a time that fits in no day of theirs: then the team’s time holds', async () => {
    await change(amira, { checkinTime: '16:00', workdays: ['vr'] });
    expect(of(await sentAt(WEEK, TIMES))).toEqual(['2026-11-27 10:05']);
    await change(bert, { checkinTime: '08:00', workdays: ['ma'] });
    expect(of(await sentAt(['2026-11-30'], TIMES), bert)).toEqual(['2026-11-30 10:05']);
  });

  test('does not come a second time when the moment is chosen after it came', async () => {
    await sentAt(['2026-11-23'], ['10:05']);
    await change(amira, { checkinDay: 'wo', checkinTime: '15:00' });
    expect(of(await sentAt(WEEK.slice(1, 3), ['10:05', '15:05']))).toEqual([]);
  });

  test('comes at the team’s time again on the next working day for who went back to it', async () => {
    await change(amira, { checkinDay: 'do', checkinTime: '15:00' });
    await sentAt(['2026-11-23'], ['10:05', '15:05']);
    await taps('checkin.team-moment');
    expect(of(await sentAt(['2026-11-24'], ['10:05']))).toEqual(['2026-11-24 10:05']);
  });

  test('still has its reminder on the last working day, and none on the day of the card', async () => {
    await change(amira, { checkinDay: 'do', checkinTime: '14:30' });
    await change(bert, { checkinDay: 'vr', checkinTime: '14:00' });
    const sent = await sentAt(WEEK, ['10:05', '14:35']);
    expect(of(sent)).toEqual(['2026-11-26 14:35', '2026-11-27 10:05 reminder']);
    expect(of(sent, bert)).toEqual(['2026-11-27 14:35']);
  });

  test('is as everybody’s: nothing of the moment stands in it', async () => {
    await change(amira, { checkinDay: 'di', checkinTime: '14:30' });
    await sentAt(WEEK.slice(0, 2), TIMES);
    const cards = bot.connector.sent.map(({ activity }) => JSON.stringify(activity.attachments));
    expect(new Set(cards).size).toBe(1);
  });
});

describe('what own times cost', () => {
  test('nothing is written of times that nobody chose, and each is looked at once', async () => {
    await sentAt(['2026-11-23'], ['10:05']);
    const count = async () => (await bot.rows('occurrences')).occurrences?.length;
    const before = await count();
    await sentAt(['2026-11-23'], ['17:35']);
    expect(await count()).toBe(before);
    bot.requests.length = 0;
    await planDue(bot.app.planner, bot.clock.now);
    expect(bot.requests.filter(({ url }) => /people|outcomes/.test(url))).toEqual([]);
  });

  test('a time that somebody chose is one row, whatever number of looks and of people', async () => {
    const rows = async () => (await bot.rows('occurrences')).occurrences?.map(({ row }) => row) ?? [];
    for (const who of [amira, bert]) await change(who, { checkinDay: 'di', checkinTime: '15:00' });
    await sentAt(WEEK.slice(0, 2), ['10:05']);
    const before = await rows();
    await sentAt(['2026-11-24'], ['15:05', '15:20', '17:00']);
    const added = (await rows()).filter((row) => !before.includes(row));
    expect(added).toEqual(['checkin-card|objecten-west|2026-W48|15:00']);
  });

  test('no row, whoever answered, depends on an answer: a card at an own time goes to who answered too', async () => {
    await change(amira, { checkinDay: 'di', checkinTime: '14:30' });
    bot.clock.now = at(Temporal.PlainDate.from('2026-11-23'), '11:00');
    await taps('checkin.answer', { period: '2026-W48', score: 4 });
    expect(of(await sentAt(['2026-11-24'], ['14:35']))).toEqual(['2026-11-24 14:35']);
  });
});

test('a team with an opening at an odd time keeps it for who chose none', async () => {
  await bot.core.settings.changeTeam('objecten-west', (now) => ({
    ...now,
    schedule: { ...defaultSchedule, time: '10:20' },
  }));
  const sent = await sentAt(['2026-11-23'], ['10:00', '10:25', '11:05']);
  expect(sent).toHaveLength(team.length);
  expect(of(sent)).toEqual(['2026-11-23 10:25']);
});
