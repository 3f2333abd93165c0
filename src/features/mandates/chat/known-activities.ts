import type { Temporal } from 'temporal-polyfill';
import { noticeCard } from '../../../conversation/cards/notice.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { capital } from '../../../language/capital.ts';
import { spoken } from '../../../language/spoken.ts';
import { ask } from '../questions/ask.ts';
import type { Lookup } from '../register/lookup.ts';
import { isValidOn } from '../register/register.ts';
import { subjectOf, uncapital } from '../vocabulary/wording.ts';
import { questionOf } from './question.ts';

const MOST_SHOWN = 12;
const EXAMPLES = 2;
/** So many entries are tried for an example: in a large register the first ones already give two. */
const MOST_TRIED = 40;

/** Buttons with questions that this register answers with a name, each about another activity. */
function exampleQuestions(lookup: Lookup, today: Temporal.PlainDate): NoticeAction[] {
  const valid = lookup.register.entries.filter((entry) => isValidOn(entry, today.toString()));
  // "Wie mag valideren" reads as a question, "wie mag regie" does not.
  const verbs = valid.filter(({ activity, area }) => /en$/.test(activity) && lookup.area(area));
  const examples = new Map<string, NoticeAction>();
  for (const { activity, registration, area } of verbs.slice(0, MOST_TRIED)) {
    if (examples.size === EXAMPLES) break;
    if (examples.has(activity)) continue;
    const what = subjectOf({ activity, registration });
    const title = `${spoken(`Wie mag ${what} in ${lookup.area(area)?.name ?? ''}`)}?`;
    const { understood, answer } = ask(title, lookup, today);
    if (understood && answer.outcome === 'found')
      examples.set(activity, { title, verb: 'mandates.ask', data: { question: questionOf(understood) } });
  }
  return [...examples.values()];
}

/** For a question about something that Kompas has no word for: what it does know, and how to ask that. */
export function knownActivitiesCard(lookup: Lookup, today: Temporal.PlainDate): Message {
  const names = [...lookup.activities].sort((a, b) => a.localeCompare(b, 'nl'));
  const more = names.length > MOST_SHOWN ? [`En nog ${names.length - MOST_SHOWN} andere.`] : [];
  const body = 'Ik herken geen activiteit in je vraag. In het register staan deze:';
  return noticeCard({
    kind: 'mandate',
    text: `Welke activiteit bedoel je? ${body} ${spoken(names.slice(0, MOST_SHOWN).map(uncapital).join(', '))}.`,
    title: 'Welke activiteit bedoel je?',
    body,
    lines: [...names.slice(0, MOST_SHOWN).map(capital), ...more],
    small: 'Staat het er niet bij? Vraag het de mandaatbeheerder. Zo kun je iets vragen:',
    actions: exampleQuestions(lookup, today),
  });
}
