import { Temporal } from 'temporal-polyfill';
import { today } from '../../../calendar/clock.ts';
import { notice, unknownPerson } from '../../../conversation/cards/notice.ts';
import type { FormValues } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Settings } from '../../../people/municipality.ts';
import type { Tools } from '../../module.ts';
import type { PostTools } from '../groups/channel-posts.ts';
import { changeCard } from './cards.ts';
import type { Act, CalendarChange } from './change.ts';
import { addForm, editForm, moveForm, withdrawForm } from './forms.ts';
import {
  detailsIn,
  isDone,
  mayEdit,
  mayFinish,
  nameProblems,
  reasonIn,
  versionOf,
  whenIn,
  whenKey,
} from './rules.ts';
import type { ChangeStore } from './store.ts';
import { tell } from './telling.ts';

export interface ManageTools extends PostTools, Pick<Tools, 'audit' | 'everybody' | 'newId'> {
  changes: ChangeStore;
}

const notAllowed = notice(
  'De kalender wordt bijgehouden door leidinggevenden en projectleiders',
  'Er is niets veranderd. Weet je iets wat gaat veranderen? Vertel het je leidinggevende.',
);
const gone = notice(
  'Dit staat niet meer op de kalender',
  'Er is niets veranderd. Typ kalender, dan zie je wat nu geldt.',
);
const elsewhere = 'Iemand anders paste dit net aan. Kijk hoe het nu staat, en bewaar daarna wat jij wilt.';

interface CalendarContext {
  settings: Settings;
  /** ISO date. */
  day: string;
}

/** What a form was opened on: an id, and `versionOf` the change that it showed. */
export interface Target {
  id: string;
  seen: string;
}

/** A change as it stands now; `isFirst` when this tap made it so. */
interface Made {
  done: CalendarChange;
  isFirst: boolean;
}

const logged: Record<Act['did'], string> = {
  added: 'verandering op de kalender gezet',
  saved: 'verandering op de kalender gewijzigd',
  moved: 'verandering op de kalender verzet',
  withdrawn: 'verandering op de kalender ingetrokken',
};
const unchanged = 'Er is niets veranderd.';
const thereAlready = 'Dit stond er al op.';

