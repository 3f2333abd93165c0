import { nameKey } from '../../../language/words.ts';
import { ASSIGNMENT, activityWords, commonActivity } from './activities.ts';
import { type ActivityTerms, activityTerms } from './activity-terms.ts';
import { isCarrier } from './ordinary-words.ts';

/**
 * The common activity that an activity of a register is, whatever stands with it that adds nothing ("valideren van
 * BAG-mutaties", "opdracht verlenen"); undefined when it says more: "bestek vaststellen" is only a part of approving.
 */
export function commonActivityOf({ groups }: ActivityTerms): string | undefined {
  const demanded = groups.filter((group) => group.demanded);
  const said = demanded.map(({ terms }) => new Set(terms.map(({ stem }) => commonActivity(stem))));
  const [first, ...others] = said.flatMap((names) => [...names]);
  if (demanded.length === 1) return others.every((name) => name === first) ? first : undefined;
  const isAssignment =
    said.some((names) => names.has(ASSIGNMENT)) &&
    demanded.every(({ terms }) =>
      terms.every(({ stem }) => commonActivity(stem) === ASSIGNMENT || isCarrier(stem)),
    );
  const isRegie =
    said.some((names) => names.has('regie')) &&
    demanded.every(({ terms }) =>
      terms.every(({ stem }) => commonActivity(stem) === 'regie' || isCarrier(stem)),
    );
  return isAssignment ? ASSIGNMENT : isRegie ? 'regie' : undefined;
}

/** The name under which an activity is looked up: that of the common activity which it is, or its own words. */
export function canonicalActivity(text: string): string {
  const whole = activityWords.find(({ activity }) => nameKey(activity) === nameKey(text));
  return whole?.activity ?? commonActivityOf(activityTerms(text)) ?? nameKey(text);
}
