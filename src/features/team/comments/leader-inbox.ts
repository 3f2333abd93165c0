import { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { carried, field } from '../../../conversation/field.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { conversationGone } from './cards.ts';
import { closeConversation, openConversation, sendIn, writeIn } from './conversation.ts';
import type { ConversationView } from './conversation-cards.ts';
import { asLead } from './leads.ts';
import type { Reply } from './rules.ts';
import { readShared, type SharedTools } from './shared.ts';
import type { Topic } from './store.ts';

const conversationSchema = z.object({ team: z.string().max(100), id: z.string().max(40) });
export const leadSchemas = {
  open: conversationSchema.extend({ page: carried(z.number().int().min(0).max(1_000), 0) }),
  write: conversationSchema,
  send: conversationSchema.extend({ text: field.long }),
  close: conversationSchema.extend({ sure: z.boolean() }),
};

/** Conversations about what was shared without name, for who leads the team. */
export function leaderInbox(tools: SharedTools) {
  const { comments, replies, hashedIds } = tools;

  /** Runs `then` on a conversation of a team that this person leads. */
  const inConversation = (
    turn: Turn,
    { team, id }: z.infer<typeof conversationSchema>,
    then: (view: ConversationView, topic: Topic) => Promise<Message>,
  ): Promise<Message> =>
    asLead(turn, team, async (group) => {
      const { all } = await readShared(tools, group);
      const found = all.find((one) => hashedIds.conversation(team, one) === id);
      if (!found) return conversationGone;
      const { period, writer, text, said } = found;
      const view: ConversationView = {
        side: 'lead',
        team,
        name: group.name,
        period,
        text,
        said,
        day: today(turn.now).toString(),
        data: { team, id },
      };
      return then(view, { team, period, writer });
    });

  /**
   * Whether what was just said may stay. Erased while it was written, the comment is gone: then what was just added goes
   * as well, and with it the last trace. Also when that cannot be found out: a reply can be sent again.
   */
  async function staysIn(topic: Topic, said: readonly Reply[]): Promise<boolean> {
    let stays = said.length > 1;
    try {
      stays ||= (await comments.sharedText(topic.team, topic.period, topic.writer)) !== undefined;
      return stays;
    } finally {
      if (!stays) await replies.drop(topic);
    }
  }

  return {
    open: (turn: Turn, { page, ...where }: z.infer<typeof leadSchemas.open>) =>
      inConversation(turn, where, async (view) => openConversation(view, page)),

    write: (turn: Turn, where: z.infer<typeof leadSchemas.write>) =>
      inConversation(turn, where, async (view) => writeIn(view)),

    send: (turn: Turn, { text, ...where }: z.infer<typeof leadSchemas.send>) =>
      inConversation(turn, where, (view, topic) =>
        sendIn(replies, view, topic, text, (said) => staysIn(topic, said)),
      ),

    close: (turn: Turn, { sure, ...where }: z.infer<typeof leadSchemas.close>) =>
      inConversation(turn, where, (view, topic) => closeConversation(replies, view, topic, sure)),
  };
}
