import { nameKey } from '../../../language/words.ts';
import { activityWords, commonActivity, isVerbOf } from './activities.ts';
import { type ActivityTerms, activityTerms, type Term } from './activity-terms.ts';
import { isWorkedOn } from './ordinary-words.ts';

/**
 * The common activity that an activity of a register is, whatever stands with it that adds nothing ("valideren van
 * BAG-mutaties", "opdracht verlenen"); undefined when it says more: "bestek vaststellen" is only a part of approving.
 */
export function commonActivityOf(text: string, { groups, except }: ActivityTerms): string | undefined {
  const whole = activityWords.find(({ activity }) => nameKey(activity) === nameKey(text));
  if (whole) return whole.activity;
  // "Mutaties" are what is worked on, though "muteren" is a word for the work.
  const all = groups.flatMap(({ terms }) => terms).filter(({ plain }) => !isWorkedOn(plain));
  const said = new Set(all.flatMap(({ stem }) => commonActivity(stem) ?? []));
  const [name] = said;
  if (name === undefined || said.size > 1 || except.size > 0) return undefined;
  const adds = ({ stem }: Term) => commonActivity(stem) !== name && !isVerbOf(name, stem);
  // "Controleren (horeca)" and "Personeel: inhuren" are about something.
  return all.some(adds) ? undefined : name;
}

/** The name under which an activity is compared: that of the common activity which it is, or its own words. */
export const canonicalActivity = (text: string): string =>
  commonActivityOf(text, activityTerms(text)) ?? nameKey(text);
