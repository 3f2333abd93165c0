import { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { periodOf } from '../../../calendar/weeks.ts';
import { unknownPerson } from '../../../conversation/cards/notice.ts';
import { carried } from '../../../conversation/field.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { chatLink } from '../../../people/chat-link.ts';
import type { Tools } from '../../module.ts';
import type { Seat } from '../groups/rights.ts';
import { seated } from '../groups/seated.ts';
import {
  commentsOffer,
  type Listed,
  listCard,
  type Named,
  namedCard,
  namedOffer,
  notYours,
} from './cards.ts';
import { asLead, ledBy } from './leads.ts';
import { readShared, type SharedTools } from './shared.ts';

export interface CommentListTools extends SharedTools, Pick<Tools, 'people'> {}

export const listSchema = z.object({
  team: z.string().max(100),
  page: carried(z.number().int().min(0).max(1_000), 0),
});

/** So long comments are kept: of earlier weeks there is nothing to hide. */
const KEPT_WEEKS = 12;

/** What a team shared: without name for who is in it and who leads it, with name for who leads it. */
export function commentLists(tools: CommentListTools) {
  const { comments, hashedIds, people } = tools;

  async function list(turn: Turn, { team, page }: z.infer<typeof listSchema>): Promise<Message> {
    const found = await seated(turn);
    if (!found) return unknownPerson;
    const { seat } = found;
    const lead = ledBy(seat, team);
    const group = lead ?? (seat.own?.key === team ? seat.own : undefined);
    if (!group) return notYours;
    const { all, hidden } = await readShared(tools, group);
    const items = all.flatMap(({ period, writer, text, said }): Listed[] => {
      if (lead)
        return [
          { period, text, conversation: { id: hashedIds.conversation(team, { period, writer }), said } },
        ];
      return text === undefined ? [] : [{ period, text }];
    });
    const day = today(turn.now);
    const oldest = periodOf(day.subtract({ weeks: KEPT_WEEKS }));
    return listCard(items, {
      team,
      name: group.name,
      page,
      leads: lead !== undefined,
      day: day.toString(),
      hidden: hidden.filter((period) => period >= oldest),
    });
  }

  /** Comments with name, newest first, with who wrote them where they work here still. */
  async function namedIn(team: string): Promise<Named[]> {
    const shared = (await comments.shared(team, 'withName')).sort((a, b) => (a.period < b.period ? 1 : -1));
    const ids = [...new Set(shared.map(({ writer }) => writer))];
    const writers = new Map(await Promise.all(ids.map(async (id) => [id, await people.find(id)] as const)));
    return shared.map(({ period, text, writer }) => {
      const who = writers.get(writer);
      return { period, text, ...(who ? { name: who.name, chat: chatLink(who.upn) } : {}) };
    });
  }

  return {
    list,

    named: (turn: Turn, { team, page }: z.infer<typeof listSchema>): Promise<Message> =>
      asLead(turn, team, async ({ name }) => namedCard(await namedIn(team), { team, name, page })),

    /** Typed `toelichtingen`. */
    typed: async (turn: Turn): Promise<Message> => {
      const found = await seated(turn);
      if (!found) return unknownPerson;
      const { own, leads } = found.seat;
      const teams = [
        ...new Map([...(own ? [own] : []), ...leads].map((group) => [group.key, group])).values(),
      ];
      return teams.length > 0 ? commentsOffer(teams, leads) : notYours;
    },

    /** Asked in words of one's own what was shared by name; undefined for who leads no team, to whom nothing is. */
    askedByName: async (turn: Turn): Promise<Message | undefined> => {
      const leads = (await seated(turn))?.seat.leads ?? [];
      return leads.length > 0 ? namedOffer(leads) : undefined;
    },

    /** True for who may open what a team shared. */
    mayOpen: ({ own, leads }: Seat, team: string): boolean =>
      own?.key === team || leads.some(({ key }) => key === team),
  };
}
