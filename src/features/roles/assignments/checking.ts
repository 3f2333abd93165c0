import { today } from '../../../calendar/clock.ts';
import { listCard } from '../../../conversation/cards/list.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Needs } from '../../../conversation/needs.ts';
import { pageButtons, pageOf, partWords } from '../../../conversation/paging.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { capital } from '../../../language/capital.ts';
import { isPresent } from '../../../people/person.ts';
import { rolesInFile, type Standing, standing } from './holders.ts';
import { fileDifference, unheldIn, type Warning, warningsAbout, workOf } from './rules.ts';
import type { AssignmentTools } from './tools.ts';
import { warningInWords } from './warning-words.ts';

const PAGE = 10;

/** Looking after what roles and the register say of each other. */
export const checkingRoles: Needs = {
  who: ['mandaatbeheerder'],
  where: 'own chat',
  typed: 'toewijzingen controle',
  refusals: {
    who: notice(
      'roles',
      'Dit is voor de mandaatbeheerder',
      'Leid je een team? Dan zie je dit bij elke collega, voordat je een rol vastlegt.',
    ),
  },
};

/** All there is to say about all who hold a role, team by team: each as one who leads that team was warned of it. */
export function allWarnings(all: Standing): { team: string; warning: Warning }[] {
  const work = workOf(all);
  const byAccount = new Map(all.people.filter(isPresent).map((person) => [person.directoryId, person]));
  const teams = [
    ...new Set([...all.holders, ...all.gone.map(({ who }) => who)].map(({ team }) => team)),
  ].sort();
  return teams.flatMap((team) => {
    const inTeam = all.holders.filter((one) => one.team === team);
    const warnings: Warning[] = [
      ...inTeam.flatMap((who) => {
        const person = byAccount.get(who.id);
        const inFile = person && fileDifference(who, rolesInFile(person));
        return [...warningsAbout(who, all, work), ...(inFile ? [inFile] : [])];
      }),
      ...all.gone.flatMap(({ who, why }) => (who.team === team ? [{ kind: why, who }] : [])),
      ...(inTeam.length > 0 ? unheldIn(team, all) : []),
    ];
    return warnings.map((warning) => ({ team, warning }));
  });
}

/** The list for the mandaatbeheerder: all warnings, and all differences with the register and the people file. */
export function checking(tools: AssignmentTools) {
  return async (turn: Turn, page = 0): Promise<Message> => {
    const [all, settings] = await Promise.all([standing(tools, today(turn.now).toString()), turn.settings()]);
    const names = new Map([...settings.teams, ...settings.ended].map(({ key, name }) => [key, name]));
    const teamName = (key: string) => names.get(key) ?? key;
    const found = allWarnings(all);
    if (found.length === 0)
      return notice(
        'roles',
        all.holders.length === 0 ? 'Nog niemand heeft een rol' : 'Er is niets om op te letten',
        'Ik vergelijk de rollen met het mandatenregister en het mensenbestand.',
      );
    const shown = pageOf(found, page, PAGE);
    return listCard({
      kind: 'roles',
      text: 'Hier moet je op letten bij de rollen.',
      title: `${found.length} ${found.length === 1 ? 'punt' : 'punten'} om op te letten`,
      lead: [capital(partWords(shown)), 'Een rol geeft geen mandaat. Bespreek het met wie het team leidt.']
        .filter(Boolean)
        .join('. '),
      sections: [...Map.groupBy(shown.items, ({ team }) => team)].map(([team, some]) => ({
        title: '',
        lines: some.map(({ warning }) => {
          const { text, detail } = warningInWords(warning, all.places, teamName);
          return { text, detail: `${teamName(team)} · ${detail}` };
        }),
      })),
      actions: pageButtons(shown, 'assignments.check', (next) => ({ page: next })),
    });
  };
}
