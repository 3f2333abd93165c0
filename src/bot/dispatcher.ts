import { z } from 'zod';
import type { Attached, SlowAnswer } from '../conversation/attached.ts';
import { straightBack } from '../conversation/cancelling.ts';
import { withEnglish, withTyped } from '../conversation/cards/notice.ts';
import type { Message } from '../conversation/message.ts';
import type { Action, Feature, Hearing, Phrase, Search, SearchResult } from '../conversation/offer.ts';
import type { Turn } from '../conversation/turn.ts';
import { typedIn } from '../conversation/typed-in.ts';
import { corrected } from '../language/corrected.ts';
import { soundsEnglish } from '../language/english.ts';
import { readable } from '../language/readable.ts';
import { smallTalk } from '../language/small-talk.ts';
import { errorFacts } from '../lib/error-facts.ts';
import { logLines } from '../log-lines.ts';
import { inNeed } from '../people/in-need.ts';
import type { Person } from '../people/person.ts';
import { withoutTrace } from '../storage/index.ts';
import { correlationNow } from './correlation.ts';
import { createGuard, type GuardTools, type Work } from './guarded.ts';
import { greeting } from './lost.ts';
import { createMatcher, type Match } from './match.ts';
import { createGate, requireNeeds } from './rights.ts';
import { staleCard } from './stale-card.ts';
import { suggesting } from './suggesting.ts';
import { whomToAsk } from './whom-to-ask.ts';

/** What the dispatcher makes of a turn. */
export interface DispatchedAnswer {
  message: Message;
  /** In a group or channel: the message is for the person's own chat. */
  private: boolean;
}

export interface DispatcherTools extends GuardTools {
  features: readonly Feature[];
  /** Directory ids of the first administrators, who may not be in any file yet. */
  administrators: readonly string[];
  /** Whether an account did so much today that it begins nothing new for now. */
  isTooMuch(directoryId: string): boolean;
  /** Everybody, those who left included: to say whom somebody can ask. */
  everybody(): Promise<readonly Person[]>;
  /** Called for turns that may be seen beside a person: somebody who was away writes to us again. */
  onReturn(turn: Turn): Promise<void>;
}

/** Who hears free text before whom. */
const ORDER = { first: 0, middle: 1, last: 2 };
type Order = keyof typeof ORDER;

/** A button that says something for the person. */
const saidPayload = z.object({ text: z.string().min(1) });

const isForOwnChat = ({ needs }: Pick<Phrase, 'needs'>) => needs.where === 'own chat';

