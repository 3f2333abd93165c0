import { startConnector, type Throttle } from '../test/support/connector.ts';

/** What the bench hears when it asks how it went. */
export interface ConnectorTally {
  requests: number;
  throttled: number;
  delivered: number;
  /** Conversations written to. */
  people: number;
  /** Milliseconds of real time (`Date.now`) of the first and the last activity that arrived; 0 without any. */
  firstMs: number;
  lastMs: number;
}

/** The connector in a process of its own: its work and memory are not the bot's. */
const connector = await startConnector();

process.on('message', (message: { throttle: Throttle } | 'tally' | 'forget' | 'stop') => {
  if (message === 'stop') {
    void connector.stop().then(() => process.disconnect());
    return;
  }
  const { requests, sent } = connector;
  if (message === 'forget') {
    requests.length = 0;
    sent.length = 0;
    process.send?.('forgotten');
    return;
  }
  if (message !== 'tally') {
    connector.throttle(message.throttle);
    return;
  }
  const [first, last] = [sent[0], sent.at(-1)];
  const realMs = (one: typeof last) => (one ? Math.round(performance.timeOrigin + one.at) : 0);
  const tally: ConnectorTally = {
    requests: requests.length,
    throttled: requests.filter(({ status }) => status === 429).length,
    delivered: sent.length,
    people: connector.counts().size,
    firstMs: realMs(first),
    lastMs: realMs(last),
  };
  process.send?.(tally);
});
process.send?.({ url: connector.url });
