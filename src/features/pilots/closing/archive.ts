import { z } from 'zod';
import { dutchDay } from '../../../calendar/clock.ts';
import { listCard } from '../../../conversation/cards/list.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import { carried } from '../../../conversation/field.ts';
import type { Message } from '../../../conversation/message.ts';
import { pageButtons, pageOf, partWords } from '../../../conversation/paging.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { nameFinder } from '../../../language/colleagues.ts';
import { type Learning, newestFirst } from '../learning/learning.ts';
import type { LearningStore } from '../learning/store.ts';
import { fromOutside } from '../pilot/outside.ts';
import { kinds, type Pilot } from '../pilot/pilot.ts';
import { notYours, readingOf, readsClosed } from '../pilot/rights.ts';
import type { PilotTools } from '../pilot/tools.ts';
import { ofPilot } from '../pilot/typed.ts';

const skip = carried(z.number().int().min(0).max(10_000), 0);
export const archiveSchemas = { page: z.object({ skip }), learned: ofPilot.extend({ skip }) };

/** So many on one card. */
const PAGE = 10;

const noneYet = notice(
  'pilot',
  'Er is geen afgeronde pilot',
  'Hier staan pilots waaraan je meedeed en die zijn afgerond, tot 2 jaar daarna.',
);

/** The export of what pilots taught. */
const exportButton = { verb: 'learning.links', title: 'Exporteer leerpunten', data: {} };

function closedCard(list: readonly Pilot[], from: number): Message {
  const shown = pageOf(list, Math.floor(from / PAGE), PAGE);
  return listCard({
    kind: 'pilot',
    text: 'Dit zijn afgeronde pilots.',
    title: 'Afgeronde pilots',
    place: partWords(shown),
    sections: [
      {
        title: '',
        lines: shown.items.map(({ id, name, kind, closedOn = '' }) => ({
          text: name,
          detail: `${kinds[kind].title} · afgerond op ${dutchDay(closedOn)}`,
          action: { verb: 'pilot.show', title: 'Bekijk', data: { pilot: id } },
        })),
      },
    ],
    actions: [...pageButtons(shown, 'pilot.closed', (page) => ({ skip: page * PAGE })), exportButton],
  });
}

function learnedCard({ id, name }: Pilot, list: readonly Learning[], from: number): Message {
  const shown = pageOf(list, Math.floor(from / PAGE), PAGE);
  return listCard({
    kind: 'learning',
    text: 'Dit zijn de leerpunten van deze pilot.',
    title: list.length === 0 ? 'Er zijn geen leerpunten vastgelegd' : 'De leerpunten van deze pilot',
    place: [name, partWords(shown)].filter(Boolean).join(' · '),
    sections: [
      {
        title: '',
        lines: shown.items.map(({ text, role, registration, day }) => ({
          text,
          detail: [role, registration, dutchDay(day)].filter(Boolean).join(' · '),
        })),
      },
    ],
    actions: [
      ...pageButtons(shown, 'pilot.learned', (page) => ({ pilot: id, skip: page * PAGE })),
      ...(list.length > 0 ? [exportButton] : []),
      { verb: 'pilot.show', title: 'Terug naar de pilot', data: { pilot: id } },
    ],
  });
}

/** Pilots that were closed, for as long as they are kept: for who was in them, project leads and administrators. */
export function archive(tools: PilotTools & { learnings: LearningStore }) {
  const { pilots, learnings, administrators, everybody } = tools;

  return {
    list: async (turn: Turn, { skip: from }: z.infer<typeof archiveSchemas.page>): Promise<Message> => {
      const [all, mine, readsAll] = await Promise.all([
        pilots.all(),
        pilots.of(turn.directoryId),
        readsClosed(turn, administrators),
      ]);
      const list = all
        .filter(({ id, closedOn }) => closedOn !== undefined && (readsAll || mine.has(id)))
        .sort((a, b) => (b.closedOn ?? '').localeCompare(a.closedOn ?? ''));
      if (list.length === 0) return noneYet;
      const { withoutNames } = nameFinder((await everybody()).map(({ name }) => name));
      const named = list.map((one) => (mine.has(one.id) ? one : fromOutside(one, withoutNames)));
      return closedCard(named, from);
    },

    learned: async (
      turn: Turn,
      { pilot: id, skip: from }: z.infer<typeof archiveSchemas.learned>,
    ): Promise<Message> => {
      const reading = await readingOf(tools, turn, id);
      if (!reading) return notYours;
      const list = newestFirst((await learnings.all()).filter(({ pilot }) => pilot === id));
      if (!reading.isOutside) return learnedCard(reading.pilot, list, from);
      // A point of a retro may still hold a name: it goes no further than the team.
      const { withoutNames } = nameFinder((await everybody()).map(({ name }) => name));
      const without = list.map((one) => ({
        ...one,
        text: withoutNames(one.text),
        registration: one.registration && withoutNames(one.registration),
      }));
      return learnedCard(reading.pilot, without, from);
    },
  };
}
