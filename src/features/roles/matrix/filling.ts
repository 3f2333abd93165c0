import { today } from '../../../calendar/clock.ts';
import type { FormValues } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { manyOf } from '../../../language/fitted.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import type { Tools } from '../../module.ts';
import { type MatrixAccessTools, type MatrixView, matrixAccess } from './access.ts';
import { beginCard, matrixCard, nothingDoneCard, soleLead } from './cards.ts';
import { aloneForm, readerForm, tasksForm, timeForm } from './forms.ts';
import { type Filled, type Length, longest, type Matrix, type Often, oftens } from './matrix.ts';
import {
  begun,
  changed,
  confirmedBy,
  doneTasks,
  hasConfirmed,
  hasOtherList,
  isAgreed,
  isUntouched,
  listMark,
  markOf,
  mayPutBack,
  onList,
  pagesOf,
  sharesIn,
  toldOn,
  unanswered,
  untouched,
  withoutManagers,
  yesesTo,
} from './rules.ts';
import { tellAgreed, tellPutBack, toldNow } from './telling.ts';

/** Whose matrix a form is of, '' for who taps; and where it was opened on what both confirmed, which list and the mark of that state. */
export interface Opened {
  person: string;
  length: Length | '';
  of: string;
}

/** The same, with the version that the form shows: 0 for what was not saved yet. */
export interface Target extends Opened {
  seen: number;
}

const elsewhere = 'De ander wijzigde net iets. Kijk of dit nog klopt en bewaar opnieuw.';
const changedBefore = 'De ander wijzigde net iets. Kijk of dit klopt en bevestig het dan.';
const otherLead = 'Je team heeft net een andere leidinggevende gekregen. Kijk of je zo wilt beginnen.';
const otherList = 'De lijst met taken is net gewijzigd. Kijk of dit klopt en bevestig het dan.';
const unchanged = 'Er is niets veranderd.';
const isBack = 'Alles staat weer zoals jullie het bevestigden.';
const notBack = 'Er is net iets veranderd. Zo staat het nu.';

/** A matrix without the confirmation of somebody who sees it along no more. */
const agreeable = ({ side, reader }: MatrixView, matrix: Matrix): Matrix =>
  side === 'employee' && !reader ? withoutManagers(matrix) : matrix;

/** The same, on the list of tasks of today. */
const standing = (view: MatrixView, matrix: Matrix): Matrix => onList(agreeable(view, matrix), view.tasks);

