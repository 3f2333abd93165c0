import pMap from 'p-map';
import { notice } from '../../../conversation/cards/notice.ts';
import { rowsCard } from '../../../conversation/cards/rows.ts';
import type { Message } from '../../../conversation/message.ts';
import { pageButtons, pageOf, partWords } from '../../../conversation/paging.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Waiting } from '../../../conversation/waiting.ts';
import { isLeaderOf, type Person } from '../../../people/person.ts';
import type { MatrixAccessTools } from './access.ts';
import type { Matrix } from './matrix.ts';
import { leadsNobody } from './opening.ts';
import { readingAlong } from './reading-along.ts';
import { hasConfirmed } from './rules.ts';

const AT_ONCE = 8;
const PAGE = 10;

/** A matrix that its manager did not confirm as it stands. */
export interface OpenMatrix {
  id: string;
  person: Person;
  draft: Matrix;
}

/** Typed words are answered with it, and the chat keeps that: no name, and nothing of who confirmed or who began. */
const line = (text: string, verb: string, data: object): Waiting => ({
  kind: 'Takenmatrix',
  text,
  actions: [{ verb, title: 'Open', data }],
});

/** The matrices that one who leads teams has to look at, those that their employee confirmed first. */
export function openCard(all: readonly OpenMatrix[], page: number): Message {
  if (all.length === 0)
    return notice(
      'roles',
      'Er staat geen takenmatrix open',
      'Hier staan takenmatrices waar jij meekijkt, zolang jij ze niet hebt bevestigd.',
      [{ verb: 'matrix.pick', title: 'Met een collega', data: {} }],
    );
  const isFirst = ({ draft }: OpenMatrix) => Number(hasConfirmed(draft, 'employee'));
  const sorted = all.toSorted(
    (a, b) => isFirst(b) - isFirst(a) || a.person.name.localeCompare(b.person.name, 'nl'),
  );
  const part = pageOf(sorted, page, PAGE);
  return rowsCard({
    kind: 'roles',
    place: partWords(part),
    text: 'Takenmatrices die openstaan.',
    title: 'Takenmatrices die openstaan',
    groups: [
      {
        rows: part.items.map((one) => ({
          name: one.person.name,
          value: hasConfirmed(one.draft, 'employee')
            ? 'je collega bevestigde, jij nog niet'
            : 'nog niet klaar',
          action: { verb: 'matrix.show', title: 'Open', data: { person: one.id } },
        })),
      },
    ],
    actions: pageButtons(part, 'matrix.waiting', (next) => ({ page: next })),
  });
}

/** Matrices to look at: one point read, and for who leads a team one range and a few reads each. */
export function waitingMatrices({ matrices, people }: Pick<MatrixAccessTools, 'matrices' | 'people'>) {
  const along = readingAlong({ people, matrices });

  /** Those of others that this reader sees along and did not confirm; undefined for who leads no team. */
  async function ofOthers(turn: Turn): Promise<OpenMatrix[] | undefined> {
    const [me, settings] = await Promise.all([turn.person(), turn.settings()]);
    if (!settings.teams.some((team) => me && isLeaderOf(team, me))) return undefined;
    const found = await pMap(
      await matrices.readBy(turn.directoryId),
      async (id): Promise<OpenMatrix[]> => {
        const [draft, found] = await Promise.all([matrices.draft(id), along.of(id, settings)]);
        if (!draft || hasConfirmed(draft, 'manager')) return [];
        return found?.reader.manager === turn.directoryId ? [{ id, person: found.person, draft }] : [];
      },
      { concurrency: AT_ONCE },
    );
    return found.flat();
  }

  return {
    async list(turn: Turn, page: number): Promise<Message> {
      const all = await ofOthers(turn);
      return all ? openCard(all, page) : leadsNobody;
    },

    /** Whether the other confirmed makes no difference: a line that comes with it would tell it. */
    async waiting(turn: Turn): Promise<Waiting[]> {
      if (!(await turn.person())) return [];
      const [draft, others = []] = await Promise.all([matrices.draft(turn.directoryId), ofOthers(turn)]);
      return [
        ...(draft && !hasConfirmed(draft, 'employee')
          ? [line('Je eigen takenmatrix', 'matrix.show', {})]
          : []),
        ...(others.length > 0 ? [line('Takenmatrices in je team', 'matrix.waiting', {})] : []),
      ];
    },
  };
}
