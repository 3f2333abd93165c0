import { beforeEach, describe, expect, test } from 'vitest';
import { defaultSchedule, windowAt } from '../../../src/calendar/schedule.ts';
import type { RoundContext } from '../../../src/delivery/round.ts';
import { CARD_ROUND, NOW_ROUND } from '../../../src/features/checkin/rounds.ts';
import { account, foundTown, person, type Town } from '../../support/town.ts';

const PERIOD = '2026-W48';
const ids = ['p01', 'p02', 'p03', 'p04', 'p05', 'p06'];
let town: Town;

beforeEach(async () => {
  town = await foundTown();
  await town.core.settings.saveTeam({
    key: 'objecten-west',
    name: 'Objecten West',
    schedule: defaultSchedule,
  });
  await town.core.people.save(ids.map((id) => person(id)));
});

/** What a round has ready for each member, right before sending. */
async function prepared(name: string) {
  const { core, clock } = town;
  const { teams, municipality } = await core.readSettings();
  const [team] = teams;
  const round = core.rounds.find((one) => one.name === name);
  const window = team && windowAt(team.schedule, clock.now);
  if (!team || !round || !window) throw new Error('the town has a team, a round and an open window');
  const context: RoundContext = { team, teams, municipality, now: clock.now };
  const occurrence = { round: name, team: team.key, period: PERIOD, day: '2026-11-24', until: window.closes };
  const members = await core.people.members(team.key);
  const prepare = await round.prepare(context, occurrence, members);
  return new Map(members.map((member) => [member.id, prepare(member)]));
}

describe.each([CARD_ROUND, NOW_ROUND])('%s', (round) => {
  test('leaves out whoever said "deze week niet", and nobody else', async () => {
    await town.core.answers.change('objecten-west', account(2), PERIOD, () => ({
      themes: [],
      skipped: true,
    }));
    await town.core.answers.change('objecten-west', account(3), PERIOD, () => ({ score: 4, themes: [] }));
    const found = await prepared(round);
    expect(found.get('p02')).toBe('quiet');
    for (const id of ids.filter((one) => one !== 'p02')) expect(found.get(id)).toHaveProperty('message');
  });

  test('has the very same card for the others when some of them stopped check-ins', async () => {
    const before = await prepared(round);
    for (const id of ['p05', 'p06'])
      await town.core.people.change('objecten-west', id, (now) => ({ ...now, checkins: false }));
    const after = await prepared(round);
    for (const id of ['p01', 'p02', 'p03', 'p04']) expect(after.get(id)).toEqual(before.get(id));
    expect(JSON.stringify(after.get('p01'))).toContain('checkin-ask');
    for (const id of ['p05', 'p06']) expect(after.get(id)).toHaveProperty('skip');
  });
});
