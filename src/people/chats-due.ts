import type { Temporal } from 'temporal-polyfill';
import type { SettingsStore } from './settings.ts';

/**
 * Says that somebody got an account or may be reached by now: the clock opens a chat with whoever has none within some minutes, in
 * whatever process it runs.
 */
export const chatsAreDue = (
  settings: Pick<SettingsStore, 'changeMunicipality'>,
  now: Temporal.Instant,
): Promise<void> => settings.changeMunicipality((then) => ({ ...then, peopleSince: now.toString() }));