/** Keeping the calendar: for managers, project leads, heads of department and the direction. */
export function managing({ changes, audit, everybody, newId, ...posting }: ManageTools) {
  /** Runs `then` for who keeps the calendar (trust:rights-on-verified-id). */
  async function atDesk(turn: Turn, then: (desk: CalendarContext) => Promise<Message>): Promise<Message> {
    const [me, settings] = await Promise.all([turn.person(), turn.settings()]);
    if (!me) return unknownPerson;
    return mayEdit(me) ? then({ settings, day: today(turn.now).toString() }) : notAllowed;
  }

  /** Runs `then` on a change that is still to come; `off` on one that was called off. */
  const onChange = (
    turn: Turn,
    id: string,
    then: (change: CalendarChange, desk: CalendarContext) => Promise<Message>,
    off = async (change: CalendarChange, { settings }: CalendarContext) =>
      changeCard(change, settings, unchanged),
  ) =>
    atDesk(turn, async (desk) => {
      const change = await changes.get(id);
      if (!change) return gone;
      return change.withdrawn ? off(change, desk) : then(change, desk);
    });

  /**
   * Makes a change what it should be, unless it is that already, or somebody else was first: `stale` gives what stands
   * there then.
   */
  async function edited(
    turn: Turn,
    { id, seen }: Target,
    did: Act['did'],
    edit: (change: CalendarChange) => CalendarChange,
  ): Promise<Made | { stale: CalendarChange | undefined }> {
    let isFirst = false;
    const done = await changes.change(id, today(turn.now).toString(), (now) => {
      const wanted = edit(now);
      isFirst = !isDone(now, wanted, did);
      if (!isFirst) return now;
      if (now.withdrawn || seen !== versionOf(now)) return undefined;
      return { ...wanted, act: { did, at: turn.now.toString() } };
    });
    return done ? { done, isFirst } : { stale: await changes.get(id) };
  }

  /**
   * What follows once a change is kept: the log, and the channels. Repeated it finishes what broke off, and tells and logs
   * nothing twice. `there`: what to say when there was nothing left to tell.
   */
  async function finish(
    turn: Turn,
    { done: change, isFirst }: Made,
    { settings }: CalendarContext,
    there: string,
  ): Promise<Message> {
    const { id, act } = change;
    if (!act || !mayFinish(act, turn.now)) return changeCard(change, settings, there);
    const { did, at } = act;
    const what = logged[did];
    await audit.record(turn.directoryId, what, id, { at: Temporal.Instant.from(at), name: `${what} ${id}` });
    if (did === 'saved') return changeCard(change, settings, 'Bewaard.');
    const { words, isNew } = await tell(posting, change, settings, { news: did, at });
    return changeCard(change, settings, isFirst || isNew ? words : there);
  }

  /** Names are looked for where nothing else is wrong, so in texts of a normal length only. */
  async function named(typed: FormValues, problems: readonly string[]): Promise<readonly string[]> {
    return problems.length > 0
      ? problems
      : nameProblems(
          typed,
          (await everybody()).map(({ name }) => name),
        );
  }

  /** What to show when somebody else was first. */
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

  return {
    begin: (turn: Turn) => atDesk(turn, async ({ settings }) => addForm(newId('K'), settings)),
    open: (turn: Turn, id: string) =>
      onChange(turn, id, async (change, { settings }) => changeCard(change, settings)),
    edit: (turn: Turn, id: string) =>
      onChange(turn, id, async (change, { settings }) => editForm(change, settings)),
    move: (turn: Turn, id: string) => onChange(turn, id, async (change) => moveForm(change)),
    stop: (turn: Turn, id: string) => onChange(turn, id, async (change) => withdrawForm(change)),

    add: (turn: Turn, id: string, typed: FormValues) =>
      atDesk(turn, async (desk) => {
        const { settings, day } = desk;
        const { details, problems } = detailsIn(typed, settings);
        const { when, problems: wrong } = whenIn(typed, day);
        const all = await named(typed, [...problems, ...wrong]);
        if (all.length > 0) return addForm(id, settings, typed, all);
        const change: CalendarChange = {
          id,
          ...details,
          when,
          act: { did: 'added', at: turn.now.toString() },
        };
        const isFirst = await changes.add(change, day);
        const kept = isFirst ? change : await changes.get(id);
        if (!kept) return gone;
        return isFirst || isDone(kept, change, 'added')
          ? finish(turn, { done: kept, isFirst }, desk, thereAlready)
          : changeCard(kept, settings, thereAlready);
      }),

    save: (turn: Turn, target: Target, typed: FormValues) =>
      onChange(turn, target.id, async (change, desk) => {
        const { details, problems } = detailsIn(typed, desk.settings);
        const all = await named(typed, problems);
        if (all.length > 0) return editForm(change, desk.settings, typed, all);
        const result = await edited(turn, target, 'saved', (now) => ({ ...now, ...details }));
        if ('stale' in result)
          return late(result.stale, desk, (now) => editForm(now, desk.settings, typed, [elsewhere]));
        // The form showed what stands there already: this tap changed nothing, whoever did before.
        return !result.isFirst && target.seen === versionOf(result.done)
          ? changeCard(result.done, desk.settings, unchanged)
          : finish(turn, result, desk, 'Bewaard.');
      }),

    moveTo: (turn: Turn, target: Target, typed: FormValues) =>
      onChange(turn, target.id, async (change, desk) => {
        const { when, problems } = whenIn(typed, desk.day);
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
        const result = await edited(turn, target, 'moved', moved);
        return 'stale' in result
          ? late(result.stale, desk, (now) => moveForm(now, typed, [elsewhere]))
          : finish(turn, result, desk, unchanged);
      }),

    withdraw: (turn: Turn, target: Target, typed: FormValues) => {
      const { reason, problems } = reasonIn(typed);
      const off = (now: CalendarChange): CalendarChange => ({
        ...now,
        withdrawn: { day: today(turn.now).toString(), reason },
      });
      return onChange(
        turn,
        target.id,
        async (change, desk) => {
          const all = await named(typed, problems);
          if (all.length > 0) return withdrawForm(change, typed, all);
          const result = await edited(turn, target, 'withdrawn', off);
          return 'stale' in result
            ? late(result.stale, desk, (now) => withdrawForm(now, typed, [elsewhere]))
            : finish(turn, result, desk, unchanged);
        },
        async (change, desk) =>
          isDone(change, off(change), 'withdrawn')
            ? finish(turn, { done: change, isFirst: false }, desk, unchanged)
            : changeCard(change, desk.settings, unchanged),
      );
    },
  };
}
