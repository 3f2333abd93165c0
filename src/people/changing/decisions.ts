import { dutchDay } from '../../calendar/clock.ts';
import type { Municipality, RecordedDecision } from '../municipality.ts';
import { asksToGo, decisionProblems, LONGEST_REFERENCE, typedAs } from './problems.ts';
import type { Setting } from './setting.ts';

type DecisionField = 'consent' | 'dpia' | 'teamsForDirection';

const said = ({ date, reference }: RecordedDecision) => `${dutchDay(date)}, ${reference}`;

/** A decision with its date and the reference that it can be found under. */
function decision(
  field: DecisionField,
  {
    none,
    before = '',
    dateLabel = 'Datum van het besluit',
    hint = 'Bijvoorbeeld: OR-2026-12',
    warning,
    ...named
  }: Pick<Setting<Municipality>, 'key' | 'title' | 'lead' | 'logged'> & {
    /** The label of its date, and an example of its reference. */
    dateLabel?: string;
    hint?: string;
    /** What is said while it is not there, and in front of it once it is. */
    none: string;
    before?: string;
    warning?: string;
  },
): Setting<Municipality> {
  return {
    ...named,
    fields: [field],
    words: (now) => {
      const made = now[field];
      return made ? before + said(made) : none;
    },
    isSet: (now) => now[field] !== undefined,
    removable: true,
    form: (now, typed) => [
      {
        id: 'date',
        kind: 'date',
        label: dateLabel,
        value: typed?.date ?? now[field]?.date,
        required: true,
      },
      {
        id: 'reference',
        kind: 'text',
        label: 'Kenmerk',
        hint,
        value: typed?.reference ?? now[field]?.reference,
        longest: LONGEST_REFERENCE,
        required: true,
      },
    ],
    read: (sent, _now, { day }) => {
      if (asksToGo(sent)) return { change: (then) => ({ ...then, [field]: undefined }) };
      const [date, reference] = [typedAs(sent, 'date'), typedAs(sent, 'reference')];
      const problems = decisionProblems(date, reference, day);
      if (problems.length > 0) return { problems };
      return { change: (then) => ({ ...then, [field]: { date, reference } }) };
    },
    warning: (now, next) => (now[field] !== undefined && next[field] === undefined ? warning : undefined),
  };
}

const stops =
  'Dan stoppen de check-ins meteen. Ook wat al klaarstaat, gaat niet meer uit. Een pilot vraagt dan geen cijfers meer.';

/** Consent of the works council; no check-in goes out without it and the DPIA (trust:consent-first). */
export const consent = decision('consent', {
  key: 'instemming',
  title: 'Instemming OR',
  lead: 'Zonder instemming van de ondernemingsraad gaat er geen check-in uit.',
  none: 'nog niet vastgelegd',
  warning: stops,
});

export const dpia = decision('dpia', {
  key: 'dpia',
  title: 'DPIA',
  dateLabel: 'Datum van de DPIA',
  hint: 'Bijvoorbeeld: DPIA-2026-03',
  lead: 'Zonder privacytoets (DPIA) gaat er geen check-in uit.',
  none: 'nog niet vastgelegd',
  warning: stops,
});

/** The agreement by which the direction may open the picture of a single team. */
export const teamsForDirection = decision('teamsForDirection', {
  key: 'teambeeld-directie',
  logged: 'teambeeld directie',
  title: 'Directie ziet het beeld van één team',
  lead: 'Leg vast wat de gemeente hierover met de ondernemingsraad afsprak. Dan ziet de directie ook het beeld van één team.',
  none: 'nee, alleen van afdelingen en de gemeente',
  before: 'ja, ',
});
