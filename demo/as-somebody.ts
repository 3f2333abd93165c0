import type { App } from '../src/app.ts';
import { createDispatcher } from '../src/bot/dispatcher.ts';
import type { Message } from '../src/conversation/message.ts';
import { createLog } from '../src/log.ts';
import { turnReader } from '../src/people/turn-reader.ts';
import { demoDirectoryId } from './people.ts';

/** A tap of an invented person (the id of their row) on a button: which one, and what it carries. Gives the answer. */
export type TapAs = (personId: string, verb: string, data: object) => Promise<Message>;

/**
 * Lets invented people tap on the buttons of their cards. Their taps go the way of every tap: the same rights, the same checks
 * and the same handlers. Only Teams is left out, so that nobody needs a page of their own.
 */
export function tapAs({ features, services }: Pick<App, 'features' | 'services'>): TapAs {
  const { people, settings, administrators, now } = services;
  const reads = turnReader({ people, settings });
  const dispatcher = createDispatcher({
    features,
    log: createLog('warn'),
    administrators,
    isTooMuch: () => false,
    everybody: () => people.everybody(),
    onWritten: async () => {},
    onReturn: async () => {},
  });
  return (personId, verb, data) => {
    const directoryId = demoDirectoryId(personId);
    const turn = {
      ...reads(directoryId),
      now: now(),
      directoryId,
      scope: 'personal' as const,
      // Answers to taps travel in the response, so nothing is sent here.
      address: { serviceUrl: '', conversation: `demo-${personId}`, user: `29:${personId}`, bot: '28:kompas' },
      text: '',
      mentions: [],
    };
    return dispatcher.tapped(turn, verb, data);
  };
}

/** What the form on a card carries under this name, unseen. Throws when it carries no such thing. */
export function carriedBy({ card }: Message, name: string): string {
  const found = new RegExp(`"${name}":"([^"]+)"`).exec(JSON.stringify(card))?.[1];
  if (found === undefined) throw new Error(`a form of the demo carries no ${name}`);
  return found;
}
