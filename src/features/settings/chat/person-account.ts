import { z } from 'zod';
import { noticeCard } from '../../../conversation/cards/notice.ts';
import { carried, field } from '../../../conversation/field.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import {
  LAST_ADMINISTRATOR,
  losesAdministrators,
  staysByInstallation,
} from '../../../people/administrators.ts';
import {
  bindingProblem,
  makeCount,
  personMark,
  personNamed,
  takeOut,
} from '../../../people/changing/by-hand.ts';
import { chatsAreDue } from '../../../people/chats-due.ts';
import { isCounted, type Person } from '../../../people/person.ts';
import { bindForm, personCard, toPeople } from './person-cards.ts';
import { gone, onPerson, type PeopleTools, refused, seenInLog, sure, teamOf } from './person-replies.ts';
import { tellRebound } from './rebound.ts';

export const surePersonSchema = z.object({ id: z.string().max(200), sure: carried(z.boolean(), false) });
export const bindSchema = surePersonSchema.extend({
  seen: carried(z.string().max(40), ''),
  account: field.text,
});

/** Binding somebody to another account, making them count, and taking them out of Kompas. */
export function personAccounts(tools: PeopleTools) {
  const { everybody, audit, administrators, people, settings, now } = tools;
  /** True when nobody could administer Kompas any more once there is `after` instead of somebody. */
  const isLast = (turn: Turn, all: readonly Person[], person: Person, after: readonly Person[]) =>
    losesAdministrators(all, [...all.filter((one) => one !== person), ...after], {
      administrators,
      by: turn.directoryId,
    });

  function saveBind(turn: Turn, asked: z.infer<typeof bindSchema>): Promise<Message> {
    return onPerson(tools, asked.id, async (person, all) => {
      const account = asked.account.toLowerCase();
      const again = async (typed: string, problem: string) => {
        await seenInLog(tools, turn, person);
        return bindForm(person, typed, [problem]);
      };
      if (asked.seen !== personMark(person))
        return again(account, 'Iemand veranderde dit intussen. Kijk of het nog nodig is.');
      const problem = await bindingProblem(tools, account);
      if (problem) return again(asked.account, problem);
      // Nothing tells yet that somebody has this account.
      if (isLast(turn, all, person, [{ ...person, directoryId: account, address: undefined }]))
        return again(asked.account, LAST_ADMINISTRATOR);
      if (!asked.sure)
        return sure(
          person,
          person.directoryId === undefined
            ? 'Wie dit account heeft, gebruikt Kompas daarna als deze persoon.'
            : `${staysByInstallation(person, administrators) || 'Het oude account kan dan niets meer in Kompas.'} Antwoorden van het oude account gaan niet mee.`,
          { verb: 'people.save-bind', title: 'Ja, koppel', data: { ...asked, sure: true } },
        );
      await audit.record(turn.directoryId, 'mensen koppel', person.id);
      if (!(await people.rebind(person, account))) return gone;
      await tellRebound(tools, [person]);
      await chatsAreDue(settings, now());
      const after = personNamed(await everybody(), person.id);
      return after ? personCard(after, teamOf(after, await turn.settings()), 'Gekoppeld.') : gone;
    });
  }

  function count(turn: Turn, asked: z.infer<typeof surePersonSchema>): Promise<Message> {
    return onPerson(tools, asked.id, async (person) => {
      const teamName = teamOf(person, await turn.settings());
      if (isCounted(person)) {
        await seenInLog(tools, turn, person);
        return personCard(person, teamName, 'Deze persoon telt al mee.');
      }
      if (!asked.sure) {
        await seenInLog(tools, turn, person);
        return sure(
          person,
          'Deze persoon telt dan mee voor het teambeeld. Daar zijn 6 mensen voor nodig. Doe dit alleen als deze persoon echt in dit team werkt. Dit komt in het logboek.',
          { verb: 'people.count', title: 'Ja, telt mee', data: { ...asked, sure: true } },
          [`Team: ${teamName}`],
        );
      }
      await makeCount(tools, person, turn.directoryId);
      const after = personNamed(await everybody(), person.id);
      return after ? personCard(after, teamName, 'Deze persoon telt nu mee.') : gone;
    });
  }

  function remove(turn: Turn, asked: z.infer<typeof surePersonSchema>): Promise<Message> {
    return onPerson(tools, asked.id, async (person, all) => {
      if (isLast(turn, all, person, [])) return refused(person, LAST_ADMINISTRATOR);
      if (!asked.sure) {
        await seenInLog(tools, turn, person);
        return sure(
          person,
          [
            'Deze persoon krijgt niets meer van Kompas. Taken en rechten vervallen. Na 30 dagen gaan naam en e-mailadres weg. Staat deze persoon nog in jullie mensenbestand? Dan komt die bij de volgende import terug.',
            staysByInstallation(person, administrators),
          ]
            .filter(Boolean)
            .join(' '),
          { verb: 'people.take-out', title: 'Haal uit Kompas', data: { ...asked, sure: true } },
        );
      }
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
    bind: (turn: Turn, personId: string) =>
      onPerson(tools, personId, async (person) => {
        await seenInLog(tools, turn, person);
        return bindForm(person);
      }),
    saveBind,
    count,
    remove,
  };
}
