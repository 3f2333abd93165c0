import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MOST_IN_ONE_PLACE } from '../../src/bot/on-behalf.ts';
import type { CalendarChange } from '../../src/features/team/changes/change.ts';
import { versionOf } from '../../src/features/team/changes/rules.ts';
import {
  chatOf,
  imported,
  inChannel,
  type Sent,
  type Somebody,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
  typed,
  wordsOf,
} from '../support/bot.ts';
import { crewOf, pilotOf } from '../support/pilot.ts';

const [first, second] = [somebody(1), somebody(2)];
const mates = Array.from({ length: 6 }, (_, n) => somebody(3 + n));
const CHANNEL = '19:channel';
let bot: TestBot;
let learning: string;

beforeEach(async () => {
  bot = await startTestBot({ env: { TURNS_PER_MINUTE: '100000' } });
  const channel = { serviceUrl: bot.connector.url, conversation: CHANNEL, bot: '28:kompas' };
  const { people, settings, pilots, learnings, changes } = bot.core;
  await people.save(
    [first, second, ...mates].map((who) =>
      imported(who, { access: ['manager'], reach: 'open', address: chatOf(who, bot.connector.url) }),
    ),
  );
  await settings.changeTeam('objecten-west', (now) => ({ ...now, channel }));
  const pilot = pilotOf({ channel });
  await pilots.add(pilot, crewOf([first, second], mates));
  await learnings.addLearning(pilot, 'Terugsturen kost drie dagen', 'retro');
  learning = (await learnings.all())[0]?.id ?? '';
  await changes.add(placed, '2026-11-25');
});
afterEach(() => bot.stop());

const placed: CalendarChange = {
  id: 'K-00000001',
  title: 'Nieuw scherm',
  scope: { kind: 'team', key: 'objecten-west' },
  roles: [],
  impact: 'small',
  effect: 'Je ziet andere knoppen.',
  unknown: '',
  when: { around: 'ooit' },
};

const tap = async (who: Somebody, verb: string, data: object): Promise<string> =>
  JSON.stringify((await bot.post(tapped(who, verb, data))).body.value);
const says = (who: Somebody, text: string) => bot.hear(inChannel(typed(who, `<at>Kompas</at> ${text}`)));

/** What came in the channel of the team. */
const arrived = (): Sent[] =>
  bot.connector.sent.filter(({ conversation }) => conversation.startsWith(CHANNEL));

interface Telling {
  /** Once before, such as beginning what is told about. */
  begin?(): Promise<unknown>;
  /** The `n`th time: makes Kompas write in the channel, and gives what this person reads. */
  tell(who: Somebody, n: number): Promise<string>;
  /** What somebody reads when the channel got nothing. */
  untold: string;
  /** What they did is kept all the same. */
  isKept(n: number): Promise<boolean>;
}

