import type { Queue } from '../../src/storage/index.ts';
import type { Behaviour, Connector } from '../support/connector.ts';
import type { LineBehaviour, Service, StorageLine } from '../support/storage-line.ts';
import type { BotProcessOptions, BotWord } from './bot-process.ts';

/** What a fault can be made of. */
export interface Stage {
  connector: Connector;
  /** What the bots have in place of storage. */
  line: StorageLine;
  queue: Queue;
  /** Stops the Azurite behind the line in order, and starts it on what it kept. */
  stopStorage(): Promise<void>;
  startStorage(): Promise<void>;
  /** Says something to the nth bot. */
  tell(word: BotWord, bot?: number): void;
  /** From 0 up to 1, by the seed. */
  draw(): number;
  /** Lets so many milliseconds pass, between these two, by the seed. */
  lasts(least: number, most: number): Promise<void>;
}

/** A fault in a round of cards. */
export interface Scenario {
  name: string;
  /** What happens, as a line of a table. */
  what: string;
  /** Before anything is planned; at a drawn number of cards when left out. */
  fromTheStart?: true;
  /** How many bots work on the round. */
  bots?: number;
  /** The second bot is of an older commit. */
  isOlderBeside?: true;
  /** Storage fails: cards in the hands of a bot may not be written down, and come twice. It is tried in the middle of answers too. */
  isOfStorage?: true;
  /** The storage has a folder of its own, so that it can be stopped. */
  ownStorage?: true;
  options?: Partial<BotProcessOptions>;
  /** Does the fault, from its beginning to its end. */
  fault(stage: Stage): Promise<void>;
}

/** A minute is six seconds of these: a round that was left while it was planned is taken up after two. */
const quick = { speed: 10, visibilitySeconds: 3, storageMs: 1_000 };
/** As in life in all but the figures: an attempt ends long before the message comes back. */
const likeLife = { speed: 1, visibilitySeconds: 20, attemptMs: 2_000 };

function atConnector(name: string, what: string, behaviour: Behaviour): Scenario {
  return {
    name: `connector-${name}`,
    what: `Teams ${what}`,
    options: likeLife,
    fault: async ({ connector, lasts }) => {
      connector.behave(behaviour);
      await lasts(300, 3_000);
      connector.behave({ do: 'accept' });
    },
  };
}

function throttled(name: string, retryAfter: string | undefined): Scenario {
  return {
    name: `connector-429${name}`,
    what: `Teams takes one card in ten and refuses the others with 429${retryAfter ? ` and Retry-After ${retryAfter}` : ''}`,
    options: likeLife,
    fault: async ({ connector, lasts }) => {
      connector.throttle({ perSecond: 20, retryAfter });
      await lasts(300, 3_000);
      connector.throttle(undefined);
    },
  };
}

function atStorage(name: string, what: string, behaviour: LineBehaviour, only?: Service): Scenario {
  return {
    name,
    what,
    isOfStorage: true,
    options: quick,
    fault: async ({ line, lasts }) => {
      line.behave(behaviour, only);
      await lasts(300, 3_000);
      line.behave({ do: 'pass' });
    },
  };
}

/** Letters that no version of Kompas wrote, or one that is newer. */
const poison = [
  'no letter at all',
  '{"v":1}',
  '{"v":99,"team":"team-0","recipients":["team-0-1"]}',
  '{"v":1,"round":"nobody-knows","team":"team-0","period":"2026-W49","day":"2026-11-30","until":"2026-11-30T16:00:00Z","n":0,"recipients":["team-0-1"],"run":0}',
  '{"v":1,"round":"checkin","team":"gone","period":"2026-W49","day":"2026-11-30","until":"2026-11-30T16:00:00Z","n":0,"recipients":["nobody"],"run":0}',
];
const POISONED = 8;

const HOUR_S = 3_600;

