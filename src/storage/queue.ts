import { type QueueClient, RestError } from '@azure/storage-queue';
import type { OnRequest } from './request.ts';

/** A message that is ours until its visibility time ends; after that it comes back to whoever asks. */
export interface Received {
  id: string;
  receipt: string;
  body: string;
  /** How often it was handed out, this time included. */
  deliveries: number;
}

/** A queue whose messages come at least once. */
export interface Queue {
  send(body: string, delaySeconds?: number): Promise<void>;
  /** At most `count` (up to 32) messages, hidden from others for `hiddenSeconds`. */
  receive(count: number, hiddenSeconds: number): Promise<Received[]>;
  /** Gives the message back with another body, visible again after `delaySeconds`; false when it is no longer ours. */
  giveBack(message: Received, body: string, delaySeconds: number): Promise<boolean>;
  /** Removes the message; false when it is no longer ours. */
  remove(message: Received): Promise<boolean>;
  /** Roughly how many messages there are, hidden ones included. */
  depth(): Promise<number>;
  /** When the first message that is not hidden was put in, also where it was given back since; undefined for an empty queue. */
  oldest(): Promise<Date | undefined>;
}

/** A delivered message may never expire in between: giving up is our decision, not the queue's. */
const FOREVER = -1;

/**
 * Gives a queue its shape. Bodies are text; they travel as base64, since Azure queues carry XML. A queue that says nothing
 * is given up after `callMs` milliseconds: the SDK itself would wait for ever.
 */
export function openQueue(client: QueueClient, onRequest: OnRequest, callMs: number): Queue {
  const limit = () => ({ abortSignal: AbortSignal.timeout(callMs) });
  const count = (method: string, body?: string) =>
    onRequest({ service: 'queue', method, url: client.url, body });
  async function ifOurs(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      if (error instanceof RestError && (error.statusCode === 404 || error.statusCode === 400)) return false;
      throw error;
    }
  }
  const encode = (body: string) => Buffer.from(body, 'utf8').toString('base64');
  return {
    send: async (body, delaySeconds = 0) => {
      const text = encode(body);
      count('POST', text);
      await client.sendMessage(text, {
        visibilityTimeout: delaySeconds,
        messageTimeToLive: FOREVER,
        ...limit(),
      });
    },
    receive: async (most, hiddenSeconds) => {
      count('GET');
      const answer = await client.receiveMessages({
        numberOfMessages: most,
        visibilityTimeout: hiddenSeconds,
        ...limit(),
      });
      return answer.receivedMessageItems.map((item) => ({
        id: item.messageId,
        receipt: item.popReceipt,
        body: Buffer.from(item.messageText, 'base64').toString('utf8'),
        deliveries: item.dequeueCount,
      }));
    },
    giveBack: async (message, body, delaySeconds) => {
      const text = encode(body);
      count('PUT', text);
      return ifOurs(() => client.updateMessage(message.id, message.receipt, text, delaySeconds, limit()));
    },
    remove: (message) => {
      count('DELETE');
      return ifOurs(() => client.deleteMessage(message.id, message.receipt, limit()));
    },
    depth: async () => (await client.getProperties(limit())).approximateMessagesCount ?? 0,
    oldest: async () =>
      (await client.peekMessages({ numberOfMessages: 1, ...limit() })).peekedMessageItems[0]?.insertedOn,
  };
}