/** Everything by which one person can make Kompas write to others again and again. */
const tellings: Record<string, Telling> = {
  'moving something on the calendar': {
    tell: async (who, n) => {
      const now = (await bot.core.changes.get(placed.id)) ?? placed;
      return tap(who, 'changes.move-to', {
        id: placed.id,
        seen: versionOf(now),
        around: `week ${n}`,
        reason: 'Het schuift.',
      });
    },
    untold: 'Vertel het daar zelf',
    isKept: async (n) =>
      JSON.stringify((await bot.core.changes.get(placed.id))?.when) ===
      JSON.stringify({ around: `week ${n}` }),
  },
  'proposing to share a learning point, and saying no to it': {
    tell: async (who) => {
      const words = await tap(who, 'learning.propose', {
        id: learning,
        title: 'Bel voordat je terugstuurt',
        why: 'Dan weet je meteen wat er mist.',
      });
      await tap(who, 'learning.refuse', { id: learning, reason: '' });
      return words;
    },
    untold: 'Je voorstel staat klaar',
    isKept: async () => ((await bot.core.learnings.get(learning))?.proposal ?? 0) > MOST_IN_ONE_PLACE,
  },
  'asking a team what it thinks of its pilot': {
    tell: (who) => tap(who, 'pilot.ask-evaluation', { pilot: 'P-1' }),
    untold: 'Je team heeft de vraag nog niet gekregen',
    isKept: async () => true,
  },
  'writing the agreements of a team': {
    begin: () => says(mates[0] as Somebody, 'teamdialoog'),
    tell: async (who, n) => {
      const { id = '' } = (await bot.core.dialogues.of('objecten-west'))?.value ?? {};
      return tap(who, 'dialogue.save', { id, agreement1: `We bellen eerst, keer ${n}.` });
    },
    untold: 'vertel het je team zelf',
    isKept: async (n) =>
      (await bot.core.dialogues.of('objecten-west'))?.value.agreements[0] === `We bellen eerst, keer ${n}.`,
  },
  'writing what a team brings': {
    tell: (who, n) =>
      tap(who, 'compass.save', { team: 'objecten-west', brings: `We bellen eerst, keer ${n}.`, needs: '' }),
    untold: 'vertel het je team zelf',
    isKept: async (n) =>
      (await bot.core.compasses.of('objecten-west'))?.value.brings === `We bellen eerst, keer ${n}.`,
  },
};

describe.each(Object.entries(tellings))('%s', (_, { begin, tell, untold, isKept }) => {
  test('writes so often a day in one channel; after that it is kept, and whoever does it hears that it was not told', async () => {
    await begin?.();
    const before = arrived().length;
    for (let n = 0; n < MOST_IN_ONE_PLACE; n += 1) expect(await tell(first, n)).not.toContain(untold);
    expect(arrived().length - before).toBe(MOST_IN_ONE_PLACE);
    for (const n of [MOST_IN_ONE_PLACE, MOST_IN_ONE_PLACE + 1]) {
      expect(await tell(first, n)).toContain(untold);
      expect(await isKept(n)).toBe(true);
    }
    expect(arrived().length - before).toBe(MOST_IN_ONE_PLACE);
    // Somebody else did nothing too often, and whoever talks to Kompas is answered.
    expect(await tell(second, MOST_IN_ONE_PLACE + 2)).not.toContain(untold);
    expect(arrived().length - before).toBe(MOST_IN_ONE_PLACE + 1);
    expect(wordsOf(await says(first, 'help'))).toContain('Dit kun je mij vragen');
    bot.clock.now = bot.clock.now.add({ hours: 24 });
    expect(await tell(first, MOST_IN_ONE_PLACE + 3)).not.toContain(untold);
  });
});

test('where the channel heard enough, each chat hears no more than that either', async () => {
  // It is told in working hours alone.
  bot.clock.now = Temporal.Instant.from('2026-11-25T10:30:00Z');
  const { tell } = tellings['proposing to share a learning point, and saying no to it'] as Telling;
  for (let n = 0; n < 2 * MOST_IN_ONE_PLACE + 1; n += 1) await tell(first, n);
  for (const { id } of mates)
    expect(
      bot.connector.sent.filter(({ conversation }) => conversation === `chat-${id}`).length,
    ).toBeLessThanOrEqual(MOST_IN_ONE_PLACE);
});

test('a place is the channel, whichever thread of it', async () => {
  const dialogue = () => says(first, 'teamdialoog');
  await dialogue();
  const next = async (thread: number) => {
    const read = await bot.core.dialogues.of('objecten-west');
    if (!read) throw new Error('no dialogue');
    const conversation = { id: `${CHANNEL};messageid=${thread}`, conversationType: 'channel', isGroup: true };
    const activity = tapped(first, 'dialogue.next', { id: read.value.id, scene: 2 });
    await bot.core.dialogues.replace(read, { ...read.value, scene: 1 });
    await bot.post({ ...inChannel(activity), conversation });
  };
  const before = arrived().length;
  for (let n = 0; n < MOST_IN_ONE_PLACE + 5; n += 1) await next(n);
  expect(arrived().length - before).toBe(MOST_IN_ONE_PLACE);
});
