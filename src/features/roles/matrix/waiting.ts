import pMap from 'p-map';
import type { Turn } from '../../../conversation/turn.ts';
import type { Waiting } from '../../../conversation/waiting.ts';
import { isLeaderOf, type Person } from '../../../people/person.ts';
import type { MatrixAccessTools } from './access.ts';
import { hasConfirmed } from './rules.ts';

const AT_ONCE = 8;
const kind = 'Takenmatrix';

/** A matrix to look at, and not what the other did: typed words are answered with it, and the chat keeps that. */
const line = (text: string, data: object): Waiting => ({
  kind,
  text,
  actions: [{ verb: 'matrix.show', title: 'Open', data }],
});

/** Matrices that the other of the two confirmed: one point read, and for who leads a team one range and a few reads each. */
export function waitingMatrices({ matrices, people }: Pick<MatrixAccessTools, 'matrices' | 'people'>) {
  async function ofOthers(turn: Turn, me: Person): Promise<Waiting[]> {
    const { teams } = await turn.settings();
    const led = new Set(teams.filter((team) => isLeaderOf(team, me)).map(({ key }) => key));
    if (led.size === 0) return [];
    const lines = await pMap(
      await matrices.readBy(turn.directoryId),
      async (id): Promise<Waiting[]> => {
        const draft = await matrices.draft(id);
        if (!draft || !hasConfirmed(draft, 'employee') || hasConfirmed(draft, 'manager')) return [];
        const person = await people.find(id);
        return person && led.has(person.team) ? [line(`Takenmatrix van ${person.name}`, { person: id })] : [];
      },
      { concurrency: AT_ONCE },
    );
    return lines.flat();
  }

  return async (turn: Turn): Promise<Waiting[]> => {
    const me = await turn.person();
    if (!me) return [];
    const [draft, others] = await Promise.all([matrices.draft(turn.directoryId), ofOthers(turn, me)]);
    const mine = draft && hasConfirmed(draft, 'manager') && !hasConfirmed(draft, 'employee');
    return [...(mine ? [line('Jouw takenmatrix', {})] : []), ...others];
  };
}
