import type { IbroRole } from '../../../people/person.ts';
import type { MethodStep } from '../../../people/steps.ts';
import type { Theme } from '../../../people/themes.ts';
import type { Persona, Tip } from '../content/types.ts';

/** A tip that somebody saw: days are ISO dates in Europe/Amsterdam. */
export interface SeenTip {
  tip: string;
  day: string;
  done?: boolean;
  never?: boolean;
  kept?: boolean;
}

/** Whom a tip is for, and what is going on for them. */
export interface TipReader {
  audience: Tip['for'];
  persona?: Persona;
  /** The first is the main one. */
  roles: readonly IbroRole[];
  /** The step the municipality is in. */
  step?: MethodStep;
  /** They are in a pilot that runs today. */
  inPilot: boolean;
  /** What their last check-in was about. */
  themes: readonly Theme[];
  /** Spreads equally good tips over people: any text that stays the same for one person. */
  seed: string;
}

/** What there is to choose from. `helpful`: how often a tip helped somebody, by id, of what counts by now. */
export interface TipChoice {
  tips: readonly Tip[];
  history: readonly SeenTip[];
  helpful: ReadonlyMap<string, number>;
  today: string;
}

/** A tip does not come back within twelve weeks. */
export const NOT_AGAIN_DAYS = 12 * 7;
/** A tip is the tip of the week for so many days, unless the person reacts. */
const CURRENT_DAYS = 7;

const DAY_MS = 86_400_000;
const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** How well a tip fits, in whole points: own style and role, then the step, then the theme. */
function fitOf(tip: Tip, { audience, persona, roles, step, themes }: TipReader): number {
  const place = tip.role === undefined ? -1 : roles.indexOf(tip.role);
  const own =
    tip.role !== undefined
      ? place === 0
        ? 7
        : 6
      : audience === 'employee' && persona !== undefined
        ? tip.persona === persona
          ? 8
          : 0
        : 4;
  const away = step === undefined || tip.step === undefined ? undefined : Math.abs(tip.step - step);
  const near = away === undefined ? 3 : away === 0 ? 6 : away === 1 ? 2 : 0;
  const theme = tip.themes.some((one) => themes.includes(one)) ? 5 : 0;
  return own + near + theme;
}

/** So many people together make a tip more helpful, as for a team view (trust:fewest-six). */
const FEWEST = 6;

/**
 * How often a tip helped that counts from the closing of a week on, out of all times and what counted before. Fewer than six
 * new ones wait: a tip follows from the themes of who was shown it, so that one tap more would tell what a colleague
 * answered to whoever gets that tip next (trust:no-trace).
 */
export const countedFrom = (helpful: number, counted = 0): number =>
  helpful - counted >= FEWEST ? helpful : counted;

/** What a tip gets for how often it helped: less than one point, so that it only decides between tips that fit equally well. */
const lift = (count: number) => count / (count + 5);

/** FNV-1a: the same text gives the same number everywhere. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash;
}

/**
 * The tip that fits best now; undefined when everything was shown in the last twelve weeks or is not for this person.
 * Depends on nothing but what it is given, and not on the order of any list.
 */
export function chooseTip({ tips, history, helpful, today }: TipChoice, reader: TipReader): Tip | undefined {
  const resting = new Set(
    history
      .filter(({ day, never }) => never || daysBetween(day, today) < NOT_AGAIN_DAYS)
      .map(({ tip }) => tip),
  );
  const ranked = tips
    .filter((tip) => tip.for === reader.audience && !resting.has(tip.id))
    .filter(({ role }) => role === undefined || reader.roles.includes(role))
    .filter((tip) => suitsPilot(tip, reader))
    .map((tip) => ({
      tip,
      rank: fitOf(tip, reader) + lift(helpful.get(tip.id) ?? 0),
      draw: numberOf(`${reader.seed} ${tip.id}`),
    }))
    .sort((a, b) => b.rank - a.rank || a.draw - b.draw || (a.tip.id < b.tip.id ? -1 : 1));
  return ranked[0]?.tip;
}

/** A tip for who is in a pilot goes to nobody else, also when they were in one before. */
const suitsPilot = ({ forPilot }: Tip, { inPilot }: Pick<TipReader, 'inPilot'>) => inPilot || !forPilot;

/** The tips that were shown less than a week ago and not reacted to, the last one first. */
function openTips(
  { tips, history, today }: Omit<TipChoice, 'helpful'>,
  reader: Pick<TipReader, 'audience' | 'inPilot'>,
) {
  return history
    .filter(
      ({ day, done, never, kept }) => !done && !never && !kept && daysBetween(day, today) < CURRENT_DAYS,
    )
    .filter(({ day }) => day <= today)
    .sort((a, b) => (a.day === b.day ? (a.tip < b.tip ? -1 : 1) : a.day < b.day ? 1 : -1))
    .flatMap(({ tip: id }) => tips.filter((tip) => tip.id === id && tip.for === reader.audience))
    .filter((tip) => suitsPilot(tip, reader));
}

/**
 * The tip that is open and fits the themes of the last check-in; without themes, the one that was shown last. The style
 * that somebody recognises makes no difference here.
 */
export function fittingTip(
  choice: Omit<TipChoice, 'helpful'>,
  reader: Pick<TipReader, 'audience' | 'inPilot' | 'themes'>,
): Tip | undefined {
  const shown = openTips(choice, reader);
  return reader.themes.length === 0 ? shown[0] : shown.find((tip) => fits(tip, reader));
}

/**
 * The tip that is open: shown less than a week ago and not reacted to. Looking again shows the same one. When it does not
 * fit the themes of the last check-in and another tip does, there is none, so that the other one is chosen.
 */
export function currentTip(choice: TipChoice, reader: TipReader): Tip | undefined {
  const fitting = fittingTip(choice, reader);
  const [last] = openTips(choice, reader);
  if (fitting || !last) return fitting;
  const other = chooseTip(choice, reader);
  return other && fits(other, reader) ? undefined : last;
}

const fits = (tip: Tip, { themes }: Pick<TipReader, 'themes'>) =>
  tip.themes.some((theme) => themes.includes(theme));
