import { dayMeant } from '../../../../language/day-meant.ts';
import { claimsOf } from './claims.ts';
import type { Reading } from './reading.ts';
import { asksLastDay, isAboutEnding, termOf } from './terms.ts';
import type { Understood } from './understood.ts';

const leadsToEnd = /(?:^|[^\p{L}])(?:v[oó]{1,2}r|vóór|before|binnen|within)(?: (?:de|het|the))?\s*$/iu;

const isOwn = /\b(?:ik|mijn|i|my)\b/;

/** True when a moment is the one before which something ends: "voor 1 juli", "binnen 30 dagen". */
function endsBefore(text: string, moment: { start: number; end: number } | undefined): boolean {
  if (!moment) return false;
  return (
    leadsToEnd.test(text.slice(Math.max(0, moment.start - 30), moment.start)) ||
    /^(?:binnen|within|voor|before)/i.test(text.slice(moment.start, moment.end))
  );
}

/** The day that is asked about; for what ends it is the first day after the term. */
export function whenIsAsked({
  kind,
  text,
  plain,
  claims,
  people,
  today,
}: Reading): Pick<Understood, 'date' | 'dated' | 'expiring' | 'term' | 'vagueDate' | 'impossibleDate'> {
  const moments = claimsOf(claims, 'moment').map((one) => one.moment);
  // "Wanneer lopen mandaten af" names none of which the last day could be said.
  const isOfAll = people.length === 0 && !isOwn.test(plain) && claims.every((one) => one.kind === 'moment');
  const expiring = kind === 'which' && isAboutEnding(plain) && (isOfAll || !asksLastDay(plain));
  // "Voor 1 januari" is the end of a term there, and no day before it.
  const moment = expiring ? moments[0] : dayMeant(text, moments);
  // A number may be a term that was not read: then it is asked back, and not passed by.
  const term = expiring && !moment && !/\d/.test(plain) ? termOf(plain, today) : undefined;
  const isTermMissing = expiring && !term && !endsBefore(text, moment);
  return {
    date: (term?.before ?? (moment && 'date' in moment ? moment.date : today)).toString(),
    dated: moment !== undefined,
    expiring,
    vagueDate: moment && 'vague' in moment ? moment.vague : isTermMissing ? '' : undefined,
    impossibleDate: moment && 'impossible' in moment ? moment.impossible : undefined,
    ...(term ? { term: term.words } : {}),
  };
}
