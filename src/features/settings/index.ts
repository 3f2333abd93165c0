import { settingsCommand } from '../../cli/settings-command.ts';
import { noticeCard } from '../../conversation/cards/notice.ts';
import type { Message } from '../../conversation/message.ts';
import type { Turn } from '../../conversation/turn.ts';
import { hasAccess } from '../../people/access.ts';
import { isPresent } from '../../people/person.ts';
import { settingsInWords } from '../../people/settings-words.ts';
import type { FeatureModule, FeatureOffer, Tools } from '../module.ts';
import { addPeopleCommands } from './commands/people.ts';
import { addSettingsCommands } from './commands/settings.ts';

const notForYou = noticeCard({
  text: 'Dit is alleen voor beheerders.',
  title: 'Dit is alleen voor beheerders',
  body: 'Wil je iets weten of laten wijzigen? Vraag het de beheerder van Kompas bij jouw gemeente.',
});

function offer(
  _opened: undefined,
  { people, administrators }: Pick<Tools, 'people' | 'administrators'>,
): FeatureOffer {
  async function show(turn: Turn): Promise<Message> {
    if (!hasAccess('beheerder', turn.directoryId, await turn.person(), administrators)) return notForYou;
    const [current, everybody] = await Promise.all([turn.settings(), people.everybody()]);
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

/** What administrators look up in the chat; changing is for the command line, where the audit log is written. */
export const settings: FeatureModule<undefined> = {
  name: 'settings',
  title: 'Beheer',
  tables: [],
  open: () => undefined,
  offer,
  commands: (program, session) => {
    addPeopleCommands(program, session);
    addSettingsCommands(settingsCommand(program), session);
  },
};
