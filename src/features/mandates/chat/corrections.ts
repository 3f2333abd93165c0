import { coreKinds } from '../questions/answering/obstacle.ts';
import { everything, MOST_AREAS_IN_A_LIST } from '../register/choices.ts';
import type { Lookup } from '../register/lookup.ts';
import { capital } from '../vocabulary/wording.ts';
import type { AskedQuestion } from './question.ts';
import { areaTitle } from './wording.ts';

/** A card offers so many activities to choose from; where there are more, an activity is typed. */
const MOST_ACTIVITIES_IN_A_LIST = 40;

interface CorrectionChoice {
  title: string;
  value: string;
}

/** What somebody can ask otherwise. Without choices it is typed. */
export interface Corrections {
  question: AskedQuestion;
  area: string;
  areaChoices?: readonly CorrectionChoice[];
  registration: string;
  registrationChoices: readonly CorrectionChoice[];
  /** Left out for a question that has an activity of its own. */
  activity?: string;
  activityChoices?: readonly CorrectionChoice[];
  /** ISO date. */
  date: string;
}

/** The activities to choose from, and all of them where a question may be about that; none where it has its own. */
function activityFix({ kind, activity }: AskedQuestion, lookup: Lookup) {
  if (coreKinds.has(kind)) return {};
  const names = [...lookup.activities].sort((a, b) => a.localeCompare(b, 'nl'));
  const choices = names.map((name) => ({ title: capital(name), value: name }));
  const takesAll = kind === 'which' || kind === 'deputy' || kind === 'organisation';
  const all = takesAll ? [{ title: 'Alle activiteiten', value: everything }] : [];
  return {
    activity: activity ?? (takesAll ? everything : ''),
    ...(names.length <= MOST_ACTIVITIES_IN_A_LIST ? { activityChoices: [...all, ...choices] } : {}),
  };
}

/** What somebody can change in a question, as it is now and with what there is to choose. */
export function correctionsOf(question: AskedQuestion, lookup: Lookup): Corrections {
  const { areas, entries } = lookup.register;
  const registrations = [...new Set(entries.map(({ registration }) => registration).filter(Boolean))].sort();
  const sorted = [...areas].sort((a, b) => a.name.localeCompare(b.name, 'nl'));
  return {
    question,
    area: question.area ?? everything,
    registration: question.registration ?? everything,
    date: question.date,
    ...activityFix(question, lookup),
    ...(areas.length <= MOST_AREAS_IN_A_LIST
      ? {
          areaChoices: [
            { title: 'Geen gebied', value: everything },
            ...sorted.map(({ code }) => ({ title: areaTitle(code, lookup), value: code })),
          ],
        }
      : {}),
    registrationChoices: [
      { title: 'Alle registraties', value: everything },
      ...registrations.map((name) => ({ title: name, value: name })),
    ],
  };
}
