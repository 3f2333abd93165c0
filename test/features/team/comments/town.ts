import { Temporal } from 'temporal-polyfill';
import type { Messenger } from '../../../../src/conversation/messenger.ts';
import { repliesJob } from '../../../../src/features/team/comments/telling.ts';
import {
  chatOf,
  imported,
  manager,
  type Sent,
  type Somebody,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
  team,
} from '../../../support/bot.ts';
import { runAt } from '../../../support/clock-job.ts';
import type { Core } from '../../../support/core.ts';

export const TEAM = 'objecten-west';
export const PERIOD = '2026-W48';
/** A week in which too few answered. */
export const HIDDEN = '2026-W47';
export const COMMENT = 'Twee ploegen wachten op elkaar';
export const NAMED = 'Ik wil graag naar de cursus';
export const REPLY = 'Welke twee ploegen zijn dat?';
export const ANSWER = 'Noord en Zuid, elke dinsdag';

export const [writer, colleague, third] = team as [Somebody, Somebody, Somebody];
/** Leads another team; works in this one's neighbour; has left. */
export const otherLead = somebody(31);
export const outsider = somebody(32);
export { manager };

const picture = { count: '6-9', average: 3, themes: [] } as const;

export const codeOf = ({ pseudonymise }: Core, who: Somebody, of = TEAM) =>
  pseudonymise(of, who.account, 'comment');

/** Everybody can be reached, on a Monday morning after the window of W48 closed. */
export async function commentsTown(wrote: Somebody = writer): Promise<TestBot> {
  const bot = await startTestBot({
    // Before rounds are due: what the clock does at the start is done once, and sends nothing.
    now: '2026-11-30T05:00:00Z',
    seed: async (core) => {
      const { settings, people, groups, answers } = core;
      const [west] = (await settings.read()).teams;
      if (!west) throw new Error('the harness has a team');
      await settings.saveTeam({ ...west, key: 'oost', name: 'Oost' });
      await people.save([
        imported(otherLead, { team: 'oost', access: ['manager'] }),
        imported(outsider, { team: 'oost' }),
      ]);
      const place = { kind: 'team', key: TEAM } as const;
      await groups.publish(place, { period: HIDDEN });
      await groups.publish(place, { period: PERIOD, picture: { ...picture, themes: [] } });
      const without = (who: Somebody, text: string) => ({ key: codeOf(core, who), text });
      await answers.publish(TEAM, PERIOD, {
        withoutName: [without(wrote, COMMENT)],
        withName: [{ key: third.account, text: NAMED }],
      });
      await answers.publish(TEAM, HIDDEN, {
        withoutName: [without(wrote, 'uit een verborgen week')],
        withName: [],
      });
    },
  });
  for (const person of await bot.core.people.everybody()) {
    const address = chatOf({ id: person.id, user: `29:user-${person.id}` }, bot.connector.url);
    await bot.core.people.save([{ ...person, reach: 'open', welcomed: true, address }]);
  }
  bot.clock.now = Temporal.Instant.from('2026-11-30T09:00:00Z');
  return bot;
}

/** The card that answers a tap. */
export async function taps(bot: TestBot, who: Somebody, verb: string, data: object = {}) {
  const { body } = await bot.post(tapped(who, verb, data));
  return body.value;
}

/** All words on it. */
export const reads = async (bot: TestBot, who: Somebody, verb: string, data: object = {}) =>
  JSON.stringify(await taps(bot, who, verb, data));

/** What the button with this title carries. */
export function buttonOf(card: unknown, title: string): { verb: string; data: Record<string, unknown> } {
  const found: { verb: string; data: Record<string, unknown> }[] = [];
  const walk = (value: unknown): void => {
    if (!value || typeof value !== 'object') return;
    const { title: own, verb, data } = value as Record<string, unknown>;
    if (own === title && typeof verb === 'string')
      found.push({ verb, data: data as Record<string, unknown> });
    for (const part of Object.values(value)) walk(part);
  };
  walk(card);
  const [first] = found;
  if (!first) throw new Error(`there is no button ${title}`);
  return first;
}

/** The manager opens the only conversation; what its buttons carry. */
export async function talkId(bot: TestBot): Promise<{ team: string; id: string }> {
  const list = await taps(bot, manager, 'comments.open', { team: TEAM, page: 0 });
  for (const title of ['Reageer', 'Open het gesprek']) {
    try {
      const { id } = buttonOf(list, title).data;
      return { team: TEAM, id: String(id) };
    } catch {}
  }
  throw new Error('there is nothing to reply to');
}

export const leadSays = async (bot: TestBot, text = REPLY) =>
  reads(bot, manager, 'comments.send', { ...(await talkId(bot)), text });

export const writerSays = (bot: TestBot, text = ANSWER, who: Somebody = writer) =>
  reads(bot, who, 'replies.send', { team: TEAM, period: PERIOD, text });

type Send = Messenger['send'];

/** One look at the clock; gives what was sent. `first` may answer in place of Teams, or fail. */
export async function tick(
  bot: TestBot,
  at: string,
  first: (...args: Parameters<Send>) => Awaited<ReturnType<Send>> | undefined = () => undefined,
): Promise<Sent[]> {
  bot.clock.now = Temporal.Instant.from(at);
  const start = bot.connector.sent.length;
  const { core } = bot;
  const { replies, pseudonymise, store: delivered } = core;
  await runAt(repliesJob({ replies, pseudonymise, delivered }), core, bot.clock.now, {
    send: async (address, message) => {
      const instead = first(address, message);
      if (instead) return instead;
      const response = await fetch(
        `${address.serviceUrl}/v3/conversations/${address.conversation}/activities`,
        { method: 'POST', body: JSON.stringify(message) },
      );
      return response.ok ? { kind: 'sent' } : { kind: 'gone', reason: 'ConversationBlockedByUser' };
    },
    // What fails is logged, and done again at a later look.
  }).catch(() => {});
  return bot.connector.sent.slice(start);
}

export const chats = (sent: readonly Sent[]) => sent.map(({ conversation }) => conversation).sort();
