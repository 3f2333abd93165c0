import type { Colleagues } from '../register/colleagues.ts';
import type { Lookup } from '../register/lookup.ts';
import { ownWorkFindings, selfDeputyFindings, stepInFindings } from './check-conflicts.ts';
import { repeatedFindings } from './check-doubles.ts';
import {
  decisionFindings,
  goneFindings,
  limitFindings,
  noDeputyFindings,
  vacantFindings,
} from './check-entries.ts';
import { noEscalationFindings } from './check-escalation.ts';
import { endedFindings, endingFindings, gapFindings } from './check-gaps.ts';
import { subgrantFindings } from './check-subgrants.ts';
import { type Finding, findingKinds, surveyOf } from './finding.ts';
import { laterConflictFindings } from './later-conflicts.ts';

const order = new Map(findingKinds.map((kind, place) => [kind, place]));
const byId = new Intl.Collator('nl', { numeric: true });

function inOrder(a: Finding, b: Finding): number {
  return (
    Number(a.severity !== 'fout') - Number(b.severity !== 'fout') ||
    (order.get(a.kind) ?? 0) - (order.get(b.kind) ?? 0) ||
    byId.compare(a.ids[0] ?? '', b.ids[0] ?? '') ||
    byId.compare(a.text, b.text)
  );
}

/**
 * Takes a register, a day (ISO date) and who works here; gives what is wrong with the register on that day or soon,
 * errors first, then by kind and id. Without `people` nobody is taken to have left. Says only what follows from the
 * register: only its administrator knows whether something was meant that way. Throws nothing.
 */
export function checkRegister(
  lookup: Lookup,
  day: string,
  people: Pick<Colleagues, 'present'> | undefined,
): Finding[] {
  const survey = surveyOf(lookup, day);
  return [
    ...gapFindings(survey),
    ...ownWorkFindings(survey),
    ...noEscalationFindings(survey),
    ...noDeputyFindings(survey),
    ...endedFindings(survey),
    ...endingFindings(survey),
    ...(people ? goneFindings(survey, people) : []),
    ...vacantFindings(survey),
    ...selfDeputyFindings(survey),
    ...stepInFindings(survey),
    ...laterConflictFindings(survey),
    ...subgrantFindings(survey),
    ...decisionFindings(survey),
    ...limitFindings(survey),
    ...repeatedFindings(survey),
  ].sort(inOrder);
}
