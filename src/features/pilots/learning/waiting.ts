import type { Turn } from '../../../conversation/turn.ts';
import type { Waiting } from '../../../conversation/waiting.ts';
import type { PilotStore } from '../pilot/store.ts';
import { mayAgree } from './learning.ts';
import type { LearningStore } from './store.ts';

/**
 * The learning points of which somebody may say whether others may read them. One range of what is asked, and where
 * there is any one more for their pilots, and for each that is asked there its pilot and who asked.
 */
export function waitingIn({ pilots, learnings }: { pilots: PilotStore; learnings: LearningStore }) {
  return async ({ directoryId }: Turn): Promise<Waiting[]> => {
    const asked = await learnings.asked();
    if (asked.length === 0) return [];
    const mine = await pilots.of(directoryId);
    const each = await Promise.all(
      asked.map(async ({ id, pilot: of, text, proposal }): Promise<Waiting[]> => {
        if (!mine.has(of)) return [];
        const [pilot, members, asker] = await Promise.all([
          pilots.get(of),
          pilots.members(of),
          learnings.asker({ id, proposal }),
        ]);
        if (!pilot || !mayAgree(directoryId, asker, members, pilot.channel !== undefined)) return [];
        return [
          {
            kind: 'Leerpunten om te delen',
            text,
            about: pilot.name,
            note: 'iemand vraagt of dit gedeeld mag worden',
            actions: [{ verb: 'learning.decide', title: 'Bekijk', data: { id } }],
          },
        ];
      }),
    );
    return each.flat();
  };
}
