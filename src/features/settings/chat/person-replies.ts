import { cancelButton } from '../../../conversation/cancelling.ts';
import { noticeCard } from '../../../conversation/cards/notice.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { personNamed } from '../../../people/changing/by-hand.ts';
import type { Settings } from '../../../people/municipality.ts';
import type { Person } from '../../../people/person.ts';
import type { Tools } from '../../module.ts';
import { openPerson, toPeople } from './person-cards.ts';

export type PeopleTools = Pick<
  Tools,
  'people' | 'settings' | 'silence' | 'audit' | 'now' | 'everybody' | 'administrators' | 'send'
>;

export const gone = noticeCard({
  kind: 'settings',
  text: 'Deze persoon staat niet meer in Kompas. Er is niets veranderd.',
  title: 'Deze persoon staat niet meer in Kompas',
  body: 'Er is niets veranderd.',
  actions: [toPeople],
});

const back = (person: Pick<Person, 'id'>) => {
  const { verb, data } = openPerson(person);
  return { verb, data };
};

/** Asks once before something that somebody notices. `again` is the tap that does it. */
export const sure = (
  person: Person,
  warning: string,
  again: NoticeAction,
  facts: readonly string[] = [],
): Message =>
  noticeCard({
    kind: 'settings',
    text: `Weet je het zeker? ${warning}`,
    title: 'Weet je het zeker?',
    body: warning,
    lines: [person.name, ...facts],
    actions: [{ ...again, style: 'destructive' }, cancelButton(back(person))],
  });

export const refused = (person: Person, reason: string): Message =>
  noticeCard({
    kind: 'settings',
    text: 'Dit kan niet. Er is niets veranderd.',
    title: 'Dit kan niet',
    lines: [reason],
    actions: [openPerson(person)],
  });

export const teamOf = ({ team }: Person, { teams }: Settings): string =>
  teams.find(({ key }) => key === team)?.name ?? team;

/** Before somebody sees what Kompas knows of a person: that they look is in the log (trust:managing-is-logged). */
export const seenInLog = ({ audit }: Pick<Tools, 'audit'>, turn: Turn, { id }: Person): Promise<void> =>
  audit.record(turn.directoryId, 'persoon bekeken', id);

/** Works on who is in Kompas under an id, with everybody else. */
export async function onPerson(
  { everybody }: Pick<Tools, 'everybody'>,
  id: string,
  work: (person: Person, all: readonly Person[]) => Promise<Message>,
): Promise<Message> {
  const all = await everybody();
  const person = personNamed(all, id);
  return person ? work(person, all) : gone;
}
