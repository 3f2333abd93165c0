import type { Temporal } from 'temporal-polyfill';
import type { Audit } from '../audit.ts';
import type { Changing, Municipality, Settings, Team } from '../municipality.ts';
import { inOrderOfClaim, type Person } from '../person.ts';
import type { SettingsStore } from '../settings.ts';
import type { PeopleStore } from '../store.ts';
import { changed, markOf, type Setting } from './setting.ts';

/** Where a setting stands: of the municipality, or of one team. */
export interface SettingPlace<S> {
  /** What the log says it is about. */
  about: string;
  /** The name of the team; '' for the municipality. */
  name: string;
  /** As it was read. */
  now: S;
  /** Changes it as it stands by then; gives undefined when it is gone. */
  write(change: (now: S) => S): Promise<S | undefined>;
}

export const inMunicipality = (
  settings: Pick<SettingsStore, 'changeMunicipality'>,
  { municipality }: Pick<Settings, 'municipality'>,
): SettingPlace<Municipality> => ({
  about: 'gemeente',
  name: '',
  now: municipality,
  write: async (change) => {
    let after = municipality;
    await settings.changeMunicipality((now) => {
      after = change(now);
      return after;
    });
    return after;
  },
});

export const inTeam = (settings: Pick<SettingsStore, 'changeTeam'>, team: Team): SettingPlace<Team> => ({
  about: team.key,
  name: team.name,
  now: team,
  write: (change) => settings.changeTeam(team.key, change),
});

/** What the log says of a change to this. */
const loggedAs = <S extends Changing>(
  { key, logged = key, choice }: Setting<S>,
  next: S,
  before: S,
): string => ['instellingen', logged, choice?.(next, before)].filter(Boolean).join(' ');

/**
 * What the log says of each person whom a setting names from now on, or names no more, and about whom: by their id, since an address
 * may go to somebody else. Who is not known is left out. `people` are all, those who left included.
 */
function namedLines<S extends Changing>(
  { key, logged = key, named = () => [] }: Setting<S>,
  { now, name }: Pick<SettingPlace<S>, 'now' | 'name'>,
  next: S,
  people: readonly Person[],
): { what: string; about: string }[] {
  const holders = new Map(inOrderOfClaim(people).map(({ upn, id }) => [upn, id]));
  const lines = (upns: readonly string[], others: readonly string[], word: string) =>
    upns.flatMap((upn) => {
      const about = others.includes(upn) ? undefined : holders.get(upn);
      const what = ['instellingen', logged, word].join(' ') + (name && `: team ${name}`);
      return about === undefined ? [] : [{ what, about }];
    });
  const [before, after] = [named(now), named(next)];
  return [...lines(after, before, 'erbij'), ...lines(before, after, 'eraf')];
}

/** What became of a change: what stands there now, or that somebody was first or that the team is gone. */
export type Applied<S> = { done: S } | { stale: S } | 'gone';

/**
 * Changes a setting, once it is in the log. `seen` is the mark of what whoever changes it saw: when something else stands there,
 * nothing changes. Without it the change is made on whatever stands there.
 */
export async function applySetting<S extends Changing>(
  {
    audit,
    people,
    now,
  }: { audit: Pick<Audit, 'record'>; people: Pick<PeopleStore, 'everybody'>; now(): Temporal.Instant },
  setting: Setting<S>,
  place: SettingPlace<S>,
  change: (now: S) => S,
  { who, seen, undone = false }: { who: string; seen?: string; undone?: boolean },
): Promise<Applied<S>> {
  const isSeen = (there: S) => seen === undefined || markOf(setting, there) === seen;
  if (!isSeen(place.now)) return { stale: place.now };
  const next = change(place.now);
  const what = loggedAs(setting, next, place.now);
  await audit.record(who, undone ? `${what} ongedaan gemaakt` : what, place.about);
  const everybody = setting.named ? await people.everybody() : [];
  for (const line of namedLines(setting, place, next, everybody))
    await audit.record(who, line.what, line.about);
  let stale: S | undefined;
  const after = await place.write((there) => {
    stale = isSeen(there) ? undefined : there;
    return stale ? there : changed(setting, there, change, now());
  });
  if (stale) return { stale };
  return after ? { done: after } : 'gone';
}
