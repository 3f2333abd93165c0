import type { Temporal } from 'temporal-polyfill';
import type { Audit } from '../audit.ts';
import type { Changing, Municipality, Settings, Team } from '../municipality.ts';
import type { SettingsStore } from '../settings.ts';
import { changed, markOf, type Setting } from './setting.ts';

/** Where a setting stands: of the municipality, or of one team. */
export interface SettingPlace<S> {
  /** What the log says it is about. */
  about: string;
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
  now: team,
  write: (change) => settings.changeTeam(team.key, change),
});

/** What the log says of a change to this. */
export function loggedAs<S extends Changing>({ key, logged = key, choice }: Setting<S>, next: S): string {
  return ['instellingen', logged, choice?.(next)].filter(Boolean).join(' ');
}

/** What became of a change: what stands there now, or that somebody was first or that the team is gone. */
export type Applied<S> = { done: S } | { stale: S } | 'gone';

/**
 * Changes a setting, once it is in the log. `seen` is the mark of what whoever changes it saw: when something else stands there,
 * nothing changes. Without it the change is made on whatever stands there.
 */
export async function applySetting<S extends Changing>(
  { audit, now }: { audit: Pick<Audit, 'record'>; now(): Temporal.Instant },
  setting: Setting<S>,
  place: SettingPlace<S>,
  change: (now: S) => S,
  { who, seen, undone = false }: { who: string; seen?: string; undone?: boolean },
): Promise<Applied<S>> {
  const isSeen = (there: S) => seen === undefined || markOf(setting, there) === seen;
  if (!isSeen(place.now)) return { stale: place.now };
  const what = loggedAs(setting, change(place.now));
  await audit.record(who, undone ? `${what} ongedaan gemaakt` : what, place.about);
  let stale: S | undefined;
  const after = await place.write((there) => {
    stale = isSeen(there) ? undefined : there;
    return stale ? there : changed(setting, there, change, now());
  });
  if (stale) return { stale };
  return after ? { done: after } : 'gone';
}
