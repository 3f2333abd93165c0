import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { dutchDate, isDate, today } from '../../calendar/clock.ts';
import { type Weekday, weekdays } from '../../calendar/weekdays.ts';
import { notice, unknownPerson } from '../../conversation/cards/notice.ts';
import { perhaps } from '../../conversation/field.ts';
import type { Message, NoticeAction } from '../../conversation/message.ts';
import { action } from '../../conversation/offer.ts';
import type { Turn } from '../../conversation/turn.ts';
import { readAway } from '../../language/away.ts';
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

/** Said to whoever may have told why. */
const NO_REASON = ' Waarom je er niet bent, bewaar ik niet.';

const isCheckinDay = (day: Weekday) => day !== 'za' && day !== 'zo';
const noCheckins =
  'Let op: check-ins zijn er van maandag tot en met vrijdag. Met deze dagen krijg je er geen.';

/** The absence that was there before, if any. */
const day = z.string().refine(isDate);
const earlier = z.object({ from: perhaps(day), until: perhaps(day) });

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

  /** Notes days away, and offers what was there before. */
  async function note(
    turn: Turn,
    span: DateSpan,
    { more = [], also = '' }: { more?: readonly NoticeAction[]; also?: string } = {},
  ): Promise<Message> {
    const me = await turn.person();
    if (!me) return unknownPerson;
    const { absentFrom: from, absentUntil: until } = me;
    await people.change(me.team, me.id, (person) => ({
      ...person,
      absentFrom: span.first.toString(),
      absentUntil: span.last.toString(),
    }));
    return notice('Dat is genoteerd', `${absenceWords(span, today(turn.now))}${also}`, [
      ...more,
      { verb: 'help.say', title: 'Ik ben er weer', data: { text: 'ik ben er weer' } },
      { verb: 'presence.restore', title: 'Maak ongedaan', data: { from, until } },
    ]);
  }

  async function away(turn: Turn, rest: string): Promise<Message> {
    // Somebody tapped it in the help, or typed no day.
    if (normalise(rest) === '') return noDates;
    const now = today(turn.now);
    // "tot" belongs to the date, so the span is read from the whole sentence and not from what follows the phrase.
    const span = parseAbsence(turn.text.replace(/^.*?\b(afwezig|vakantie)\b/is, ''), now);
    return span ? within(turn, span) : unreadDates;
  }

  /** Days that may be noted: not behind us, and not further than anybody is away. */
  async function within(turn: Turn, span: DateSpan, also = ''): Promise<Message> {
    const now = today(turn.now);
    if (Temporal.PlainDate.compare(span.last, now) < 0) {
      return card('Die dag is al voorbij', 'Er is niets veranderd. Typ een dag in de toekomst.');
    }
    if (now.until(span.last).days > LONGEST_ABSENCE_DAYS) {
      return card(
        'Dat is wel heel ver weg',
        'Er is niets veranderd. Klopt het jaar? Typ anders een eerdere dag.',
      );
    }
    return note(turn, span, { also });
  }

  /** A sentence in which somebody says that they are away, with the days wherever they stand in it. */
  async function heard(turn: Turn): Promise<Message | undefined> {
    const now = today(turn.now);
    const said = readAway(turn.text, now);
    if (!said) return undefined;
    if (said.kind === 'ask') return noDates;
    if (said.kind === 'days') return within(turn, said.span, NO_REASON);
    const longer = { verb: 'help.say', title: 'Langer weg', data: { text: 'afwezig tot' } };
    return note(turn, { first: now, last: now }, { more: [longer], also: NO_REASON });
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
        also: ['afwezig', 'vakantie'],
        title: 'Geef door dat je er niet bent, bijvoorbeeld: afwezig tot 1 december',
        takesRest: true,
        private: true,
        run: away,
      },
      {
        say: 'ik ben er weer',
        also: [
          'ik ben terug',
          'weer aanwezig',
          'niet meer afwezig',
          'ik ben beter',
          'ik ben weer beter',
          'weer beter',
          'beter',
        ],
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
    // A whole sentence that says nothing else is never a question about something else.
    hears: [{ order: 'first', private: true, answer: heard }],
    actions: {
      'presence.restore': action(earlier, (turn, { from, until }) =>
        changing(
          turn,
          ({ absentFrom: _from, absentUntil: _until, ...person }) =>
            from && until ? { ...person, absentFrom: from, absentUntil: until } : person,
          card('Het is weer zoals het was', 'Er is niets meer genoteerd van wat je net typte.'),
        ),
      ),
    },
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
