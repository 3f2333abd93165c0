import { chosenIn } from '../../../conversation/choosing.ts';
import type { FormValues } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { resultCard } from './cards.ts';
import { ownerChoosing, writeForm } from './forms.ts';
import type { TalkPoint } from './point.ts';
import type { Room, RoomTools, rooms } from './room.ts';
import {
  idsOf,
  LONGEST_POINT,
  MOST,
  type NewPoint,
  numbers,
  pointsOf,
  sameText,
  writtenIn,
} from './rules.ts';

const cutNote = `Een punt was te lang: ik bewaarde de eerste ${LONGEST_POINT} tekens.`;

const untoldNote = 'Ik kan niet iedereen die iets oppakt een bericht sturen. Vertel het die collega zelf.';

/** The texts that somebody typed in the form. */
const typedOf = (sent: FormValues): string[] =>
  Object.entries(sent).flatMap(([id, text]) => (/^(proud|better)\d$/.test(id) && text ? [text] : []));

/** What did not fit, as a form can show it again. */
function formOf({ colleagues }: Room, left: readonly NewPoint[]): FormValues {
  const of = (kind: TalkPoint['kind']) => left.filter((point) => point.kind === kind);
  return Object.fromEntries([
    ...of('proud').map(({ text }, n) => [`proud${n + 1}`, text]),
    ...of('better').flatMap(({ text, due, owner }, n) => [
      [`better${n + 1}`, text],
      [`due${n + 1}`, due],
      [`owner${n + 1}`, colleagues.find(({ directoryId }) => directoryId && directoryId === owner)?.id],
    ]),
  ]);
}

/** Writing down what a team chose in a talk. */
export function writing(groups: RoomTools['groups'], { inRoom, post, handOver }: ReturnType<typeof rooms>) {
  /**
   * Keeps a point in the first free place. When two people write at once, each place goes to one of them, and the same
   * text takes one place. `full` when the team has as many as it may.
   */
  async function keep(
    turn: Turn,
    room: Room,
    point: NewPoint,
  ): Promise<'kept' | 'untold' | 'there' | 'full'> {
    const { group, day } = room;
    // Who takes it on themselves knows.
    const told = point.owner === turn.directoryId ? day : undefined;
    for (const id of idsOf(point.kind, day)) {
      const placed = { ...point, id, day, told };
      const there = await groups.takePlace(group, placed, ({ dropped }) => dropped === day);
      if (!there) return (await handOver(turn, room, placed)) ? 'kept' : 'untold';
      if (sameText(there.text, point.text)) return 'there';
    }
    return 'full';
  }

  /**
   * Keeps these points as far as they fit: what was left over, whether anything was added, and whether there is somebody
   * who cannot be told what is theirs.
   */
  async function keepAll(
    turn: Turn,
    room: Room,
    points: readonly NewPoint[],
  ): Promise<{ left: NewPoint[]; isNew: boolean; isUntold: boolean }> {
    const left: NewPoint[] = [];
    const outcomes: Awaited<ReturnType<typeof keep>>[] = [];
    for (const point of points) {
      const outcome = await keep(turn, room, point);
      outcomes.push(outcome);
      if (outcome === 'full') left.push(point);
    }
    const isUntold = outcomes.includes('untold');
    return { left, isNew: isUntold || outcomes.includes('kept'), isUntold };
  }

  async function save(turn: Turn, room: Room, sent: FormValues): Promise<Message> {
    const { group, points, colleagues, names, day } = room;
    const owners = numbers.map((n) => ownerChoosing(n, `Verbeterpunt ${n}`, colleagues));
    const { sent: read, problems: unclear } = chosenIn(owners, sent);
    const { points: written, problems: wrong, cut } = writtenIn(read, colleagues, day);
    const problems = [...unclear, ...wrong];
    // A talk in which the team only looked back has a result as well.
    const settled = points.some(({ day: from, looked }) => from < day && looked === day);
    if (problems.length === 0 && written.length === 0 && !settled)
      problems.push('Schrijf ten minste één punt op.');
    if (problems.length > 0) return writeForm(group, points, room, read, problems);

    const isThere = ({ kind, text }: NewPoint) =>
      pointsOf(points, day, kind).some((there) => sameText(there.text, text));
    const { left, isNew, isUntold } = await keepAll(
      turn,
      room,
      written.filter((point) => !isThere(point)),
    );
    const now = (await groups.content(group)).points;
    const told = await post(turn, room, resultCard(group, now, names, day));
    if (left.length > 0)
      return writeForm(group, now, room, formOf(room, left), [
        `Er passen er ${MOST} van elk. Dit hieronder is niet bewaard. Haal eerst iets weg: typ “teampunten”.`,
      ]);
    const note = isNew || written.length === 0 || told.isNew ? told.words : 'Dit stond er al.';
    return resultCard(group, now, names, day, {
      note: [note, isUntold ? untoldNote : '', cut ? cutNote : ''].filter(Boolean).join(' '),
      aloud: turn.scope !== 'personal',
    });
  }

  return {
    save: (turn: Turn, team: string, sent: FormValues): Promise<Message> =>
      inRoom(turn, team, (room) => save(turn, room, sent), typedOf(sent)),

    /** Takes away what the team wrote today that it is proud of: a slip of the pen. */
    remove: async ({ group, day }: Room, id: string): Promise<boolean> => {
      let removed = false;
      await groups.changePoint(group, id, (point) => {
        removed = point.kind === 'proud' && point.day === day && !point.dropped;
        return removed ? { ...point, dropped: day } : point;
      });
      return removed;
    },
  };
}
