import { readingEase, wordsOf } from '../../../language/reading-ease.ts';
import { ibroRoles } from '../../../people/person.ts';
import { steps } from '../../../people/steps.ts';
import { doubles, repeats, type TipProblem } from './likeness.ts';
import { personas, type Tip } from './types.ts';
import { linesToType, namesRole, namesWork, remarksOf } from './wording.ts';

/** Words of a tip at most, and its reading ease at least. */
const MOST_WORDS = 60;
const LEAST_EASE = 60;

/** What one tip says on a card, as one text. */
export function textOf({ act, why, minutes }: Pick<Tip, 'act' | 'why' | 'minutes'>): string {
  return `${act} ${why} ${durationOf(minutes)}`;
}

/** "Ongeveer 15 minuten.", "Ongeveer een uur." */
export function durationOf(minutes: number): string {
  return minutes === 60 ? 'Ongeveer een uur.' : `Ongeveer ${minutes} minuten.`;
}

const label =
  /\b(ellen|jasper|noor|bram|sanne|mila|behoedzame|enthousiaste|realist|kritische|vernieuwende|afwachtende)\b|\b(jij bent|je bent|ben jij|ben je) (een|zo'n|het type)\b|\bpersona'?s?\b|\b(weerstander|dwarsligger|zeurder|zeurpiet|klager|lastpak|slachtoffer|luiaard)s?\b|\b(luie|domme|lastige|zeurende) (collega|medewerker|mens|figuur)/i;
const feeling = /\bomdat (je|jij) (je )?(je )?(zwaar|moe|slecht|somber|bang|onzeker|gestrest)/i;
const markup = /<[a-z/!]|&[a-z]+;|\]\(|\*\*|`|\$\{/i;

/** Why a tip is refused, its own or a municipality's: its length, its ease, labels and markup. */
export function problemsOf(tip: Tip): string[] {
  const text = textOf(tip);
  const words = wordsOf(text).length;
  const ease = readingEase(text);
  return [
    ...(tip.act.trim() === '' ? ['zegt niet wat je kunt doen'] : []),
    ...(tip.why.trim() === '' ? ['zegt niet waarom het helpt'] : []),
    ...(words > MOST_WORDS ? [`heeft ${words} woorden, hooguit ${MOST_WORDS} mag`] : []),
    ...(ease < LEAST_EASE ? [`leest te moeilijk: ${ease}, minstens ${LEAST_EASE} moet`] : []),
    ...(label.test(text) ? ['plakt een etiket op iemand'] : []),
    ...(feeling.test(text) ? ['noemt een gevoel als reden'] : []),
    ...(markup.test(text) ? ['bevat HTML of opmaak'] : []),
    ...(Number.isInteger(tip.minutes) && tip.minutes >= 1 && tip.minutes <= 60
      ? []
      : ['duurt geen 1 tot 60 minuten']),
    ...(/[.?!]$/.test(tip.act.trim()) && /[.?!]$/.test(tip.why.trim()) ? [] : ['eindigt niet op een punt']),
  ];
}

/** Fewest tips of each kind that there have to be. */
const EACH_STEP = 2;
const EACH_MANAGER_STEP = 1;
const GENERAL = 3;
const EACH_ROLE_STEP = 3;
/** Of each persona and step, and of each role and step, so many also say something to who is in no pilot. */
const OUTSIDE_PILOTS = 1;
/** Tips for managers at each step, and how many of those for who is in no pilot. */
const ALL_MANAGER_STEP = 6;
const MANAGER_OUTSIDE_PILOTS = 3;
/** Of the tips of one persona so many name the work on registrations, and of one role so many name one of the four roles. */
const EACH_PERSONA_WORK = 9;
const EACH_ROLE_NAMES = 10;
/** Tips that lead to something Kompas can do. */
const TO_KOMPAS = 10;

/**
 * Cells that are not full: every persona × step, every persona × steps 3 to 7 and general, every role × step, managers × step, each of
 * these outside pilots too; and what the set as a whole has to name.
 */
export function holes(tips: readonly Tip[]): TipProblem[] {
  const short = (what: string, found: number, wanted: number) =>
    found < wanted ? [{ id: '', reason: `${what}: ${found} van ${wanted}` }] : [];
  const count = (fits: (tip: Tip) => boolean) => tips.filter(fits).length;
  const outside = (tip: Tip) => !tip.forPilot;
  const managerSteps = steps.filter(({ step }) => step >= 3 && step <= 7);
  return [
    ...personas.flatMap((persona) => [
      ...steps.flatMap(({ step }) =>
        short(
          `${persona}, stap ${step}`,
          count((tip) => tip.for === 'employee' && tip.persona === persona && tip.step === step),
          EACH_STEP,
        ),
      ),
      ...steps.flatMap(({ step }) =>
        short(
          `${persona}, stap ${step}, buiten een pilot`,
          count(
            (tip) => outside(tip) && tip.for === 'employee' && tip.persona === persona && tip.step === step,
          ),
          OUTSIDE_PILOTS,
        ),
      ),
      ...short(
        `${persona}, over het registratiewerk`,
        count((tip) => tip.for === 'employee' && tip.persona === persona && namesWork(tip)),
        EACH_PERSONA_WORK,
      ),
      ...managerSteps.flatMap(({ step }) =>
        short(
          `leidinggevende, ${persona}, stap ${step}`,
          count((tip) => tip.for === 'manager' && tip.persona === persona && tip.step === step),
          EACH_MANAGER_STEP,
        ),
      ),
      ...short(
        `leidinggevende, ${persona}, algemeen`,
        count((tip) => tip.for === 'manager' && tip.persona === persona && tip.step === undefined),
        GENERAL,
      ),
    ]),
    ...ibroRoles.flatMap((role) => [
      ...steps.flatMap(({ step }) => [
        ...short(
          `${role}, stap ${step}`,
          count((tip) => tip.role === role && tip.step === step),
          EACH_ROLE_STEP,
        ),
        ...short(
          `${role}, stap ${step}, buiten een pilot`,
          count((tip) => outside(tip) && tip.role === role && tip.step === step),
          OUTSIDE_PILOTS,
        ),
      ]),
      ...short(
        `${role}, met een rol bij naam`,
        count((tip) => tip.role === role && namesRole(tip)),
        EACH_ROLE_NAMES,
      ),
    ]),
    ...steps.flatMap(({ step }) => [
      ...short(
        `leidinggevende, stap ${step}`,
        count((tip) => tip.for === 'manager' && tip.step === step),
        ALL_MANAGER_STEP,
      ),
      ...short(
        `leidinggevende, stap ${step}, buiten een pilot`,
        count((tip) => outside(tip) && tip.for === 'manager' && tip.step === step),
        MANAGER_OUTSIDE_PILOTS,
      ),
    ]),
    ...short(
      'tips met iets om te typen',
      count((tip) => linesToType(tip).length > 0),
      TO_KOMPAS,
    ),
  ];
}

export interface ContentReport {
  /** Tips for employees by persona, for managers, and by IBRO role. */
  employee: number;
  manager: number;
  role: number;
  /** Tips for who is in a pilot alone; tips that name a role, name the work on registrations, lead to something Kompas can do. */
  forPilot: number;
  namesRole: number;
  namesWork: number;
  toKompas: number;
  /** Of the tips for managers: how many at each step, 1 to 8. */
  managerSteps: number[];
  maxWords: number;
  minReadingEase: number;
  meanReadingEase: number;
  problems: string[];
}

/** The content test: what the set counts, how it reads, and everything that is wrong with it. */
export function checkTips(tips: readonly Tip[]): ContentReport {
  const texts = tips.map(textOf);
  const eases = texts.map(readingEase);
  const mean = eases.reduce((sum, ease) => sum + ease, 0) / Math.max(1, eases.length);
  const count = (fits: (tip: Tip) => boolean) => tips.filter(fits).length;
  const problems: TipProblem[] = [
    ...tips.flatMap((tip) =>
      [...problemsOf(tip), ...remarksOf(tip)].map((reason) => ({ id: tip.id, reason })),
    ),
    ...doubles(tips),
    ...repeats(tips),
    ...holes(tips),
  ];
  return {
    employee: count((tip) => tip.for === 'employee' && tip.persona !== undefined),
    manager: count((tip) => tip.for === 'manager'),
    role: count((tip) => tip.role !== undefined),
    forPilot: count((tip) => tip.forPilot === true),
    namesRole: count(namesRole),
    namesWork: count(namesWork),
    toKompas: count((tip) => linesToType(tip).length > 0),
    managerSteps: steps.map(({ step }) => count((tip) => tip.for === 'manager' && tip.step === step)),
    maxWords: Math.max(0, ...texts.map((text) => wordsOf(text).length)),
    minReadingEase: eases.length > 0 ? Math.min(...eases) : 0,
    meanReadingEase: Math.round(mean * 10) / 10,
    problems: problems.map(({ id, reason }) => (id ? `${id} ${reason}` : reason)),
  };
}
