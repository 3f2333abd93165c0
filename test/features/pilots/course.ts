import type { Pilot } from '../../../src/features/pilots/pilot/pilot.ts';
import {
  imported,
  inChannel,
  type Sent,
  type Somebody,
  somebody,
  startTestBot,
  tapped,
  team,
  typed,
  wordsOf,
} from '../../support/bot.ts';
import { crewOf, pilotOf } from '../../support/pilot.ts';
import { renewer } from './renewer.ts';

type Rewritten = Sent & { id: string };

export { wordsOf };
export const CHANNEL = '19:channel';
export const PILOT = 'P-1';
/** Two who lead the pilot, six colleagues in it, and one who is not. */
export const [gijs, petra] = [somebody(61, 'Gijs Toren'), somebody(62, 'Petra Gracht')];
export const mates = team.slice(0, 6);
export const [amira, bram, cem] = mates as [Somebody, Somebody, Somebody];
export const outsider = somebody(63, 'Hanna Kering');

/** The whole bot with one pilot, which has a channel. */
export async function startCourse(change: Partial<Pilot> = {}, members: readonly Somebody[] = mates) {
  const bot = await startTestBot({
    // A Wednesday morning.
    now: '2026-11-25T09:00:00Z',
    // What stories ask here in a minute, people ask in a day.
    env: { TURNS_PER_MINUTE: '1000000' },
    seed: ({ people }) => people.save([gijs, petra, outsider].map((who) => imported(who))),
  });
  const channel = { serviceUrl: bot.connector.url, conversation: CHANNEL, bot: '28:kompas' };
  await bot.core.pilots.add(
    pilotOf({ id: PILOT, name: 'Mutaties West', channel, ...change }),
    crewOf([gijs, petra], members),
  );
  const renew = renewer(bot);
  const tapAt = async (activity: object) => JSON.stringify((await bot.post(activity)).body.value);

  return {
    ...bot,
    /** Taps in the channel of the pilot, and gives all words of the answer. */
    taps: (who: Somebody, verb: string, data: object = {}) =>
      tapAt(inChannel(tapped(who, verb, { pilot: PILOT, ...data }))),
    tapsAlone: (who: Somebody, verb: string, data: object = {}) =>
      tapAt(tapped(who, verb, { pilot: PILOT, ...data })),
    says: async (who: Somebody, text: string) => wordsOf(await bot.hear(typed(who, text))),
    /** What was sent to the channel, in order. */
    posted: (): Sent[] => bot.connector.sent.filter(({ conversation }) => conversation === CHANNEL),
    /** The audit log: who, what, about what; in the order of what. */
    logged: async () =>
      ((await bot.rows('audit')).audit ?? [])
        .map(({ value: { who, what, about } }) => [who, what, about])
        .sort((a, b) => `${a[1]}`.localeCompare(`${b[1]}`)),
    stored: async (): Promise<Pilot> => {
      const pilot = await bot.core.pilots.get(PILOT);
      if (!pilot) throw new Error('the pilot is gone');
      return pilot;
    },
    /** So many minutes pass, messages in channels are brought up to date; gives what was rewritten then. */
    renewed: async (minutes: number): Promise<Rewritten[]> => {
      bot.clock.now = bot.clock.now.add({ minutes });
      const before = bot.connector.rewritten.length;
      await renew();
      return bot.connector.rewritten.slice(before);
    },
  };
}

export type Course = Awaited<ReturnType<typeof startCourse>>;
