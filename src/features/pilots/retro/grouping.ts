import type { z } from 'zod';
import { chosenIn } from '../../../conversation/choosing.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import type { BoardAccess } from './access.ts';
import { groupForm, pointChoosings, pointsIn } from './forms.ts';
import { LONGEST_GROUP, type RetroPoint } from './rules.ts';
import type { RetroTools } from './tools.ts';
import type { OfBoard, schemas } from './typed.ts';

function groupProblems(points: readonly RetroPoint[], name: string): string[] {
  const isNameless = name.trim() === '' && points.every(({ group }) => group === undefined);
  return [
    ...(points.length === 0 ? ['Vink eerst punten aan.'] : isNameless ? ['Geef de groep een naam.'] : []),
    ...lengthProblems({ name }, [['name', 'Naam van de groep', LONGEST_GROUP]]),
  ];
}

/** Putting points of a board together under a name, by who leads the pilot. */
export function grouping({ retros }: RetroTools, { leadingBoard, again, changed }: BoardAccess) {
  return {
    groups: (turn: Turn, of: OfBoard) =>
      leadingBoard(turn, of, async (retro, { pilot }) => groupForm(retro, pilot)),

    group: (turn: Turn, { pilot: id = '', board = '', ...sent }: z.infer<typeof schemas.group>) => {
      const of = { pilot: id, board };
      return leadingBoard(turn, of, async (retro, { pilot }) => {
        const { sent: typed, problems: unclear } = chosenIn(pointChoosings(retro.points), sent);
        const { name = '' } = typed;
        const ids = new Set(pointsIn(typed));
        const points = retro.points.filter((point) => ids.has(point.id));
        const problems = unclear.length > 0 ? unclear : groupProblems(points, name);
        if (problems.length > 0) return groupForm(retro, pilot, typed, problems);
        await retros.group(retro.board, points, name.trim() || undefined);
        await changed(retro.board, turn.now);
        return again(turn, of, 'Het bord is bijgewerkt.', {});
      });
    },
  };
}
