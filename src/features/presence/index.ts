import { Temporal } from 'temporal-polyfill';
import { dutchDate, today } from '../../calendar/clock.ts';
import { type Weekday, weekdays } from '../../calendar/weekdays.ts';
import { notice, unknownPerson } from '../../conversation/cards/notice.ts';
import type { Message } from '../../conversation/message.ts';
import type { Turn } from '../../conversation/turn.ts';
import { type DateSpan, parseAbsence } from '../../language/dates.ts';
import { normalise } from '../../language/normalise.ts';
import { parseWorkdays } from '../../language/workdays.ts';
import type { Person } from '../../people/person.ts';
import type { FeatureModule, FeatureOffer, Tools } from '../module.ts';

/** Nobody is away longer than this without an administrator knowing; a typed year is more likely a mistake. */
const LONGEST_ABSENCE_DAYS = 731;

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

function card(title: string, body: string, again: { title: string; text: string }[] = []): Message {
  const actions = again.map(({ title: label, text }) => ({ verb: 'help.say', title: label, data: { text } }));
  return notice(title, body, actions);
}

const noDates = card(
  'Tot wanneer ben je weg?',
  'Typ erbij op welke dag je er weer bent. Bijvoorbeeld: afwezig tot 1 december. Of een paar dagen: afwezig van 1 tot en met 5 december.',
);
const unreadDates = card(
  'Tot wanneer ben je weg?',
  'Ik lees niet tot welke dag. Typ bijvoorbeeld: afwezig tot 1 december. Of: afwezig van 1 tot en met 5 december.',
);

/** "maandag, dinsdag en donderdag" */
function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} en ${items.at(-1)}`;
}

/** What an absence means in words: when it starts, its last day, and the first day back. */
export function absenceWords({ first, last }: DateSpan, now: Temporal.PlainDate): string {
  const named = (date: Temporal.PlainDate) =>
    dutchDate(date, { weekday: true, year: date.year !== now.year });
  const from = first.equals(now) ? 'vanaf vandaag' : `vanaf ${named(first)}`;
  const span = first.equals(last) ? `op ${named(first)}` : `${from} tot en met ${named(last)}`;
  return `Je bent er niet ${span}. Ik schrijf je dan niet. Vanaf ${named(last.add({ days: 1 }))} ben je er weer.`;
}

function offer(_opened: undefined, { people }: Pick<Tools, 'people'>): FeatureOffer {
  async function changing(turn: Turn, change: (person: Person) => Person, answer: Message): Promise<Message> {
    const me = await turn.person();
    if (!me) return unknownPerson;
    await people.change(me.team, me.id, change);
    return answer;
  }

  async function away(turn: Turn, rest: string): Promise<Message> {
    // Somebody tapped it in the help, or typed no day.
    if (normalise(rest) === '') return noDates;
    const now = today(turn.now);
    // "tot" belongs to the date, so the span is read from the whole sentence and not from what follows the phrase.
    const span = parseAbsence(turn.text.replace(/^.*?\b(afwezig|weg|vrij|er niet|vakantie)\b/is, ''), now);
    if (!span) return unreadDates;
    if (Temporal.PlainDate.compare(span.last, now) < 0) {
      return card('Die dag is al voorbij', 'Er is niets veranderd. Typ een dag in de toekomst.');
    }
    if (now.until(span.last).days > LONGEST_ABSENCE_DAYS) {
      return card(
        'Dat is wel heel ver weg',
        'Er is niets veranderd. Klopt het jaar? Typ anders een eerdere dag.',
      );
    }
    return changing(
      turn,
      (person) => ({ ...person, absentFrom: span.first.toString(), absentUntil: span.last.toString() }),
      card('Dat is genoteerd', absenceWords(span, now), [
        { title: 'Ik ben er weer', text: 'ik ben er weer' },
      ]),
    );
  }

  async function setWorkdays(turn: Turn, rest: string): Promise<Message> {
    const me = await turn.person();
    if (!me) return unknownPerson;
    if (normalise(rest) === '') {
      const now = listed(me.workdays.map((day) => dayNames[day]));
      return card(
        'Je werkdagen',
        `Ik ken deze: ${now}. ${me.workdays.some(isCheckinDay) ? '' : `${noCheckins} `}` +
          'Wijzigen? Typ bijvoorbeeld: mijn werkdagen ma di do.',
      );
    }
    const workdays = parseWorkdays(rest);
    if (!workdays) {
      return card(
        'Welke dagen werk je?',
        'Ik begrijp niet elke dag. Typ bijvoorbeeld: mijn werkdagen ma di do.',
      );
    }
    const before = weekdays.filter((day) => me.workdays.includes(day)).join(' ');
    const words = `Je werkt op ${listed(workdays.map((day) => dayNames[day]))}.`;
    return changing(
      turn,
      (person) => ({ ...person, workdays, ownWorkdays: true }),
      card('Je werkdagen zijn bewaard', workdays.some(isCheckinDay) ? words : `${words} ${noCheckins}`, [
        { title: 'Maak ongedaan', text: `mijn werkdagen ${before}` },
      ]),
    );
  }

  return {
    phrases: [
      {
        say: 'afwezig tot',
        also: [
          'afwezig',
          'ik ben afwezig',
          'ik ben weg',
          'ik ben vrij',
          'ik ben er niet',
          'vakantie',
          'ik heb vakantie',
          'ik heb vrij',
        ],
        title: 'Geef door dat je er niet bent, bijvoorbeeld: afwezig tot 1 december',
        takesRest: true,
        private: true,
        run: away,
      },
      {
        say: 'ik ben er weer',
        also: ['ik ben terug', 'weer aanwezig', 'niet meer afwezig'],
        title: 'Je bent terug: ik schrijf je weer',
        private: true,
        run: (turn) =>
          changing(
            turn,
            ({ absentFrom: _from, absentUntil: _until, ...person }) => person,
            card('Fijn dat je er weer bent', 'Ik schrijf je weer op je werkdagen.'),
          ),
      },
      {
        say: 'mijn werkdagen',
        also: ['werkdagen', 'ik werk op'],
        title: 'Bekijk of wijzig je werkdagen, bijvoorbeeld: mijn werkdagen ma di do',
        takesRest: true,
        private: true,
        run: setWorkdays,
      },
    ],
    actions: {},
  };
}

/** One's own absence and working days, set in the chat (trust:text-is-data: a reason is never kept). */
export const presence: FeatureModule<undefined> = {
  name: 'presence',
  title: 'Werken en vrij zijn',
  tables: [],
  open: () => undefined,
  offer,
};
