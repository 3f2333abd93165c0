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

/** Who gets a message of a round, and what it has ready for each member, right before sending. */
async function planned(name: string) {
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
  return {
    recipients: round.recipients(context, members, new Set()).map(({ id }) => id),
    ready: new Map(members.map((member) => [member.id, prepare(member)])),
  };
}
const prepared = async (name: string) => (await planned(name)).ready;

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

describe('the card that an administrator sends now', () => {
  const others = {
    'is away': { absentFrom: '2026-11-23', absentUntil: '2026-11-27' },
    'is away until further notice': { absentFrom: '2026-11-24' },
    'does not work that day': { workdays: ['ma', 'do', 'vr'] as const },
    'stopped check-ins': { checkins: false },
    'took the app away': { reach: 'blocked' },
  };

  test.each(Object.entries(others))('does not go to who %s', async (_who, change) => {
    await town.core.people.change('objecten-west', 'p03', (now) => ({ ...now, ...change }) as typeof now);
    const { recipients, ready } = await planned(NOW_ROUND);
    expect(recipients).toEqual(ids.filter((id) => id !== 'p03'));
    expect(ready.get('p03')).toHaveProperty('skip');
    expect(ready.get('p01')).toHaveProperty('message');
  });

  test('goes to who would get their card on a later day by their own choice', async () => {
    await town.core.people.change('objecten-west', 'p03', (now) => ({ ...now, checkinDay: 'do' }));
    expect((await planned(NOW_ROUND)).recipients).toEqual(ids);
  });

  test('goes to nobody any more after 18:00, also of what was queued before', async () => {
    town.clock.now = town.clock.now.add({ hours: 12 });
    const { recipients, ready } = await planned(NOW_ROUND);
    expect(recipients).toEqual([]);
    for (const id of ids) expect(ready.get(id)).toHaveProperty('skip');
  });
});

describe('the card of a team of which something was done since the last check-in', () => {
  const WEST = { kind: 'team', key: 'objecten-west' } as const;
  beforeEach(async () => {
    await town.core.groups.addSignal(WEST, {
      id: 'S-1',
      source: 'theme',
      theme: 'werkdruk',
      state: 'answered',
      acts: true,
      day: '2026-11-16',
      moved: '2026-11-20',
      answered: '2026-11-20',
      words: { told: 'De lijst is korter.' },
    });
    await town.core.groups.publish(WEST, {
      period: '2026-W47',
      picture: { count: '6-9', average: 3, themes: ['werkdruk'] },
    });
  });

  test('begins with it, the same for everybody whatever they answered', async () => {
    await town.core.answers.change('objecten-west', account(3), PERIOD, () => ({ score: 4, themes: [] }));
    const found = await prepared(CARD_ROUND);
    const cards = ids.map((id) => JSON.stringify(found.get(id)));
    expect(new Set(cards).size).toBe(1);
    expect(cards[0]).toContain('Vorige week noemden jullie werkdruk. Dit is ermee gedaan.');
    expect(cards[0]).toContain('Gedaan: De lijst is korter.');
  });
});

describe('who leads the team', () => {
  test.each(['by right', 'by the settings'])(
    '%s reads that their answer is not in the picture',
    async (how) => {
      await town.core.people.save([person('p07')]);
      if (how === 'by right')
        await town.core.people.change('objecten-west', 'p07', (now) => ({ ...now, access: ['manager'] }));
      else
        await town.core.settings.changeTeam('objecten-west', (now) => ({
          ...now,
          managers: ['p07@gemeente.example'],
        }));
      for (const round of [CARD_ROUND, NOW_ROUND]) {
        const found = await prepared(round);
        expect(JSON.stringify(found.get('p07'))).toContain('telt niet mee in het teambeeld');
        expect(JSON.stringify(found.get('p01'))).not.toContain('telt niet mee');
      }
    },
  );
});
