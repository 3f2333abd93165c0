import { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { isPeriod } from '../../../calendar/weeks.ts';
import { type Message, unknownPerson } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Settings } from '../../../people/municipality.ts';
import type { Tools } from '../../module.ts';
import { nothingForYou } from './cards.ts';
import type { Comments } from './leader-inbox.ts';
import { leadsTeam } from './rules.ts';
import type { ReplyStore, Topic } from './store.ts';
import { mineCard, type Talk } from './talk-cards.ts';
import { closeTalk, openTalk, sendIn, writeIn } from './talking.ts';

export interface WritingTools extends Pick<Tools, 'everybody' | 'pseudonymise'> {
  comments: Comments;
  replies: ReplyStore;
}

const page = z.number().int().min(0).max(1_000).default(0);
/** A week and a team, and never who wrote: that follows from who taps. */
const talkSchema = z.object({ team: z.string().max(100), period: z.string().max(20) });
export const writerSchemas = {
  mine: z.object({ page }),
  open: talkSchema.extend({ page }),
  write: talkSchema,
  send: talkSchema.extend({ text: z.string().max(20_000).default('') }),
  close: talkSchema.extend({ sure: z.boolean() }),
};

/**
 * The conversations of who shared something without name. Found by the pseudonym that the bot computes from the
 * verified account of whoever taps, in teams they have left too; none of these turns writes a row that names anybody.
 */
export function writing({ comments, replies, pseudonymise, everybody }: WritingTools) {
  const topicOf = ({ directoryId }: Turn, team: string, period: string): Topic => ({
    team,
    period,
    writer: pseudonymise(team, directoryId, 'comment'),
  });

  async function talkOf(turn: Turn, topic: Topic, said: Talk['said'], settings: Settings): Promise<Talk> {
    const { team, period, writer } = topic;
    return {
      side: 'writer',
      team,
      period,
      said,
      text: await comments.sharedText(team, period, writer),
      name: [...settings.teams, ...settings.ended].find(({ key }) => key === team)?.name ?? team,
      day: today(turn.now).toString(),
      data: { team, period },
    };
  }

  /** Runs `then` on somebody's own conversation. */
  async function inTalk(
    turn: Turn,
    { team, period }: z.infer<typeof talkSchema>,
    then: (talk: Talk, topic: Topic, settings: Settings) => Promise<Message>,
  ): Promise<Message> {
    const me = await turn.person();
    if (!me) return unknownPerson;
    if (!isPeriod(period)) return nothingForYou;
    const topic = topicOf(turn, team, period);
    const [said, settings] = await Promise.all([replies.about(topic), turn.settings()]);
    return said.length === 0
      ? nothingForYou
      : then(await talkOf(turn, topic, said, settings), topic, settings);
  }

  /** The same, where somebody says something: they are told who will read it. */
  const inAnswer: typeof inTalk = (turn, where, then) =>
    inTalk(turn, where, async (talk, topic, settings) => {
      const people = await everybody();
      const leaderless = !people.some((person) => leadsTeam(person, settings, topic.team));
      return then({ ...talk, leaderless }, topic, settings);
    });

  return {
    mine: async (turn: Turn, { page: at }: z.infer<typeof writerSchemas.mine>): Promise<Message> => {
      const me = await turn.person();
      if (!me) return unknownPerson;
      const [all, settings] = await Promise.all([replies.all(), turn.settings()]);
      const own = all.filter(
        ({ team, writer }) => writer === pseudonymise(team, turn.directoryId, 'comment'),
      );
      const talks = await Promise.all(own.map((one) => talkOf(turn, one, one.said, settings)));
      const [only] = talks;
      if (!only) return nothingForYou;
      if (talks.length === 1) return openTalk(only, 0);
      return mineCard(
        talks.sort((a, b) => (a.period < b.period ? 1 : -1)),
        at,
      );
    },

    open: (turn: Turn, { page: at, ...where }: z.infer<typeof writerSchemas.open>) =>
      inTalk(turn, where, async (talk) => openTalk(talk, at)),

    write: (turn: Turn, where: z.infer<typeof writerSchemas.write>) =>
      inAnswer(turn, where, async (talk) => writeIn(talk)),

    send: (turn: Turn, { text, ...where }: z.infer<typeof writerSchemas.send>) =>
      inAnswer(turn, where, (talk, topic) => sendIn(replies, talk, topic, text)),

    close: (turn: Turn, { sure, ...where }: z.infer<typeof writerSchemas.close>) =>
      inAnswer(turn, where, (talk, topic) => closeTalk(replies, talk, topic, sure)),
  };
}