/** Maps what people type and tap to features, for who may ask for it. Throws for what does not say who may. */
export function createDispatcher(tools: DispatcherTools) {
  const { features, log, onReturn } = tools;
  requireNeeds(features);
  const gate = createGate(tools);
  const guarded = createGuard(tools);
  const matcher = createMatcher(features);
  const actions = new Map<string, Action<unknown>>();
  const owners = new Map<Action<unknown> | Hearing, string>();
  for (const feature of features) {
    for (const [verb, handler] of Object.entries(feature.actions)) {
      if (actions.has(verb)) throw new Error(`two features offer the action ${verb}`);
      actions.set(verb, handler);
      owners.set(handler, feature.name);
    }
    for (const hearing of feature.hears ?? []) owners.set(hearing, feature.name);
  }

  const withWhomToAsk = whomToAsk(tools);
  const { unknown, whenLost } = suggesting({ features, gate, matcher });
  const everyHearing = features.flatMap(({ hears = [] }) => hears);
  const greetings = everyHearing.filter(({ order }) => order === 'greetings');
  const overPhrases = everyHearing.filter(({ order }) => order === 'over phrases');
  const hearings = everyHearing
    .flatMap((hearing) => (hearing.order in ORDER ? [{ hearing, order: hearing.order as Order }] : []))
    .toSorted((a, b) => ORDER[a.order] - ORDER[b.order])
    .map(({ hearing }) => hearing);

  /** Answers a phrase, for who may say it. `typed` is false for a button that says it. */
  async function say(turn: Turn, match: Match, typed: boolean): Promise<DispatchedAnswer> {
    const { phrase, rest, feature } = match;
    const answer = async () =>
      (await gate.refusal(turn, phrase, { typed, say: phrase.say })) ?? phrase.run(turn, rest);
    const { traceless } = phrase;
    const what: Work = { kind: 'phrase', name: `${feature}: ${phrase.say}`, feature, traceless };
    const message = await guarded(turn, what, async () => {
      if (traceless) return withoutTrace(answer);
      await onReturn(turn);
      return answer();
    });
    return { message, private: isForOwnChat(phrase) };
  }

  /** The answer of the first of some who has one for this person, and who that was. */
  async function firstAnswer(
    turn: Turn,
    among: readonly Hearing[],
    what?: Work,
    isTraceless = false,
  ): Promise<{ message: Message; by: Hearing } | undefined> {
    for (const hearing of among) {
      const traceless = isTraceless || hearing.traceless;
      if (what) Object.assign(what, { feature: owners.get(hearing), traceless });
      const answer = async () =>
        (await gate.refusal(turn, hearing, { typed: true })) ? undefined : hearing.answer(turn);
      const message = await (hearing.traceless ? withoutTrace(answer) : answer());
      if (message) return { message, by: hearing };
    }
    if (what) Object.assign(what, { feature: undefined, traceless: isTraceless });
    return undefined;
  }

  async function heard(
    turn: Turn,
    what: Work,
  ): Promise<{ message: Message; by?: Hearing } | { wish: Match }> {
    // A greeting, or no words at all: nothing was asked that could be misunderstood.
    if (smallTalk(turn.text) === 'greeting')
      return (await firstAnswer(turn, greetings, what)) ?? { message: greeting(whenLost) };
    const found = await firstAnswer(turn, hearings, what);
    if (found) return found;
    const wish = matcher.wished(turn.text);
    if (wish) return { wish };
    // Whom no administrator added can be asked to do one thing at most: what waits for them is said instead of "I do not know".
    const first = (await turn.person()) ? undefined : await firstAnswer(turn, greetings, what);
    return first ?? { message: await unknown(turn) };
  }

  /** What matters more than the phrase that a text begins with; undefined when the phrase is all there is to it. */
  async function outranking(
    turn: Turn,
    { phrase, rest, feature }: Match,
  ): Promise<DispatchedAnswer | undefined> {
    if (rest === '') return undefined;
    let by: Hearing | undefined;
    const nothing: Message = { text: '' };
    const { traceless } = phrase;
    const what: Work = { kind: 'phrase', name: `${feature}: ${phrase.say}`, traceless };
    const message = await guarded(turn, what, async () => {
      // It begins with words that may leave no trace: then that holds for whoever else hears it.
      const found = await firstAnswer(turn, overPhrases, what, traceless);
      by = found?.by;
      return found?.message ?? nothing;
    });
    return message === nothing ? undefined : { message, private: by !== undefined && isForOwnChat(by) };
  }

  async function said(turn: Turn, typed: boolean): Promise<DispatchedAnswer> {
    const text = corrected(readable(turn.text));
    const match = matcher.find(text);
    if (match) {
      const whole = { ...turn, text };
      return (typed ? await outranking(whole, match) : undefined) ?? say(whole, match, typed);
    }
    let isPrivate = false;
    let wish: Match | undefined;
    const what: Work = { kind: 'phrase', name: 'free text' };
    const message = await guarded(turn, what, async () => {
      const found = await heard({ ...turn, text }, what);
      if ('wish' in found) {
        wish = found.wish;
        return { text: '' };
      }
      isPrivate = found.by !== undefined && isForOwnChat(found.by);
      if (!found.by?.traceless) await onReturn(turn);
      return found.message;
    });
    return wish ? say({ ...turn, text }, wish, typed) : { message, private: isPrivate };
  }

  return {
    /** Answers typed text. */
    typed: async (turn: Turn): Promise<DispatchedAnswer> => {
      const { message, private: isPrivate } = await said(turn, true);
      const whole = await withWhomToAsk(turn, message);
      return { message: soundsEnglish(turn.text) ? withEnglish(whole) : whole, private: isPrivate };
    },
    /** What somebody reads who installs Kompas and is not welcomed as a colleague; undefined when there is nothing to say. */
    greeted: async (turn: Turn): Promise<Message | undefined> =>
      (await firstAnswer(turn, greetings))?.message,
    /** True for words that only say what somebody sends along. Who is not well is always heard. */
    isAboutFile: async (turn: Turn): Promise<boolean> =>
      features.some(({ receives }) => receives?.isAboutFile(turn.text)) && (await inNeed(turn)) === undefined,
    /** Answers what came with a message: at once, or with what takes a while. Undefined when no feature takes any. */
    received: async (
      turn: Turn,
      attached: readonly Attached[],
    ): Promise<{ answer: Message | SlowAnswer; private: boolean } | undefined> => {
      const owner = features.find(({ receives }) => receives);
      const taking = owner?.receives;
      if (!taking) return undefined;
      const what: Work = { kind: 'action', name: 'file', feature: owner.name, traceless: taking.traceless };
      let slow: SlowAnswer | undefined;
      const message = await guarded(turn, what, async () => {
        const refused = (await gate.refusal(turn, taking, { typed: true })) ?? gate.tooMuch(turn);
        const answer = refused ?? (await taking.receive(turn, attached));
        if ('text' in answer) return answer;
        slow = answer;
        return { text: answer.meanwhile };
      });
      if (!slow) return { answer: message, private: isForOwnChat(taking) };
      const { meanwhile, work } = slow;
      return {
        answer: { meanwhile, work: (tell) => guarded(turn, what, () => work(tell)) },
        private: true,
      };
    },
    /** Answers a search from the message box; undefined for a command that nobody offers. */
    searched: async (
      turn: Turn,
      command: string,
    ): Promise<{ results: SearchResult[]; nothing: Search['nothing'] } | undefined> => {
      const search = features.find(({ searches }) => Object.hasOwn(searches ?? {}, command))?.searches?.[
        command
      ];
      if (!search) return undefined;
      const { nothing } = search;
      try {
        const refused = await gate.refusal(turn, search, { typed: false });
        if (refused) return { results: [], nothing: refused.text ?? nothing };
        return { results: await search.run({ ...turn, text: readable(turn.text) }), nothing };
      } catch (error) {
        const correlation = correlationNow();
        log.error(
          { kind: 'search', name: command, correlation, error: errorFacts(error) },
          logLines.turnFailed,
        );
        return { results: [], nothing };
      }
    },
    /** Answers a tap on a card. The answer replaces the card for this person only and is not stored. */
    tapped: async (turn: Turn, tappedVerb: string, carried: unknown): Promise<Message> => {
      const back = straightBack(tappedVerb, carried);
      const [verb, payload] = back ? [back.verb, back.data] : [tappedVerb, carried];
      if (verb === 'help.say') {
        const asked = saidPayload.safeParse(payload);
        if (!asked.success) return staleCard(typedIn(payload, saidPayload));
        return withWhomToAsk(turn, (await said({ ...turn, ...asked.data }, false)).message);
      }
      const handler = actions.get(verb);
      const parsed = handler?.schema.safeParse(payload ?? {});
      if (!handler || !parsed?.success) {
        log.warn({ known: handler !== undefined }, 'unknown action or payload');
        return staleCard(typedIn(payload, handler?.schema));
      }
      // The button carries what the schema understood, and not what came in: that may be anything.
      const retry = { verb, data: { ...(parsed.data as object) } };
      const feature = owners.get(handler);
      const { traceless } = handler;
      const run = async () => {
        const refused = await gate.refusal(turn, handler, { typed: false });
        return refused
          ? withTyped(refused, typedIn(payload, handler.schema))
          : handler.run(turn, parsed.data);
      };
      const message = await guarded(turn, { kind: 'action', name: verb, feature, traceless, retry }, () =>
        traceless ? withoutTrace(run) : run(),
      );
      return withWhomToAsk(turn, message);
    },
  };
}

export type Dispatcher = ReturnType<typeof createDispatcher>;
