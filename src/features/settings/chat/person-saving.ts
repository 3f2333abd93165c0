import { z } from 'zod';
import { noticeCard } from '../../../conversation/cards/notice.ts';
import { choosingSchema, chosenIn } from '../../../conversation/choosing.ts';
import { carried, field } from '../../../conversation/field.ts';
import type { FormValues } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { manyOf } from '../../../language/fitted.ts';
import {
  LAST_ADMINISTRATOR,
  losesAdministrators,
  staysByInstallation,
} from '../../../people/administrators.ts';
import { changeByHand, type PersonLine, personMark, personNamed } from '../../../people/changing/by-hand.ts';
import type { Team } from '../../../people/municipality.ts';
import type { Person } from '../../../people/person.ts';
import { lastAbout } from './log-lines.ts';
import { openPerson, personCard, personForm, rightWords, roleChosen, teamChoosing } from './person-cards.ts';
import { gone, onPerson, type PeopleTools, seenInLog, sure, teamOf } from './person-replies.ts';
import { tellRebound } from './rebound.ts';

const details = {
  name: field.text,
  upn: field.text,
  access: field.choices,
  workdays: field.choices,
  role: field.choice,
  secondRole: field.choice,
  ...choosingSchema('one', 'team'),
};
export const savePersonSchema = z.object({
  id: z.string().max(200),
  sure: carried(z.boolean(), false),
  seen: carried(z.string().max(40), ''),
  ...details,
});
export const addSchema = z.object({ ...details, id: field.text, account: field.text });

/** What an administrator changes of somebody, or adds. */
export function savingPeople(tools: PeopleTools) {
  const { everybody, administrators } = tools;

  /** A line of what a form sent, or what is wrong with it. */
  function lineIn(
    sent: FormValues,
    teams: readonly Team[],
    was: Pick<PersonLine, 'id' | 'directoryId'>,
  ): { line: PersonLine } | { problems: string[]; typed: FormValues } {
    const { sent: typed, problems } = chosenIn([teamChoosing(teams)], sent);
    const team = teams.find(({ key }) => key === typed.team);
    const missing = team || problems.length > 0 ? [] : ['Kies een team.'];
    if (!team) return { problems: [...problems, ...missing], typed };
    const { name = '', upn = '', access = '', workdays = '', role = '', secondRole = '' } = typed;
    const line = {
      ...was,
      name,
      upn,
      teamName: team.name,
      access: manyOf(access),
      workdays: manyOf(workdays),
      role: roleChosen(role),
      secondRole: roleChosen(secondRole),
    };
    return { line };
  }

  function save(turn: Turn, asked: z.infer<typeof savePersonSchema>): Promise<Message> {
    const { id: personId, seen: mark, sure: isSure, ...sent } = asked;
    return onPerson(tools, personId, async (person, all) => {
      const { teams } = await turn.settings();
      if (mark !== personMark(person)) {
        await seenInLog(tools, turn, person);
        const by = (await lastAbout(tools, person.id)) ?? 'Iemand anders';
        return personForm(person, teams, {
          problems: [
            `${by} veranderde dit intussen. Hieronder zie je wat er nu staat. Wat jij invulde, is niet bewaard.`,
          ],
        });
      }
      const read = lineIn(sent, teams, { id: person.id, directoryId: person.directoryId });
      if ('problems' in read)
        return personForm(person, teams, { typed: read.typed, problems: read.problems });
      const { line } = read;
      const losesRight = person.access.includes('beheerder') && !line.access.includes('beheerder');
      const others = all.filter((one) => one !== person);
      if (losesRight && losesAdministrators(all, others, { administrators, by: turn.directoryId }))
        return personForm(person, teams, { typed: sent, problems: [LAST_ADMINISTRATOR] });
      if (losesRight && person.directoryId === turn.directoryId && !isSure)
        return sure(
          person,
          staysByInstallation(person, administrators) ||
            'Je bent dan zelf geen beheerder meer. Alleen een andere beheerder kan je het recht teruggeven.',
          {
            verb: 'people.save',
            title: 'Ja, haal mijn recht weg',
            data: { ...asked, sure: true },
          },
        );
      const result = await changeByHand(tools, [line], { who: turn.directoryId });
      if ('problems' in result) return personForm(person, teams, { typed: sent, problems: result.problems });
      await tellRebound(tools, result.rebound);
      const after = personNamed(await everybody(), person.id);
      if (!after) return gone;
      const same = result.plan.changed.length + result.plan.dropped.length === 0;
      return savedPerson(after, person, teams, same ? 'Er is niets veranderd' : 'Bewaard');
    });
  }

  /** What was saved, with the way back to what stood there. */
  function savedPerson(after: Person, before: Person, teams: readonly Team[], title: string): Message {
    const { name, upn, team, access, workdays, role = '', secondRole = '' } = before;
    return noticeCard({
      kind: 'settings',
      text: title,
      title,
      lines: [
        after.name,
        `Team: ${teams.find(({ key }) => key === after.team)?.name ?? after.team}`,
        `Rechten: ${after.access.map(rightWords).join(', ')}`,
        ...(after.access.includes('beheerder')
          ? []
          : [staysByInstallation(after, administrators)].filter(Boolean)),
      ],
      small:
        'Staat deze persoon in jullie mensenbestand? Wijzig het daar dan ook. Staat het er anders, dan zet de volgende import het terug.',
      actions: [
        openPerson(after),
        ...(title === 'Bewaard'
          ? [
              {
                verb: 'people.save',
                title: 'Maak ongedaan',
                data: {
                  id: after.id,
                  seen: personMark(after),
                  name,
                  upn,
                  team,
                  access: access.join(','),
                  workdays: workdays.join(','),
                  role,
                  secondRole,
                },
              },
            ]
          : []),
      ],
    });
  }

  async function add(turn: Turn, { account, ...sent }: z.infer<typeof addSchema>): Promise<Message> {
    const { teams } = await turn.settings();
    const typed = { ...sent, account };
    if (personNamed(await everybody(), sent.id))
      return personForm(undefined, teams, {
        typed,
        problems: ['Dit id hoort al bij iemand. Zoek die persoon op, of kies een ander id.'],
      });
    const read = lineIn(sent, teams, { id: sent.id, directoryId: account || undefined });
    if ('problems' in read)
      return personForm(undefined, teams, { typed: { ...typed, ...read.typed }, problems: read.problems });
    const result = await changeByHand(tools, [read.line], { who: turn.directoryId, standing: 'counted' });
    if ('problems' in result) return personForm(undefined, teams, { typed, problems: result.problems });
    await tellRebound(tools, result.rebound);
    const after = personNamed(await everybody(), sent.id);
    return after ? personCard(after, teamOf(after, await turn.settings()), 'Toegevoegd.') : gone;
  }

  return {
    edit: (turn: Turn, personId: string) =>
      onPerson(tools, personId, async (person) => {
        await seenInLog(tools, turn, person);
        return personForm(person, (await turn.settings()).teams);
      }),
    fresh: async (turn: Turn): Promise<Message> => personForm(undefined, (await turn.settings()).teams),
    save,
    add,
  };
}
