import { dutchDay, today } from '../../../calendar/clock.ts';
import { mondayOf, previousPeriods } from '../../../calendar/weeks.ts';
import { fitted } from '../../../language/fitted.ts';
import { remembered } from '../../../lib/remember.ts';
import type { Team } from '../../../people/municipality.ts';
import type { Services } from '../../module.ts';
import { themeWords } from '../cards/words.ts';
import type { SinceLast } from '../contract.ts';
import { teamGroup } from '../groups/group.ts';
import type { GroupReads } from '../groups/rows.ts';
import { readableByTeam } from '../signals/in-its-week.ts';
import type { Signal } from '../signals/signal.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { reportOf } from './rules.ts';

/** So much of it stands on a card that is about something else. */
const MOST_LINES = 2;
const LONGEST_LINE = 160;
/** A team that opens its cards at once costs one read. */
const REMEMBERED_MS = 60_000;

/** What a team has of feedback. */
export interface FeedbackContent {
  snapshots: readonly Snapshot[];
  signals: readonly Signal[];
}

const cut = (text: string): string => {
  const fits = fitted(text.trim(), LONGEST_LINE);
  return fits === text.trim() ? fits : `${fits}…`;
};

/** True for what still has to be done, also where it was told back already: until its owner calls it done, or its day is over. */
const isAhead = ({ acts, due, done }: Signal, day: string): boolean =>
  acts !== false && done === undefined && due !== undefined && due >= day;

function lineOf(signal: Signal, day: string): string {
  const { words, acts, state, due } = signal;
  const { decided, reason, told } = words;
  if (acts === false) return cut(`Bewust niet: ${reason || told || decided || 'dit doen we niet.'}`);
  if (isAhead(signal, day))
    return cut(
      `Afgesproken, uiterlijk ${dutchDay(due ?? day)}: ${decided || told || 'we doen hier iets mee.'}`,
    );
  if (state === 'answered') return cut(`Gedaan: ${told || decided || 'dit is klaar.'}`);
  return cut(`Besloten: ${decided || 'we doen hier iets mee.'}`);
}

/**
 * What happened since the check-in before the one of `period`, on an ISO date: from published values and from what was told
 * back, as the team reads it everywhere (trust:answers-not-in-messages). It says that something became of a theme only where
 * the decision was about that theme. Undefined when nothing was decided or told back.
 */
export function sinceLastOf(
  { snapshots, signals }: FeedbackContent,
  { period, everyWeeks, day }: { period: string; everyWeeks: number; day: string },
): SinceLast | undefined {
  const [before = ''] = previousPeriods(period, 1, everyWeeks);
  const { decided, declined, done } = reportOf(readableByTeam(signals, day), mondayOf(before).toString());
  const settled = [...done, ...decided, ...declined];
  if (settled.length === 0) return undefined;
  const named = snapshots.find((one) => one.period === before)?.picture?.themes ?? [];
  const about = settled.filter(({ source, theme }) => source === 'theme' && theme && named.includes(theme));
  const themes = named.filter((theme) => about.some((signal) => signal.theme === theme));
  const when = everyWeeks === 1 ? 'Vorige week' : 'De vorige keer';
  const shown = (about.length > 0 ? about : settled).slice(0, MOST_LINES);
  const came = shown.some((signal) => isAhead(signal, day)) ? 'Dit is afgesproken.' : 'Dit is ermee gedaan.';
  const heard =
    about.length > 0
      ? `${when} noemden jullie ${themeWords(themes)}. ${came}`
      : `Er was een signaal over jullie team. ${came}`;
  return { heard, done: shown.map((signal) => lineOf(signal, day)) };
}

/** Gives what happened since the last check-in of a team; what it reads may be a minute old. */
export function sinceLastReader(groups: GroupReads<FeedbackContent>, now: Services['now']) {
  const readers = new Map<string, () => Promise<FeedbackContent>>();
  return async (team: Team, period: string): Promise<SinceLast | undefined> => {
    const known = readers.get(team.key);
    const read = known ?? remembered(() => groups.content(teamGroup(team)), REMEMBERED_MS, now);
    readers.set(team.key, read);
    const { everyWeeks } = team.schedule;
    return sinceLastOf(await read(), { period, everyWeeks, day: today(now()).toString() });
  };
}
