import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { isDate, today } from '../../../calendar/clock.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import { chosenIn } from '../../../conversation/choosing.ts';
import type { Choosable } from '../../../conversation/finding.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { fitted } from '../../../language/fitted.ts';
import { oneAtATime } from '../../../lib/one-at-a-time.ts';
import { isPresent } from '../../../people/person.ts';
import { handOver } from '../actions/handing-over.ts';
import { isOpenAction } from '../actions/open.ts';
import { LONGEST_TEXT } from '../pilot/pilot.ts';
import type { PilotView } from '../pilot/rights.ts';
import { type Blocker, blockersOf } from './blockers.ts';
import { actionForm, ownerChoosing } from './forms.ts';
import { closuresNow } from './opening.ts';
import { dueAfter } from './rules.ts';
import type { StandupShowing } from './showing.ts';
import { standupOf } from './standup.ts';
import type { StandupTools } from './tools.ts';
import type { takeSchema } from './typed.ts';

const notThere = notice(
  'standup',
  'Dit staat niet meer in de stand-up',
  'Er is niets veranderd. Iemand paste de eigen tekst aan, of het is langer dan 14 dagen geleden.',
);

const SOLVED = 'Dit is al opgelost. Er is niets veranderd.';
const FIRST = 'Een collega was net eerder. Je ziet hieronder hoe het nu is.';

/** So many actions a day come from the stand-ups of one pilot. Who wrote what is in the way is not kept with them. */
export const MOST_TAKEN_A_DAY = 50;
const fullToday = 'Vandaag zijn er al heel veel acties gemaakt. Deze is niet bewaard. Morgen kan het weer.';

/** How many days ahead an action may be due at most. */
const LONGEST_DAYS = 365;

/** What is in the way becomes an action of somebody, with a date. */
export function picking(tools: StandupTools, { onDay }: StandupShowing) {
  const { actions, standups, everybody, posts } = tools;
  const inTurn = oneAtATime();

  async function found(
    { pilot }: PilotView,
    day: string,
    id: string,
    then: (blocker: Blocker) => Promise<Message>,
  ): Promise<Message> {
    const [shared, todos] = await Promise.all([standups.shared(pilot.id, day), actions.of(pilot.id)]);
    const blocker = blockersOf(pilot.id, day, shared, todos).find((one) => one.id === id);
    return blocker ? then(blocker) : notThere;
  }

  return {
    /** With one tap it becomes an action of whoever taps, due at the next stand-up. */
    take: (turn: Turn, view: PilotView, day: string, id: string): Promise<Message> =>
      found(view, day, id, async (blocker) => {
        const now = today(turn.now);
        const due = dueAfter(view.pilot, now, await closuresNow(tools));
        const mine = await inTurn(view.pilot.id, async () => {
          const there = (await actions.of(view.pilot.id)).filter(
            (one) => one.source === 'standup' && one.day === now.toString(),
          );
          if (there.length >= MOST_TAKEN_A_DAY && !there.some((one) => one.id === id)) return undefined;
          return actions.add(view.pilot.id, {
            id,
            text: fitted(blocker.text, LONGEST_TEXT),
            source: 'standup',
            day: now.toString(),
            due,
            owner: turn.directoryId,
            told: now.toString(),
          });
        });
        if (mine === undefined) return onDay(turn, view, day, fullToday);
        await posts.changed({ kind: 'summary', pilot: view.pilot.id, of: day }, turn.now);
        const note = mine
          ? 'Jij pakt het op. Klopt de dag niet, of kan een ander het beter doen? Wijzig het hieronder.'
          : FIRST;
        return onDay(turn, view, day, note);
      }),

    edit: (turn: Turn, view: PilotView, day: string, id: string): Promise<Message> =>
      found(view, day, id, async ({ todo }) => {
        if (!todo) return onDay(turn, view, day, 'Niemand pakt dit nog op.');
        if (!isOpenAction(todo)) return onDay(turn, view, day, SOLVED);
        const read = await standupOf(standups, view.pilot, day, await everybody());
        await posts.formOpened({ pilot: view.pilot.id, of: day }, turn.now);
        return actionForm(read, todo, await owners(view), { owner: todo.owner, due: todo.due });
      }),

    save: (
      turn: Turn,
      view: PilotView,
      { day, blocker: id, ...sent }: z.infer<typeof takeSchema>,
    ): Promise<Message> =>
      found(view, day, id, async ({ todo }) => {
        if (!todo) return notThere;
        if (!isOpenAction(todo)) return onDay(turn, view, day, SOLVED);
        const choices = await owners(view);
        const { sent: typed, problems: unclear } = chosenIn([ownerChoosing(choices)], sent);
        const { owner = '', due = '' } = typed;
        const isMember = choices.some(({ value }) => value === owner);
        const now = today(turn.now);
        const problems = [
          ...unclear,
          ...(isMember || unclear.length > 0 ? [] : ['Kies wie dit oppakt.']),
          ...(isDate(due) && due >= now.toString() ? [] : ['Kies een dag vanaf vandaag.']),
          ...(isDate(due) && now.until(Temporal.PlainDate.from(due)).days > LONGEST_DAYS
            ? ['Kies een dag binnen een jaar. Klopt het jaartal?']
            : []),
        ];
        if (problems.length > 0) {
          const read = await standupOf(standups, view.pilot, day, await everybody());
          await posts.formOpened({ pilot: view.pilot.id, of: day }, turn.now);
          return actionForm(read, todo, choices, typed, problems);
        }
        if (!(await actions.hand(view.pilot.id, todo, { owner, due }))) return onDay(turn, view, day, FIRST);
        const given = { ...todo, owner, due, told: undefined };
        const untold = owner === todo.owner ? '' : await handOver(tools, turn, view.pilot, given);
        await posts.changed({ kind: 'summary', pilot: view.pilot.id, of: day }, turn.now);
        return onDay(turn, view, day, ['Bewaard.', untold].filter(Boolean).join(' '));
      }),
  };

  /** The members who still work here, by directory id. */
  async function owners({ members }: PilotView): Promise<Choosable[]> {
    const here = new Map((await everybody()).filter(isPresent).map((one) => [one.directoryId, one]));
    return members.flatMap(({ directoryId }) => {
      const one = here.get(directoryId);
      return one ? [{ value: directoryId, title: one.name, also: [one.upn] }] : [];
    });
  }
}
