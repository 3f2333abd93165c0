import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStores } from '../../../src/features/pilots/open.ts';
import { chatOf, imported, typed, wordsOf } from '../../support/bot.ts';
import { amira, gijs, PILOT, startCourse } from './course.ts';
import { CHANNEL, startTown } from './standup/town.ts';

const OFF = 'Pilots staan uit bij jouw gemeente';
const switchTo = ({ core }: { core: Awaited<ReturnType<typeof startCourse>>['core'] }, pilotsOff: boolean) =>
  core.settings.changeMunicipality((now) => ({ ...now, pilotsOff }));

test('a pilot that is closed while pilots are off writes nothing in the channel', async () => {
  const course = await startCourse();
  try {
    await switchTo(course, true);
    expect(
      await course.tapsAlone(gijs, 'pilot.close', { proud: 'Het liep', line: '', whole: 'ja' }),
    ).toContain('De pilot is afgerond.');
    expect(course.posted()).toEqual([]);
  } finally {
    await course.stop();
  }
});

describe('while pilots are switched off', () => {
  let course: Awaited<ReturnType<typeof startCourse>>;
  beforeAll(async () => {
    course = await startCourse({
      standup: { days: ['wo'], from: '08:00', until: '20:00', questions: ['Wat?', 'En?', 'Dus?'] },
    });
    await course.core.people.save([imported(gijs, { access: ['projectleider'] })]);
    await switchTo(course, true);
  });
  afterAll(() => course.stop());

  test.each([
    'nieuwe pilot',
    'begin een pilot',
    'nieuwe rolpilot',
    'start proefweek',
    'retro',
    'demo',
    'toets',
  ])('"%s" begins nothing and says that it is off', async (text) => {
    const sent = await course.hear(typed(gijs, text));
    expect(wordsOf(sent)).toContain(OFF);
    expect(sent).toHaveLength(1);
  });

  test.each([
    ['pilot.create', { name: 'Proef met borden', kind: 'rolpilot' }, 'Proef met borden'],
    ['retro.start', {}, ''],
    ['pilot.ask-evaluation', {}, ''],
    ['quiz.save', { question: 'Wie tekent hiervoor?', right: 'a' }, 'Wie tekent hiervoor?'],
    ['standup.save', { day: '2026-11-25', answer1: 'Ik keek borden na' }, 'Ik keek borden na'],
  ])('a tap on %s keeps nothing and gives back what was typed', async (verb, data, text) => {
    const before = await course.rows('pilots', 'retros', 'standups', 'pilotquiz', 'evaluations', 'audit');
    const posted = course.posted().length;
    const words = await course.tapsAlone(gijs, verb, data);
    expect(words).toContain(OFF);
    expect(words).toContain(text);
    expect(await course.rows(...Object.keys(before))).toEqual(before);
    expect(course.posted()).toHaveLength(posted);
  });

  test('what there is can still be read and closed', async () => {
    expect(await course.says(amira, 'pilot')).toContain('Mutaties West');
    expect(await course.tapsAlone(gijs, 'pilot.finish')).not.toContain(OFF);
  });

  test('once they are on again, everything goes on as before', async () => {
    await switchTo(course, false);
    expect(await course.says(gijs, 'nieuwe pilot')).not.toContain(OFF);
    expect(await course.tapsAlone(amira, 'standup.open', { day: '2026-11-25' })).not.toContain(OFF);
    await switchTo(course, true);
  });
});

test('nobody is told of an action or asked whether it is done', async () => {
  const course = await startCourse();
  try {
    await course.core.people.save([
      imported(amira, { reach: 'open', welcomed: true, address: chatOf(amira, course.connector.url) }),
    ]);
    await openStores(course.core).actions.add(PILOT, {
      id: 'A-1',
      text: 'Scanner regelen',
      source: 'retro',
      owner: amira.account,
      due: '2026-11-24',
      day: '2026-11-23',
    });
    await switchTo(course, true);
    const start = course.connector.sent.length;
    for (const moment of ['2026-11-25T09:30:00Z', '2026-11-26T09:30:00Z']) {
      course.clock.now = Temporal.Instant.from(moment);
      await course.app.tick();
    }
    expect(wordsOf(course.connector.sent.slice(start))).not.toContain('Scanner regelen');
    await switchTo(course, false);
    course.clock.now = Temporal.Instant.from('2026-11-27T09:30:00Z');
    await course.app.tick();
    expect(wordsOf(course.connector.sent.slice(start))).toContain('Scanner regelen');
  } finally {
    await course.stop();
  }
});

test('a stand-up is not opened, nobody is reminded, and no summary goes out until pilots are on again', async () => {
  const town = await startTown();
  try {
    await switchTo(town, true);
    for (const moment of ['2026-11-24 09:05', '2026-11-24 10:55', '2026-11-24 11:05']) {
      town.to(moment);
      const sent = await town.during(() => town.app.tick());
      expect(wordsOf(sent)).not.toContain('Stand-up');
    }
    await switchTo(town, false);
    town.to('2026-11-25 09:05');
    const sent = await town.during(() => town.app.tick());
    expect(sent.filter(({ conversation }) => conversation === CHANNEL)).toHaveLength(1);
    expect(wordsOf(sent)).toContain(PILOT);
  } finally {
    await town.stop();
  }
});
