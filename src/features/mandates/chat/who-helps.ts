import type { Link } from '../../../conversation/message.ts';
import type { RegisterAnswer } from '../questions/answering/answer.ts';
import type { Understood } from '../questions/understanding/understood.ts';
import { type AnswerContext, contacts, contactsInstead, contactsOf, namesOfKeepers } from './contacts.ts';
import { contactFor } from './outside.ts';

/** Kinds of questions that name people to turn to. */
const naming: readonly Understood['kind'][] = ['who', 'role', 'escalation', 'deputy'];

/** True when none of the people in an answer is known here, so that nobody can be written to. */
function isAllOutside(
  { outcome, answers, entries }: RegisterAnswer,
  asked: Understood,
  { lookup, colleagues }: AnswerContext,
) {
  if (outcome !== 'found' || !naming.includes(asked.kind)) return false;
  const names =
    asked.kind === 'deputy' ? answers : entries.flatMap((entry) => lookup.holders(entry, asked.date));
  return names.length > 0 && !names.some((name) => colleagues.present(name));
}

/** Whom to turn to after an answer: buttons to reach people, and the administrators where nobody else can help. */
interface Help {
  links: Link[];
  keepersLead: string;
  keepers: string;
}

/** Who speaks with the organisations in an answer, where the register says so; nobody for who does not work here. */
const contactsOutside = (
  { outcome, entries }: RegisterAnswer,
  { lookup, outsider }: AnswerContext,
): string[] =>
  outcome === 'found' && !outsider
    ? [...new Set(entries.flatMap((entry) => contactFor(entry, lookup) ?? []))]
    : [];

/**
 * The administrators when nothing is recorded or nobody in the answer is known here, and nobody speaks with them;
 * otherwise `instead`, those who may when somebody may not, or else the people in the answer and whoever speaks with their
 * organisation.
 */
export function whoHelps(
  answer: RegisterAnswer,
  asked: Understood,
  instead: readonly string[],
  around: AnswerContext,
): Help {
  const isUnreachable = isAllOutside(answer, asked, around);
  const outside = contactsOutside(answer, around);
  // "Nee" of what nobody may is no end either.
  const isOfNobody =
    answer.outcome === 'no' && asked.kind === 'may' && !asked.own && answer.entries.length === 0;
  const needsKeepers =
    ((answer.outcome === 'not-recorded' || isOfNobody) && instead.length === 0) ||
    (isUnreachable && outside.length === 0);
  // Nobody is sent to themselves, and that nothing ends is nothing to ask anybody about.
  const isAnswered = asked.kind === 'which' && asked.expiring;
  const asker = around.shared ? undefined : around.asker;
  const keepers = needsKeepers && !isAnswered ? namesOfKeepers(around.colleagues.keepers, asker) : [];
  const others =
    instead.length > 0
      ? contactsInstead(instead, asked, around)
      : isUnreachable
        ? contactsOf(outside, around)
        : [
            ...contacts(answer, asked, around),
            ...contactsInstead(answer.ownWork?.others ?? [], asked, around),
          ];
  return {
    links: keepers.length > 0 ? contactsOf(keepers, around) : others,
    keepersLead: isUnreachable
      ? 'Ik heb hier geen contactgegevens van. Vraag het aan: '
      : 'Wie het wel weet: ',
    keepers: keepers.join(' of '),
  };
}
