import type { z } from 'zod';
import { chosenIn } from '../../../conversation/choosing.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import type { BoardAccess } from './access.ts';
import { chosenPoints, groupForm, pointChoosings } from './forms.ts';
import { nameProblems, namesOfColleagues } from './naming.ts';
import { mayGroup } from './phases.ts';
import type { Retro } from './reading.ts';
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

/** A name as the board has it already, so that "overdracht" and "Overdracht" are one group. */
function asOnBoard(points: readonly RetroPoint[], name: string): string {
  const plain = (text: string) => text.trim().toLowerCase();
  return points.find(({ group }) => group && plain(group) === plain(name))?.group ?? name.trim();
}

/** Why nothing is grouped now. */
const notNow = ({ board: { phase } }: Retro): string =>
  phase === 'writing'
    ? 'Eerst schrijft iedereen. Groeperen kan na het onthullen.'
    : 'Er is al gestemd op deze groepen. Ze liggen nu vast.';

/** Putting points of a board together under a name, and taking them apart, by who leads the retro. */
export function grouping(
  { retros, everybody }: RetroTools,
  { leadingBoard, show, again, changed }: BoardAccess,
) {
  return {
    groups: (turn: Turn, of: OfBoard) =>
      leadingBoard(turn, of, async (retro, view) =>
        mayGroup(retro.board)
          ? groupForm(retro, view.place, {}, [], of.held)
          : show(retro, view, { note: notNow(retro), held: of.held }),
      ),

    group: (
      turn: Turn,
      { pilot: id = '', board = '', held = '', ...sent }: z.infer<typeof schemas.group>,
    ) => {
      const of = { pilot: id, board, held };
      const late = {
        note: 'De retro was net afgerond. De groep is niet bewaard.',
        typed: [sent.name ?? ''].filter(Boolean),
      };
      return leadingBoard(
        turn,
        of,
        async (retro, view) => {
          if (!mayGroup(retro.board))
            return show(retro, view, { note: notNow(retro), lost: late.typed, held });
          const { sent: typed, problems: unclear } = chosenIn(pointChoosings(retro.points), sent);
          const { name = '' } = typed;
          const ids = new Set(chosenPoints(typed));
          const points = retro.points.filter((point) => ids.has(point.id));
          const problems = unclear.length > 0 ? [...unclear] : groupProblems(points, name);
          if (problems.length === 0) {
            const found = namesOfColleagues(await everybody())(name);
            problems.push(...nameProblems('Naam van de groep', found, 'Een retro gaat over het werk.'));
          }
          if (problems.length > 0) return groupForm(retro, view.place, typed, problems, held);
          await retros.group(retro.board, points, asOnBoard(retro.points, name) || undefined);
          await changed(retro.board, turn.now);
          return again(turn, of, 'Het bord is bijgewerkt.', {});
        },
        late,
      );
    },
  };
}