/** Filling in a matrix, for the two who may (`matrixAccess`). */
export function filling(tools: MatrixAccessTools & Pick<Tools, 'send'>) {
  const { matrices } = tools;
  const asKept = matrixAccess(tools);
  const entering = (turn: Turn, person: string, then: (view: MatrixView) => Promise<Message>) =>
    asKept(turn, person, (view) => then(view.draft ? { ...view, draft: standing(view, view.draft) } : view));
  const dayOf = (turn: Turn) => today(turn.now).toString();

  /** A matrix that both confirmed and that was not put away yet, as where something broke off, is put away first. */
  async function show(turn: Turn, person: string, done = ''): Promise<Message> {
    return asKept(turn, person, async (view) => {
      if (!view.draft) return matrixCard(view, done);
      const draft = standing(view, view.draft);
      if (!isAgreed(agreeable(view, view.draft))) return matrixCard({ ...view, draft }, done);
      await matrices.confirm(view.id, view.draft, {
        team: view.person.team,
        day: dayOf(turn),
        at: turn.now.toString(),
      });
      const confirmed = await matrices.confirmed(view.id);
      return matrixCard({ ...view, draft: undefined, confirmed, yeses: yesesTo(confirmed, undefined) }, done);
    });
  }

  /** Runs `then` on what is being filled in; where nothing is, the way to begin is shown. */
  const onDraft = (turn: Turn, person: string, then: (view: MatrixView, draft: Matrix) => Promise<Message>) =>
    entering(turn, person, async (view) =>
      view.draft ? then(view, view.draft) : matrixCard(view, unchanged),
    );

  /** Runs `then` on the same for a form, or on what both confirmed, of which nothing is kept anew by opening a form. */
  const onForm = (
    turn: Turn,
    { person, length }: Pick<Opened, 'person' | 'length'>,
    then: (view: MatrixView, draft: Matrix) => Promise<Message>,
  ) =>
    entering(turn, person, async (view) => {
      const { side, draft, confirmed } = view;
      const stands =
        draft ?? (confirmed && untouched(length || confirmed.length, side, dayOf(turn), confirmed));
      return stands ? then(view, stands) : matrixCard(view, unchanged);
    });

  /** How it stands after something was saved, or where nothing was. `news`: what to say of who was told. */
  const saved = (view: MatrixView, now: Matrix, news: string): Message =>
    isUntouched(now)
      ? matrixCard({ ...view, draft: undefined }, unchanged)
      : matrixCard(view, ['Bewaard.', news].filter(Boolean).join(' '));

  /**
   * Changes a part. `again` shows the form on what stands there by now, where the other changed it since it was opened; a tap that comes
   * twice changes nothing the second time, and goes on. The first change of what both confirmed begins a new one, and the other is told.
   */
  const save = (
    turn: Turn,
    target: Target,
    content: (view: MatrixView, now: Matrix) => Partial<Filled>,
    again: (view: MatrixView, now: Matrix) => Message,
    next: (view: MatrixView, now: Matrix, news: string) => Message = saved,
  ) =>
    onForm(turn, target, async (view, stands) => {
      const { seen, of } = target;
      if (isUntouched(stands)) {
        if (seen !== 0) return matrixCard(view, unchanged);
        if (!view.confirmed || markOf(view.confirmed) !== of) return again(view, stands);
        const edited = changed(stands, content(view, stands), view.side, dayOf(turn));
        // The same answers to other words are a change.
        if (edited === stands && !hasOtherList(view.confirmed, view.tasks)) return next(view, stands, '');
        const first = { ...edited, version: 1, told: toldOn(view.confirmed, dayOf(turn)) };
        if (await matrices.begin(view.id, first)) {
          const news = view.side === 'manager' ? await toldNow(tools, turn, view) : '';
          return next({ ...view, draft: first }, first, news);
        }
      }
      let late = false;
      const after = await matrices.change(view.id, (now) => {
        const listed = standing(view, now);
        const edited = changed(listed, content(view, now), view.side, dayOf(turn));
        if (edited === listed) return now;
        late = now.version !== seen && listed.version !== seen;
        return late ? now : edited;
      });
      if (!after) return beginCard({ ...view, draft: undefined });
      const seeing = { ...view, draft: standing(view, after) };
      return late ? again(seeing, seeing.draft) : next(seeing, seeing.draft, '');
    });

  return {
    show,

    /**
     * Begins one, and opens the list of tasks; of what was confirmed it opens the list, and nothing begins yet. Who leads the team sees it along where they alone lead it, and where the card
     * of the employee named them as `lead`: with another by now, or with nobody, it is asked again.
     */
    begin: (turn: Turn, { person, length, lead }: { person: string; length: Length; lead: string }) =>
      entering(turn, person, async (view) => {
        const day = dayOf(turn);
        if (!view.draft && view.confirmed)
          return tasksForm(view, untouched(length, view.side, day, view.confirmed), 0);
        const isFirst = !view.draft && !view.confirmed;
        const manager = isFirst ? soleLead(view) : '';
        if (isFirst && view.side === 'employee' && lead !== manager) return beginCard(view, otherLead);
        if (manager && !view.reader) {
          const mine = await matrices.firstReader(view.id, { manager, day });
          // Somebody may see it along already.
          if (!mine && view.side === 'manager') return show(turn, person);
        }
        const draft = begun(length, view.side, day);
        if (!(await matrices.begin(view.id, draft))) return show(turn, person);
        const news = view.side === 'manager' ? await toldNow(tools, turn, view) : '';
        return tasksForm(view, draft, 0, undefined, [], news ? [news] : []);
      }),

    time: (turn: Turn, opened: Opened) => onForm(turn, opened, async (view, draft) => timeForm(view, draft)),

    saveTime(turn: Turn, target: Target, typed: FormValues): Promise<Message> {
      const { shares, problems } = sharesIn(typed);
      const { job = '', appointment = '' } = typed;
      const all = [
        ...lengthProblems(typed, [
          ['job', 'Functie', longest.job],
          ['appointment', 'Aanstelling', longest.appointment],
        ]),
        ...problems,
      ];
      if (all.length > 0)
        return onForm(turn, target, async (view, draft) => timeForm(view, draft, typed, all));
      return save(
        turn,
        target,
        () => ({ shares, job, appointment }),
        (view, now) => timeForm(view, now, typed, [elsewhere]),
      );
    },

    tasks: (turn: Turn, { page, ...opened }: Opened & { page: number }) =>
      onForm(turn, opened, async (view, draft) => tasksForm(view, draft, page)),

    saveTasks(turn: Turn, target: Target & { page: number; tasks: readonly string[] }, typed: FormValues) {
      const { page, tasks } = target;
      const chosen = tasks.flatMap((id, n): [string, Often][] => {
        const often = oftens.find((one) => one === typed[`task${n}`]);
        return often ? [[id, often]] : [];
      });
      return save(
        turn,
        target,
        (view, { answers, alone }) => {
          const known = new Set(view.tasks.map(({ id }) => id));
          const next = { ...answers, ...Object.fromEntries(chosen.filter(([id]) => known.has(id))) };
          return { answers: next, alone: alone.filter((id) => next[id] === 'do' || next[id] === 'some') };
        },
        (view, now) => tasksForm(view, now, page, typed, [elsewhere]),
        (view, now, news) =>
          page + 1 < pagesOf(now.length, view.tasks).length
            ? tasksForm(view, now, page + 1, undefined, [], news ? [news] : [])
            : saved(view, now, news),
      );
    },

    alone: (turn: Turn, opened: Opened) =>
      onForm(turn, opened, async (view, draft) => aloneForm(view, draft)),

    saveAlone: (turn: Turn, target: Target, sent: string) =>
      save(
        turn,
        target,
        ({ tasks }, now) => {
          const done = new Set(doneTasks(now, tasks).map(({ id }) => id));
          return { alone: manyOf(sent).filter((id) => done.has(id)) };
        },
        (view, now) => aloneForm(view, now, sent, [elsewhere]),
      ),

    /** Confirms exactly what was seen: what changed since, also of the list of tasks, is shown instead, and nothing is confirmed. */
    confirm: (
      turn: Turn,
      { person, seen, list, sure }: Pick<Target, 'person' | 'seen'> & { list: string; sure: boolean },
    ) =>
      onDraft(turn, person, async (view, draft) => {
        const { tasks, side } = view;
        if (unanswered(draft, tasks).length > 0) return matrixCard(view, unchanged);
        if (!sure && doneTasks(draft, tasks).length === 0) return nothingDoneCard(view, draft);
        const isSeen = (now: Matrix) => now.version === seen && listMark(now, tasks) === list;
        const after = await matrices.change(view.id, (now) => {
          const listed = standing(view, now);
          return isSeen(listed) && !hasConfirmed(listed, side) ? confirmedBy(listed, side, tasks) : now;
        });
        if (!after) return beginCard({ ...view, draft: undefined });
        const stands = standing(view, after);
        if (!hasConfirmed(stands, side)) {
          const isOther = stands.version === seen || stands !== after;
          return matrixCard({ ...view, draft: stands }, isOther ? otherList : changedBefore);
        }
        const isNew = !hasConfirmed(draft, side);
        if (isAgreed(stands)) {
          if (isNew) await tellAgreed(tools, turn, view);
          return show(turn, person, 'Jullie bevestigden dit allebei.');
        }
        const news = isNew ? await toldNow(tools, turn, view) : '';
        return show(turn, person, ['Bevestigd door jou.', news].filter(Boolean).join(' '));
      }),

    /** Puts back what both confirmed, as long as neither confirmed what stands there now. Whoever was told of it hears that. */
    putBack: (turn: Turn, { person, seen }: Pick<Target, 'person' | 'seen'>) =>
      onDraft(turn, person, async (view) => {
        const may = (now: Matrix) => {
          const listed = standing(view, now);
          return listed.version === seen && mayPutBack(listed);
        };
        const gone = view.confirmed && (await matrices.drop(view.id, may));
        if (gone) await tellPutBack(tools, turn, view, gone);
        return show(turn, person, gone ? isBack : notBack);
      }),

    choose: (turn: Turn) => entering(turn, '', async (view) => readerForm(view)),

    /** The employee lets one who leads the team see along. What an earlier manager confirmed has to be confirmed anew. */
    share: (turn: Turn, to: string) =>
      entering(turn, '', async (view) => {
        const lead = view.leads.find(({ directoryId }) => directoryId === to);
        if (!lead) return readerForm(view, ['Kies een leidinggevende van je team.']);
        if (!view.draft && !view.confirmed) return matrixCard(view, unchanged);
        if (view.reader === lead) return show(turn, '');
        await matrices.setReader(view.id, { manager: to, day: dayOf(turn) });
        await matrices.change(view.id, (now) => {
          const anew = withoutManagers(now);
          return hasConfirmed(anew, 'employee') ? { ...anew, untold: 'manager' } : anew;
        });
        await toldNow(tools, turn, { ...view, reader: lead });
        return show(turn, '', 'Je leidinggevende kijkt nu mee.');
      }),
  };
}
