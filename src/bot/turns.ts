import type { Logger } from 'pino';
import type { Temporal } from 'temporal-polyfill';
import type { Attached } from '../conversation/attached.ts';
import { notice, withTyped } from '../conversation/cards/notice.ts';
import type { Message } from '../conversation/message.ts';
import type { SearchResult } from '../conversation/offer.ts';
import type { Turn } from '../conversation/turn.ts';
import { typedIn } from '../conversation/typed-in.ts';
import { errorFacts } from '../lib/error-facts.ts';
import { logLines } from '../log-lines.ts';
import { type Address, chatWith } from '../people/person.ts';
import type { TurnReads } from '../people/turn-reader.ts';
import { type IncomingActivity, searchIn, submitIn, tapIn } from './activity.ts';
import { attachedTo, type Download } from './attached.ts';
import type { Background } from './background.ts';
import { correlationNow } from './correlation.ts';
import type { Dispatcher } from './dispatcher.ts';
import { type EventTools, handleEvent, meet } from './events.ts';
import type { Admission } from './fairness.ts';
import { type InvokeAnswer, invokeAnswer, searchAnswer } from './invoke-answers.ts';
import { answerSlowly } from './received.ts';
import { CARD, type Render } from './render.ts';
import { createSaying } from './saying.ts';
import { addressOf, turnOf } from './teams.ts';
import { CallError, type Wire } from './wire.ts';

export interface TurnTools {
  dispatcher: Dispatcher;
  events: Omit<EventTools, 'reply' | 'log' | 'greet'>;
  /** Whether an activity gets a turn: one sender keeps nobody else waiting. */
  admit(activity: IncomingActivity): Promise<Admission>;
  wire: Wire;
  /** Fetches the files that people send. */
  download: Download;
  /** What goes on after its turn was answered. */
  background: Background;
  /** What is known of who is talking, read at most once a turn. */
  reader(directoryId: string): TurnReads;
  render: Render;
  log: Logger;
  now(): Temporal.Instant;
  /** So long Teams waits for the answer to a tap, in milliseconds. */
  invokeMs?: number;
}

/** Teams gives up on the answer to a tap after about five seconds; some of these pass on the way. */
const INVOKE_MS = 4_500;

const THUMBNAIL = 'application/vnd.microsoft.card.thumbnail';

const sentInPrivate: Message = { text: 'Ik heb je antwoord in onze eigen chat gezet.' };
const noPrivateChat: Message = {
  text: 'Dit is persoonlijk. Open een chat met mij en typ het daar nog eens.',
};
const anonymous: Message = {
  text: 'Ik zie niet wie je bent. Gebruik Teams met je werkaccount.',
};

/**
 * For a tap that came as a message, from a client that knows no `Action.Execute`. What the tap gave stays unsaid: the answer to
 * a message is kept by Microsoft 365 (trust:answers-not-in-messages).
 */
export const tapReceived = notice(
  'kompas',
  'Je tik is binnen',
  'Teams bewaart wat ik hier schrijf. Daarom zet ik het antwoord hier niet neer. Wil je het zien? Werk Teams bij, of open Teams in de browser.',
);

const slowTap = notice(
  'kompas',
  'Dit duurt langer dan normaal',
  'Ik ga er nog mee door. Open de kaart over een minuut opnieuw. Dan zie je of het gelukt is.',
);

const tooMany: Message = {
  text: 'Even geduld. Je stuurt me heel veel achter elkaar. Wacht een minuut en stuur het dan opnieuw.',
};
const tooManyTaps = notice(
  'kompas',
  'Even geduld',
  'Je stuurt me heel veel achter elkaar. Daarom heb ik dit niet gedaan. Er is niets veranderd. Wacht een minuut en open de kaart dan opnieuw.',
);

/** A message that somebody changed after sending it is read like a new one; one that was deleted or brought back is not. */
const isEdited = ({ type, channelData }: IncomingActivity) =>
  type === 'messageUpdate' && channelData?.eventType === 'editMessage';

