import type { Temporal } from 'temporal-polyfill';
import type { Message } from '../conversation/message.ts';
import { createBuckets } from '../lib/buckets.ts';
import { hasAccess } from '../people/access.ts';
import { chatWith, isPresent, type Person } from '../people/person.ts';
import type { RosterNews } from '../people/roster-news.ts';
import type { SettingsStore } from '../people/settings.ts';
import type { PeopleStore } from '../people/store.ts';
import type { TeamNews } from '../people/team-news.ts';
import { rosterNewsInWords } from './roster-news.ts';
import type { Send } from './sender.ts';
import { newsInWords } from './team-news.ts';

export interface TellingTools {
  people: Pick<PeopleStore, 'everybody'>;
  settings: Pick<SettingsStore, 'read'>;
  /** Directory ids of the first administrators. */
  administrators: readonly string[];
  send: Send;
  now(): Temporal.Instant;
}

const DAY_MS = 24 * 3_600_000;

/** Whom a piece of news is about, beside its team and its kind. */
const aboutWhom = (news: RosterNews): string =>
  news.kind === 'linked' ? '' : news.kind === 'taken' ? `${news.holder.id} ${news.name}` : news.person.id;

/**
 * Tells administrators, and those who lead a team, what became of teams: each in their own chat. Who owns a team in Teams can rename
 * or archive it, or take somebody out and in, as often as they like: of a team the same kind of news goes out once a day, and of
 * its people once a day for each of them. It is counted in memory; each process counts for itself.
 */
export function telling({ people, settings, administrators, send, now }: TellingTools) {
  const fresh = createBuckets(1, () => now().epochMilliseconds, undefined, DAY_MS);
  const isFresh = (kind: string, team: string, who = '') => fresh.take(JSON.stringify([kind, team, who]));

  const isAdministrator = (person: Person) =>
    hasAccess('beheerder', person.directoryId ?? '', person, administrators);

  async function tell(message: Message, isMeant: (person: Person) => boolean): Promise<void> {
    for (const person of await people.everybody()) {
      const chat = chatWith(person);
      if (chat && isMeant(person)) await send(chat, message, 'people');
    }
  }

  return {
    isAdministrator,
    /** What became of a team in Teams. */
    ofTeam: async (news: TeamNews): Promise<void> => {
      if (isFresh(news.kind, news.team)) await tell(newsInWords(news), isAdministrator);
    },

    ofRosters: async (all: readonly RosterNews[]): Promise<void> => {
      const news = all.filter((one) => isFresh(one.kind, one.team, aboutWhom(one)));
      const { teams } = await settings.read();
      const teamOf = (key: string) => teams.find((team) => team.key === key);
      for (const { team, message, forLeads } of rosterNewsInWords(news, (key) => teamOf(key)?.name ?? key)) {
        const leads = ({ team: own, access, upn }: Person) =>
          (own === team && access.includes('manager')) || teamOf(team)?.managers?.includes(upn) === true;
        await tell(message, (one) => isPresent(one) && (isAdministrator(one) || (forLeads && leads(one))));
      }
    },
  };
}
