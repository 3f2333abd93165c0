import { spoken } from '../../../language/spoken.ts';
import { callLink, chatLink } from '../../../people/chat-link.ts';
import type { RegisterAnswer } from '../questions/answering/answer.ts';
import type { Understood } from '../questions/understanding/understood.ts';
import type { Colleagues } from '../register/colleagues.ts';
import type { Lookup } from '../register/lookup.ts';
import type { RegisterEntry } from '../register/register.ts';

const MOST_CONTACTS = 2;

/** What a card needs to know beside the answer. */
export interface AnswerContext {
  lookup: Lookup;
  colleagues: Colleagues;
  /** ISO date. */
  today: string;
  /** True when others read the answer too, or later: then it does not tell who is at work. */
  shared: boolean;
  /** True for whoever does not work here: they read what the register says, and nothing of colleagues (who are left out). */
  outsider?: boolean;
  /** True for who keeps the register: that person changes what is wrong, where others report it. */
  keeper?: boolean;
  /** True for who may see on which days nobody works who may do something, where the municipality tells who is at work. */
  seesCover?: boolean;
  /** Directory id of whoever asks: nobody is offered a chat with themselves. */
  asker?: string;
}

/**
 * True when an answer may tell who is at work: of today alone. Whoever could ask that of other days would put together
 * when somebody works and is on leave.
 */
const tellsWhoWorks = (asked: Understood, { today, shared }: AnswerContext): boolean =>
  asked.date === today && !shared;

/**
 * The people of an entry on the day that was asked: the deputy first when no holder works, where the answer may tell that.
 */
export function peopleOf(entry: RegisterEntry, asked: Understood, around: AnswerContext) {
  const { lookup, colleagues } = around;
  const holders = lookup.holders(entry, asked.date);
  const deputies = lookup.deputies(entry, asked.date);
  const isTold = tellsWhoWorks(asked, around);
  const away = (name: string) => isTold && colleagues.worksOn(name, asked.date) === false;
  const allAway = holders.length > 0 && holders.every(away);
  const standIns = deputies.filter((name) => !away(name));
  return { holders, deputies, allAway, standIns, away };
}

/** True when none of these people works on the day that was asked, where the answer may tell that. */
export const areAllAway = (names: readonly string[], asked: Understood, around: AnswerContext): boolean =>
  tellsWhoWorks(asked, around) &&
  names.length > 0 &&
  names.every((name) => around.colleagues.worksOn(name, asked.date) === false);

/**
 * Whom to turn to: those who are competent and, as far as the answer may tell, work; or the deputies asked for. Where
 * others read along it is the holders and then the deputies, whoever works.
 */
export function contacts({ entries, answers }: RegisterAnswer, asked: Understood, around: AnswerContext) {
  if (asked.kind === 'deputy') return contactsOf(answers, around);
  const names = entries.flatMap((entry) => {
    const { holders, allAway, standIns, away } = peopleOf(entry, asked, around);
    return allAway ? standIns.slice(0, 1) : holders.filter((name) => !away(name));
  });
  const more = around.shared ? entries.flatMap((entry) => peopleOf(entry, asked, around).deputies) : [];
  return contactsOf([...new Set([...names, ...more])], around);
}

/** Buttons to reach those who may instead, without those who are known not to work, where the answer may tell that. */
export function contactsInstead(names: readonly string[], asked: Understood, around: AnswerContext) {
  const { colleagues } = around;
  const isTold = tellsWhoWorks(asked, around);
  return contactsOf(
    names.filter((name) => !isTold || colleagues.worksOn(name, asked.date) !== false),
    around,
  );
}

/** True for the name of whoever asks, where nobody else reads the answer. */
export function isAsker(name: string, { colleagues, asker, shared }: AnswerContext): boolean {
  return !shared && asker !== undefined && colleagues.find(name)?.directoryId === asker;
}

/** Buttons to reach people. Where others read along whoever asked is among them: the others may want to reach them. */
export function contactsOf(names: readonly string[], { colleagues, asker, shared }: AnswerContext) {
  return names
    .flatMap((name) => colleagues.find(name) ?? [])
    .filter(({ directoryId }) => shared || directoryId !== asker)
    .slice(0, MOST_CONTACTS)
    .flatMap(({ name, upn }) => {
      const first = spoken(name.split(' ')[0] ?? name);
      return [
        { title: `Chat met ${first}`, url: chatLink(upn) },
        { title: `Bel ${first}`, url: callLink(upn) },
      ];
    });
}

/** The names of those who keep the register, without whoever asks: nobody is sent to themselves where others know it too. */
export function namesOfKeepers(keepers: Colleagues['keepers'], asker: string | undefined): string[] {
  const others = keepers.filter(({ directoryId }) => asker === undefined || directoryId !== asker);
  return others.map(({ name }) => name);
}
