import type { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { fitted } from '../../../language/fitted.ts';
import { plainText } from '../../../language/words.ts';
import { hasAccess } from '../../../people/access.ts';
import type { beginningSchema } from '../changes/form-choices.ts';
import { whichEntry } from '../changes/which-entry.ts';
import { replyTo } from '../questions/answering/reply.ts';
import type { Lookup } from '../register/lookup.ts';
import { isValidOn, type RegisterEntry } from '../register/register.ts';
import type { lastQuestions } from './last-questions.ts';
import { type Statement, statementIn } from './statements.ts';
import { changing, LONGEST, MOST_ENTRIES, wrongForm } from './wrong.ts';

/** The forms with which who keeps the register proposes a change. */
export interface Changes {
  start(turn: Turn, kind: 'end', id: string): Promise<Message>;
  startWith(beginning: z.infer<typeof beginningSchema>): Promise<Message>;
  startWithHolder(turn: Turn, entry: RegisterEntry, holder: string): Promise<Message>;
  startDeputy(turn: Turn, id: string): Promise<Message>;
}

/** What people tell of the register: a colleague is led to a report, and who keeps it to the form that changes it. */
export function hearingStatements({
  last,
  changes,
}: {
  last: ReturnType<typeof lastQuestions>;
  changes: Changes;
}) {
  /** The entries that a statement is about: by number, or those of who is named, as far as more is said of them. */
  function entriesOfStatement(turn: Turn, said: Statement, lookup: Lookup): RegisterEntry[] {
    const { ids, people, activity, registration, area } = said;
    if (ids.length > 0) return ids.flatMap((id) => lookup.entry(id) ?? []).slice(0, MOST_ENTRIES);
    const day = today(turn.now).toString();
    // Whose mandate ends holds it.
    const of = people.flatMap((who) => [
      ...lookup.heldBy(who),
      ...(said.wants === 'end' ? [] : lookup.deputisedBy(who)),
    ]);
    const now = [...new Set(of)].filter((entry) => isValidOn(entry, day));
    const fits = now.filter(
      (entry) =>
        (activity === '' || lookup.isFor(entry, activity)) &&
        (registration === '' || entry.registration === registration) &&
        (area === '' || entry.area === area),
    );
    const before = activity === '' && area === '' ? last.of(turn, lookup) : undefined;
    const answered = before ? replyTo(lookup, before.asked, day).entries : [];
    const [found] = [fits.filter((one) => answered.includes(one)), fits, now].filter(
      ({ length }) => length > 0,
    );
    return (found ?? []).slice(0, MOST_ENTRIES);
  }

  /** What who keeps the register is led to by what they say of it. */
  async function forKeeper(turn: Turn, said: Statement, lookup: Lookup): Promise<Message> {
    const { wants, people, activity, registration, area, day, newcomer } = said;
    const entries = entriesOfStatement(turn, said, lookup);
    const [entry, ...others] = entries;
    const holder = people.length === 1 ? people[0] : newcomer;
    if (wants === 'new') return changes.startWith({ activity, registration, area, holder, from: day });
    if (wants === 'end' && others.length > 0) return whichEntry(entries, 'beëindig mandaat', lookup);
    if (entry === undefined || others.length > 0) return changing(entries, lookup);
    if (wants === 'end') return changes.start(turn, 'end', entry.id);
    if (wants !== 'other') return changing(entries, lookup);
    if (/\bvervanger\b/.test(plainText(turn.text))) return changes.startDeputy(turn, entry.id);
    const next = people.filter((name) => name !== entry.holder);
    return next.length === 1 && next[0] !== undefined
      ? changes.startWithHolder(turn, entry, next[0])
      : changing(entries, lookup);
  }

  return {
    /** Free text that tells what is wrong in the register or has to become otherwise; undefined when it does not. */
    hears: async (turn: Turn, lookup: Lookup): Promise<Message | undefined> => {
      if (turn.scope !== 'personal' || turn.text.length > LONGEST) return undefined;
      const said = statementIn(turn.text, lookup, today(turn.now));
      const person = said && (await turn.person());
      if (!said || !person) return undefined;
      if (hasAccess('mandaatbeheerder', turn.directoryId, person, [])) return forKeeper(turn, said, lookup);
      const { activity, registration, area } = said;
      const ids = said.wants === 'new' ? [] : entriesOfStatement(turn, said, lookup).map(({ id }) => id);
      return wrongForm({ ids, activity, registration, area }, lookup, fitted(turn.text, LONGEST));
    },
  };
}
