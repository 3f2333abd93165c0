import { noticeCard, unknownPerson } from '../../conversation/cards/notice.ts';
import type { Message } from '../../conversation/message.ts';
import { colleagueAlone } from '../../conversation/needs.ts';
import type { Phrase } from '../../conversation/offer.ts';
import type { Turn } from '../../conversation/turn.ts';
import { chatLink } from '../../people/chat-link.ts';
import { isPresent, type Person } from '../../people/person.ts';
import type { Tools } from '../module.ts';

/** Who leads the team of who asks: the managers who are in it, and those whom its settings name. */
async function leadsOf(turn: Turn, people: Pick<Tools['people'], 'byUpn'>): Promise<Person[]> {
  const place = await turn.workplace();
  const inTeam = (place?.members ?? []).filter(({ access }) => access.includes('manager'));
  const named = await Promise.all((place?.team?.managers ?? []).map((upn) => people.byUpn(upn)));
  const all = [...inTeam, ...named].flatMap((person) => (person && isPresent(person) ? [person] : []));
  return [...new Map(all.map((person) => [person.upn, person])).values()];
}

/** "Wie is mijn leidinggevende": as the team is recorded, with a way to the chat. */
export function leadsPhrase({ people }: Pick<Tools, 'people'>): Phrase {
  return {
    say: 'wie is mijn leidinggevende',
    also: [
      'mijn leidinggevende',
      'leidinggevende',
      'wie is mijn manager',
      'mijn manager',
      'wie is mijn chef',
      'mijn chef',
      'wie is mijn baas',
      'mijn baas',
      'wie is mijn teamleider',
      'mijn teamleider',
      'wie leidt mijn team',
      'wie is de leidinggevende van mijn team',
      'bij wie hoor ik',
      'who is my manager',
      'my manager',
      'who is my boss',
      'who leads my team',
    ],
    title: 'Bekijk wie jouw team leidt',
    needs: colleagueAlone,
    readsTeam: true,
    unlisted: true,
    run: async (turn): Promise<Message> => {
      if (!(await turn.person())) return unknownPerson;
      const leads = await leadsOf(turn, people);
      const [first] = leads;
      if (!first)
        return noticeCard({
          kind: 'team',
          text: 'Wie jouw team leidt, staat nog niet in Kompas.',
          title: 'Wie jouw team leidt, staat nog niet in Kompas',
          body: 'De beheerder van Kompas kan dat aanvullen.',
        });
      return noticeCard({
        kind: 'team',
        text: 'Wie jouw team leidt.',
        title: 'Wie jouw team leidt',
        lines: leads.map(({ name, upn, directoryId }) =>
          directoryId === turn.directoryId ? `${name}: dat ben je zelf` : `${name}, ${upn}`,
        ),
        link:
          first.directoryId === turn.directoryId
            ? undefined
            : { title: 'Open de chat', url: chatLink(first.upn) },
      });
    },
  };
}
