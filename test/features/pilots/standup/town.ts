import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import { createLimiter } from '../../../../src/bot/limiter.ts';
import { createRender } from '../../../../src/bot/render.ts';
import { createPosts, createSender } from '../../../../src/bot/sender.ts';
import { at } from '../../../../src/calendar/clock.ts';
import { deliveryStore } from '../../../../src/delivery/store.ts';
import type { PilotStores } from '../../../../src/features/pilots/open.ts';
import type { Pilot } from '../../../../src/features/pilots/pilot/pilot.ts';
import { TYPING_MINUTES } from '../../../../src/features/pilots/posts/store.ts';
import { runStandups } from '../../../../src/features/pilots/standup/window.ts';
import type { Person } from '../../../../src/people/person.ts';
import {
  chatOf,
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
} from '../../../support/bot.ts';
import { runAt, type Surroundings } from '../../../support/clock-job.ts';
import { crewOf, pilotOf } from '../../../support/pilot.ts';
import { makeWire } from '../../../support/wire.ts';
import { renewer } from '../renewer.ts';

export const [amira, bram, cem, dewi, els] = team as [Somebody, Somebody, Somebody, Somebody, Somebody];
export const CHANNEL = '19:channel';
export const PILOT = 'P-1';

interface CardElement {
  actions?: { verb: string; title: string; data: Record<string, unknown> }[];
  body?: CardElement[];
  items?: CardElement[];
}

/** What somebody sees on a card: all of it as text, and its buttons. */
export function seenOn(card: unknown) {
  const buttons: NonNullable<CardElement['actions']> = [];
  const walk = (element: CardElement) => {
    buttons.push(...(element.actions ?? []));
    for (const child of [...(element.body ?? []), ...(element.items ?? [])]) walk(child);
  };
  walk(card as CardElement);
  return { words: JSON.stringify(card), buttons, titles: buttons.map(({ title }) => title) };
}

/** A pilot of Amira, who leads it, Bram, Cem and Dewi, with a stand-up on weekdays from 09:00 to 11:00 in a channel. */
export async function startTown(
  change: Partial<Pilot> = {},
  members: readonly Somebody[] = [amira, bram, cem, dewi],
) {
  const bot = await startTestBot({
    // Tuesday, before anything is due.
    now: '2026-11-24T07:00:00Z',
  });
  const { core, connector, clock } = bot;
  const save = (who: Somebody, change: Partial<Person> = {}) => {
    const address = chatOf(who, connector.url);
    return core.people.save([imported(who, { reach: 'open', address, checkins: false, ...change })]);
  };
  for (const who of members) await save(who);
  const [lead, ...mates] = members as readonly [Somebody, ...Somebody[]];
  await core.pilots.add(
    pilotOf({
      id: PILOT,
      name: 'Mutaties West',
      standup: {
        days: ['ma', 'di', 'wo', 'do', 'vr'],
        from: '09:00',
        until: '11:00',
        questions: ['Wat heb je gedaan?', 'Wat ga je doen?', 'Waar loop je vast?'],
      },
      channel: { serviceUrl: connector.url, conversation: CHANNEL, bot: '28:kompas' },
      ...change,
    }),
    crewOf([lead], mates),
  );

  /** What a process of its own brings to the job. */
  function instance({ standups: days = core.standups, ...change }: Partial<PilotStores> & Surroundings = {}) {
    const limiter = createLimiter({ perSecond: 1_000, roundsPerSecond: 1_000 });
    const wire = makeWire({ tenantId: 'local', limiter });
    const render = createRender({ refresh: false });
    const posts = createPosts({ wire, limiter, render });
    const send = createSender({ wire, limiter, render });
    const { pilots, pilotActions: actions, pilotPosts } = core;
    const stores = { pilots, actions, standups: days, posts: pilotPosts, ...change };
    return (now = clock.now) =>
      runAt(
        {
          name: 'standups',
          when: 'always',
          run: (context) => runStandups({ ...stores, audit: bot.core.audit }, context),
        },
        { ...core, store: deliveryStore(bot.storage, core.tenant) },
        now,
        {
          post: (to, message) => posts.post(to, message, 'round'),
          send: (to, message) => send(to, message, 'round'),
          markBlocked: (person) =>
            core.people.change(person.team, person.id, (one) => ({ ...one, reach: 'blocked' })),
          ...change,
        },
      );
  }
  const tick = instance();
  const renew = renewer(bot);

  const to = (moment: string) => {
    const [date = '', time = ''] = moment.split(' ');
    clock.now = at(Temporal.PlainDate.from(date), time);
  };
  /** What was sent while `work` was done. */
  const during = async (work: () => Promise<unknown>): Promise<Sent[]> => {
    const start = connector.sent.length;
    await work();
    return connector.sent.slice(start);
  };
  const taps = async (who: Somebody, verb: string, data: object = {}) => {
    const { body } = await bot.post(inChannel(tapped(who, verb, { pilot: PILOT, ...data })));
    return seenOn(body.value);
  };
  const tapsAlone = async (who: Somebody, verb: string, data: object = {}) =>
    seenOn((await bot.post(tapped(who, verb, { pilot: PILOT, ...data }))).body.value);
  const day = () => clock.now.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate().toString();

  return {
    ...bot,
    instance,
    tick,
    to,
    during,
    taps,
    /** As `taps`, in the own chat. */
    tapsAlone,
    save,
    day,
    /** The clock comes to a local moment and the job runs. Gives what was sent. */
    passes: (moment: string) => {
      to(moment);
      return during(() => tick());
    },
    shares: (who: Somebody, done: string, next = '', blocker = '', on = day()) =>
      taps(who, 'standup.save', { day: on, answer1: done, answer2: next, answer3: blocker }),
    says: (who: Somebody, text: string) => bot.hear(typed(who, text)),
    saysInChannel: (who: Somebody, text: string) => bot.hear(inChannel(typed(who, text))),
    renew,
    /** Nobody has been typing for a while; the message in the channel that was changed last then says this. */
    channelSays: async (words: string) => {
      await renew(TYPING_MINUTES);
      expect(wordsOf(connector.rewritten.slice(-1))).toContain(words);
    },
  };
}

export type Town = Awaited<ReturnType<typeof startTown>>;
export const inChannelOnly = (sent: readonly Sent[]) =>
  sent.filter(({ conversation }) => conversation === CHANNEL);
export { somebody, wordsOf };
