import { type Weekday, weekdays } from '../../calendar/weekdays.ts';
import { notice, unknownPerson } from '../../conversation/cards/notice.ts';
import type { Message } from '../../conversation/message.ts';
import { colleagueAlone } from '../../conversation/needs.ts';
import type { Phrase } from '../../conversation/offer.ts';
import type { Turn } from '../../conversation/turn.ts';
import { normalise } from '../../language/normalise.ts';
import { parseWorkdays } from '../../language/workdays.ts';
import type { Tools } from '../module.ts';

const dayNames = {
  ma: 'maandag',
  di: 'dinsdag',
  wo: 'woensdag',
  do: 'donderdag',
  vr: 'vrijdag',
  za: 'zaterdag',
  zo: 'zondag',
};

const isCheckinDay = (day: Weekday) => day !== 'za' && day !== 'zo';
const noCheckins =
  'Let op: check-ins zijn er van maandag tot en met vrijdag. Met deze dagen krijg je er geen.';

/** "maandag, dinsdag en donderdag" */
function listed(days: readonly Weekday[]): string {
  const items = days.map((day) => dayNames[day]);
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} en ${items.at(-1)}`;
}

/** Looking at one's own working days, and changing them. */
export function workdaysPhrase({ people }: Pick<Tools, 'people'>): Phrase {
  async function run(turn: Turn, rest: string): Promise<Message> {
    const me = await turn.person();
    if (!me) return unknownPerson;
    if (normalise(rest) === '') {
      return notice(
        'presence',
        'Je werkdagen',
        `Ik ken deze: ${listed(me.workdays)}. ${me.workdays.some(isCheckinDay) ? '' : `${noCheckins} `}` +
          'Wijzigen? Typ bijvoorbeeld: mijn werkdagen ma di do.',
      );
    }
    const workdays = parseWorkdays(rest);
    if (!workdays) {
      return notice(
        'presence',
        'Welke dagen werk je?',
        'Ik begrijp niet elke dag. Typ bijvoorbeeld: mijn werkdagen ma di do.',
      );
    }
    const before = weekdays.filter((day) => me.workdays.includes(day)).join(' ');
    const words = `Je werkt op ${listed(workdays)}.`;
    await people.change(me.team, me.id, (person) => ({ ...person, workdays, ownWorkdays: true }));
    return notice(
      'presence',
      'Je werkdagen zijn bewaard',
      workdays.some(isCheckinDay) ? words : `${words} ${noCheckins}`,
      [{ verb: 'help.say', title: 'Maak ongedaan', data: { text: `mijn werkdagen ${before}` } }],
    );
  }

  return {
    say: 'mijn werkdagen',
    also: ['werkdagen', 'ik werk op'],
    title: 'Bekijk of wijzig je werkdagen, bijvoorbeeld: mijn werkdagen ma di do',
    needs: colleagueAlone,
    takesRest: true,
    run,
  };
}
