import type { Turn } from '../conversation/turn.ts';
import type { SettingsStore } from './settings.ts';
import type { PeopleStore } from './store.ts';

/** What a turn knows of who is talking, each read at most once, whoever asks and however often. */
export type TurnReads = Pick<Turn, 'person' | 'workplace' | 'settings'>;

/** Keeps the first reading; a failed one is not kept. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => {
    reading ??= read().catch((error: unknown) => {
      reading = undefined;
      throw error;
    });
    return reading;
  };
}

/**
 * Gives the reads of one turn for a directory id ('' for somebody whose account Teams does not tell). A member's row comes
 * with their team, so that whoever asks for both pays once.
 */
export function turnReader(tools: {
  people: Pick<PeopleStore, 'find' | 'workplace'>;
  settings: Pick<SettingsStore, 'read'>;
}): (directoryId: string) => TurnReads {
  return (directoryId) => {
    const settings = once(() => tools.settings.read());
    const inTeam = once(async () => (directoryId === '' ? undefined : tools.people.workplace(directoryId)));
    let teamAsked = false;
    return {
      settings,
      person: once(async () => {
        if (teamAsked) return (await inTeam())?.me;
        return directoryId === '' ? undefined : tools.people.find(directoryId);
      }),
      workplace: once(async () => {
        teamAsked = true;
        const [found, { teams }] = await Promise.all([inTeam(), settings()]);
        return found && { ...found, team: teams.find(({ key }) => key === found.me.team) };
      }),
    };
  };
}
