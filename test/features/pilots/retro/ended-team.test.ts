import { afterEach, beforeEach, expect, test } from 'vitest';
import { endedOn } from '../../../../src/people/changing/team-settings.ts';
import {
  imported,
  inChannel,
  manager,
  type Somebody,
  startTestBot,
  type TestBot,
  tapped,
  team,
  wordsOf,
} from '../../../support/bot.ts';
import { renewer } from '../renewer.ts';

const [amira, bert] = team as [Somebody, Somebody];
const PLACE = 'team:objecten-west';
const BOARD = 'R-2026-11-25-001';
const POINT = 'KANARIE in het kanaal';
let bot: TestBot;

/** A retro of a team in its short form, of which a point with a name stands in the channel. */
beforeEach(async () => {
  bot = await startTestBot({ now: '2026-11-25T09:00:00Z', env: { TURNS_PER_MINUTE: '1000000' } });
  await bot.core.teamLinks.link({
    team: 'objecten-west',
    teamsTeamId: '19:team',
    name: 'Objecten West',
    serviceUrl: bot.connector.url,
    bot: '28:kompas',
    since: '2026-11-01T09:00:00Z',
  });
  await taps(amira, 'retro.start', { template: 'went', form: 'short' });
  await taps(bert, 'retro.add', { column: 'good', text: POINT, named: 'true' });
  expect(await after({ minutes: 10 })).toContain(POINT);
});
afterEach(() => bot.stop());

const taps = async (who: Somebody, verb: string, data: object) => {
  const activity = inChannel(tapped(who, verb, { pilot: PLACE, board: BOARD, ...data }));
  return JSON.stringify((await bot.post(activity)).body.value);
};
/** So much later the messages in channels are brought up to date; gives what the message of the board says then. */
const after = async (time: { minutes?: number; hours?: number }) => {
  bot.clock.now = bot.clock.now.add(time);
  await renewer(bot)();
  return wordsOf(bot.connector.rewritten.slice(-1));
};
/** Everybody goes to another team, and an administrator ends this one. */
async function endTeam() {
  const all = [...new Map([...team, manager].map((who) => [who.account, who])).values()];
  await bot.core.people.save(all.map((who) => imported(who, { team: 'zuid' })));
  await bot.core.settings.changeTeam('objecten-west', endedOn('2026-11-27'));
}

test('the points of a retro that nobody finished leave the channel, also when the team was ended meanwhile', async () => {
  await endTeam();
  const words = await after({ hours: 24 * 15 });
  expect(words).toContain('Deze retro is voorbij');
  expect(words).toContain('Objecten West');
  expect(words).not.toContain(POINT);
  expect(words).not.toContain('Persoon 2');
});

test('they make room for what was agreed when the team is ended right after that', async () => {
  await taps(amira, 'retro.agree', { action1: 'Eerst bellen', owner1: 'nobody' });
  await endTeam();
  const words = await after({ minutes: 10 });
  expect(words).toContain('Eerst bellen');
  expect(words).not.toContain(POINT);
});
