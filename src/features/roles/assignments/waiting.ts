import type { Turn } from '../../../conversation/turn.ts';
import type { Waiting } from '../../../conversation/waiting.ts';
import { isPresent } from '../../../people/person.ts';
import { type Assignment, rolesInWords } from './assignment.ts';
import { teamsLedBy } from './rights.ts';
import type { AssignmentTools } from './tools.ts';

function ownQuestion({ asked }: Partial<Assignment>, team: string): Waiting[] {
  if (!asked || asked.refused || asked.team !== team) return [];
  const look = { verb: 'assignments.mine', title: 'Bekijk', data: {} };
  return [{ kind: 'Rollen', text: rolesInWords(asked.roles), note: 'klopt dit?', actions: [look] }];
}

/**
 * What waits for who is here: whether their roles are right, and for one who leads a team whose are not. A point read, or one range
 * for who leads a team.
 */
export function waitingRoles({
  assignments,
  people,
}: Pick<AssignmentTools, 'assignments' | 'people'>): (turn: Turn) => Promise<Waiting[]> {
  return async (turn) => {
    const [me, settings] = await Promise.all([turn.person(), turn.settings()]);
    if (!me) return [];
    const led = teamsLedBy(me, settings).map(({ key }) => key);
    if (led.length === 0) return ownQuestion((await assignments.of(turn.directoryId)) ?? {}, me.team);
    const rows = await assignments.all();
    const refused = [...rows].filter(([, { asked }]) => asked?.refused && led.includes(asked.team));
    const each = await Promise.all(
      refused.map(async ([id, { asked }]): Promise<Waiting[]> => {
        const person = await people.find(id);
        if (!person || !isPresent(person) || person.team !== asked?.team) return [];
        const open = { verb: 'assignments.open', title: 'Open', data: { who: id } };
        return [
          {
            kind: 'Rollen om te bespreken',
            text: person.name,
            note: 'zegt dat het niet klopt',
            actions: [open],
          },
        ];
      }),
    );
    return [...ownQuestion(rows.get(turn.directoryId) ?? {}, me.team), ...each.flat()];
  };
}
