import type { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Handling, Offer } from '../../../conversation/offer.ts';
import { type Task, taskActions } from '../../../conversation/task.ts';
import type { Job } from '../../../delivery/jobs.ts';
import { TELLING_HOURS, tellOwners } from '../../../people/assigned.ts';
import { teamGroup } from '../groups/group.ts';
import { assignedOf } from './assigned.ts';
import { pointGone } from './looking.ts';
import { isOpenPoint, type TalkPoint } from './point.ts';
import { insideOf, type Room, type RoomTools, type rooms } from './room.ts';
import type { PointReads, PointStore } from './store.ts';

/** What somebody of the team does with a point that was taken on. */
export function takingUp(
  groups: RoomTools['groups'],
  { inRoom }: ReturnType<typeof rooms>,
  ofPoint: z.ZodType<{ team: string; id: string }>,
  handling: Handling,
): Offer['actions'] {
  const taskOf = ({ group }: Room, { id, text, due }: TalkPoint): Task => {
    const change = (to: Partial<TalkPoint>) =>
      groups.changePoint(group, id, (now) => (now.dropped ? now : { ...now, ...to }));
    return {
      text,
      due,
      finish: (day) => change({ done: day, looked: day }),
      reopen: () => change({ done: undefined }),
      moveTo: (to) => change({ due: to, done: undefined }),
    };
  };
  return taskActions('point', ofPoint, handling, (turn, { team, id }) =>
    inRoom<Task | Message>(turn, team, async (room) => {
      const point = room.points.find((one) => one.id === id && one.kind === 'better' && !one.dropped);
      return point ? taskOf(room, point) : pointGone;
    }),
  );
}

/**
 * Once a day, on working days: tells people which points are theirs, and asks after the day whether they are done. Who is not
 * in that team any more is told nothing of it: the team finds their points taken up by nobody.
 */
export const pointsJob = (groups: PointReads & PointStore): Job => ({
  name: 'points',
  when: { hours: TELLING_HOURS, workdays: true },
  run: ({ now, settings: read, everybody, once, send }) =>
    once({ what: 'points', about: 'all', period: today(now).toString() }, async () => {
      const [{ teams, municipality }, people] = await Promise.all([read(), everybody()]);
      const each = await Promise.all(
        teams.map(async (team) => {
          const group = teamGroup(team);
          const { points } = await groups.content(group);
          const inside = insideOf(team, people);
          return points
            .filter(isOpenPoint)
            .flatMap(({ owner, ...point }) =>
              owner !== undefined && inside.some(({ directoryId }) => directoryId === owner)
                ? [assignedOf(groups, group, { ...point, owner })]
                : [],
            );
        }),
      );
      const closures = new Set(municipality.closures);
      await tellOwners(each.flat(), { people, now, closures, send });
    }),
});
