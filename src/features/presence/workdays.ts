import { type Weekday, weekdayNames, weekdays } from '../../calendar/weekdays.ts';
import { notice, unknownPerson } from '../../conversation/cards/notice.ts';
import type { Message } from '../../conversation/message.ts';
import { colleagueAlone } from '../../conversation/needs.ts';
import type { Hearing, Phrase } from '../../conversation/offer.ts';
import type { Turn } from '../../conversation/turn.ts';
import { normalise } from '../../language/normalise.ts';
import { parseWorkdays } from '../../language/workdays.ts';
import type { Person } from '../../people/person.ts';
import type { Tools } from '../module.ts';

const isCheckinDay = (day: Weekday) => day !== 'za' && day !== 'zo';
const noCheckins =
  'Let op: check-ins zijn er van maandag tot en met vrijdag. Met deze dagen krijg je er geen.';

/** "maandag, dinsdag en donderdag" */
function listed(days: readonly Weekday[]): string {
  const items = days.map((day) => weekdayNames[day]);
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} en ${items.at(-1)}`;
}

/** "Ik werk maandag, dinsdag en donderdag", and the same in English: what stands behind it may be days. */
const told =
  /^(?:(?:hoi|hallo|hi)[,! ]+)?(?:ik werk|mijn (?:vaste )?(?:werkdagen|dagen) zijn|i work|my working days are)\b[,: ]*(.*)$/is;
/** How often, which every week is. */
const always =
  /\b(?:altijd|meestal|normaal|standaard|parttime|deeltijd|elke week|vast|iedere week|alleen|always|usually|only|every|part[- ]time|on|from)\b/gi;
const dayWords = /^(?:mon|tues|wednes|thurs|fri|satur|sun)days$/i;

/** The working days that somebody tells of themselves in a sentence; undefined for all others. */
function workdaysTold(text: string): Weekday[] | undefined {
  const [, rest] = told.exec(text.trim().replace(/[.!]+$/, '')) ?? [];
  if (rest === undefined || rest.includes('?')) return undefined;
  const [, off] =
    /^(?:elke|alle|iedere|every) (?:dag|dagen|werkdag|werkdagen|day) (?:behalve|except)(?: op| on)?(.*)$/i.exec(
      rest,
    ) ?? [];
  if (off !== undefined) {
    const free = parseWorkdays(off);
    const left = free && weekdays.slice(0, 5).filter((day) => !free.includes(day));
    // Who works on no day at all has said something else.
    return left?.length === 0 ? undefined : left;
  }
  const days = rest
    .replace(always, ' ')
    .replace(/\p{L}+/gu, (word) => (dayWords.test(word) ? word.slice(0, -1) : word))
    .replace(/\bto\b/gi, 't/m');
  return parseWorkdays(days.replace(/\bvan\b/gi, ' '));
}

/** Looking at one's own working days, and changing them: by the phrase, or told in a sentence. */
export function ownWorkdays({ people }: Pick<Tools, 'people'>): {
  phrase: Phrase;
  hear: Hearing['answer'];
} {
  async function run(turn: Turn, rest: string): Promise<Message> {
    const me = await turn.person();
    if (!me) return unknownPerson;
    if (normalise(rest) === '') {
      return notice(
        'presence',
        'Je werkdagen',
        `Je werkt op ${listed(me.workdays)}. ${me.workdays.some(isCheckinDay) ? '' : `${noCheckins} `}` +
          'Wijzigen? Typ bijvoorbeeld: mijn werkdagen ma di do.',
      );
    }
    const workdays = parseWorkdays(rest);
    if (!workdays) {
      return notice(
        'presence',
        'Welke dagen werk je?',
        'Ik begrijp niet alle dagen die je typte. Typ bijvoorbeeld: mijn werkdagen ma di do.',
      );
    }
    return keep(me, workdays);
  }

  async function keep(me: Person, workdays: readonly Weekday[]): Promise<Message> {
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

  async function hear(turn: Turn): Promise<Message | undefined> {
    const workdays = workdaysTold(turn.text);
    if (!workdays) return undefined;
    const me = await turn.person();
    if (!me) return unknownPerson;
    const [only, ...others] = workdays;
    // "Ik werk maandag" may be about this week alone.
    if (only === undefined || others.length > 0) return keep(me, workdays);
    return notice(
      'presence',
      `Werk je elke week alleen op ${weekdayNames[only]}?`,
      'Er is nog niets veranderd.',
      [{ verb: 'help.say', title: 'Ja, bewaar dat', data: { text: `mijn werkdagen ${only}` } }],
    );
  }

  const phrase: Phrase = {
    say: 'mijn werkdagen',
    also: ['werkdagen', 'ik werk op', 'my working days'],
    title: 'Bekijk of wijzig je werkdagen, bijvoorbeeld: mijn werkdagen ma di do',
    needs: colleagueAlone,
    takesRest: true,
    run,
  };
  return { phrase, hear };
}
