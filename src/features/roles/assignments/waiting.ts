import type { Turn } from '../../../conversation/turn.ts';
import type { Waiting } from '../../../conversation/waiting.ts';
import { isPresent } from '../../../people/person.ts';
import type { Assignment } from './assignment.ts';
import { teamsLedBy } from './rights.ts';
import type { AssignmentTools } from './tools.ts';

function ownQuestion({ asked }: Partial<Assignment>, team: string): Waiting[] {
  if (!asked || asked.refused || asked.team !== team) return [];
  const look = { verb: 'assignments.mine', title: 'Bekijk', data: {} };
  return [{ kind: 'Rollen', text: 'Bekijk je rollen', actions: [look] }];
}

/** That there is somebody to talk with, and not who or why: typed words are answered with it, and the chat keeps that. */
const toTalkAbout: Waiting = {
  kind: 'Rollen om te bespreken',
  text: 'Bespreek rollen in je team',
  actions: [{ verb: 'assignments.list', title: 'Bekijk', data: { page: 0 } }],
};

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
    const refused = await Promise.all(
      [...rows].map(async ([id, { asked }]) => {
        if (!asked?.refused || !led.includes(asked.team)) return false;
        const person = await people.find(id);
        return person !== undefined && isPresent(person) && person.team === asked.team;
      }),
    );
    const own = ownQuestion(rows.get(turn.directoryId) ?? {}, me.team);
    return refused.includes(true) ? [...own, toTalkAbout] : own;
  };
}
