import { z } from 'zod';
import { cancelButton } from '../../../conversation/cancelling.ts';
import { noticeCard } from '../../../conversation/cards/notice.ts';
import { choosingForm, choosingSchema, chosenIn } from '../../../conversation/choosing.ts';
import { carried } from '../../../conversation/field.ts';
import { type FormValues, formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { changeByHand, lineOf } from '../../../people/changing/by-hand.ts';
import type { Team } from '../../../people/municipality.ts';
import { isCounted, isPresent, type Person } from '../../../people/person.ts';
import { teamChoosing } from './person-cards.ts';
import type { PeopleTools } from './person-replies.ts';
import { openTeam, teamsCard } from './teams.ts';

export const mergeSchema = z.object({
  from: z.string().max(200),
  sure: carried(z.boolean(), false),
  ...choosingSchema('one', 'team'),
});

/** That some of those who go over count no more than before. */
function uncountedWords(inside: readonly Person[]): string[] {
  const some = inside.filter((one) => !isCounted(one)).length;
  if (some === 0) return [];
  if (inside.length === 1)
    return ['Deze persoon zit alleen via Teams in het team en telt straks ook nog niet mee.'];
  const who = some === 1 ? '1 van hen zit' : `${some} van hen zitten`;
  return [
    `${who} alleen via Teams in het team en ${some === 1 ? 'telt' : 'tellen'} straks ook nog niet mee.`,
  ];
}

const mergeSure = (team: Team, to: Team, inside: readonly Person[]): Message => {
  const count = inside.length;
  return noticeCard({
    kind: 'settings',
    text: 'Weet je het zeker? Iedereen van dit team gaat naar een ander team.',
    title: 'Weet je het zeker?',
    lines: [
      `${count === 1 ? '1 persoon van' : `${count} mensen van`} ${team.name} ${count === 1 ? 'gaat' : 'gaan'} naar ${to.name}.`,
      ...uncountedWords(inside),
    ],
    body: 'Wie overgaat, ziet wat het nieuwe team deelt. Eerdere antwoorden blijven bij het oude team. Zet het nieuwe team ook in jullie mensenbestand.',
    actions: [
      {
        verb: 'teams.save-merge',
        title: 'Ja, zet ze over',
        style: 'destructive',
        data: { from: team.key, team: to.key, sure: true },
      },
      cancelButton({ verb: 'settings.team', data: { team: team.key } }),
    ],
  });
};

/** Putting everybody of one team in another: teams that merge. */
export function merging(tools: PeopleTools) {
  const { everybody } = tools;
  const choosing = (others: readonly Team[]) => teamChoosing(others, 'Naar welk team?');

  function form(
    team: Team,
    others: readonly Team[],
    typed: FormValues = {},
    problems: readonly string[] = [],
  ) {
    const { verb, data } = openTeam(team);
    return formCard({
      kind: 'settings',
      place: team.name,
      title: 'Zet mensen over naar een ander team',
      lead: 'Iedereen gaat over. Rechten en eigen keuzes gaan mee.',
      problems,
      fields: choosingForm(choosing(others), typed),
      submit: { verb: 'teams.save-merge', title: 'Verder', data: { from: team.key } },
      seenBy: 'Alle beheerders. In het logboek staat wie je overzette.',
      back: { verb, data },
    });
  }

  async function on(
    turn: Turn,
    key: string,
    work: (team: Team, others: Team[]) => Promise<Message>,
  ): Promise<Message> {
    const { teams, ended } = await turn.settings();
    const team = teams.find((one) => one.key === key);
    return team
      ? work(
          team,
          teams.filter((one) => one.key !== key),
        )
      : teamsCard({ teams, ended }, 0);
  }

  /** Everybody of a team goes to another. */
  async function moveAll(turn: Turn, from: Team, to: Team, inside: readonly Person[]): Promise<Message> {
    const { teams } = await turn.settings();
    const lines = inside.map((person) => ({ ...lineOf(person, teams), teamName: to.name }));
    const result = await changeByHand(tools, lines, { who: turn.directoryId });
    if ('problems' in result)
      return noticeCard({
        kind: 'settings',
        text: 'Dit kan niet. Er is niets veranderd.',
        title: 'Dit kan niet. Er is niets veranderd',
        lines: result.problems,
        actions: [openTeam(from)],
      });
    return noticeCard({
      kind: 'settings',
      text: 'Iedereen is overgezet.',
      title: 'Iedereen is overgezet',
      lines: [`${lines.length === 1 ? '1 persoon zit' : `${lines.length} mensen zitten`} nu in ${to.name}.`],
      body: 'Bestaat het oude team niet meer? Hef het dan op.',
      actions: [
        { verb: 'settings.end-team', title: 'Hef het oude team op', data: { team: from.key } },
        openTeam(to),
      ],
    });
  }

  return {
    ask: (turn: Turn, key: string): Promise<Message> =>
      on(turn, key, async (team, others) => form(team, others)),
    save: (turn: Turn, { from, sure, ...sent }: z.infer<typeof mergeSchema>): Promise<Message> =>
      on(turn, from, async (team, others) => {
        const { sent: typed, problems } = chosenIn([choosing(others)], sent);
        const to = others.find(({ key }) => key === typed.team);
        if (!to || problems.length > 0)
          return form(team, others, typed, problems.length > 0 ? problems : ['Kies een team.']);
        const inside = (await everybody()).filter(
          (one) => one.team === team.key && isPresent(one) && !one.moved,
        );
        if (inside.length === 0) return form(team, others, typed, ['In dit team zit niemand.']);
        return sure ? moveAll(turn, team, to, inside) : mergeSure(team, to, inside);
      }),
  };
}
