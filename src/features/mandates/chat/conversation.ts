import { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { notice, unknownPerson } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { SearchResult } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { soundsLikeDistress } from '../../../language/distress.ts';
import { spoken } from '../../../language/spoken.ts';
import { nameKey } from '../../../language/words.ts';
import { remembered } from '../../../lib/remember.ts';
import { isPresent, type Person } from '../../../people/person.ts';
import type { Tools } from '../../module.ts';
import { type AnswerChoices, answer, type RegisterAnswer } from '../questions/answering/answer.ts';
import { replyTo } from '../questions/answering/reply.ts';
import { type AnsweredQuestion, answered } from '../questions/ask.ts';
import { understand } from '../questions/understanding/understand.ts';
import { asksUnknownActivity } from '../questions/understanding/unknown-activity.ts';
import { colleaguesOf } from '../register/colleagues.ts';
import type { Lookup } from '../register/lookup.ts';
import type { MandateStore } from '../register/store.ts';
import { gapReports } from '../review/gap-reports.ts';
import { type GapStore, isKnownGap } from '../review/gaps.ts';
import { type AnswerForm, answerCard } from './answer-card.ts';
import { headline } from './answer-title.ts';
import { MOST_CHOICES } from './choice-buttons.ts';
import type { AnswerContext } from './contacts.ts';
import { knownActivitiesCard } from './known-activities.ts';
import { nameInRegister, peopleMentioned } from './mentioned.ts';
import { mineCard } from './mine.ts';
import {
  type AskedQuestion,
  corrected,
  type correctionSchema,
  questionSchema,
  type UnclearPart,
  understoodFrom,
} from './question.ts';
import { aloud } from './wording.ts';

export interface AskingTools extends Pick<Tools, 'everybody' | 'settings' | 'now'> {
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

const emptyRegister: Message = notice(
  'mandate',
  'Het mandatenregister is nog leeg',
  'De mandaatbeheerder van je gemeente kan het inlezen. Daarna kun je hier vragen wie wat mag beslissen.',
);

const staleCard: Message = notice(
  'mandate',
  'Deze kaart werkt niet meer',
  'Er is niets gemeld. Stel je vraag nog eens, dan krijg je een nieuwe kaart.',
);

const manyReported: Message = notice(
  'mandate',
  'Je meldde vandaag al heel veel',
  'Deze melding is niet bewaard. Morgen kan het weer. Haast? Vraag het de mandaatbeheerder.',
);

const twoOfAName: Message = notice(
  'mandate',
  'Er werkt nog iemand met jouw naam',
  'Het register kent alleen namen. Ik kan dus niet zien welk mandaat van jou is. Vraag het de mandaatbeheerder.',
);

/** Questions about mandates in the chat, in a channel and from the message box. */
export function asking({ store, gaps, everybody, settings, now }: AskingTools) {
  const people = remembered(everybody, COLLEAGUES_MS, now);
  const report = gapReports(gaps);

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
    return {
      lookup,
      colleagues: colleaguesOf(list, municipality.closures),
      today: today(turn.now).toString(),
      shared: turn.scope !== 'personal',
      outsider: asker === undefined,
      asker: turn.directoryId,
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
  async function askedBy(turn: Turn, lookup: Lookup): Promise<AnsweredQuestion> {
    const day = today(turn.now);
    const named = turn.mentions.length > 0 ? peopleMentioned(turn, await peopleFor(turn), lookup) : [];
    const understood = understand(turn.text, lookup, day, named);
    const asker = understood?.self ? await me(turn, lookup) : undefined;
    return answered(turn.text, understood, asker, lookup, day);
  }

  async function shown(
    asked: AnsweredQuestion,
    lookup: Lookup,
    turn: Turn,
    form: AnswerForm = {},
  ): Promise<Message> {
    return answerCard(asked, await around(lookup, turn), form);
  }

  /** Answers a question of which the parts are settled. */
  async function again(turn: Turn, question: AskedQuestion): Promise<Message> {
    const { lookup } = await store.current();
    const understood = understoodFrom(question, lookup);
    const reply = replyTo(lookup, understood, today(turn.now).toString());
    return shown({ question: '', understood, answer: reply }, lookup, turn);
  }

  return {
    around,

    /** Free text: undefined when it is no question about mandates. */
    hears: async (turn: Turn): Promise<Message | undefined> => {
      const { lookup, pointer } = await store.current();
      const asked = await askedBy(turn, lookup);
      const isAsked = asked.understood !== undefined || isUnknownActivity(turn.text, lookup);
      if (!isAsked) return undefined;
      if (!pointer) return emptyRegister;
      return asked.understood ? shown(asked, lookup, turn) : knownActivitiesCard(lookup, today(turn.now));
    },

    /** A question with one of several readings chosen. */
    chosen: (turn: Turn, question: AskedQuestion): Promise<Message> => again(turn, question),

    /** A question with one part corrected. */
    correct: async (turn: Turn, data: z.infer<typeof correctionSchema>): Promise<Message> => {
      const { lookup } = await store.current();
      const read = corrected(data, lookup);
      if (!('unclear' in read)) return again(turn, read);
      // What was typed is user text: it is not said back, but stands in its field again.
      const understood = understoodFrom(data.question, lookup);
      const { areaName, registrationName, activityName } = data;
      return shown({ question: '', understood, answer: unclearAnswer(read) }, lookup, turn, {
        typed: { areaName, registrationName, activityName },
      });
    },

    /**
     * "Meld dit gat": counted without who asked. The answer stays; what was recorded meanwhile is no gap, and nothing is
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
      if (reported && !(await report(turn.directoryId, { activity, registration, area }, day)))
        return manyReported;
      return shown({ question: '', understood, answer: reply }, lookup, turn, { reported });
    },

    /** What stands in somebody's own name; `from` is the first to show. */
    mine: async (turn: Turn, { from }: z.infer<typeof mineSchema> = { from: 0 }): Promise<Message> => {
      const { lookup, pointer } = await store.current();
      if (!pointer) return emptyRegister;
      const person = await turn.person();
      if (!person) return unknownPerson;
      const name = await me(turn, lookup);
      if (name === undefined) return twoOfAName;
      return mineCard(name, lookup, today(turn.now).toString(), from);
    },

    /** The message box: one line to choose and the card that is put in the message, without buttons of ours. */
    search: async (turn: Turn): Promise<SearchResult[]> => {
      const { lookup, pointer } = await store.current();
      if (!pointer) return [];
      const asked = await askedBy(turn, lookup);
      if (!asked.understood) return [];
      // The card is put in a conversation, where others read it and it stays.
      const surroundings = { ...(await around(lookup, turn)), shared: true };
      const readings = asked.answer.choices?.options ?? [];
      const { choices } = asked.answer;
      const settled: AnsweredQuestion[] = choices
        ? readings
            .slice(0, MOST_READINGS)
            .map((option) => settledBy(asked, choices.what, option, lookup, turn))
        : [asked];
      return settled.map((one) => {
        const { title, understood } = headline(one, surroundings);
        return {
          title: aloud(title),
          hint: spoken(understood),
          message: answerCard(one, surroundings, { fixed: true }),
        };
      });
    },
  };
}

/** What is said back of a part that was typed and is not known; the part itself is user text. */
const unknownParts = {
  area: 'Dat gebied ken ik niet. Kies opnieuw.',
  registration: 'Die registratie ken ik niet. Kies opnieuw.',
  activity: 'Die activiteit ken ik niet. Kies opnieuw.',
  date: 'Die dag kan ik niet lezen. Kies opnieuw.',
};

/** What is said of a part that was typed: nothing fits, or it may be one of these. */
function unclearAnswer({ unclear, options }: UnclearPart): RegisterAnswer {
  if (unclear === 'date' || options.length === 0) return answer('ambiguous', unknownParts[unclear]);
  const more = options.length - MOST_CHOICES;
  const reason =
    more > 0
      ? `Er passen ${options.length} namen bij wat je typte. Dit zijn de eerste ${MOST_CHOICES}. Typ er meer van, of kies er een.`
      : 'Er passen meer namen bij wat je typte. Welke bedoel je?';
  return answer('ambiguous', reason, { choices: { what: unclear, options } });
}

/** True for a question about an unknown activity. Somebody who may be in need does not get a list of activities. */
const isUnknownActivity = (text: string, lookup: Lookup) =>
  soundsLikeDistress(text) === undefined && asksUnknownActivity(text, lookup);

const MOST_READINGS = 8;

/** The same question with one of its readings chosen. */
function settledBy(
  asked: AnsweredQuestion,
  what: AnswerChoices['what'],
  option: string,
  lookup: Lookup,
  turn: Turn,
): AnsweredQuestion {
  const { understood } = asked;
  if (!understood) return asked;
  const part = {
    registration: { registration: option, registrations: undefined },
    activity: {
      activity: option,
      activities: undefined,
      narrower: undefined,
      turned: undefined,
      unused: undefined,
      unclear: undefined,
    },
    area: { areas: [option] },
    person: { people: [option] },
  };
  const next = { ...understood, ...part[what] };
  return { ...asked, understood: next, answer: replyTo(lookup, next, today(turn.now).toString()) };
}
