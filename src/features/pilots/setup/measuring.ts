import { today } from '../../../calendar/clock.ts';
import { noticeCard } from '../../../conversation/cards/notice.ts';
import { type Field, type FormValues, formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { numberIn } from '../../../language/fitted.ts';
import type { Pilot } from '../pilot/pilot.ts';
import { readersWho } from '../pilot/readers.ts';
import { alreadyClosed, changeOpen, inOpenPilot } from '../pilot/rights.ts';
import type { PilotTools } from '../pilot/tools.ts';
import type { OfPilot } from '../pilot/typed.ts';
import { backTo } from './fields.ts';
import type { Sent } from './typed.ts';

/** A field for each criterion. */
export function measureForm(
  { id, name, criteria }: Pilot,
  typed: FormValues = {},
  problems: readonly string[] = [],
): Message {
  return formCard({
    kind: 'pilot',
    title: 'Wat meten jullie nu?',
    place: name,
    lead: 'Vul in wat je weet. De rest blijft zoals het was.',
    problems,
    fields: criteria.map(
      ({ name: label, unit }, n): Field => ({
        id: `value${n + 1}`,
        kind: 'number',
        label: 'Nu',
        asked: `${label}${unit ? ` (${unit})` : ''}`,
        value: typed[`value${n + 1}`],
      }),
    ),
    seenBy: `${readersWho} Wie de meting invulde, bewaar ik niet.`,
    submit: { verb: 'pilot.save-measure', title: 'Bewaar', data: { pilot: id } },
    back: backTo(id),
  });
}

/** Where a pilot has no goals with figures. */
const nothingToMeasure = ({ id, name }: Pilot, leads: boolean): Message =>
  noticeCard({
    kind: 'pilot',
    place: name,
    text: 'Deze pilot heeft nog geen doel om te meten.',
    title: 'Deze pilot heeft nog geen doel om te meten',
    lines: [
      leads
        ? 'Schrijf eerst op wat je meet, hoe het nu is en waar jullie heen willen.'
        : 'Wie de pilot leidt, schrijft eerst de doelen op.',
    ],
    actions: [
      ...(leads ? [{ verb: 'pilot.edit-goals', title: 'Doelen', data: { pilot: id } }] : []),
      { verb: 'pilot.show', title: 'Bekijk de pilot', data: { pilot: id } },
    ],
  });

/** Writing down how far the goals of a pilot are. */
export function measuring({ pilots, show }: PilotTools) {
  return {
    editMeasure: (turn: Turn, { pilot: id }: OfPilot) =>
      inOpenPilot(pilots, turn, id, async ({ pilot, leads }) =>
        pilot.criteria.length > 0 ? measureForm(pilot) : nothingToMeasure(pilot, leads),
      ),
    /** Any member may measure. */
    saveMeasure: (turn: Turn, sent: Sent) =>
      inOpenPilot(pilots, turn, sent.pilot ?? '', async ({ pilot }) => {
        const typed = pilot.criteria.map((_, n) => sent[`value${n + 1}`]?.trim() ?? '');
        if (typed.some((value) => value !== '' && numberIn(value) === undefined))
          return measureForm(pilot, sent, ['Vul getallen in, bijvoorbeeld 12 of 7,5.']);
        // A field for numbers that speaks English empties itself of a number with a comma.
        if (typed.every((value) => value === ''))
          return measureForm(pilot, sent, [
            'Vul minstens één getal in. Verdwijnt een getal met een komma? Gebruik dan een punt.',
          ]);
        const day = today(turn.now).toString();
        const saved = await changeOpen(pilots, pilot.id, (now) => ({
          ...now,
          criteria: now.criteria.map((criterion, n) => {
            const value = numberIn(typed[n] ?? '');
            const round = now.iteration.number;
            // What was measured earlier that day in the round before stays: it tells what that round did.
            const others = criterion.measured.filter((one) => one.day !== day || (one.round ?? 1) !== round);
            return value === undefined
              ? criterion
              : { ...criterion, measured: [...others, round === 1 ? { day, value } : { day, value, round }] };
          }),
        }));
        return saved ? show(turn, pilot.id, 'De meting is bewaard.') : alreadyClosed;
      }),
  };
}
