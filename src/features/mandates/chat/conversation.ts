import { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { unknownPerson } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { SearchResult } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { nameKey, plainText } from '../../../language/words.ts';
import { remembered } from '../../../lib/remember.ts';
import { hasAccess } from '../../../people/access.ts';
import { inNeed } from '../../../people/in-need.ts';
import { isPresent, type Person } from '../../../people/person.ts';
import type { Tools } from '../../module.ts';
import { replyTo } from '../questions/answering/reply.ts';
import { type AnsweredQuestion, answered } from '../questions/ask.ts';
import { namesUnknownActivity } from '../questions/following/missing-part.ts';
import type { NamedPerson } from '../questions/understanding/named-people.ts';
import { asksPresence } from '../questions/understanding/presence.ts';
import { understand } from '../questions/understanding/understand.ts';
import type { Understood } from '../questions/understanding/understood.ts';
import { asksUnknownActivity } from '../questions/understanding/unknown-activity.ts';
import { subjectNobodyKnows, subjectOfText } from '../questions/understanding/who-does.ts';
import { colleaguesOf, withoutAbsence } from '../register/colleagues.ts';
import type { Lookup } from '../register/lookup.ts';
import type { MandateStore } from '../register/store.ts';
import { reportLimit } from '../review/gap-reports.ts';
import { type GapStore, isKnownGap } from '../review/gaps.ts';
import { type AnswerForm, answerCard } from './answer-card.ts';
import { beforeOf, isAskedBack } from './before.ts';
import type { AnswerContext } from './contacts.ts';
import { correctionForm } from './correction-form.ts';
import { askBack, goesOnAboutNothing, goingOn } from './going-on.ts';
import { type Changes, hearingStatements } from './hearing-statements.ts';
import { knownActivitiesCard } from './known-activities.ts';
import { lastQuestions } from './last-questions.ts';
import { nameInRegister, peopleMentioned } from './mentioned.ts';
import { isAllOfSelf, mineCard } from './mine.ts';
import {
  type AskedQuestion,
  corrected,
  type correctionSchema,
  questionSchema,
  understoodFrom,
} from './question.ts';
import { emptyFor, manyReported, staleCard, twoOfAName, unclearAnswer } from './replies.ts';
import { saidOfNobody } from './said-of-nobody.ts';
import { foundIn } from './searched.ts';
import { faults } from './wrong.ts';

export interface AskingTools extends Pick<Tools, 'everybody' | 'settings' | 'now' | 'newId'> {
  changes: Changes;
  store: MandateStore;
  gaps: GapStore;
}

/** People in an answer may be this old (ms): otherwise every question would read all of them. */
const COLLEAGUES_MS = 15_000;

/** Which part of one's own mandates to show: the place of the first, from 0. */
export const mineSchema = z.object({ from: z.number().int().min(0).max(1_000_000).default(0) });

/** A question that found nothing. */
export const gapSchema = z.object({
  question: questionSchema.extend({ activity: z.string().min(1).max(200) }),
});

/** Questions about mandates in the chat, in a channel and from the message box. */
export function asking({ store, gaps, changes, everybody, settings, now, newId }: AskingTools) {
  const people = remembered(everybody, COLLEAGUES_MS, now);
  const report = reportLimit();
  const last = lastQuestions();
  const wrong = faults({ store, gaps, last, report, newId });
  const statements = hearingStatements({ last, changes });

  /** The people whom an answer may speak of: none to whoever does not work here, such as a guest or who left. */
  const peopleFor = async (turn: Pick<Turn, 'person'>): Promise<readonly Person[]> => {
    const [asker, list] = await Promise.all([turn.person(), people()]);
    return asker ? list : [];
  };

  /**
   * What an answer needs. Who is at work is told in one's own chat only: elsewhere others read it, also on later
   * days.
   */
  async function around(
    lookup: Lookup,
    turn: Pick<Turn, 'now' | 'scope' | 'directoryId' | 'person'>,
  ): Promise<AnswerContext> {
    const [list, asker, { municipality }] = await Promise.all([
      peopleFor(turn),
      turn.person(),
      settings.recent(),
    ]);
    const colleagues = colleaguesOf(list, municipality.closures);
    const keeper = hasAccess('mandaatbeheerder', turn.directoryId, asker, []);
    return {
      lookup,
      colleagues: municipality.absenceHidden ? withoutAbsence(colleagues) : colleagues,
      today: today(turn.now).toString(),
      shared: turn.scope !== 'personal',
      outsider: asker === undefined,
      asker: turn.directoryId,
      keeper,
      seesCover: keeper && !municipality.absenceHidden,
    };
  }

  async function me(turn: Turn, lookup: Lookup): Promise<string | undefined> {
    const person = await turn.person();
    if (!person) return undefined;
    // The register knows names only: of two people with one name nobody can tell whose mandate it is.
    const everyone = await people();
    const alike = everyone.filter((one) => isPresent(one) && nameKey(one.name) === nameKey(person.name));
    return alike.length > 1 ? undefined : nameInRegister(person, everyone, lookup);
  }

  /**
   * What a turn asks, understood once. Who asks is looked up only for a question about the asker, and others only where
   * somebody is mentioned.
   */
  async function askedBy(
    turn: Turn,
    lookup: Lookup,
    read: (named: readonly NamedPerson[]) => Understood | undefined,
  ): Promise<AnsweredQuestion> {
    const named = turn.mentions.length > 0 ? peopleMentioned(turn, await peopleFor(turn), lookup) : [];
    const understood = read(named);
    const asker =
      understood?.self || understood?.absentSelf || understood?.absentAmong
        ? await me(turn, lookup)
        : undefined;
    return answered(turn.text, understood, asker, lookup, today(turn.now));
  }

  /** A question by itself. */
  const askedAlone = (turn: Turn, lookup: Lookup) =>
    askedBy(turn, lookup, (named) => understand(turn.text, lookup, today(turn.now), named));

  /** What goes on about the last question of this person in this chat; undefined when it does not. */
  async function askedOn(turn: Turn, lookup: Lookup): Promise<Message | undefined> {
    const further = await goingOn(turn, last, lookup, (read) => askedBy(turn, lookup, read));
    return further && shown(further.asked, lookup, turn, { goesOn: further.read });
  }

  async function shown(
    asked: AnsweredQuestion,
    lookup: Lookup,
    turn: Turn,
    form: AnswerForm = {},
  ): Promise<Message> {
    const surroundings = await around(lookup, turn);
    const before = beforeOf(asked, surroundings);
    // Of who does not work here nothing is kept, not even for a while.
    if (before && !surroundings.outsider)
      last.keep(turn, { ...before, called: form.goesOn?.called }, isAskedBack(asked));
    return answerCard(asked, surroundings, form);
  }

  /** What the register does know, for a question about something that it does not. */
  async function unknownTo(turn: Turn, lookup: Lookup): Promise<Message> {
    last.end(turn);
    return knownActivitiesCard(await around(lookup, turn), subjectOfText(turn.text, lookup));
  }

  /** Answers a question of which the parts are settled. */
  async function again(turn: Turn, question: AskedQuestion): Promise<Message> {
    const { lookup } = await store.current();
    const understood = understoodFrom(question, lookup);
    const reply = replyTo(lookup, understood, today(turn.now).toString());
    return shown({ question: '', understood, answer: reply }, lookup, turn);
  }

  /** What stands in somebody's own name; `from` is the first to show. */
  async function mine(turn: Turn, { from }: z.infer<typeof mineSchema> = { from: 0 }): Promise<Message> {
    const { lookup, pointer } = await store.current();
    if (!pointer) return emptyFor(turn);
    const person = await turn.person();
    if (!person) return unknownPerson;
    const name = await me(turn, lookup);
    if (name === undefined) return twoOfAName;
    return mineCard(name, lookup, today(turn.now).toString(), from);
  }

  /** True for whoever works here, in their own chat: they see all that is theirs, also as a deputy. */
  const isHere = async (turn: Turn) => turn.scope === 'personal' && (await turn.person()) !== undefined;

  return {
    around,

    /** Free text: undefined when it is no question about mandates. */
    hears: async (turn: Turn): Promise<Message | undefined> => {
      const { lookup, pointer } = await store.current();
      const reporting =
        pointer &&
        ((await wrong.hearsTakingBack(turn)) ??
          (await statements.hears(turn, lookup)) ??
          (await wrong.hears(turn, lookup)));
      if (reporting) return reporting;
      // Somebody who may be in need gets no list of activities, and is not read as going on about mandates.
      const isInNeed = (await inNeed(turn)) !== undefined;
      if (!isInNeed && asksPresence(plainText(turn.text))) return saidOfNobody(turn, lookup);
      const further = isInNeed ? undefined : await askedOn(turn, lookup);
      if (further) return further;
      const asked = await askedAlone(turn, lookup);
      const isUnknown = () =>
        !isInNeed && asksUnknownActivity(turn.text, lookup) && !goesOnAboutNothing(turn, lookup);
      const isAsked = asked.understood !== undefined || isUnknown();
      if (!isAsked) return undefined;
      if (!pointer) return emptyFor(turn);
      if (asked.understood && isAllOfSelf(asked.understood) && (await isHere(turn))) {
        await shown(asked, lookup, turn);
        return mine(turn);
      }
      return asked.understood ? shown(asked, lookup, turn) : unknownTo(turn, lookup);
    },

    /** Free text that nobody understood and that goes on about a question which is not known here any more: asks back. */
    hearsLast: async (turn: Turn): Promise<Message | undefined> => {
      const { lookup, pointer } = await store.current();
      if (!pointer) return undefined;
      const isInNeed = (await inNeed(turn)) !== undefined;
      const before = last.of(turn, lookup)?.asked;
      if (!isInNeed && before && namesUnknownActivity(turn.text, before)) {
        const unused = [turn.text.trim()];
        return shown(await askedBy(turn, lookup, () => ({ ...before, unused })), lookup, turn);
      }
      if (!isInNeed && goesOnAboutNothing(turn, lookup)) return askBack;
      if (!isInNeed && subjectNobodyKnows(turn.text, lookup)) return unknownTo(turn, lookup);
      return wrong.hearsLast(turn);
    },

    /** What is wrong with an answer. */
    wrong: wrong.begin,
    reportWrong: wrong.report,
    takeBack: wrong.takeBack,

    /** A question with one of several readings chosen. */
    chosen: (turn: Turn, question: AskedQuestion): Promise<Message> => again(turn, question),

    /** A question with one part corrected. */
    correct: async (turn: Turn, data: z.infer<typeof correctionSchema>): Promise<Message> => {
      const { lookup } = await store.current();
      const read = corrected(data, lookup);
      if (!('unclear' in read)) return again(turn, read);
      if (read.options.length === 0) {
        const { unclear } = read;
        return correctionForm(
          data.question,
          unclear,
          unclear === 'date' ? data.date : data[`${unclear}Name`],
        );
      }
      // What was typed is user text: it is not said back, but stands in its field again.
      const understood = understoodFrom(data.question, lookup);
      const { areaName, registrationName, activityName } = data;
      return shown({ question: '', understood, answer: unclearAnswer(read) }, lookup, turn, {
        typed: { areaName, registrationName, activityName },
      });
    },

    /**
     * "Meld dat dit ontbreekt": counted without who asked. The answer stays; what was recorded meanwhile is no gap, and nothing is
     * counted for whoever does not work here.
     */
    gap: async (turn: Turn, { question }: z.infer<typeof gapSchema>): Promise<Message> => {
      const { lookup } = await store.current();
      const { activity, registration = '', area = '' } = question;
      if (!isKnownGap({ activity, registration, area }, lookup)) return staleCard;
      const day = today(turn.now).toString();
      const understood = understoodFrom(question, lookup);
      const reply = replyTo(lookup, understood, day);
      const reported = reply.outcome === 'not-recorded' && (await turn.person()) !== undefined;
      const gap = { activity, registration, area };
      const keep = () => gaps.report(gap, day);
      const matter = JSON.stringify(gap);
      if (reported && (await report.once(turn.directoryId, matter, day, matter, keep)) === undefined)
        return manyReported;
      return shown({ question: '', understood, answer: reply }, lookup, turn, { reported });
    },

    mine,

    /** The message box: one line to choose and the card that is put in the message, without buttons of ours. */
    search: async (turn: Turn): Promise<SearchResult[]> => {
      const { lookup, pointer } = await store.current();
      if (!pointer) return [];
      const asked = await askedAlone(turn, lookup);
      if (!asked.understood) return [];
      // The card is put in a conversation, where others read it and it stays.
      const surroundings = { ...(await around(lookup, turn)), shared: true };
      return foundIn(asked, surroundings, turn);
    },
  };
}