/** Gives the function that runs one verified activity. */
export function createTurns(tools: TurnTools) {
  const { dispatcher, reader, log } = tools;
  const saying = createSaying(tools);
  const reply = (activity: IncomingActivity, message: Message) => saying.say(addressOf(activity), message);

  const eventTools: EventTools = {
    ...tools.events,
    reply,
    log,
    greet: (activity) => dispatcher.greeted(turnOf(activity, tools.now(), reader)),
  };

  async function answerInPrivate(activity: IncomingActivity, turn: Turn, message: Message): Promise<void> {
    // When storage is down the handler has said so in its answer and the log; here the person still gets a word.
    const person = await turn.person().catch(() => undefined);
    const chat = person && chatWith(person);
    await reply(activity, chat && (await isSaid(chat, message)) ? sentInPrivate : noPrivateChat);
  }

  /** Says something in another conversation than the one it was asked in; false when it did not come through there. */
  async function isSaid(chat: Address, message: Message): Promise<boolean> {
    try {
      await saying.say(chat, message);
      return true;
    } catch (error) {
      log.warn({ kind: 'own chat', error: errorFacts(error) }, 'not answered');
      return false;
    }
  }

  /**
   * Apps are often installed for everybody first and people added later: who writes then is met here. Gives the turn as it
   * is after that, since whoever was unknown may be known now.
   */
  async function meetLatecomer(activity: IncomingActivity, turn: Turn): Promise<Turn> {
    if (turn.scope !== 'personal') return turn;
    try {
      if (await turn.person()) return turn;
      await meet(eventTools, activity);
    } catch (error) {
      // Whoever it is still gets an answer; what failed here is tried again at their next message.
      log.error({ kind: 'meeting', error: errorFacts(error) }, logLines.turnFailed);
    }
    return { ...turn, ...reader(turn.directoryId) };
  }

  /** Says something where it was asked, or in the person's own chat when it is theirs alone. */
  async function answer(
    activity: IncomingActivity,
    turn: Turn,
    { message, private: isPrivate }: { message: Message; private: boolean },
  ): Promise<void> {
    if (isPrivate && turn.scope !== 'personal') await answerInPrivate(activity, turn, message);
    else await reply(activity, message);
  }

  /** A tap from a client that sends it as a message. Its data may hold anything: it is answered without saying what came of it. */
  async function onSubmit(activity: IncomingActivity, turn: Turn): Promise<void> {
    const { verb, data } = submitIn(activity);
    if (verb === 'help.say') {
      const { text } = data;
      const said = { ...turn, text: typeof text === 'string' ? text : '' };
      return answer(activity, said, await dispatcher.typed(said));
    }
    await dispatcher.tapped(turn, verb, data);
    return answer(activity, turn, { message: tapReceived, private: true });
  }

  async function onMessage(activity: IncomingActivity): Promise<void> {
    const asked = turnOf(activity, tools.now(), reader);
    if (asked.directoryId === '') return reply(activity, anonymous);
    const turn = await meetLatecomer(activity, asked);
    const isTap = asked.text === '' && activity.value !== undefined && activity.value !== null;
    if (isTap) return onSubmit(activity, turn);
    const attached = isEdited(activity) ? [] : attachedTo(activity, tools.download);
    // A picture beside words is mostly a smiley: what was typed is what was meant.
    const isSent = attached.some(({ kind }) => kind !== 'picture') || asked.text === '';
    if (attached.length === 0 || !isSent) return answer(activity, turn, await dispatcher.typed(turn));
    return onAttached(activity, turn, attached);
  }

  /** What somebody sent along. What they typed with it is answered first, unless it only says what the file is. */
  async function onAttached(
    activity: IncomingActivity,
    turn: Turn,
    attached: readonly Attached[],
  ): Promise<void> {
    if (turn.text !== '' && !(await dispatcher.isAboutFile(turn)))
      await answer(activity, turn, await dispatcher.typed(turn));
    const received = await dispatcher.received(turn, attached);
    if (!received) return;
    const { answer: found, private: isPrivate } = received;
    if ('text' in found) return answer(activity, turn, { message: found, private: isPrivate });
    return answerSlowly({ ...tools, saying }, addressOf(activity), found);
  }

  /** Teams: a search command of a message extension. */
  async function onSearch(activity: IncomingActivity): Promise<InvokeAnswer> {
    const query = searchIn(activity);
    if (!query) return { status: 400, body: {} };
    const turn = turnOf(activity, tools.now(), reader);
    const found = activity.from.aadObjectId
      ? await dispatcher.searched({ ...turn, text: query.text }, query.command)
      : { results: [], nothing: anonymous.text };
    if (!found) return { status: 400, body: {} };
    const { results, nothing } = found;
    const attachments = results.flatMap(attachmentsOf);
    if (results.length > 0 && attachments.length === 0)
      return searchAnswer(saying.failed(new Error('no card')));
    if (attachments.length === 0) return searchAnswer(nothing);
    return searchAnswer(attachments);
  }

  /** One thing that was found; nothing where its card cannot be made. */
  function attachmentsOf({ title, hint, message }: SearchResult): object[] {
    const preview = { contentType: THUMBNAIL, content: { title, text: hint } };
    return (saying.attachmentOf(message) ?? []).map((card) => ({ ...card, preview }));
  }

  /** For who has no turns left: nothing is run and storage is not asked. A message gets a word once a minute. */
  async function refuse(activity: IncomingActivity, isFirst: boolean): Promise<InvokeAnswer | undefined> {
    const { type, name } = activity;
    if (isFirst) log.warn({ kind: type }, 'too many turns of one sender');
    if (name === 'composeExtension/query') return searchAnswer([]);
    if (type === 'invoke') {
      if (name !== 'adaptiveCard/action') return { status: 200, body: {} };
      return invokeAnswer(200, CARD, saying.cardOf(withTyped(tooManyTaps, typedIn(tapIn(activity).data))));
    }
    if (isFirst && (type === 'message' || isEdited(activity)))
      // The word is a kindness: when it does not arrive, nothing is lost.
      await reply(activity, tooMany).catch((error: unknown) =>
        log.warn({ kind: type, error: errorFacts(error) }, 'not told'),
      );
    return undefined;
  }

  async function onInvoke(activity: IncomingActivity): Promise<InvokeAnswer> {
    const { name, from } = activity;
    if (name === 'composeExtension/query') return onSearch(activity);
    // What Kompas does not offer, Teams asks all the same: nothing is to be done, and it is no fault of anybody.
    if (name !== 'adaptiveCard/action') return { status: 200, body: {} };
    if (!from.aadObjectId)
      return invokeAnswer(200, 'application/vnd.microsoft.activity.message', anonymous.text);
    const { verb, data } = tapIn(activity);
    const turn = turnOf(activity, tools.now(), reader);
    const message = await dispatcher.tapped({ ...turn, text: '' }, verb, data);
    return invokeAnswer(200, CARD, saying.cardOf(message));
  }

  /** The answer to an invoke, also when it fails in a way that nobody thought of. */
  async function answerInvoke(activity: IncomingActivity): Promise<InvokeAnswer> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<InvokeAnswer>((resolve) => {
      const { name } = activity;
      const answer = () =>
        name === 'composeExtension/query'
          ? searchAnswer(slowTap.text)
          : invokeAnswer(200, CARD, saying.cardOf(withTyped(slowTap, typedIn(tapIn(activity).data))));
      timer = setTimeout(() => resolve(answer()), tools.invokeMs ?? INVOKE_MS);
    });
    try {
      return await Promise.race([onInvoke(activity), late]);
    } catch (error) {
      const words = saying.failed(error);
      if (activity.name === 'composeExtension/query') return searchAnswer(words);
      return invokeAnswer(200, CARD, saying.cardOf({ text: words }));
    } finally {
      clearTimeout(timer);
    }
  }

  /** Deals with a message. What fails is told to who wrote it, unless nothing can be told them. */
  async function answerMessage(activity: IncomingActivity): Promise<void> {
    try {
      await onMessage(activity);
    } catch (error) {
      if (!(error instanceof CallError)) return reply(activity, { text: saying.failed(error) });
      log.error({ kind: activity.type, error: errorFacts(error) }, 'not answered');
      throw error;
    }
  }

  /** Runs one turn and gives the answer to an invoke; throws only when not even an apology came through. */
  return async (activity: IncomingActivity): Promise<InvokeAnswer | undefined> => {
    const admission = await tools.admit(activity);
    if (admission !== 'run') return refuse(activity, admission === 'tell');
    if (activity.type === 'invoke') return answerInvoke(activity);
    if (activity.type === 'message' || isEdited(activity)) {
      await answerMessage(activity);
      return undefined;
    }
    try {
      await handleEvent(eventTools, activity, tools.now().toString());
      return undefined;
    } catch (error) {
      const correlation = correlationNow();
      log.error({ kind: activity.type, correlation, error: errorFacts(error) }, logLines.turnFailed);
      throw error;
    }
  };
}
