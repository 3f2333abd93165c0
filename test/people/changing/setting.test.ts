import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../../src/calendar/schedule.ts';
import { applySetting, inMunicipality, inTeam } from '../../../src/people/changing/applying.ts';
import { closures, municipalitySettings } from '../../../src/people/changing/municipality-settings.ts';
import { partners, secondRegistrar } from '../../../src/people/changing/named-people.ts';
import { markOf, namesBefore, undoing, withoutOld } from '../../../src/people/changing/setting.ts';
import { managers, teamSettings } from '../../../src/people/changing/team-settings.ts';
import { endDuties } from '../../../src/people/duties.ts';
import { emptyMunicipality } from '../../../src/people/municipality.ts';
import { foundTown, person, type Town } from '../../support/town.ts';

const upn = 'rosa@gemeente.example';
let town: Town;

beforeEach(async () => {
  town = await foundTown();
  await town.core.settings.saveTeam({ key: 'west', name: 'West', schedule: defaultSchedule });
});

const current = () => town.core.settings.read();
async function setClosures(days: string[], seen?: string) {
  const place = inMunicipality(town.core.settings, await current());
  return applySetting(town.core, closures, place, (now) => ({ ...now, closures: days }), {
    who: 'cli',
    seen,
  });
}

describe('a setting that is changed', () => {
  test('is kept with the moment, and with what stood there before', async () => {
    await setClosures(['2026-12-24']);
    await setClosures(['2026-12-31']);
    const { municipality } = await current();
    expect(municipality.closures).toEqual(['2026-12-31']);
    expect(municipality.changes?.sluitingsdagen).toEqual({
      at: town.clock.now.toString(),
      before: { closures: ['2026-12-24'] },
    });
  });

  test('is put back, and the putting back as well', async () => {
    await setClosures(['2026-12-24']);
    for (const expected of [[], ['2026-12-24'], []]) {
      const settings = await current();
      const back = undoing(closures, settings.municipality);
      if (!back) throw new Error('there is something to put back');
      const place = inMunicipality(town.core.settings, settings);
      await applySetting(town.core, closures, place, back, { who: 'cli', undone: true });
      expect((await current()).municipality.closures).toEqual(expected);
    }
    const log = await town.core.audit.since(town.clock.now.subtract({ hours: 1 }));
    expect(log.map(({ what }) => what).sort()).toEqual([
      'instellingen sluitingsdagen',
      ...Array(3).fill('instellingen sluitingsdagen ongedaan gemaakt'),
    ]);
  });

  test('stays as it is for who saw something else, and the log says nothing', async () => {
    const seen = markOf(closures, (await current()).municipality);
    await setClosures(['2026-12-24']);
    expect(await setClosures(['2027-01-02'], seen)).toMatchObject({ stale: { closures: ['2026-12-24'] } });
    expect((await current()).municipality.closures).toEqual(['2026-12-24']);
    expect(await town.core.audit.since(town.clock.now.subtract({ hours: 1 }))).toHaveLength(1);
  });

  test('is changed by one of two who saw the same at one moment', async () => {
    const seen = markOf(closures, (await current()).municipality);
    const results = await Promise.all([setClosures(['2026-12-24'], seen), setClosures(['2026-12-31'], seen)]);
    expect(results.filter((result) => result !== 'gone' && 'done' in result)).toHaveLength(1);
  });

  test('keeps nothing of before when nothing changed', async () => {
    await setClosures(['2026-12-24']);
    const first = (await current()).municipality.changes;
    town.clock.now = town.clock.now.add({ hours: 1 });
    await setClosures(['2026-12-24']);
    expect((await current()).municipality.changes).toEqual(first);
  });

  test('forgets what stood there before after seven days, and keeps the moment', async () => {
    await setClosures(['2026-12-24']);
    const { municipality } = await current();
    const afterHours = (hours: number) => withoutOld(municipality, town.clock.now.add({ hours }));
    expect(afterHours(24 * 7 - 1)).toBe(municipality);
    expect(afterHours(24 * 7).changes).toEqual({ sluitingsdagen: { at: town.clock.now.toString() } });
    expect(undoing(closures, afterHours(24 * 7))).toBeUndefined();
  });
});

describe('what stood there before names somebody who leaves', () => {
  test('so that it cannot be put back: of the municipality and of a team', async () => {
    const { core } = town;
    await core.people.save([person('rosa', { upn })]);
    const set = async (to: string | undefined) => {
      const settings = await current();
      const [west] = settings.teams;
      if (!west) throw new Error('the team is there');
      await applySetting(
        core,
        secondRegistrar,
        inMunicipality(core.settings, settings),
        (now) => ({ ...now, secondRegistrar: to }),
        { who: 'cli' },
      );
      await applySetting(
        core,
        managers,
        inTeam(core.settings, west),
        (now) => ({ ...now, managers: to ? [to] : undefined }),
        { who: 'cli' },
      );
    };
    await set(upn);
    await set(undefined);
    expect(JSON.stringify(await current())).toContain(upn);
    expect(namesBefore(await current(), [upn])).toBe(true);
    await endDuties(core, 'kompas', [upn]);
    expect(JSON.stringify(await current())).not.toContain(upn);
    expect(namesBefore(await current(), [upn])).toBe(false);
    const { municipality, teams } = await current();
    expect(municipality.changes?.['tweede-persoon']?.at).toBeDefined();
    expect(teams[0]?.changes?.leidinggevenden?.at).toBeDefined();
  });
});

test('a mark does not hang on the order in which storage gives fields', () => {
  const one = { ...emptyMunicipality, partners: [{ label: 'Coach', upn }] };
  const other = { ...emptyMunicipality, partners: [{ upn, label: 'Coach' }] };
  expect(markOf(partners, one)).toBe(markOf(partners, other));
  expect(markOf(partners, one)).not.toBe(markOf(partners, emptyMunicipality));
});

test('every setting of the municipality and of a team has a key of its own', () => {
  const keys = [...municipalitySettings, ...teamSettings].map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

test('the time of a change is an instant', async () => {
  await setClosures(['2026-12-24']);
  const at = (await current()).municipality.changes?.sluitingsdagen?.at ?? '';
  expect(Temporal.Instant.compare(at, town.clock.now)).toBe(0);
});
