import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultSchedule } from '../../../../src/calendar/schedule.ts';
import {
  inChannel,
  type Somebody,
  startTestBot,
  type TestActivity,
  type TestBot,
  tapped,
  team,
  wordsOf,
} from '../../../support/bot.ts';
import { WEST } from '../town.ts';

const [amira, bert] = team as [Somebody, Somebody];
const LATE = '2026-10-14-better-1';
const SOON = '2026-10-14-better-2';
let bot: TestBot;

beforeEach(async () => {
  bot = await startTestBot();
  const { settings, groups } = bot.core;
  const channel = { serviceUrl: bot.connector.url, conversation: '19:west', bot: '28:kompas' };
  await settings.saveTeam({
    key: 'objecten-west',
    name: 'Objecten West',
    schedule: defaultSchedule,
    channel,
  });
  const point = { kind: 'better' as const, day: '2026-10-14', owner: bert.account };
  await groups.addPoint(WEST, { ...point, id: LATE, text: 'Eerst bellen', due: '2026-11-20' });
  await groups.addPoint(WEST, { ...point, id: SOON, text: 'Vaker samen kijken', due: '2026-12-20' });
});
afterEach(() => bot.stop());

const here = (activity: TestActivity): TestActivity => ({
  ...inChannel(activity),
  conversation: { id: '19:west;messageid=1', conversationType: 'channel' },
});
const taps = async (put: typeof here, verb: string, data: object) =>
  JSON.stringify((await bot.post(put(tapped(amira, verb, { team: 'objecten-west', ...data })))).body.value);

test('the outcome of a talk names nobody in the channel beside what is late, and who has time still', async () => {
  const look = {
    ids: [LATE, SOON],
    marks: ['2026-11-20   ', '2026-12-20   '],
    inTalk: true,
    state1: 'later',
    state2: 'later',
  };
  await taps(here, 'talk.look', look);
  const answer = await taps(here, 'talk.save', { proud1: 'Alles op tijd' });
  for (const words of [answer, wordsOf(bot.connector.sent)]) {
    expect(words).toContain('had klaar moeten zijn op 20 november 2026');
    expect(words).not.toContain('Persoon 2 · had klaar');
    expect(words).toContain('Persoon 2 · uiterlijk 20 december 2026');
  }
  // In the own chat it is theirs to read.
  expect(await taps((own) => own, 'talk.points', {})).toContain('Persoon 2 · had klaar moeten zijn op');
});
