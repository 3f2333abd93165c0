import { notice } from '../../../conversation/cards/notice.ts';
import { chosenIn } from '../../../conversation/choosing.ts';
import type { FormValues } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { pointsCard } from './cards.ts';
import { lookForm, ownerChoosing, writeForm } from './forms.ts';
import { isOpenPoint, type TalkPoint } from './point.ts';
import type { Room, RoomTools, rooms } from './room.ts';
import { after, LOOKED_AT_ONCE, type Looked, lookedIn, markOf, toLookAt } from './rules.ts';

export const pointGone = notice(
  'team',
  'Dit punt staat niet meer open',
  'Er is niets veranderd. Typ “teampunten”, dan zie je wat nu geldt.',
);

/** What a form of looking back was made of. */
export interface LookedAt {
  ids: readonly string[];
  /** How each point stood when the form was opened. */
  marks: readonly string[];
  inTalk: boolean;
}

/** Looking back at the points that a team chose earlier. */
export function looking(groups: RoomTools['groups'], { inRoom, handOver }: ReturnType<typeof rooms>) {
  /** What became of a point: `elsewhere` when somebody else was first and meant something else. */
  async function settle(
    room: Room,
    by: Turn,
    id: string,
    mark: string,
    looked: Looked,
  ): Promise<'ok' | 'elsewhere'> {
    const { group, day, names } = room;
    let outcome: 'ok' | 'elsewhere' = 'ok';
    let given: TalkPoint | undefined;
    await groups.changePoint(group, id, (point) => {
      const isFree = !(point.owner && names.has(point.owner));
      // Chosen for a point of nobody, which is somebody's by now.
      const isTaken = !isFree && looked.owner !== undefined && looked.owner !== point.owner;
      const kept = after(point, looked, day);
      const handed =
        isFree && looked.owner !== undefined
          ? { ...kept, owner: looked.owner, told: undefined, askedFor: undefined }
          : undefined;
      const next = handed ?? kept;
      const isSame = markOf(next) === markOf(point) || markOf(point) === mark;
      outcome = isSame && !isTaken ? 'ok' : 'elsewhere';
      const changes = outcome === 'ok' && isOpenPoint(point);
      given = changes ? handed : undefined;
      return changes ? next : point;
    });
    if (given) await handOver(by, room, given);
    return outcome;
  }

  /** The next thing in a talk: what still has to be looked back at, or the form to write in. */
  function next(room: Room): Message {
    const left = toLookAt(room.points, room.day);
    return left.length > 0
      ? lookForm(room.group, left.slice(0, LOOKED_AT_ONCE), room, { inTalk: true })
      : writeForm(room.group, room.points, room);
  }

  return {
    next,

    open: (turn: Turn, team: string, id: string): Promise<Message> =>
      inRoom(turn, team, async (room) => {
        const point = room.points.find((one) => one.id === id && isOpenPoint(one));
        return point ? lookForm(room.group, [point], room, { inTalk: false }) : pointGone;
      }),

    look: (turn: Turn, team: string, { ids, marks, inTalk }: LookedAt, sent: FormValues): Promise<Message> =>
      inRoom(turn, team, async (room) => {
        const { points, group, day, colleagues } = room;
        const owners = ids.map((_, n) => ownerChoosing(n + 1, `Punt ${n + 1}`, colleagues));
        const { sent: read, problems: unclear } = chosenIn(owners, sent);
        const { looked, problems: wrong } = lookedIn(read, ids.length, colleagues, day);
        const problems = [...unclear, ...wrong];
        const found = ids.map((id) => points.find((point) => point.id === id && point.kind === 'better'));
        if (found.every((point) => point === undefined)) return inTalk ? next(room) : pointGone;
        if (problems.length > 0) {
          const open = found.filter((point) => point !== undefined);
          if (open.length === ids.length)
            return lookForm(group, open, room, { typed: read, problems, inTalk });
          return inTalk ? next(room) : pointGone;
        }

        const elsewhere: string[] = [];
        for (const [n, id] of ids.entries())
          if (
            found[n] &&
            (await settle(room, turn, id, marks[n] ?? '', looked[n] ?? { to: 'later' })) === 'elsewhere'
          )
            elsewhere.push(id);

        const now = { ...room, points: (await groups.content(group)).points };
        const open = now.points.filter((point) => elsewhere.includes(point.id) && isOpenPoint(point));
        if (open.length > 0)
          return lookForm(group, open, now, {
            problems: ['Iemand anders werkte dit net bij. Kijk hoe het nu staat.'],
            inTalk,
          });
        if (inTalk) return next(now);
        const note = elsewhere.length > 0 ? 'Iemand anders sloot dit punt net af.' : 'Bewaard.';
        return pointsCard(group, now.points, now, { note });
      }),
  };
}
