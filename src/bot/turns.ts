import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Message } from '../conversation/message.ts';
import type { SearchResult } from '../conversation/offer.ts';
import type { Turn } from '../conversation/turn.ts';
import { chatWith } from '../people/person.ts';
import type { TurnReads } from '../people/turn-reader.ts';
import { type Dispatcher, errorFacts } from './dispatcher.ts';
import { type EventTools, handleEvent, meet } from './events.ts';
import type { Render } from './render.ts';
import { withRetries } from './retry.ts';
import type { Send } from './sender.ts';
import { turnOf } from './teams.ts';

export interface TurnTools {
  dispatcher: Dispatcher;
  events: Omit<EventTools, 'reply'>;
  /** What is known of who is talking, read at most once a turn. */
  reader(directoryId: string): TurnReads;
  render: Render;
  send: Send;
  log: Logger;
  now(): Temporal.Instant;
}

const CARD = 'application/vnd.microsoft.card.adaptive';
const THUMBNAIL = 'application/vnd.microsoft.card.thumbnail';

/** What Teams sends for a search: the command of the manifest and its parameters. */
const searchPayload = z.object({
  commandId: z.string().min(1).max(100),
  parameters: z
    .array(z.object({ name: z.string(), value: z.unknown() }))
    .max(10)
    .optional(),
});

const sentInPrivate: Message = { text: 'Ik heb je antwoord in onze eigen chat gezet.' };
const noPrivateChat: Message = {
  text: 'Dit is persoonlijk. Open een chat met mij en typ het daar nog eens.',
};
const anonymous: Message = {
  text: 'Ik zie niet wie je bent. Gebruik Teams met je werkaccount.',
};

/** The answer to a card action (Teams: universal actions): a card, or an error the client shows as such. */
function invokeAnswer(status: number, type: string, value: unknown): InvokeResponse {
  return { status: 200, body: { statusCode: status, type, value } };
}

/** Gives the function that runs one verified activity. */
export function createTurns(tools: TurnTools) {
  const { dispatcher, render, send, reader, log } = tools;

  async function reply(context: TurnContext, message: Message): Promise<void> {
    const { activity } = context;
    const to = {
      serviceUrl: activity.serviceUrl,
      conversation: activity.conversation.id,
      user: activity.from.id,
      bot: '',
    };
    await withRetries(() => context.sendActivity(render.activity(message, to)));
  }

  async function answerInPrivate(context: TurnContext, turn: Turn, message: Message): Promise<void> {
    // When storage is down the handler has said so in its answer and the log; here the person still gets a word.
    const person = await turn.person().catch(() => undefined);
    const chat = person && chatWith(person);
    const outcome = chat ? await send(chat, message, 'people') : undefined;
    await reply(context, outcome?.kind === 'sent' ? sentInPrivate : noPrivateChat);
  }

  /**
   * Apps are often installed for everybody first and people added later: who writes then is met here. Gives the turn as it
   * is after that, since whoever was unknown may be known now.
   */
  async function meetLatecomer(context: TurnContext, turn: Turn): Promise<Turn> {
    if (turn.scope !== 'personal') return turn;
    try {
      if (await turn.person()) return turn;
      await meet({ ...tools.events, reply }, context);
    } catch (error) {
      // Whoever it is still gets an answer; what failed here is tried again at their next message.
      log.error({ kind: 'meeting', error: errorFacts(error) }, 'turn failed');
    }
    return { ...turn, ...reader(turn.directoryId) };
  }

  async function onMessage(context: TurnContext): Promise<void> {
    const asked = turnOf(context.activity, tools.now(), reader);
    // An Action.Submit comes as a message without text; all our cards use Action.Execute.
    if (asked.text === '' && context.activity.value !== undefined) return;
    if (asked.directoryId === '') return reply(context, anonymous);
    const turn = await meetLatecomer(context, asked);
    const answer = await dispatcher.typed(turn);
    if (answer.private && turn.scope !== 'personal') await answerInPrivate(context, turn, answer.message);
    else await reply(context, answer.message);
  }

  /** Teams: a search command of a message extension. Its first call comes without words. */
  async function onSearch(context: TurnContext): Promise<InvokeResponse> {
    const { value, from } = context.activity;
    const query = searchPayload.safeParse(value);
    if (!query.success) return { status: 400, body: {} };
    const turn = turnOf(context.activity, tools.now(), reader);
    const text = query.data.parameters?.find(({ name }) => name !== 'initialRun')?.value ?? '';
    const found = from.aadObjectId
      ? await dispatcher.searched({ ...turn, text: `${text}` }, query.data.commandId)
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

  async function onInvoke(context: TurnContext): Promise<InvokeResponse> {
    const { name, value, from } = context.activity;
    if (name === 'composeExtension/query') return onSearch(context);
    if (name !== 'adaptiveCard/action') return { status: 501, body: {} };
    if (!from.aadObjectId)
      return invokeAnswer(200, 'application/vnd.microsoft.activity.message', anonymous.text);
    const action = (value as { action?: { verb?: unknown; data?: unknown } } | undefined)?.action;
    const turn = turnOf(context.activity, tools.now(), reader);
    const verb = typeof action?.verb === 'string' ? action.verb : '';
    const message = await dispatcher.tapped({ ...turn, text: '' }, verb, action?.data);
    return invokeAnswer(200, CARD, render.card(message));
  }

  /** Runs one turn; throws only when even the apology could not be sent. */
  return async (context: TurnContext): Promise<void> => {
    const { activity } = context;
    if (activity.type === 'invoke') {
      const value = await onInvoke(context);
      await context.sendActivity({ type: 'invokeResponse', value } as Partial<Activity>);
      return;
    }
    try {
      if (activity.type === 'message') await onMessage(context);
      else await handleEvent({ ...tools.events, reply }, context);
    } catch (error) {
      log.error({ kind: activity.type, error: errorFacts(error) }, 'turn failed');
      throw error;
    }
  };
}