/** Every fault that a round of cards is tried with. */
export const scenarios: readonly Scenario[] = [
  throttled('', '1'),
  throttled('-without-time', undefined),
  atConnector('412', 'answers 412 to everything', { do: 'answer', status: 412, code: 'PreconditionFailed' }),
  atConnector('413', 'finds every card too big (413)', {
    do: 'answer',
    status: 413,
    code: 'MessageSizeTooBig',
    ifCard: true,
  }),
  atConnector('500', 'answers 500 to everything', { do: 'answer', status: 500, code: 'ServiceError' }),
  atConnector('502', 'answers 502 with a page of a gateway', {
    do: 'answer',
    status: 502,
    body: '<html>Bad Gateway</html>',
  }),
  atConnector('503', 'answers 503 with Retry-After 1', { do: 'answer', status: 503, retryAfter: '1' }),
  atConnector('504', 'takes every card in and answers 504', { do: 'answer', status: 504, arrived: true }),
  atConnector('hangs', 'answers nothing, and takes everything in after that', { do: 'hang' }),
  atConnector('closes', 'cuts the line before the card', { do: 'reset' }),
  atConnector('closes-after', 'cuts the line after the card', { do: 'reset', arrived: true }),
  atConnector('cuts-answer', 'cuts the line in the middle of its answer', { do: 'cut answer' }),
  {
    name: 'storage-stopped',
    what: 'Azurite is stopped and started',
    ownStorage: true,
    isOfStorage: true,
    options: quick,
    fault: async ({ stopStorage, startStorage, lasts }) => {
      await stopStorage();
      await lasts(300, 3_000);
      await startStorage();
    },
  },
  atStorage('storage-busy', 'storage answers 503 with Retry-After 1', { do: 'busy', retryAfter: '1' }),
  atStorage('storage-busy-long', 'storage answers 503 with Retry-After 3600', {
    do: 'busy',
    retryAfter: '3600',
  }),
  atStorage('storage-500', 'storage answers 500', { do: 'busy', status: 500 }),
  atStorage('storage-hangs', 'storage answers nothing', { do: 'hang' }),
  atStorage('storage-closes', 'the line to storage is cut before the request', { do: 'reset' }),
  atStorage('storage-closes-after', 'storage writes and the line is cut before its answer', {
    do: 'cut answer',
  }),
  atStorage(
    'queue-closes',
    'letters are sent but not taken away, so they come again',
    { do: 'reset' },
    'queue',
  ),
  atStorage(
    'queue-closes-after',
    'letters are put in and handed out, and nobody hears of it',
    { do: 'cut answer' },
    'queue',
  ),
  {
    name: 'queue-doubles',
    what: 'every letter is in the queue twice, from the start',
    fromTheStart: true,
    // A copy may wait only as long as in life: with a quick clock it would be free before the first one is through.
    options: likeLife,
    fault: async ({ line, lasts }) => {
      line.behave({ do: 'double' }, 'queue');
      await lasts(3_000, 6_000);
      line.behave({ do: 'pass' });
    },
  },
  {
    name: 'queue-poisoned',
    what: 'letters that nobody can read, of a newer version, of an unknown round and of a team that is gone',
    options: quick,
    fault: async ({ queue }) => {
      for (let n = 0; n < POISONED; n += 1) for (const letter of poison) await queue.send(letter);
    },
  },
  {
    name: 'clock-forward',
    what: 'the clock of the machine is put an hour forward',
    options: quick,
    fault: async ({ tell }) => tell({ jumpSeconds: HOUR_S }),
  },
  {
    name: 'clock-back',
    what: 'the clock of the machine is put an hour back, and is mended after a few seconds',
    options: quick,
    fault: async ({ tell, lasts }) => {
      tell({ jumpSeconds: -HOUR_S });
      await lasts(300, 3_000);
      tell({ jumpSeconds: HOUR_S });
    },
  },
  {
    name: 'clocks-apart',
    what: 'two bots whose clocks are an hour apart, from the start',
    fromTheStart: true,
    bots: 2,
    options: quick,
    fault: async ({ tell }) => tell({ jumpSeconds: -HOUR_S }, 1),
  },
  {
    name: 'two-versions',
    what: 'a bot of an older commit works on the round beside one of this one',
    bots: 2,
    isOlderBeside: true,
    options: quick,
    fault: async () => {},
  },
];
