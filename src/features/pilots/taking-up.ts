import { today } from '../../calendar/clock.ts';
import type { Message } from '../../conversation/message.ts';
import { colleagueAnywhere } from '../../conversation/needs.ts';
import type { Offer } from '../../conversation/offer.ts';
import { type Task, taskActions } from '../../conversation/task.ts';
import type { Turn } from '../../conversation/turn.ts';
import { byDue, type Waiting } from '../../conversation/waiting.ts';
import type { Job } from '../../delivery/jobs.ts';
import { TELLING_HOURS, tellOwners } from '../../people/assigned.ts';
import type { Team } from '../../people/municipality.ts';
import type { Person } from '../../people/person.ts';
import { actionButtons, assignedOf } from './actions/assigned.ts';
import type { ActionStore, Todo } from './actions/store.ts';
import type { ActionRow } from './actions/tables.ts';
import { membersOf, type Place, type PlaceTools, placeOf, placeView, teamPlace } from './pilot/place.ts';
import { notYours } from './pilot/rights.ts';
import type { PilotStore } from './pilot/store.ts';
import { ofAction } from './pilot/typed.ts';
import type { PostStore } from './posts/store.ts';

export interface TakingUpTools {
  pilots: PilotStore;
  actions: ActionStore;
  posts: PostStore;
}

const isOpen = ({ doneOn }: Todo) => doneOn === undefined;

/** What somebody does with an action: whose it is, also after the pilot was closed, and who is in the pilot or the team. */
export function takingUp(tools: TakingUpTools & PlaceTools): Offer['actions'] {
  const { actions, posts } = tools;
  return taskActions(
    'action',
    ofAction,
    { needs: { ...colleagueAnywhere, checked: 'doet mee aan de pilot, of de actie is van die persoon' } },
    async (turn, { pilot: id, action }): Promise<Task | Message> => {
      const [todos, view] = await Promise.all([actions.of(id), placeView(tools, turn, id)]);
      const todo = todos.find((one) => one.id === action);
      if (!todo || !(view || todo.owner === turn.directoryId)) return notYours;
      const day = today(turn.now).toString();
      const change = async (to: (now: ActionRow) => ActionRow) => {
        await actions.change(id, action, to);
        await posts.changed({ kind: 'card', pilot: id, of: day }, turn.now);
      };
      return {
        text: todo.text,
        due: todo.due,
        finish: (on) => change((now) => (now.doneOn ? now : { ...now, doneOn: on })),
        reopen: () => change((now) => ({ ...now, doneOn: undefined })),
        moveTo: (due) => change((now) => ({ ...now, due, doneOn: undefined })),
      };
    },
  );
}

/** The open actions of somebody over all pilots, closed ones too, and over teams. One range, and for each one more and its row. */
export function actionsOf({ pilots, actions }: Pick<TakingUpTools, 'pilots' | 'actions'>) {
  return async (turn: Turn): Promise<Waiting[]> => {
    const { directoryId } = turn;
    const teams = async () => (await turn.settings()).teams;
    const ids = await actions.ownedIn(directoryId);
    const each = await Promise.all(
      ids.map(async (id) => {
        const [place, todos] = await Promise.all([placeOf(pilots, teams, id), actions.of(id)]);
        return todos
          .filter((todo) => isOpen(todo) && todo.owner === directoryId)
          .map((todo) => ({
            kind: place?.kind === 'team' ? 'Acties uit retro’s' : 'Acties uit pilots',
            text: todo.text,
            about: place?.name,
            due: todo.due,
            actions: [
              actionButtons(id, todo).done,
              {
                verb: 'action.later',
                title: todo.due ? 'Andere datum' : 'Kies een datum',
                data: { pilot: id, action: todo.id },
              },
            ],
          }));
      }),
    );
    return each.flat().sort(byDue);
  };
}

/** A place of which people are told: all of them, or only these directory ids. */
interface ToldPlace extends Pick<Place, 'id' | 'name'> {
  members?: readonly string[];
}

/** A job that, once a day on working days, tells people which actions of these places are theirs, and asks after the day. */
const tellingJob = (
  name: string,
  actions: ActionStore,
  places: (teams: readonly Team[], people: readonly Person[]) => Promise<readonly ToldPlace[]>,
): Job => ({
  name,
  when: { hours: TELLING_HOURS, workdays: true },
  run: ({ now, settings: read, everybody, once, send }) =>
    once({ what: name, about: 'all', period: today(now).toString() }, async () => {
      const [{ municipality, teams }, people] = await Promise.all([read(), everybody()]);
      const each = await Promise.all(
        (await places(teams, people)).map(async (place) => {
          const isTold = (owner: string) => place.members?.includes(owner) ?? true;
          return (await actions.of(place.id))
            .filter(isOpen)
            .flatMap(({ owner, ...todo }) =>
              owner !== undefined && isTold(owner) ? [assignedOf(actions, place, { ...todo, owner })] : [],
            );
        }),
      );
      const closures = new Set(municipality.closures);
      await tellOwners(each.flat(), { people, now, closures, send });
    }),
});

/** About the actions of pilots. */
export const actionsJob = ({ pilots, actions }: Pick<TakingUpTools, 'pilots' | 'actions'>): Job =>
  tellingJob('actions', actions, () => pilots.all());

/**
 * About the actions from retros of teams, which are no pilots and cannot be switched off with them. Who is not in that team any
 * more is told nothing of it.
 */
export const teamActionsJob = ({ actions }: Pick<TakingUpTools, 'actions'>): Job =>
  tellingJob('team-actions', actions, async (teams, people) =>
    teams.map((team) => ({ id: teamPlace(team.key), name: team.name, members: membersOf(team, people) })),
  );
