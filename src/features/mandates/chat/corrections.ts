import { fitInList } from '../../../conversation/choosing.ts';
import { capital } from '../../../language/capital.ts';
import { coreKinds } from '../questions/answering/obstacle.ts';
import { areasOf, everything, registrationsOf } from '../register/choices.ts';
import type { Lookup } from '../register/lookup.ts';
import type { AskedQuestion } from './question.ts';
import { areaTitle } from './wording.ts';

/** An answer has three lists and a lot of text beside: each list takes so many characters. */
const LIST_CHARACTERS = 3_500;

interface CorrectionChoice {
  title: string;
  value: string;
}

/** What somebody typed to correct a part, and that was not clear. */
export interface TypedCorrection {
  areaName?: string;
  registrationName?: string;
  activityName?: string;
}

/** What somebody can ask otherwise. Without choices it is typed. */
export interface Corrections {
  question: AskedQuestion;
  area: string;
  areaChoices?: readonly CorrectionChoice[];
  registration: string;
  registrationChoices?: readonly CorrectionChoice[];
  /** Left out for a question that has an activity of its own. */
  activity?: string;
  activityChoices?: readonly CorrectionChoice[];
  /** ISO date. */
  date: string;
  typed: Required<TypedCorrection>;
}

/** These choices where they fit in a list. */
const list = (choices: readonly CorrectionChoice[]): readonly CorrectionChoice[] | undefined =>
  fitInList(choices, LIST_CHARACTERS) ? choices : undefined;

/** The activities to choose from, and all of them where a question may be about that; none where it has its own. */
function activityFix({ kind, activity }: AskedQuestion, lookup: Lookup) {
  if (coreKinds.has(kind)) return {};
  const names = [...lookup.activities].sort((a, b) => a.localeCompare(b, 'nl'));
  const choices = names.map((name) => ({ title: capital(name), value: name }));
  const takesAll = kind === 'which' || kind === 'deputy' || kind === 'organisation';
  const all = takesAll ? [{ title: 'Alle activiteiten', value: everything }] : [];
  return {
    activity: activity ?? (takesAll ? everything : ''),
    activityChoices: list([...all, ...choices]),
  };
}

/** What somebody can change in a question, as it is now and with what there is to choose. */
export function correctionsOf(
  question: AskedQuestion,
  lookup: Lookup,
  { areaName = '', registrationName = '', activityName = '' }: TypedCorrection = {},
): Corrections {
  return {
    question,
    area: question.area ?? everything,
    registration: question.registration ?? everything,
    date: question.date,
    ...activityFix(question, lookup),
    areaChoices: list([
      { title: 'Geen gebied', value: everything },
      ...areasOf(lookup).map(({ value }) => ({ title: areaTitle(value, lookup), value })),
    ]),
    registrationChoices: list([
      { title: 'Alle registraties', value: everything },
      ...registrationsOf(lookup).map((name) => ({ title: name, value: name })),
    ]),
    typed: { areaName, registrationName, activityName },
  };
}
