import { Temporal } from 'temporal-polyfill';
import { today } from '../../../calendar/clock.ts';
import type { FormValues } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { oneAtATime } from '../../../lib/one-at-a-time.ts';
import type { Tools } from '../../module.ts';
import {
  type CalendarAccessTools,
  type CalendarContext,
  calendarAccess,
  gone,
  notYours,
  unchanged,
} from './access.ts';
import { changeCard } from './cards.ts';
import type { CalendarChange } from './change.ts';
import { addForm, editForm, moveForm, withdrawForm } from './forms.ts';
import { edited, finished, type KeepTools, type Made, type Target } from './keeping.ts';
import { detailsIn, isDone, nameProblems, reasonIn, versionOf, whenIn, whenKey } from './rules.ts';

export type ManageTools = CalendarAccessTools & KeepTools & Pick<Tools, 'everybody' | 'newId'>;

const elsewhere = 'Iemand anders paste dit net aan. Kijk hoe het nu staat, en bewaar daarna wat jij wilt.';
/** So much a day may somebody place: all of it is told in the channels of the teams that it is for. */
export const MOST_A_DAY = 50;
const fullToday = 'Je zette er vandaag al heel veel bij. Dit is niet bewaard. Morgen kan het weer.';
const thereAlready = 'Dit staat al op de kalender.';

/**
 * What to show when somebody else was first: that the change was called off, or the form `again` with what stands there
 * now.
 */
function late(
  now: CalendarChange | undefined,
  { settings }: CalendarContext,
  again: (now: CalendarChange) => Message,
): Message {
  if (!now) return gone;
  return now.withdrawn
    ? changeCard(now, settings, 'Iemand anders trok dit net in. Wat jij invulde, is niet bewaard.')
    : again(now);
}

