import type { NoticeAction } from '../../../conversation/message.ts';
import type { Names } from '../pilot/names.ts';
import { fitting, shortened } from '../pilot/sizes.ts';
import { showsVotes } from './phases.ts';
import type { Retro } from './reading.ts';
import {
  byVotes,
  type Column,
  columns,
  columnsOn,
  LONGEST_POINT,
  type RetroPoint,
  type Topic,
  topicsOf,
  votesFor,
} from './rules.ts';

/** So many points of a column stand on the board in the channel; the rest is one tap away. */
const SHOWN = 8;
/** Texts on the board are cut at the first of these lengths (characters) at which the card fits. Alle punten shows them uncut. */
const LENGTHS = [LONGEST_POINT, 150, 70, 30] as const;
/** The size of what the template puts around each point. */
const LINE_BYTES = 250;

/** A point as it stands on a board. All of it may be user text. */
export interface RetroLine {
  text: string;
  /** The group that begins here, with its votes, or ''. */
  group: string;
  detail: string;
  actions?: readonly NoticeAction[];
}

export interface RetroColumn {
  title: string;
  lines: readonly RetroLine[];
  /** How many points are left out, in words. */
  more?: string;
}

/** "3 stemmen", or '' where there are none or nobody may see them. */
export function votesWords(count: number): string {
  if (count === 0) return '';
  return count === 1 ? '1 stem' : `${count} stemmen`;
}

const marked = (words: string) => (words === '' ? '' : ` ● ${words}`);

/** The lines of a topic: a group under its name with its votes, a point alone with its own. */
function linesOfTopic({ id, name, points }: Topic, votes: ReadonlyMap<string, number>, names: Names) {
  const count = marked(votesWords(votes.get(id) ?? 0));
  return points.map(({ text, column, author }, n): RetroLine => {
    const by = author ? names.get(author) : undefined;
    const writer = by ? `  ${by}` : '';
    if (name === undefined) return { text, group: '', detail: `${writer}${count}` };
    // What is in a group comes from several columns, so each says which.
    return {
      text: `• ${text}`,
      group: n === 0 ? `${name}${count}` : '',
      detail: `  ${columns[column]}${writer}`,
    };
  });
}

/** The topics of a board under their headings: the groups first, then each column with what is in no group. */
function headed({ board, points }: Retro): { title: string; topics: Topic[]; isColumn: boolean }[] {
  const topics = topicsOf(points);
  const groups = topics.filter(({ name }) => name !== undefined);
  const alone = topics.filter(({ name }) => name === undefined);
  const own = (column: Column) => alone.filter(({ points: [first] }) => first?.column === column);
  return [
    ...(groups.length > 0 ? [{ title: 'Groepen', topics: groups, isColumn: false }] : []),
    ...columnsOn(board).map((column) => ({ title: columns[column], topics: own(column), isColumn: true })),
  ];
}

/** Every line of a board under its heading, most votes first where votes show. */
export function allColumns(retro: Retro, names: Names): { title: string; lines: RetroLine[] }[] {
  const votes = showsVotes(retro.board) ? votesFor(retro.points, retro.ballots) : new Map<string, number>();
  return headed(retro).map(({ title, topics }) => ({
    title,
    lines: byVotes(topics, votes).flatMap((topic) => linesOfTopic(topic, votes, names)),
  }));
}

/** The first lines of each column, cut so that they fit on a card. */
export function firstColumns(retro: Retro, names: Names): RetroColumn[] {
  const all = allColumns(retro, names);
  const made = (longest: number) =>
    all.map(({ title, lines }): RetroColumn => {
      const more = lines.length - SHOWN;
      // Of points in groups it is the groups that are counted.
      const count = lines.filter(({ group }) => group !== '').length || lines.length;
      return {
        title: count > 0 ? `${title} (${count})` : title,
        lines: lines.slice(0, SHOWN).map((line) => ({ ...line, text: shortened(line.text, longest) })),
        more: more > 0 ? `En nog ${more}. Tik op “Alle punten”.` : '',
      };
    });
  return fitting(LENGTHS, LINE_BYTES, made, (list) => list.reduce((sum, { lines }) => sum + lines.length, 0));
}

/** How a topic is called in a sentence or a list: a group by its name, a point by its text. */
export const topicName = ({ name, points: [first] }: Topic): string => name ?? first?.text ?? '';

/** How many points there are, in words. */
export const pointsWords = (points: readonly RetroPoint[]): string =>
  points.length === 1 ? '1 punt' : `${points.length} punten`;
