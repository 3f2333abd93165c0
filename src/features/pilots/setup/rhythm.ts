import { isTime } from '../../../calendar/clock.ts';
import { type Weekday, weekdays } from '../../../calendar/weekdays.ts';
import { type Field, type FormValues, formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { manyOf } from '../../../language/fitted.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import { defaultQuestions, type Pilot } from '../pilot/pilot.ts';
import { pilotReaders } from '../pilot/readers.ts';
import { asLead } from '../pilot/rights.ts';
import type { PilotTools } from '../pilot/tools.ts';
import type { OfPilot } from '../pilot/typed.ts';
import { changing } from './changing.ts';
import { cancelTo, numbers } from './fields.ts';
import type { Sent } from './typed.ts';

const LONGEST_ASKED = 120;

/** The texts of the form: field, how it is called, characters at most. */
const askedText = numbers(3).map((n) => [`question${n}`, `Vraag ${n}`, LONGEST_ASKED] as const);

const weekdayChoices = [
  { value: 'ma', title: 'Maandag' },
  { value: 'di', title: 'Dinsdag' },
  { value: 'wo', title: 'Woensdag' },
  { value: 'do', title: 'Donderdag' },
  { value: 'vr', title: 'Vrijdag' },
];

/** The days, times and questions of the stand-up. */
export function standupForm(
  { id, name, standup, channel }: Pilot,
  typed: FormValues = {},
  problems: readonly string[] = [],
): Message {
  const questions = standup?.questions ?? defaultQuestions;
  return formCard({
    kind: 'pilot',
    title: 'De stand-up',
    place: name,
    lead: channel
      ? 'Ik zet op deze dagen een kaart in het kanaal. Geen dag aangevinkt? Dan is er geen stand-up.'
      : 'Kies de dagen. Typ daarna in het kanaal van de pilot: @Kompas pilot. Dan weet ik waar de kaart moet komen.',
    problems,
    fields: [
      {
        id: 'days',
        kind: 'many',
        label: 'Op welke dagen?',
        choices: weekdayChoices,
        value: typed.days ?? standup?.days.join(','),
      },
      { id: 'from', kind: 'time', label: 'Open vanaf', value: typed.from ?? standup?.from ?? '09:00' },
      { id: 'until', kind: 'time', label: 'Dicht om', value: typed.until ?? standup?.until ?? '11:00' },
      ...questions.map(
        (question, n): Field => ({
          id: `question${n + 1}`,
          kind: 'text',
          label: `Vraag ${n + 1}`,
          value: typed[`question${n + 1}`] || question,
          longest: LONGEST_ASKED,
        }),
      ),
    ],
    seenBy: `${pilotReaders} De vragen leest iedereen in het kanaal.`,
    submit: { verb: 'pilot.save-standup', title: 'Bewaar', data: { pilot: id } },
    actions: cancelTo(id),
  });
}

/** When a pilot stands up, and what is asked. */
export function settingRhythm(tools: PilotTools) {
  const { pilots } = tools;
  const changed = changing(tools);

  return {
    editStandup: (turn: Turn, { pilot: id }: OfPilot) =>
      asLead(pilots, turn, id, async ({ pilot }) => standupForm(pilot)),
    saveStandup: (turn: Turn, sent: Sent) =>
      asLead(pilots, turn, sent.pilot ?? '', async ({ pilot }) => {
        const { from = '', until = '' } = sent;
        const days = weekdays.slice(0, 5).filter((day) => manyOf(sent.days ?? '').includes(day)) as Weekday[];
        const problems = [
          ...(isTime(from) && isTime(until) ? [] : ['Schrijf de tijden als 09:00.']),
          ...(isTime(from) && isTime(until) && until <= from
            ? ['De stand-up gaat dicht vóór hij opent. Over middernacht heen kan niet.']
            : []),
          ...(isTime(from) && isTime(until) && (from < '07:00' || until > '18:00')
            ? ['Kies tijden tussen 07:00 en 18:00.']
            : []),
          ...lengthProblems(sent, askedText),
        ];
        if (days.length > 0 && problems.length > 0) return standupForm(pilot, sent, problems);
        const questions = defaultQuestions.map(
          (question, n) => sent[`question${n + 1}`]?.trim() || question,
        ) as [string, string, string];
        const standup = days.length > 0 ? { days, from, until, questions } : undefined;
        const note = !standup
          ? 'Er is geen stand-up.'
          : pilot.channel
            ? 'De stand-up staat klaar.'
            : 'De stand-up is bewaard. Hij begint pas als de pilot een kanaal heeft.';
        return changed(turn, pilot.id, {
          what: 'pilot: stand-up gewijzigd',
          change: (now) => ({ ...now, standup }),
          note,
        });
      }),
  };
}
