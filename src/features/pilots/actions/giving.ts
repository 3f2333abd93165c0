import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { isDate, today } from '../../../calendar/clock.ts';
import { notice, noticeCard } from '../../../conversation/cards/notice.ts';
import { choosingSchema, chosenIn } from '../../../conversation/choosing.ts';
import { carried, field } from '../../../conversation/field.ts';
import type { Choosable } from '../../../conversation/finding.ts';
import type { Message } from '../../../conversation/message.ts';
import { colleagueAnywhere } from '../../../conversation/needs.ts';
import { action, type Offer } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { toMine } from '../../../conversation/waiting.ts';
import { isPresent } from '../../../people/person.ts';
import { namesOf } from '../pilot/names.ts';
import { notYoursIn, type Place, type PlaceView, placeOfPilot, placeView } from '../pilot/place.ts';
import { asMember, inPilot, isAmongCrew, lastClosed, overheard, pilotsFor } from '../pilot/rights.ts';
import type { PilotTools } from '../pilot/tools.ts';
import { ofAction, ofPilot } from '../pilot/typed.ts';
import type { PostStore } from '../posts/store.ts';
import { actionButtons } from './assigned.ts';
import { actionsCard, giveChoosing, giveForm } from './cards.ts';
import { handOver } from './handing-over.ts';
import { isOpenAction } from './open.ts';
import type { ActionStore, Todo } from './store.ts';

interface GivingTools extends PilotTools {
  actions: ActionStore;
  posts: PostStore;
}

const listSchema = ofPilot.extend({ page: carried(z.number().int().min(0).max(1_000), 0) });
const giveSchema = ofAction.extend({ ...choosingSchema('one', 'owner'), due: field.date });

/** How many days ahead an action may be due at most. */
const LONGEST_DAYS = 365;

const gone = notice(
  'pilot',
  'Die actie staat niet meer open',
  'Er is niets veranderd. Typ “acties” voor wat er nog openstaat.',
);
const FIRST = 'Een collega was net eerder. Je ziet hieronder hoe het nu is.';

/** What is wrong with the day (ISO date) by which an action should be done; it may be left open, or stay as it was. */
function dueProblems(due: string, day: string, before: string | undefined): string[] {
  if (due === '' || due === before) return [];
  if (!isDate(due) || due < day) return ['Kies een dag vanaf vandaag.'];
  const ahead = Temporal.PlainDate.from(day).until(Temporal.PlainDate.from(due)).days;
  return ahead > LONGEST_DAYS ? ['Kies een dag binnen een jaar. Klopt het jaartal?'] : [];
}

/**
 * Taking on an action that is nobody's, and giving one to somebody else or another day: by everybody who is in the pilot or the
 * team, also after the pilot was closed.
 */
