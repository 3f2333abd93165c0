import type { AnsweredQuestion } from '../questions/ask.ts';
import type { Button } from './choice-buttons.ts';
import type { AnswerContext } from './contacts.ts';
import { MOST_ENTRIES } from './wrong.ts';

/** Who keeps the register changes so many entries from an answer. */
const MOST_CHANGED = 3;

/**
 * What to do about an answer that is wrong: who keeps the register changes it, colleagues report it in their own chat. What was
 * asked goes along where nothing is recorded.
 */
export function mendingOf(
  { understood, answer }: AnsweredQuestion,
  { keeper, outsider, shared }: AnswerContext,
): Button[] {
  const { outcome, entries } = answer;
  if (outsider || shared || outcome === 'ambiguous' || outcome === 'not-understood') return [];
  if (keeper && entries.length === 0 && understood?.activity !== undefined)
    return [
      {
        title: 'Nieuw mandaat',
        verb: 'mandates.new',
        data: {
          activity: understood.activity,
          registration: understood.registration ?? '',
          area: understood.areas[0] ?? '',
          holder: understood.kind === 'may' ? understood.people[0] : undefined,
        },
      },
    ];
  if (keeper)
    return entries
      .slice(0, MOST_CHANGED)
      .map(({ id }) => ({ title: `Wijzig ${id}`, verb: 'mandates.change', data: { id } }));
  const { activity, registration, areas = [] } = understood ?? {};
  const ids = entries.slice(0, MOST_ENTRIES).map(({ id }) => id);
  return [
    {
      title: 'Klopt dit niet?',
      verb: 'mandates.wrong',
      data: { ids, activity, registration, area: areas[0] },
    },
  ];
}
