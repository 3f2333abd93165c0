import type { Logger } from 'pino';
import type { Temporal } from 'temporal-polyfill';
import { notice, withTyped } from '../conversation/cards/notice.ts';
import type { Message } from '../conversation/message.ts';
import type { SearchResult } from '../conversation/offer.ts';
import type { Turn } from '../conversation/turn.ts';
import { typedIn } from '../conversation/typed-in.ts';
import { chatWith } from '../people/person.ts';
import type { TurnReads } from '../people/turn-reader.ts';
import { type IncomingActivity, searchIn, submitIn, tapIn } from './activity.ts';
import { type Dispatcher, errorFacts } from './dispatcher.ts';
import { type EventTools, handleEvent, meet } from './events.ts';
import type { Admission } from './fairness.ts';
import { CARD, type Render } from './render.ts';
import { withRetries } from './retry.ts';
import { deliver, type Send } from './sender.ts';
import { addressOf, turnOf } from './teams.ts';
import { attemptIn, type Wire } from './wire.ts';

export interface TurnTools {
  dispatcher: Dispatcher;
  events: Omit<EventTools, 'reply' | 'log'>;
  /** Whether an activity gets a turn: one sender keeps nobody else waiting. */
  admit(activity: IncomingActivity): Admission;
  wire: Wire;
  /** What is known of who is talking, read at most once a turn. */
  reader(directoryId: string): TurnReads;
  render: Render;
  send: Send;
  log: Logger;
  now(): Temporal.Instant;
}

/** The answer to an activity: what an invoke is answered with, nothing for all others. */
export interface InvokeAnswer {
  status: number;
  body: object;
}

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

/** The answer to a card action (Teams: universal actions): a card, or an error the client shows as such. */
function invokeAnswer(status: number, type: string, value: unknown): InvokeAnswer {
  return { status: 200, body: { statusCode: status, type, value } };
}

/** Gives the function that runs one verified activity. */
export function createTurns(tools: TurnTools) {
  const { dispatcher, wire, render, send, reader, log } = tools;

  async function reply(activity: IncomingActivity, message: Message): Promise<void> {
    const to = addressOf(activity);
    await withRetries(() => deliver({ wire, render }, to, message, attemptIn('people')));
  }

  async function answerInPrivate(activity: IncomingActivity, turn: Turn, message: Message): Promise<void> {
    // When storage is down the handler has said so in its answer and the log; here the person still gets a word.
    const person = await turn.person().catch(() => undefined);
    const chat = person && chatWith(person);
    const outcome = chat ? await send(chat, message, 'people') : undefined;
    await reply(activity, outcome?.kind === 'sent' ? sentInPrivate : noPrivateChat);
  }

  /**
   * Apps are often installed for everybody first and people added later: who writes then is met here. Gives the turn as it
   * is after that, since whoever was unknown may be known now.
   */
  async function meetLatecomer(activity: IncomingActivity, turn: Turn): Promise<Turn> {
    if (turn.scope !== 'personal') return turn;
    try {
      if (await turn.person()) return turn;
      await meet({ ...tools.events, reply, log }, activity);
    } catch (error) {
      // Whoever it is still gets an answer; what failed here is tried again at their next message.
      log.error({ kind: 'meeting', error: errorFacts(error) }, 'turn failed');
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
    if (isTap) await onSubmit(activity, turn);
    else await answer(activity, turn, await dispatcher.typed(turn));
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
    const composeExtension =
      results.length > 0
        ? { type: 'result', attachmentLayout: 'list', attachments: results.map(attachmentOf) }
        : { type: 'message', text: nothing };
    return { status: 200, body: { composeExtension } };
  }

  function attachmentOf({ title, hint, message }: SearchResult) {
    const preview = { contentType: THUMBNAIL, content: { title, text: hint } };
    return { contentType: CARD, content: render.card(message), preview };
  }

  /** For who has no turns left: nothing is run and storage is not asked. A message gets a word once a minute. */
  async function refuse(activity: IncomingActivity, isFirst: boolean): Promise<InvokeAnswer | undefined> {
    const { type, name } = activity;
    if (isFirst) log.warn({ kind: type }, 'too many turns of one sender');
    if (name === 'composeExtension/query')
      return {
        status: 200,
        body: { composeExtension: { type: 'result', attachmentLayout: 'list', attachments: [] } },
      };
    if (type === 'invoke') {
      if (name !== 'adaptiveCard/action') return { status: 200, body: {} };
      return invokeAnswer(200, CARD, render.card(withTyped(tooManyTaps, typedIn(tapIn(activity).data))));
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
    return invokeAnswer(200, CARD, render.card(message));
  }

  /** Runs one turn and gives the answer to an invoke; throws only when even the apology could not be sent. */
  return async (activity: IncomingActivity): Promise<InvokeAnswer | undefined> => {
    const admission = tools.admit(activity);
    if (admission !== 'run') return refuse(activity, admission === 'tell');
    if (activity.type === 'invoke') return onInvoke(activity);
    try {
      if (activity.type === 'message' || isEdited(activity)) await onMessage(activity);
      else await handleEvent({ ...tools.events, reply, log }, activity, tools.now().toString());
      return undefined;
    } catch (error) {
      log.error({ kind: activity.type, error: errorFacts(error) }, 'turn failed');
      throw error;
    }
  };
}
