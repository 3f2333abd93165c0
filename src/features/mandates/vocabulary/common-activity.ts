import { nameKey } from '../../../language/words.ts';
import { ASSIGNMENT, activityWords, commonActivity } from './activities.ts';
import { type ActivityTerms, activityTerms } from './activity-terms.ts';
import { isCarrier } from './ordinary-words.ts';

/**
 * The common activity that an activity of a register is, whatever stands with it that adds nothing ("valideren van
 * BAG-mutaties", "opdracht verlenen"); undefined when it says more: "bestek vaststellen" is only a part of approving.
 */
export function commonActivityOf(text: string, { groups }: ActivityTerms): string | undefined {
  const whole = activityWords.find(({ activity }) => nameKey(activity) === nameKey(text));
  if (whole) return whole.activity;
  const demanded = groups.filter((group) => group.demanded).map(({ terms }) => terms.map(({ stem }) => stem));
  const [first, ...others] = demanded.flat().map(commonActivity);
  if (demanded.length === 1) return others.every((name) => name === first) ? first : undefined;
  return [ASSIGNMENT, 'regie'].find(
    (name) =>
      demanded.flat().some((stem) => commonActivity(stem) === name) &&
      demanded.flat().every((stem) => commonActivity(stem) === name || isCarrier(stem)),
  );
}

/** The name under which an activity is compared: that of the common activity which it is, or its own words. */
export const canonicalActivity = (text: string): string =>
  commonActivityOf(text, activityTerms(text)) ?? nameKey(text);
