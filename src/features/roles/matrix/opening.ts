import { notice, noticeCard } from '../../../conversation/cards/notice.ts';
import { chosenIn } from '../../../conversation/choosing.ts';
import { type Choosable, finder } from '../../../conversation/finding.ts';
import type { FormValues } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { ledBy } from '../../../people/leading.ts';
import type { Person } from '../../../people/person.ts';
import type { Tools } from '../../module.ts';
import { memberChoosing, memberForm } from './forms.ts';

/** What is opened, in words: what a typed request answers holds nothing of a matrix, since the chat keeps it. */
export interface Opening {
  verb: string;
  title: string;
  body: string;
  /** The same about a colleague. */
  aboutColleague: string;
}

/** Who leads no team has their own alone. */
export const leadsNobody: Message = notice(
  'roles',
  'Je ziet alleen je eigen takenmatrix',
  'Die van een collega opent alleen wie het team leidt.',
  [{ verb: 'matrix.show', title: 'Mijn takenmatrix', data: {} }],
);

const choosable = (people: readonly Person[]): Choosable[] =>
  people.map(({ name, directoryId = '', upn }) => ({ value: directoryId, title: name, also: [upn] }));

function ready({ verb, title, body, aboutColleague }: Opening, who?: Choosable, leads = false): Message {
  return noticeCard({
    kind: 'roles',
    text: `${title}.`,
    title,
    body: who ? aboutColleague : body,
    lines: who ? [`Van: ${who.title}`] : [],
    actions: [
      { verb, title: 'Open', data: who ? { person: who.value } : {}, style: 'positive' },
      ...(leads ? [{ verb: 'matrix.pick', title: 'Met een collega', data: {} }] : []),
    ],
  });
}

/** The ways to a matrix: of one's own, and of a colleague in a team that one leads. */
export function openings({ people }: Pick<Tools, 'people'>) {
  /** Somebody typed what they want to open, with the name of a colleague behind it or without. */
  async function typed(turn: Turn, rest: string, what: Opening): Promise<Message> {
    const choices = choosable(await ledBy(turn, people));
    const name = rest.trim().replace(/^(?:van|met|voor) /i, '');
    if (name === '') return ready(what, undefined, choices.length > 0);
    if (choices.length === 0) return leadsNobody;
    const [first, second] = finder(choices)(name);
    if (first && !second) return ready(what, first);
    return memberForm(choices, { memberName: [...name].slice(0, 100).join('') }, [
      second
        ? 'Er is meer dan één collega met deze naam.'
        : 'Deze naam staat niet in een team dat jij leidt.',
    ]);
  }

  /** The form to choose a colleague. */
  async function pick(turn: Turn): Promise<Message> {
    const choices = choosable(await ledBy(turn, people));
    return choices.length > 0 ? memberForm(choices, {}) : leadsNobody;
  }

  /** Runs `then` with the directory id of the colleague who was chosen. */
  async function open(
    turn: Turn,
    sent: FormValues,
    then: (id: string) => Promise<Message>,
  ): Promise<Message> {
    const choices = choosable(await ledBy(turn, people));
    if (choices.length === 0) return leadsNobody;
    const { sent: chosen, problems } = chosenIn([memberChoosing(choices)], sent);
    const { member = '' } = chosen;
    if (problems.length > 0) return memberForm(choices, chosen, problems);
    return choices.some(({ value }) => value === member)
      ? then(member)
      : memberForm(choices, chosen, ['Kies een collega.']);
  }

  return { typed, pick, open };
}