export function giving(tools: GivingTools): Pick<Offer, 'phrases' | 'actions'> {
  const { pilots, actions, posts, everybody, everybodyNow, show } = tools;
  const needs = { ...colleagueAnywhere, checked: 'doet mee aan de pilot of het team van de actie' };

  /** Runs `then` on an open action of a place that this person takes part in. */
  async function onOpen(
    turn: Turn,
    { pilot, action: id }: z.infer<typeof ofAction>,
    then: (todo: Todo, view: PlaceView) => Promise<Message>,
  ): Promise<Message> {
    const [view, todos] = await Promise.all([placeView(tools, turn, pilot), actions.of(pilot)]);
    if (!view) return notYoursIn(pilot);
    const todo = todos.find((one) => one.id === id);
    return todo && isOpenAction(todo) ? then(todo, view) : gone;
  }

  /** How it stands after a change: the pilot, or of a team the action alone. */
  async function standing(turn: Turn, { id, kind }: Place, todo: Todo, note: string): Promise<Message> {
    await posts.changed({ kind: 'card', pilot: id, of: today(turn.now).toString() }, turn.now);
    // The stand-up and the retro that it comes from say who takes it on.
    const said = /^s-(\d{4}-\d\d-\d\d)-/.exec(todo.id)?.[1];
    if (said) await posts.changed({ kind: 'summary', pilot: id, of: said }, turn.now);
    const board = /^(R-.*)-\d+$/.exec(todo.id)?.[1];
    if (board) await posts.changed({ kind: 'retro', pilot: id, of: board }, turn.now);
    if (kind !== 'team') return show(turn, id, note);
    return noticeCard({
      kind: 'mine',
      text: note,
      title: note,
      lines: [todo.text],
      actions: [actionButtons(id, todo).done, toMine],
    });
  }

  /** Who takes part and works here at this moment, by directory id. */
  async function peopleOf({ members }: PlaceView): Promise<Choosable[]> {
    const ids = new Set(members);
    return (await everybodyNow()).flatMap((one) =>
      isPresent(one) && one.directoryId !== undefined && ids.has(one.directoryId)
        ? [{ value: one.directoryId, title: one.name, also: [one.upn] }]
        : [],
    );
  }

  /** Others read along in a channel: then no name stands beside what is late. */
  const list = (turn: Turn, { pilot: id, page }: z.infer<typeof listSchema>): Promise<Message> =>
    asMember(pilots, turn, id, async ({ pilot }) =>
      actionsCard(placeOfPilot(pilot), await actions.of(id), {
        names: namesOf(await everybody()),
        day: today(turn.now).toString(),
        aloud: turn.scope !== 'personal',
        page,
      }),
    );

  return {
    phrases: [
      {
        say: 'acties',
        wished: /^(?:welke|wat zijn de|toon de|laat de) (?:open )?acties\b/,
        also: [
          'actie',
          'open acties',
          'acties bekijken',
          'acties van de pilot',
          'actie oppakken',
          'acties oppakken',
          'pak actie op',
          'pak een actie op',
          'ik pak een actie op',
          'actie overnemen',
          'actie wijzigen',
          'actie geven',
          'wie pakt dit op',
          'wie pakt wat op',
        ],
        title: 'Bekijk de acties van je pilot, en pak er een op',
        needs: inPilot,
        run: async (turn) => {
          const open = await pilotsFor(pilots, turn);
          const last = open.length === 0 ? await lastClosed(pilots, turn) : undefined;
          // What was agreed in a pilot has to be done after it, too.
          if (last)
            return isAmongCrew(turn, last)
              ? list(turn, { pilot: last.id, page: 0 })
              : overheard('pilot.actions', { pilot: last.id, page: 0 });
          return tools.whichHere(
            turn,
            'pilot.actions',
            ({ id }) => list(turn, { pilot: id, page: 0 }),
            async ({ id }) => (await actions.of(id)).some(isOpenAction),
          );
        },
      },
    ],
    actions: {
      'pilot.actions': action(listSchema, list, { needs: inPilot }),
      'action.take': action(
        ofAction,
        (turn, of) =>
          onOpen(turn, of, async (todo, { place }) => {
            const day = today(turn.now).toString();
            const isMine =
              todo.owner === undefined &&
              (await actions.hand(place.id, todo, {
                owner: turn.directoryId,
                due: todo.due,
                told: day,
              }));
            return standing(
              turn,
              place,
              todo,
              isMine
                ? `Jij pakt het op. ${todo.due ? 'Klopt de dag niet, of kan een ander het beter doen?' : 'Kan een ander het beter doen, of kan het niet meteen?'} Tik op “Wijzig wie of wanneer”.`
                : FIRST,
            );
          }),
        { needs },
      ),
      'action.give': action(
        ofAction,
        (turn, of) =>
          onOpen(turn, of, async (todo, view) => {
            // In the channel the form stands in the place of the card of the day.
            if (turn.scope !== 'personal')
              await posts.formOpened({ pilot: of.pilot, of: today(turn.now).toString() }, turn.now);
            return giveForm(view.place, todo, await peopleOf(view), { owner: todo.owner, due: todo.due });
          }),
        { needs },
      ),
      'action.save-give': action(
        giveSchema,
        (turn, { pilot, action: id, ...sent }) =>
          onOpen(turn, { pilot, action: id }, async (todo, view) => {
            const people = await peopleOf(view);
            const { sent: typed, problems: unclear } = chosenIn([giveChoosing(people)], sent);
            const { owner = '', due = '' } = typed;
            const isThere = people.some(({ value }) => value === owner);
            const problems = [
              ...unclear,
              ...(isThere || unclear.length > 0 ? [] : ['Kies wie dit oppakt.']),
              ...dueProblems(due, today(turn.now).toString(), todo.due),
            ];
            if (problems.length > 0) return giveForm(view.place, todo, people, typed, problems);
            const wanted = due || undefined;
            if (!(await actions.hand(pilot, todo, { owner, due: wanted })))
              return standing(turn, view.place, todo, FIRST);
            const given = { ...todo, owner, due: wanted, told: undefined };
            const untold = owner === todo.owner ? '' : await handOver(tools, turn, view.place, given);
            return standing(turn, view.place, given, ['Bewaard.', untold].filter(Boolean).join(' '));
          }),
        { needs },
      ),
    },
  };
}
