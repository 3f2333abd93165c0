import { Temporal } from 'temporal-polyfill';
import { isDate } from '../../../calendar/clock.ts';
import type { NameFinder } from '../../../language/colleagues.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import {
  type AgreementField,
  agreementFieldIds,
  agreementFields,
  agreementShort,
  handOverIds,
  lightAgreements,
  registrations,
} from '../content/securing.ts';
import type { PlanForm } from '../content/step.ts';
import type { SecuringState } from '../steps/facts.ts';
import { nameProblems } from '../steps/rules.ts';
import { type BoardPoint, longest, type Securing } from './securing.ts';

/** The fields that a form asks for. */
export const agreementsIn = (form: PlanForm): readonly AgreementField[] =>
  form === 'light' ? lightAgreements : agreementFieldIds;

/** How far it is, for the plan. `isHere`: whether somebody (directory id) still works here. */
export function securingStateOf(
  { agreements: { texts, handedOver }, owners }: Securing,
  form: PlanForm,
  isHere: (directoryId: string) => boolean,
): SecuringState {
  const has = (duty: string) => isHere(owners.get(duty) ?? '');
  const owned = registrations.some((one) => has(`proces-${one}`) && has(`data-${one}`));
  const half = registrations.filter((one) => has(`proces-${one}`) !== has(`data-${one}`));
  return {
    missing: [
      ...(form === 'full' && !owned ? ['een registratie met proceseigenaar en data-eigenaar'] : []),
      ...(form === 'full' ? half.map((one) => `de tweede eigenaar van ${one}`) : []),
      ...agreementsIn(form)
        .filter((field) => !texts[field])
        .map((field) => agreementShort[field]),
    ],
    toHandOver: handOverIds.length,
    handedOver: handOverIds.filter((id) => handedOver[id]).length,
  };
}

/** The registrations that somebody (directory id) looks after, with what they are called for it. */
export const ownedBy = ({ owners }: Pick<Securing, 'owners'>, directoryId: string) =>
  registrations.flatMap((registration) =>
    (['proces', 'data'] as const)
      .map((kind) => ({ registration, kind, duty: `${kind}-${registration}` as const }))
      .filter(({ duty }) => owners.get(duty) === directoryId),
  );

/** What is wrong with what was agreed, in Dutch sentences. */
export function agreementProblems(
  texts: Readonly<Record<string, string | undefined>>,
  fields: readonly AgreementField[],
  names: Pick<NameFinder, 'namesIn'>,
): string[] {
  const tooLong = lengthProblems(
    texts,
    fields.map((field) => [field, agreementFields[field], longest.agreement] as const),
  );
  return tooLong.length > 0
    ? tooLong
    : fields.flatMap((field) => nameProblems(texts[field] ?? '', agreementFields[field], names));
}

/**
 * What is wrong with a point, in Dutch sentences: it is about the work, and names nobody. `first`: the first day (ISO date) that may be
 * chosen; '' where any may.
 */
export function pointProblems(
  { text, due }: Pick<BoardPoint, 'text' | 'due'>,
  names: Pick<NameFinder, 'namesIn'>,
  first = '',
): string[] {
  const tooLong = lengthProblems({ text }, [['text', 'Wat kan beter', longest.point]]);
  if (tooLong.length > 0) return tooLong;
  return [
    ...(text === '' ? ['Wat kan beter: schrijf het punt op.'] : []),
    ...(due !== '' && !isDate(due) ? ['Klaar op: kies een datum.'] : []),
    ...(due !== '' && isDate(due) && due < first ? ['Klaar op: kies vandaag of een latere dag.'] : []),
    ...nameProblems(text, 'Wat kan beter', names),
  ];
}

/** How long a point stands on the board, in Dutch words. Days are ISO dates. */
export function ageInWords(since: string, day: string): string {
  const days = Temporal.PlainDate.from(since).until(day).days;
  if (days < 1) return 'sinds vandaag';
  if (days < 14) return days === 1 ? 'al 1 dag' : `al ${days} dagen`;
  return `al ${Math.floor(days / 7)} weken`;
}

/** What stands on the board: the oldest first, and what is done apart, the newest first. */
export function onBoard(points: readonly BoardPoint[], isDone: boolean): BoardPoint[] {
  const shown = points.filter(({ done }) => (done !== undefined) === isDone);
  return shown.toSorted((a, b) =>
    isDone
      ? (b.done ?? '').localeCompare(a.done ?? '') || a.id.localeCompare(b.id)
      : a.since.localeCompare(b.since) || a.id.localeCompare(b.id),
  );
}
