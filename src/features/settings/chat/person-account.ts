import { z } from 'zod';
import { noticeCard } from '../../../conversation/cards/notice.ts';
import { carried, field } from '../../../conversation/field.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import {
  bindingProblem,
  isLastAdministrator,
  LAST_ADMINISTRATOR,
  personMark,
  personNamed,
  takeOut,
} from '../../../people/changing/by-hand.ts';
import { chatsAreDue } from '../../../people/chats-due.ts';
import { bindForm, personCard, toPeople } from './person-cards.ts';
import { gone, onPerson, type PeopleTools, refused, sure, teamOf } from './person-replies.ts';

export const surePersonSchema = z.object({ id: z.string().max(200), sure: carried(z.boolean(), false) });
export const bindSchema = surePersonSchema.extend({
  seen: carried(z.string().max(40), ''),
  account: field.text,
});

/** Binding somebody to another account, and taking them out of Kompas. */
export function personAccounts(tools: PeopleTools) {
  const { everybody, audit, administrators, people, settings, now } = tools;

  function saveBind(turn: Turn, asked: z.infer<typeof bindSchema>): Promise<Message> {
    return onPerson(tools, asked.id, async (person) => {
      const account = asked.account.toLowerCase();
      if (asked.seen !== personMark(person))
        return bindForm(person, account, ['Iemand veranderde dit intussen. Kijk of het nog nodig is.']);
      const problem = await bindingProblem(tools, account);
      if (problem) return bindForm(person, asked.account, [problem]);
      if (!asked.sure)
        return sure(
          person,
          person.directoryId === undefined
            ? 'Wie dit account heeft, gebruikt Kompas daarna als deze persoon.'
            : 'Het oude account kan dan niets meer in Kompas. Antwoorden van het oude account gaan niet mee.',
          { verb: 'people.save-bind', title: 'Ja, koppel', data: { ...asked, sure: true } },
        );
      await audit.record(turn.directoryId, 'mensen koppel', person.id);
      if (!(await people.rebind(person, account))) return gone;
      await chatsAreDue(settings, now());
      const after = personNamed(await everybody(), person.id);
      return after ? personCard(after, teamOf(after, await turn.settings()), 'Gekoppeld.') : gone;
    });
  }

  function remove(turn: Turn, asked: z.infer<typeof surePersonSchema>): Promise<Message> {
    return onPerson(tools, asked.id, async (person, all) => {
      if (isLastAdministrator(person, all, administrators)) return refused(person, LAST_ADMINISTRATOR);
      if (!asked.sure)
        return sure(
          person,
          'Deze persoon krijgt niets meer van Kompas. Taken en rechten vervallen. Na 30 dagen gaan naam en adres weg. Staat deze persoon nog in jullie mensenbestand? Dan komt die bij de volgende import terug.',
          { verb: 'people.take-out', title: 'Haal uit Kompas', data: { ...asked, sure: true } },
        );
      await takeOut(tools, person, turn.directoryId);
      return noticeCard({
        kind: 'settings',
        text: 'Deze persoon is uit Kompas.',
        title: 'Deze persoon is uit Kompas',
        lines: [person.name],
        actions: [toPeople],
      });
    });
  }

  return {
    bind: (personId: string) => onPerson(tools, personId, async (person) => bindForm(person)),
    saveBind,
    remove,
  };
}
