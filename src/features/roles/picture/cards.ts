import { dutchDay } from '../../../calendar/clock.ts';
import { detailCard } from '../../../conversation/cards/detail.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import { type Choosing, choosingForm } from '../../../conversation/choosing.ts';
import { type FormValues, formCard } from '../../../conversation/form.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import type { Team } from '../../../people/municipality.ts';
import { ibroRoles } from '../../../people/person.ts';
import type { RoleTask } from '../content/tasks.ts';
import { homeOf } from '../matrix/rules.ts';
import { listed } from '../matrix/words.ts';
import type { Picture } from './rules.ts';

/** What a typed request answers: nothing of what the team does, since the chat keeps it. */
export const ready: Message = notice(
  'roles',
  'De taken van je team',
  'Welke taken hangen van één persoon af, en welke doet niemand? Wie wat doet, staat er nooit in.',
  [{ verb: 'teamtasks.show', title: 'Bekijk', data: {}, style: 'positive' }],
);

/** For who reads along with all matrices in the picture but one to five. */
export const notForYou: Message = notice(
  'roles',
  'Voor jou is er geen beeld',
  'Je leest de meeste takenmatrices zelf. Daarom is er voor jou geen beeld: het zou over enkelen gaan.',
  [{ verb: 'matrix.show', title: 'Mijn takenmatrix', data: {} }],
);

/** There are fewer than six confirmed matrices, and no number is told. */
export const tooFew: Message = notice(
  'roles',
  'Er is nu geen beeld van jullie taken',
  'Het komt zodra minstens 6 collega’s een bevestigde takenmatrix hebben. Wie wat doet, staat er nooit in.',
  [{ verb: 'matrix.show', title: 'Mijn takenmatrix', data: {} }],
);

/** Who works in no team, and leads none. */
export const noTeam: Message = notice(
  'roles',
  'Je zit in geen team',
  'Taken zie je per team. Vraag je beheerder om je in een team te zetten.',
);

/** Of which team, for who leads several. */
export const teamChoosing = (teams: readonly Pick<Team, 'key' | 'name'>[]): Choosing => ({
  id: 'team',
  label: 'Welk team?',
  required: true,
  choices: teams.map(({ key, name }) => ({ value: key, title: name })),
});

/** The form to choose a team with. */
export const whichTeamForm = (
  teams: readonly Pick<Team, 'key' | 'name'>[],
  typed: FormValues = {},
  problems: readonly string[] = [],
): Message =>
  formCard({
    kind: 'roles',
    title: 'Van welk team?',
    lead: 'Je ziet de taken van een team dat je leidt, of waar je zelf in zit.',
    problems,
    fields: choosingForm(teamChoosing(teams), typed),
    submit: { verb: 'teamtasks.open', title: 'Open', data: {} },
    seenBy: '',
  });

/** Tasks by the role that they belong to most, a line a role. */
function byRole(ids: readonly string[], tasks: readonly RoleTask[]) {
  return ibroRoles.flatMap((role) => {
    const titles = tasks.flatMap((task) =>
      ids.includes(task.id) && homeOf(task) === role ? [task.title] : [],
    );
    return titles.length > 0 ? [{ text: role, detail: listed(titles) }] : [];
  });
}

/** What a team sees of its tasks together: never who, and never how many. */
export function pictureCard(
  name: string,
  picture: Picture,
  tasks: readonly RoleTask[],
  actions: readonly NoticeAction[] = [],
): Message {
  const { day, one, none, many, oneOn, noneOn } = picture;
  const plain = [one, none, many, oneOn, noneOn].every(({ length }) => length === 0);
  const registrationLines = [
    ...(oneOn.length > 0 ? [{ text: 'Eén collega werkt eraan', detail: oneOn.join(', ') }] : []),
    ...(noneOn.length > 0 ? [{ text: 'Niemand werkt eraan', detail: noneOn.join(', ') }] : []),
  ];
  return detailCard({
    kind: 'roles',
    place: name,
    text: 'De taken van het team.',
    title: 'Taken van het team',
    note: [
      `Gemaakt op ${dutchDay(day)}, uit bevestigde takenmatrices.`,
      plain ? 'Er is niets wat opvalt.' : '',
      'Wat niet iedereen invulde, staat er niet in. Wie wat doet, ook niet.',
      none.length > 0 ? '' : 'Wie het team leidt, telt niet mee.',
    ]
      .filter(Boolean)
      .join(' '),
    sections: [
      { title: 'Hangt van één persoon af', lines: byRole(one, tasks) },
      {
        title: 'Doet niemand',
        // Who leads the team may do it all the same.
        lines:
          none.length > 0
            ? [...byRole(none, tasks), { text: 'Wie het team leidt, telt hier niet mee.' }]
            : [],
      },
      { title: 'Doen veel mensen', lines: byRole(many, tasks) },
      { title: 'Registraties', lines: registrationLines },
    ].filter(({ lines }) => lines.length > 0),
    actions: [
      {
        verb: 'help.say',
        title: 'Bespreek het in je team',
        data: { text: 'teamterugblik' },
        style: 'positive',
      },
      ...actions,
    ],
  });
}
