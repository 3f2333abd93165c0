import type { Message } from '../conversation/message.ts';
import { hasAccess } from '../people/access.ts';
import { chatWith, isPresent, type Person } from '../people/person.ts';
import type { RosterNews } from '../people/roster-news.ts';
import type { SettingsStore } from '../people/settings.ts';
import type { PeopleStore } from '../people/store.ts';
import { rosterNewsInWords } from './roster-news.ts';
import type { Send } from './sender.ts';

export interface TellingTools {
  people: Pick<PeopleStore, 'everybody'>;
  settings: Pick<SettingsStore, 'read'>;
  /** Directory ids of the first administrators. */
  administrators: readonly string[];
  send: Send;
}

/** Tells administrators, and those who lead a team, what became of teams: each in their own chat. */
export function telling({ people, settings, administrators, send }: TellingTools) {
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
    administrators: (message: Message) => tell(message, isAdministrator),

    ofRosters: async (news: readonly RosterNews[]): Promise<void> => {
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
