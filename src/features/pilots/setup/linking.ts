import { z } from 'zod';
import { carried } from '../../../conversation/field.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { normalise } from '../../../language/normalise.ts';
import { channelOf, chatWith } from '../../../people/person.ts';
import { leadsElsewhere, pilotsOfChannel } from '../pilot/channels.ts';
import { asLead, changeOpen, viewOf } from '../pilot/rights.ts';
import type { PilotTools } from '../pilot/tools.ts';
import { ofPilot } from '../pilot/typed.ts';
import { changing } from './changing.ts';
import {
  linkedCard,
  linkWhichCard,
  moveCard,
  noOther,
  onlyYours,
  takenElsewhere,
  takenHere,
} from './linking-cards.ts';

/** `sure`: who leads both pilots saw what happens to the one that the channel belongs to. */
export const linkSchema = ofPilot.extend({ sure: carried(z.boolean(), false) });
type Link = z.infer<typeof linkSchema>;

/** The channel of a pilot: each has its own. */
export function linking(tools: PilotTools) {
  const { pilots, audit, send } = tools;
  const changed = changing(tools);

  /** In a channel, by who leads the pilot: from now on the pilot posts there. Who leads both may move a channel to another. */
  const linkChannel = (turn: Turn, { pilot: id, sure }: Link): Promise<Message> =>
    asLead(pilots, turn, id, async ({ pilot, me }) => {
      const [here, roles] = await Promise.all([pilotsOfChannel(pilots, turn), pilots.of(turn.directoryId)]);
      const others = here.filter((one) => one.id !== id);
      if (others.some((one) => roles.get(one.id) !== 'lead')) return takenElsewhere(pilot);
      if (others.length > 0 && !sure) return moveCard(pilot, others);
      for (const other of others) {
        await audit.record(turn.directoryId, 'pilot: kanaal losgemaakt', other.id);
        await changeOpen(pilots, other.id, (now) => ({ ...now, channel: undefined }));
      }
      const { serviceUrl, conversation, bot } = turn.address;
      const channel = { serviceUrl, conversation: channelOf(conversation), bot };
      const own = chatWith(me);
      if (own && pilot.channel?.conversation !== channel.conversation) await send(own, linkedCard(pilot));
      return changed(turn, pilot.id, {
        what: 'pilot: kanaal gekoppeld',
        change: (now) => ({ ...now, channel }),
        note: [
          'De pilot hoort nu bij dit kanaal.',
          ...others.map(({ name }) => `“${name}” heeft nu geen kanaal.`),
        ].join(' '),
      });
    });

  return {
    linkChannel,

    /** In a channel that has a pilot: which other one of who taps may get it. */
    linkOther: async (turn: Turn): Promise<Message> => {
      const [others, here, roles] = await Promise.all([
        leadsElsewhere(pilots, turn),
        pilotsOfChannel(pilots, turn),
        pilots.of(turn.directoryId),
      ]);
      const [first, second] = others;
      if (!first) return noOther;
      if (!second) return linkChannel(turn, { pilot: first.id, sure: false });
      return linkWhichCard(
        others,
        here.filter(({ id }) => roles.has(id)),
      );
    },

    /**
     * Typed in a channel that has a pilot; undefined in another, where the card of the pilot says how. The answer is read by
     * all, so that it names no other pilot; `rest` may.
     */
    typedLink: async (turn: Turn, rest: string): Promise<Message | undefined> => {
      const [others, [here]] = await Promise.all([
        leadsElsewhere(pilots, turn),
        pilotsOfChannel(pilots, turn),
      ]);
      if (!here) return undefined;
      // Who is in neither of them reads what everybody there does.
      if (others.length === 0) return (await viewOf(pilots, turn, here.id)) ? onlyYours(here) : undefined;
      const typed = normalise(rest);
      const [named, ...more] = others.filter(({ name }) => ` ${typed} `.includes(` ${normalise(name)} `));
      return takenHere(here, named && more.length === 0 ? named.id : undefined);
    },
  };
}
