import { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { isPeriod } from '../../../calendar/weeks.ts';
import { unknownPerson } from '../../../conversation/cards/notice.ts';
import { carried, field } from '../../../conversation/field.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Settings } from '../../../people/municipality.ts';
import type { Tools } from '../../module.ts';
import { nothingForYou } from './cards.ts';
import { closeConversation, openConversation, sendIn, writeIn } from './conversation.ts';
import { type ConversationView, mineCard } from './conversation-cards.ts';
import { leadsTeam } from './rules.ts';
import type { Comments } from './shared.ts';
import type { ReplyStore, Topic } from './store.ts';

export interface AuthorInboxTools extends Pick<Tools, 'everybody' | 'pseudonymise'> {
  comments: Comments;
  replies: ReplyStore;
}

const page = carried(z.number().int().min(0).max(1_000), 0);
/** A button carries the team and the week, never who wrote: that follows from who taps. */
const topicSchema = z.object({ team: z.string().max(100), period: z.string().max(20) });
export const writerSchemas = {
  mine: z.object({ page }),
  open: topicSchema.extend({ page }),
  write: topicSchema,
  send: topicSchema.extend({ text: field.long }),
  close: topicSchema.extend({ sure: z.boolean() }),
};

/**
 * The conversations of somebody who shared something without name. They are found by the pseudonym that the bot
 * computes from the verified account of who taps, also in teams that this person has left. None of these turns writes a
 * row that names anybody.
 */
export function authorInbox({ comments, replies, pseudonymise, everybody }: AuthorInboxTools) {
  const topicOf = ({ directoryId }: Turn, team: string, period: string): Topic => ({
    team,
    period,
    writer: pseudonymise(team, directoryId, 'comment'),
  });

  async function viewOf(
    turn: Turn,
    topic: Topic,
    said: ConversationView['said'],
    settings: Settings,
  ): Promise<ConversationView> {
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
  async function inConversation(
    turn: Turn,
    { team, period }: z.infer<typeof topicSchema>,
    then: (view: ConversationView, topic: Topic, settings: Settings) => Promise<Message>,
  ): Promise<Message> {
    const me = await turn.person();
    if (!me) return unknownPerson;
    if (!isPeriod(period)) return nothingForYou;
    const topic = topicOf(turn, team, period);
    const [said, settings] = await Promise.all([replies.about(topic), turn.settings()]);
    return said.length === 0
      ? nothingForYou
      : then(await viewOf(turn, topic, said, settings), topic, settings);
  }

  /** The same for turns in which somebody says something: the card then tells who will read it. */
  const inAnswer: typeof inConversation = (turn, where, then) =>
    inConversation(turn, where, async (view, topic, settings) => {
      const people = await everybody();
      const leaderless = !people.some((person) => leadsTeam(person, settings, topic.team));
      return then({ ...view, leaderless }, topic, settings);
    });

  return {
    mine: async (turn: Turn, { page: at }: z.infer<typeof writerSchemas.mine>): Promise<Message> => {
      const me = await turn.person();
      if (!me) return unknownPerson;
      const [all, settings] = await Promise.all([replies.all(), turn.settings()]);
      const own = all.filter(
        ({ team, writer }) => writer === pseudonymise(team, turn.directoryId, 'comment'),
      );
      const views = await Promise.all(own.map((one) => viewOf(turn, one, one.said, settings)));
      const [only] = views;
      if (!only) return nothingForYou;
      if (views.length === 1) return openConversation(only, 0);
      return mineCard(
        views.sort((a, b) => (a.period < b.period ? 1 : -1)),
        at,
      );
    },

    open: (turn: Turn, { page: at, ...where }: z.infer<typeof writerSchemas.open>) =>
      inConversation(turn, where, async (view) => openConversation(view, at)),

    write: (turn: Turn, where: z.infer<typeof writerSchemas.write>) =>
      inAnswer(turn, where, async (view) => writeIn(view)),

    send: (turn: Turn, { text, ...where }: z.infer<typeof writerSchemas.send>) =>
      inAnswer(turn, where, (view, topic) => sendIn(replies, view, topic, text)),

    close: (turn: Turn, { sure, ...where }: z.infer<typeof writerSchemas.close>) =>
      inAnswer(turn, where, (view, topic) => closeConversation(replies, view, topic, sure)),
  };
}
