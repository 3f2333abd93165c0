import { readingEase, wordsOf } from '../../../language/reading-ease.ts';
import { ibroRoles } from '../../../people/person.ts';
import { steps } from '../../../people/steps.ts';
import { personas, type Tip } from './types.ts';

/** Words of a tip at most, and its reading ease at least. */
const MOST_WORDS = 60;
const LEAST_EASE = 60;
/** Two tips that share at least this part of their words say the same. */
const NEARLY_THE_SAME = 0.5;
/** Words of fewer letters tell nothing of what a text is about. */
const TELLING = 4;

/** What one tip says on a card, as one text. */
export function textOf({ act, why, minutes }: Pick<Tip, 'act' | 'why' | 'minutes'>): string {
  return `${act} ${why} ${durationOf(minutes)}`;
}

/** "Ongeveer 15 minuten.", "Ongeveer een uur." */
export function durationOf(minutes: number): string {
  return minutes === 60 ? 'Ongeveer een uur.' : `Ongeveer ${minutes} minuten.`;
}

/** What is wrong with one tip or with the set: `id` is empty for the set. */
export interface TipProblem {
  id: string;
  reason: string;
}

const label =
  /\b(ellen|jasper|noor|bram|sanne|mila|behoedzame|enthousiaste|realist|kritische|vernieuwende|afwachtende)\b|\b(jij bent|je bent|ben jij|ben je) (een|zo'n|het type)\b|\bpersona'?s?\b|\b(weerstander|dwarsligger|zeurder|zeurpiet|klager|lastpak|slachtoffer|luiaard)s?\b|\b(luie|domme|lastige|zeurende) (collega|medewerker|mens|figuur)/i;
const feeling = /\bomdat (je|jij) (je )?(je )?(zwaar|moe|slecht|somber|bang|onzeker|gestrest)/i;
const markup = /<[a-z/!]|&[a-z]+;|\]\(|\*\*|`|\$\{/i;

/** What is wrong with one tip by itself: its length, its ease, its words. */
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

const tellingWords = (tip: Tip) =>
  new Set(wordsOf(`${tip.act} ${tip.why}`.toLowerCase()).filter((word) => word.length >= TELLING));

/** How much two sets of words share: 0 for nothing, 1 for all. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}

/** Pairs that say the same or nearly the same, and ids that stand there twice. */
export function doubles(tips: readonly Tip[]): TipProblem[] {
  const words = tips.map(tellingWords);
  return tips.flatMap((tip, n) =>
    tips.slice(0, n).flatMap((other, m) => {
      if (tip.id === other.id) return [{ id: tip.id, reason: 'staat er twee keer' }];
      const [mine, theirs] = [words[n], words[m]];
      return mine && theirs && overlap(mine, theirs) >= NEARLY_THE_SAME
        ? [{ id: tip.id, reason: `zegt bijna hetzelfde als ${other.id}` }]
        : [];
    }),
  );
}

/** Fewest tips of each kind that there have to be. */
const EACH_STEP = 2;
const EACH_MANAGER_STEP = 1;
const GENERAL = 3;
const EACH_ROLE_STEP = 3;

/** Cells that are not full: every persona × step, every persona × steps 3 to 7 and general, every role × step. */
export function holes(tips: readonly Tip[]): TipProblem[] {
  const short = (what: string, found: number, wanted: number) =>
    found < wanted ? [{ id: '', reason: `${what}: ${found} van ${wanted}` }] : [];
  const count = (fits: (tip: Tip) => boolean) => tips.filter(fits).length;
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
    ...ibroRoles.flatMap((role) =>
      steps.flatMap(({ step }) =>
        short(
          `${role}, stap ${step}`,
          count((tip) => tip.role === role && tip.step === step),
          EACH_ROLE_STEP,
        ),
      ),
    ),
  ];
}

export interface ContentReport {
  /** Tips for employees by persona, for managers, and by IBRO role. */
  employee: number;
  manager: number;
  role: number;
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
  const problems = [
    ...tips.flatMap((tip) => problemsOf(tip).map((reason) => ({ id: tip.id, reason }))),
    ...doubles(tips),
    ...holes(tips),
  ];
  return {
    employee: tips.filter((tip) => tip.for === 'employee' && tip.persona !== undefined).length,
    manager: tips.filter((tip) => tip.for === 'manager').length,
    role: tips.filter((tip) => tip.role !== undefined).length,
    maxWords: Math.max(0, ...texts.map((text) => wordsOf(text).length)),
    minReadingEase: eases.length > 0 ? Math.min(...eases) : 0,
    meanReadingEase: Math.round(mean * 10) / 10,
    problems: problems.map(({ id, reason }) => (id ? `${id} ${reason}` : reason)),
  };
}
