import { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { periodOf } from '../../../calendar/weeks.ts';
import { type Message, unknownPerson } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { chatLink } from '../../../people/chat-link.ts';
import type { Settings } from '../../../people/municipality.ts';
import type { Tools } from '../../module.ts';
import type { Group } from '../groups/group.ts';
import type { HashedIds } from '../groups/hashed-ids.ts';
import { type Seat, seatOf } from '../groups/rights.ts';
import type { GroupReads } from '../groups/rows.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { commentsOffer, goneTalk, type Listed, listCard, namedCard, notYours, onlyLead } from './cards.ts';
import { type Comment, type Reply, shownPeriods } from './rules.ts';
import type { ReplyStore, Topic } from './store.ts';
import type { Talk } from './talk-cards.ts';
import { closeTalk, openTalk, sendIn, writeIn } from './talking.ts';

/** What is read of the comments that stand after the closing of a window. */
export interface Comments {
  /** All of a team, in no order. The writer is a pseudonym, or with name a directory id. One range. */
  shared(team: string, how: 'withName' | 'withoutName'): Promise<Comment[]>;
  /** One comment without name. One point read. */
  sharedText(team: string, period: string, pseudonym: string): Promise<string | undefined>;
}

export interface LeadingTools extends Pick<Tools, 'people'> {
  groups: GroupReads<{ snapshots: Snapshot[] }>;
  comments: Comments;
  replies: ReplyStore;
  naming: HashedIds;
}

const page = z.number().int().min(0).max(1_000).default(0);
export const listSchema = z.object({ team: z.string().max(100), page });
const talkSchema = z.object({ team: z.string().max(100), id: z.string().max(40) });
export const leadSchemas = {
  open: talkSchema.extend({ page }),
  write: talkSchema,
  send: talkSchema.extend({ text: z.string().max(20_000).default('') }),
  close: talkSchema.extend({ sure: z.boolean() }),
};

/** So long comments are kept: of earlier weeks there is nothing to hide. */
const KEPT_WEEKS = 12;

/** What a team shared: for who is in it and who leads it. And conversations, for who leads it. */
export function leading(tools: LeadingTools) {
  const { groups, comments, replies, naming, people } = tools;

  async function seated(turn: Turn): Promise<{ seat: Seat; settings: Settings } | undefined> {
    const [me, settings] = await Promise.all([turn.person(), turn.settings()]);
    return me && { seat: seatOf(me, settings), settings };
  }
  const leadsIn = ({ leads }: Seat, team: string): Group | undefined => leads.find(({ key }) => key === team);

  /** Runs `then` for who leads the team now, whatever the card says. */
  async function asLead(
    turn: Turn,
    team: string,
    then: (group: Group) => Promise<Message>,
  ): Promise<Message> {
    const found = await seated(turn);
    if (!found) return unknownPerson;
    const group = leadsIn(found.seat, team);
    return group ? then(group) : onlyLead;
  }

  /** Three ranges at once, whatever there is: pictures, comments, conversations. */
  async function read(group: Group) {
    const [{ snapshots }, shared, talks] = await Promise.all([
      groups.content(group),
      comments.shared(group.key, 'withoutName'),
      replies.ofTeam(group.key),
    ]);
    return { snapshots, shared, talks };
  }

  /** What may be seen, and conversations about what is no longer kept. */
  function listed(team: string, { snapshots, shared, talks }: Awaited<ReturnType<typeof read>>) {
    const shown = shownPeriods(snapshots);
    const about = new Map(talks.map(({ period, writer, said }) => [`${period} ${writer}`, said]));
    const kept = new Set(shared.map(({ period, writer }) => `${period} ${writer}`));
    const withText = shared.filter(({ period }) => shown.has(period));
    const without = talks.filter(({ period, writer }) => !kept.has(`${period} ${writer}`));
    const all = naming.shuffled<Omit<Comment, 'text'> & { text?: string; said: Reply[] }>(team, [
      ...withText.map((one) => ({ ...one, said: about.get(`${one.period} ${one.writer}`) ?? [] })),
      ...without.map(({ period, writer, said }) => ({ period, writer, said })),
    ]);
    return { all, hidden: snapshots.filter(({ period }) => !shown.has(period)).map(({ period }) => period) };
  }

  async function list(turn: Turn, { team, page: at }: z.infer<typeof listSchema>): Promise<Message> {
    const found = await seated(turn);
    if (!found) return unknownPerson;
    const { seat } = found;
    const lead = leadsIn(seat, team);
    const group = lead ?? (seat.own?.key === team ? seat.own : undefined);
    if (!group) return notYours;
    const { all, hidden } = listed(team, await read(group));
    const items = all.flatMap(({ period, writer, text, said }): Listed[] =>
      lead
        ? [{ period, text, conversation: { id: naming.conversation(team, { period, writer }), said } }]
        : text === undefined
          ? []
          : [{ period, text }],
    );
    const day = today(turn.now);
    const oldest = periodOf(day.subtract({ weeks: KEPT_WEEKS }));
    return listCard(items, {
      team,
      name: group.name,
      page: at,
      leads: lead !== undefined,
      day: day.toString(),
      hidden: hidden.filter((period) => period >= oldest),
    });
  }

  const named = (turn: Turn, { team, page: at }: z.infer<typeof listSchema>): Promise<Message> =>
    asLead(turn, team, async ({ name }) => {
      const shared = (await comments.shared(team, 'withName')).sort((a, b) => (a.period < b.period ? 1 : -1));
      const writers = new Map(
        await Promise.all(
          [...new Set(shared.map(({ writer }) => writer))].map(
            async (writer) => [writer, await people.find(writer)] as const,
          ),
        ),
      );
      return namedCard(
        shared.map(({ period, text, writer }) => {
          const who = writers.get(writer);
          return { period, text, ...(who ? { name: who.name, chat: chatLink(who.upn) } : {}) };
        }),
        { team, name, page: at },
      );
    });

  /** Runs `then` on a conversation of a team that this person leads. */
  const inTalk = (
    turn: Turn,
    { team, id }: z.infer<typeof talkSchema>,
    then: (talk: Talk, topic: Topic) => Promise<Message>,
  ): Promise<Message> =>
    asLead(turn, team, async (group) => {
      const found = listed(team, await read(group)).all.find((one) => naming.conversation(team, one) === id);
      if (!found) return goneTalk;
      const { period, writer, text, said } = found;
      const talk: Talk = {
        side: 'lead',
        team,
        name: group.name,
        period,
        text,
        said,
        day: today(turn.now).toString(),
        data: { team, id },
      };
      return then(talk, { team, period, writer });
    });

  return {
    list,
    named,

    /** Typed `opmerkingen`. */
    typed: async (turn: Turn): Promise<Message> => {
      const found = await seated(turn);
      if (!found) return unknownPerson;
      const { own, leads } = found.seat;
      const teams = [
        ...new Map([...(own ? [own] : []), ...leads].map((group) => [group.key, group])).values(),
      ];
      return teams.length > 0 ? commentsOffer(teams) : notYours;
    },

    /** True for who may open what a team shared. */
    mayOpen: ({ own, leads }: Seat, team: string): boolean =>
      own?.key === team || leads.some(({ key }) => key === team),

    open: (turn: Turn, { page: at, ...where }: z.infer<typeof leadSchemas.open>) =>
      inTalk(turn, where, async (talk) => openTalk(talk, at)),

    write: (turn: Turn, where: z.infer<typeof leadSchemas.write>) =>
      inTalk(turn, where, async (talk) => writeIn(talk)),

    send: (turn: Turn, { text, ...where }: z.infer<typeof leadSchemas.send>) =>
      inTalk(turn, where, (talk, topic) =>
        sendIn(replies, talk, topic, text, async (said) => {
          let stays = said.length > 1;
          try {
            stays ||= (await comments.sharedText(topic.team, topic.period, topic.writer)) !== undefined;
            return stays;
          } finally {
            // Erased while this was written: what was just added goes as well, and with it the last trace. Also when
            // that cannot be found out: a reply can be sent again.
            if (!stays) await replies.drop(topic);
          }
        }),
      ),

    close: (turn: Turn, { sure, ...where }: z.infer<typeof leadSchemas.close>) =>
      inTalk(turn, where, (talk, topic) => closeTalk(replies, talk, topic, sure)),
  };
}
