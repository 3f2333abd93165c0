import type { z } from 'zod';
import { type FormValues, formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { numberIn } from '../../../language/fitted.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import { LONGEST_TEXT, type Pilot } from '../pilot/pilot.ts';
import { pilotReaders } from '../pilot/readers.ts';
import { asLead } from '../pilot/rights.ts';
import type { PilotTools } from '../pilot/tools.ts';
import type { OfPilot } from '../pilot/typed.ts';
import { changing } from './changing.ts';
import { cancelTo, numberText } from './fields.ts';
import type { frameSchema, Sent } from './typed.ts';

/** The texts of the form: field, how it is called, characters at most. */
const frameText = [
  ['areas', 'Welk gebied?', LONGEST_TEXT],
  ['registrations', 'Welke registraties?', LONGEST_TEXT],
  ['support', 'Wie helpt als het vastloopt?', LONGEST_TEXT],
] as const;

/** Where a pilot takes place, with how many hours and whose help. */
export function frameForm(
  { id, name, ...pilot }: Pilot,
  typed: FormValues = {},
  problems: readonly string[] = [],
  /** True after a warning: who then sends the same once more means it. */
  sure = false,
): Message {
  const { areas, registrations, hours, support, onPaper } = pilot;
  return formCard({
    kind: 'pilot',
    title: 'De kaders',
    place: name,
    lead: 'Hoe kleiner het gebied, hoe sneller jullie iets weten.',
    problems,
    fields: [
      {
        id: 'areas',
        kind: 'text',
        label: 'Welk gebied?',
        hint: 'Bijvoorbeeld: één wijk',
        value: typed.areas ?? areas,
      },
      {
        id: 'registrations',
        kind: 'text',
        label: 'Welke registraties?',
        hint: 'Bijvoorbeeld: BAG en BGT',
        value: typed.registrations ?? registrations,
      },
      {
        id: 'hours',
        kind: 'number',
        label: 'Hoeveel uur per week is er vrijgemaakt, voor iedereen samen?',
        value: typed.hours ?? numberText(hours),
      },
      {
        id: 'support',
        kind: 'long',
        label: 'Wie helpt als het vastloopt?',
        value: typed.support ?? support,
        longest: LONGEST_TEXT,
      },
      {
        id: 'tools',
        kind: 'one',
        label: 'Waarmee oefenen jullie?',
        value: typed.tools ?? (onPaper ? 'paper' : 'tools'),
        choices: [
          { value: 'tools', title: 'Met het portaal en de regiekamer' },
          { value: 'paper', title: 'Op papier, zonder systeem' },
        ],
      },
    ],
    seenBy: pilotReaders,
    submit: { verb: 'pilot.save-frame', title: 'Bewaar', data: sure ? { pilot: id, sure } : { pilot: id } },
    actions: cancelTo(id),
  });
}

/** The frame of a pilot: where, with which registrations, hours and help. */
export function settingFrame(tools: PilotTools) {
  const { pilots } = tools;
  const changed = changing(tools);

  return {
    editFrame: (turn: Turn, { pilot: id }: OfPilot) =>
      asLead(pilots, turn, id, async ({ pilot }) => frameForm(pilot)),
    saveFrame: (turn: Turn, { sure: isSure, ...sent }: z.infer<typeof frameSchema>) =>
      asLead(pilots, turn, `${sent.pilot}`, async ({ pilot }) => {
        const typed = sent as Sent;
        const hours = typed.hours?.trim() ? numberIn(typed.hours) : undefined;
        const unread = typed.hours?.trim() && (hours === undefined || hours < 0);
        const problems = [
          ...(unread ? ['Schrijf de uren als een getal, bijvoorbeeld 8.'] : []),
          ...lengthProblems(typed, frameText),
        ];
        if (problems.length > 0) return frameForm(pilot, typed, problems);
        // A pilot that comes on top of the normal work is what the method warns of first (docs/method.md step
        // 7). This asks, and refuses nothing.
        if (hours === 0 && !isSure)
          return frameForm(
            pilot,
            typed,
            [
              'Nul uur: dan komt de pilot boven op het gewone werk. Daar lopen pilots vaak op vast.',
              'Welk werk kan even wachten? Klopt nul toch? Tik dan nog een keer op Bewaar.',
            ],
            true,
          );
        const blank = (name: string) => typed[name]?.trim() || undefined;
        const frame = {
          areas: blank('areas'),
          registrations: blank('registrations'),
          support: blank('support'),
          hours,
          onPaper: typed.tools === 'paper' ? true : undefined,
        };
        return changed(turn, pilot.id, {
          what: 'pilot: kaders gewijzigd',
          change: (now) => ({ ...now, ...frame }),
          note: 'Bewaard.',
        });
      }),
  };
}
