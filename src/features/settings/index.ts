import { type Message, noticeCard } from '../../conversation/message.ts';
import type { Feature } from '../../conversation/offer.ts';
import type { Turn } from '../../conversation/turn.ts';
import { hasAccess } from '../../people/access.ts';
import type { Settings } from '../../people/municipality.ts';
import { isPresent } from '../../people/person.ts';
import { settingsInWords } from '../../people/settings-words.ts';
import type { PeopleStore } from '../../people/store.ts';

export interface SettingsTools {
  people: PeopleStore;
  readSettings(): Promise<Settings>;
  /** Directory ids of the first administrators. */
  administrators: readonly string[];
}

const notForYou = noticeCard({
  text: 'Dit is alleen voor beheerders.',
  title: 'Dit is alleen voor beheerders',
  body: 'Wil je iets weten of laten wijzigen? Vraag het de beheerder van Kompas bij jouw gemeente.',
});

/** What administrators look up in the chat; changing is for the command line, where the audit log is written. */
export function settings({ people, readSettings, administrators }: SettingsTools): Feature {
  async function show(turn: Turn): Promise<Message> {
    if (!hasAccess('beheerder', turn.directoryId, await turn.person(), administrators)) return notForYou;
    const [current, everybody] = await Promise.all([readSettings(), people.everybody()]);
    const present = everybody.filter(isPresent);
    const reachable = present.filter(({ reach }) => reach === 'open').length;
    return noticeCard({
      text: 'De instellingen van Kompas.',
      title: 'Instellingen van Kompas',
      lines: [
        ...settingsInWords(current),
        `Mensen: ${present.length}, waarvan ${reachable} met Kompas in Teams`,
      ],
      small: 'Wijzigen gaat met de opdrachtregel. Elke wijziging staat in het logboek.',
    });
  }

  return {
    name: 'settings',
    title: 'Beheer',
    phrases: [
      {
        say: 'instellingen',
        also: ['beheer', 'instellingen kompas'],
        title: 'Bekijk de instellingen',
        for: ['beheerder'],
        private: true,
        run: show,
      },
    ],
    actions: {},
  };
}