/** Keeping the calendar: for managers, project leads, heads of department and the direction. */
export function managing(tools: ManageTools) {
  const { changes, everybody, hashedIds, newId } = tools;
  const { asKeeper, onChange } = calendarAccess(tools);
  const finish = (turn: Turn, made: Made, { settings }: CalendarContext, there: string) =>
    finished(tools, turn, made, settings, there);

  const inTurn = oneAtATime();

  /** How much of what somebody placed came, or was changed, on this day. One range: the whole calendar. */
  const placedOn = async (day: string, directoryId: string): Promise<number> =>
    (await changes.all()).filter(
      ({ id, by, act }) =>
        hashedIds.isPlaced(by, id, directoryId) &&
        act !== undefined &&
        today(Temporal.Instant.from(act.at)).toString() === day,
    ).length;

  /** Looks for names of colleagues once everything else is right, so in texts of a normal length only. */
  async function named(typed: FormValues, problems: readonly string[]): Promise<readonly string[]> {
    if (problems.length > 0) return problems;
    const people = await everybody();
    return nameProblems(
      typed,
      people.map(({ name }) => name),
    );
  }

  async function add(turn: Turn, id: string, sent: FormValues, context: CalendarContext): Promise<Message> {
    const { settings, day } = context;
    const { details, problems, typed } = detailsIn(sent, settings);
    const { when, problems: wrong } = whenIn(typed, day);
    const all = await named(typed, [...problems, ...wrong]);
    if (all.length > 0) return addForm(id, settings, typed, all);
    const act = { did: 'added', at: turn.now.toString() } as const;
    const by = hashedIds.placed(id, turn.directoryId);
    const change: CalendarChange = { id, by, ...details, when, act };
    const added = await inTurn(turn.directoryId, async () =>
      (await placedOn(day, turn.directoryId)) < MOST_A_DAY ? changes.add(change, day) : undefined,
    );
    const isFirst = added === true;
    const kept = isFirst ? change : await changes.get(id);
    if (!kept) return added === undefined ? addForm(id, settings, typed, [fullToday]) : gone;
    if (!context.mayChange(kept)) return notYours;
    return isFirst || isDone(kept, change, 'added')
      ? finish(turn, { done: kept, isFirst }, context, thereAlready)
      : changeCard(kept, settings, thereAlready);
  }

  async function save(
    turn: Turn,
    target: Target,
    sent: FormValues,
    change: CalendarChange,
    context: CalendarContext,
  ): Promise<Message> {
    const { settings } = context;
    const { details, problems, typed } = detailsIn(sent, settings);
    const all = await named(typed, problems);
    if (all.length > 0) return editForm(change, settings, typed, all);
    const result = await edited(changes, turn, target, 'saved', (now) => ({ ...now, ...details }));
    if ('stale' in result)
      return late(result.stale, context, (now) => editForm(now, settings, typed, [elsewhere]));
    // The form showed what stands there already: this tap changed nothing, whoever did before.
    return !result.isFirst && target.seen === versionOf(result.done)
      ? changeCard(result.done, settings, unchanged)
      : finish(turn, result, context, 'Bewaard.');
  }

  async function moveTo(
    turn: Turn,
    target: Target,
    typed: FormValues,
    change: CalendarChange,
    context: CalendarContext,
  ): Promise<Message> {
    const { when, problems } = whenIn(typed, context.day);
    const { reason, problems: wrong } = reasonIn(typed);
    const moved = (now: CalendarChange): CalendarChange => ({
      ...now,
      when,
      moved: { from: now.when, reason },
    });
    const isThere = whenKey(when) === whenKey(change.when) && !isDone(change, moved(change), 'moved');
    const same = problems.length === 0 && isThere ? ['Zo staat het er al. Kies een andere dag.'] : [];
    const all = await named(typed, [...problems, ...wrong, ...same]);
    if (all.length > 0) return moveForm(change, typed, all);
    const result = await edited(changes, turn, target, 'moved', moved);
    return 'stale' in result
      ? late(result.stale, context, (now) => moveForm(now, typed, [elsewhere]))
      : finish(turn, result, context, unchanged);
  }

  function withdraw(turn: Turn, target: Target, typed: FormValues): Promise<Message> {
    const { reason, problems } = reasonIn(typed);
    const off = (now: CalendarChange): CalendarChange => ({
      ...now,
      withdrawn: { day: today(turn.now).toString(), reason },
    });
    return onChange(
      turn,
      target.id,
      async (change, context) => {
        const all = await named(typed, problems);
        if (all.length > 0) return withdrawForm(change, typed, all);
        const result = await edited(changes, turn, target, 'withdrawn', off);
        return 'stale' in result
          ? late(result.stale, context, (now) => withdrawForm(now, typed, [elsewhere]))
          : finish(turn, result, context, unchanged);
      },
      async (change, context) =>
        isDone(change, off(change), 'withdrawn')
          ? finish(turn, { done: change, isFirst: false }, context, unchanged)
          : changeCard(change, context.settings, unchanged),
    );
  }

  return {
    begin: (turn: Turn) => asKeeper(turn, async ({ settings }) => addForm(newId('K'), settings)),
    open: (turn: Turn, id: string) =>
      onChange(turn, id, async (change, { settings }) => changeCard(change, settings)),
    edit: (turn: Turn, id: string) =>
      onChange(turn, id, async (change, { settings }) => editForm(change, settings)),
    move: (turn: Turn, id: string) => onChange(turn, id, async (change) => moveForm(change)),
    stop: (turn: Turn, id: string) => onChange(turn, id, async (change) => withdrawForm(change)),
    add: (turn: Turn, id: string, typed: FormValues) =>
      asKeeper(turn, (context) => add(turn, id, typed, context)),
    save: (turn: Turn, target: Target, typed: FormValues) =>
      onChange(turn, target.id, (change, context) => save(turn, target, typed, change, context)),
    moveTo: (turn: Turn, target: Target, typed: FormValues) =>
      onChange(turn, target.id, (change, context) => moveTo(turn, target, typed, change, context)),
    withdraw,
  };
}
