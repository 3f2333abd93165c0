import { dutchDay, isDate } from '../../calendar/clock.ts';
import { weeksInWords } from '../../calendar/weeks.ts';
import { type Municipality, weeksBetweenFeedback } from '../municipality.ts';
import { stepOf, steps } from '../steps.ts';
import { companyDoctor, counsellor, privacyStatement, procedure, socialWork } from './contacts.ts';
import { consent, dpia, teamsForDirection } from './decisions.ts';
import { partners, secondRegistrar, worksCouncil } from './named-people.ts';
import { tooLong, typedAs } from './problems.ts';
import type { Setting } from './setting.ts';
import { absence, distress, firstNames, pilots } from './switches.ts';

const LONGEST_MUNICIPALITY = 80;
/** A team reads what was done at most this many weeks apart. */
const MOST_FEEDBACK_WEEKS = 12;
const LONGEST_CLOSURES = 2_000;

export const municipalityName: Setting<Municipality> = {
  key: 'gemeente',
  title: 'Gemeente',
  isForAll: true,
  fields: ['name'],
  words: (now) => now.name || 'nog zonder naam',
  isSet: (now) => now.name !== '',
  lead: 'Deze naam staat in het welkom en boven het teambeeld van de gemeente.',
  form: (now, typed) => [
    {
      id: 'name',
      kind: 'text',
      label: 'Naam van de gemeente',
      hint: 'Bijvoorbeeld: Gemeente Voorbeeld',
      value: typed?.name ?? now.name,
      longest: LONGEST_MUNICIPALITY,
      required: true,
    },
  ],
  read: (sent) => {
    const name = typedAs(sent, 'name');
    const problems =
      name === '' ? ['Vul de naam in.'] : tooLong(name, LONGEST_MUNICIPALITY, 'De naam van de gemeente');
    return problems.length > 0 ? { problems } : { change: (then) => ({ ...then, name }) };
  },
};

/** Days without check-ins on top of the public holidays. */
export const closures: Setting<Municipality> = {
  key: 'sluitingsdagen',
  title: 'Sluitingsdagen',
  fields: ['closures'],
  words: (now) => now.closures.map(dutchDay).join(', ') || 'geen',
  isSet: (now) => now.closures.length > 0,
  lead: 'Op deze dagen stuurt Kompas niets, net als op feestdagen.',
  form: (now, typed) => [
    {
      id: 'dates',
      kind: 'long',
      label: 'Elke dag op een eigen regel, als jjjj-mm-dd',
      hint: '2026-12-24',
      value: typed?.dates ?? now.closures.join('\n'),
      longest: LONGEST_CLOSURES,
    },
  ],
  read: (sent) => {
    const text = typedAs(sent, 'dates');
    const long = tooLong(text, LONGEST_CLOSURES, 'De lijst');
    if (long.length > 0) return { problems: long };
    const dates = text.split(/[\s,;]+/).filter(Boolean);
    const wrong = dates.find((date) => !isDate(date));
    if (wrong !== undefined) return { problems: [`${wrong} is geen datum. Schrijf jjjj-mm-dd.`] };
    return { change: (then) => ({ ...then, closures: [...new Set(dates)].sort() }) };
  },
};

/** The choice of no step. */
export const NO_STEP = 'geen';

/** The step of the method that the municipality is in (docs/method.md). */
export const methodStep: Setting<Municipality> = {
  key: 'stap',
  title: 'Stap van de methode',
  fields: ['step'],
  words: (now) => steps.find(({ step }) => step === now.step)?.title ?? 'nog niet gekozen',
  isSet: (now) => now.step !== undefined,
  lead: 'Tips passen bij de stap waarin jullie zijn.',
  form: (now, typed) => [
    {
      id: 'choice',
      kind: 'one',
      label: 'In welke stap zijn jullie?',
      value: typed?.choice ?? `${now.step ?? NO_STEP}`,
      required: true,
      choices: [
        { value: NO_STEP, title: 'Nog niet gekozen' },
        ...steps.map(({ step, title }) => ({ value: `${step}`, title: `${step}. ${title}` })),
      ],
    },
  ],
  read: (sent) => {
    const chosen = typedAs(sent, 'choice');
    const step = stepOf(Number(chosen));
    if (chosen !== NO_STEP && step === undefined) return { problems: ['Kies een stap van 1 tot en met 8.'] };
    return { change: (then) => ({ ...then, step }) };
  },
};

/** Every so many weeks a team reads what was done with what it said. */
export const feedbackWeeks: Setting<Municipality> = {
  key: 'terugkoppeling',
  title: 'Terugkoppeling in het teamkanaal',
  fields: ['feedbackWeeks'],
  words: (now) => `elke ${weeksInWords(weeksBetweenFeedback(now))}`,
  isSet: () => true,
  lead: 'Een team leest in zijn kanaal wat er met signalen is gedaan.',
  form: (now, typed) => [
    {
      id: 'weeks',
      kind: 'number',
      label: `Om de hoeveel weken? 1 tot en met ${MOST_FEEDBACK_WEEKS}`,
      value: typed?.weeks ?? `${weeksBetweenFeedback(now)}`,
      required: true,
    },
  ],
  read: (sent) => {
    const weeks = Number(typedAs(sent, 'weeks') || Number.NaN);
    if (!Number.isInteger(weeks) || weeks < 1 || weeks > MOST_FEEDBACK_WEEKS)
      return { problems: [`Kies 1 tot en met ${MOST_FEEDBACK_WEEKS} weken.`] };
    return { change: (then) => ({ ...then, feedbackWeeks: weeks }) };
  },
};

/** All that is set for the municipality, in groups as an administrator looks for it. */
export const municipalityGroups: readonly { title: string; settings: readonly Setting<Municipality>[] }[] = [
  { title: 'Voor de eerste check-in', settings: [municipalityName, consent, dpia, counsellor] },
  {
    title: 'Hulp en contact',
    settings: [companyDoctor, socialWork, procedure, privacyStatement, worksCouncil, partners],
  },
  {
    title: 'Hoe Kompas werkt',
    settings: [closures, methodStep, feedbackWeeks, firstNames, secondRegistrar, teamsForDirection],
  },
  { title: 'Aan of uit', settings: [pilots, absence, distress] },
];

export const municipalitySettings: readonly Setting<Municipality>[] = municipalityGroups.flatMap(
  ({ settings }) => settings,
);
