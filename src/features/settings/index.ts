import { z } from 'zod';
import { settingsCommand } from '../../cli/settings-command.ts';
import { noticeCard } from '../../conversation/cards/notice.ts';
import type { Message } from '../../conversation/message.ts';
import type { Needs } from '../../conversation/needs.ts';
import { action } from '../../conversation/offer.ts';
import { pageButtons, pageOf, partWords } from '../../conversation/paging.ts';
import type { Turn } from '../../conversation/turn.ts';
import { reachInLines } from '../../people/reach.ts';
import { settingsInWords } from '../../people/settings-words.ts';
import type { FeatureModule, FeatureOffer, Tools } from '../module.ts';
import { addKeyCommand } from './commands/key.ts';
import { addLogCommand } from './commands/log.ts';
import { addPeopleCommands } from './commands/people.ts';
import { addSettingsCommands } from './commands/settings.ts';
import { peopleExport } from './people-export.ts';
import { peopleIntake } from './people-intake.ts';

const needs: Needs = {
  who: ['beheerder'],
  where: 'own chat',
  typed: 'instellingen',
  refusals: {
    who: noticeCard({
      kind: 'settings',
      text: 'Dit is alleen voor beheerders.',
      title: 'Dit is alleen voor beheerders',
      body: 'Wil je iets weten of laten wijzigen? Vraag het de beheerder van Kompas bij jouw gemeente.',
    }),
  },
};

/** Sending a list of people, in a chat of one's own. */
const sending = { ...needs, where: 'own chat', typed: 'bestand' } as const;

/** So many lines on one card: those of a municipality of some teams. */
const PAGE = 30;
const pageSchema = z.object({ page: z.number().int().min(0).max(1_000) });

function offer(_opened: undefined, tools: Tools): FeatureOffer {
  const { people } = tools;

  /** The settings, a page at a time. */
  async function show(turn: Turn, page = 0): Promise<Message> {
    const [current, everybody] = await Promise.all([turn.settings(), people.everybody()]);
    const lines = [...settingsInWords(current), ...reachInLines(everybody)];
    const shown = pageOf(lines, page, PAGE);
    return noticeCard({
      kind: 'settings',
      text: 'De instellingen van Kompas.',
      title: ['Instellingen van Kompas', partWords(shown)].filter(Boolean).join(', '),
      lines: shown.items,
      small: 'Wijzigen gaat met de opdrachtregel. Elke wijziging staat in het logboek.',
      actions: pageButtons(shown, 'settings.show', (next) => ({ page: next })),
    });
  }

  return {
    phrases: [
      {
        say: 'instellingen',
        also: ['beheer', 'instellingen kompas'],
        title: 'Bekijk de instellingen',
        needs: needs,
        run: (turn) => show(turn),
      },
    ],
    intakes: [peopleIntake(tools, sending)],
    ...peopleExport(tools, sending),
    actions: { 'settings.show': action(pageSchema, (turn, { page }) => show(turn, page), { needs }) },
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
    addLogCommand(program, session);
    addKeyCommand(program, session);
    addSettingsCommands(settingsCommand(program), session);
  },
};
