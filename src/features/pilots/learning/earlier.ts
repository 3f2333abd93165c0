import { z } from 'zod';
import { detailCard } from '../../../conversation/cards/detail.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import { carried } from '../../../conversation/field.ts';
import type { Message } from '../../../conversation/message.ts';
import { pageButtons, pageOf, partWords } from '../../../conversation/paging.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { nameFinder } from '../../../language/colleagues.ts';
import type { Pilot } from '../pilot/pilot.ts';
import { asMember, readsClosed } from '../pilot/rights.ts';
import { shortened } from '../pilot/sizes.ts';
import { ofPilot } from '../pilot/typed.ts';
import { type Learning, newestFirst } from './learning.ts';
import type { LearningTools } from './tools.ts';

export const earlierSchema = ofPilot.extend({ page: carried(z.number().int().min(0).max(1_000), 0) });

/** The step in which roles are tried, of which a pilot of the whole process takes the lessons (docs/method.md step 7). */
const ROLES_STEP = 3;

/** So many on one card, and so many characters below each. The whole of what is shared is in the library. */
const PAGE = 8;
const LONGEST_DETAIL = 300;

/** Said wherever the lessons stand: the process is walked through on paper before anything is built (docs/method.md step 7). */
const paperFirst = 'Loop het proces eerst op papier door. Neem mee wat hier staat.';

const library = {
  verb: 'practice.list',
  title: 'Zoek praktijkvoorbeelden',
  data: { query: `stap ${ROLES_STEP}`, skip: 0 },
};

/** A learning point as this reader may see it. */
interface Lesson {
  text: string;
  detail: string;
}

/** What other teams read of a learning point: never its own words. */
const sharedLesson = ({ title = '', why = '', result = '', figures = '' }: Learning): Lesson => ({
  text: title,
  detail: shortened([why, result, figures].filter(Boolean).join(' · '), LONGEST_DETAIL),
});

const lessonsCard = ({ id, name }: Pilot, lessons: readonly Lesson[], page: number): Message => {
  const shown = pageOf(lessons, page, PAGE);
  return detailCard({
    kind: 'learning',
    text: 'Dit leerde de rolpilot.',
    title: 'Dit leerde de rolpilot',
    place: [name, partWords(shown)].filter(Boolean).join(' · '),
    note: paperFirst,
    sections: [{ lines: shown.items }],
    actions: [
      ...pageButtons(shown, 'learning.earlier', (next) => ({ pilot: id, page: next })),
      library,
      { verb: 'pilot.show', title: 'Naar de pilot', data: { pilot: id } },
    ],
  });
};

const noLessons = ({ id }: Pilot): Message =>
  notice('learning', 'Er zijn nog geen leerpunten van een rolpilot', `${paperFirst.split('. ')[0]}.`, [
    library,
    { verb: 'pilot.show', title: 'Naar de pilot', data: { pilot: id } },
  ]);

/**
 * What earlier rolpilots and proefweken taught, for who is in a pilot that goes through the process: of their own pilots
 * everything, of closed ones too for who keeps what pilots taught, and of others what was shared.
 */
export function earlierLessons({ pilots, learnings, everybody, administrators }: LearningTools) {
  return (turn: Turn, { pilot: id, page }: z.infer<typeof earlierSchema>): Promise<Message> =>
    asMember(pilots, turn, id, async ({ pilot }) => {
      const [all, list, mine, readsAll, people] = await Promise.all([
        learnings.all(),
        pilots.all(),
        pilots.of(turn.directoryId),
        readsClosed(turn, administrators),
        everybody(),
      ]);
      const known = new Map(list.map((one) => [one.id, one]));
      const { withoutNames } = nameFinder(people.map(({ name }) => name));
      const lessons = newestFirst(all)
        .filter(({ step, pilot: of }) => step === ROLES_STEP && of !== id)
        .flatMap((learning): Lesson[] => {
          const of = known.get(learning.pilot);
          const { text, role = '', registration = '' } = learning;
          const detail = [of?.name ?? '', role, registration].filter(Boolean).join(' · ');
          if (mine.has(learning.pilot)) return [{ text, detail }];
          // A point of a retro may still hold a name: it goes no further than the team.
          if (readsAll && of?.closedOn !== undefined)
            return [{ text: withoutNames(text), detail: withoutNames(detail) }];
          return learning.state === 'shared' ? [sharedLesson(learning)] : [];
        });
      return lessons.length > 0 ? lessonsCard(pilot, lessons, page) : noLessons(pilot);
    });
}
