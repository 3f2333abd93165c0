import { notice, noticeCard } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { channelOf, chatWith } from '../../../people/person.ts';
import type { Pilot } from '../pilot/pilot.ts';
import { asLead } from '../pilot/rights.ts';
import type { PilotTools } from '../pilot/tools.ts';
import type { OfPilot } from '../pilot/typed.ts';
import { changing } from './changing.ts';

export const onlyInChannel = notice(
  'pilot',
  'Dit doe je in het kanaal zelf',
  'Er is niets veranderd. Ga naar het kanaal van het pilotteam en typ daar: @Kompas pilot.',
);

/** In the own chat of who linked it, where an older card still says how to do that. */
const linkedCard = ({ id, name }: Pilot): Message =>
  noticeCard({
    kind: 'pilot',
    text: 'Je pilot hoort nu bij een kanaal.',
    title: 'Je pilot hoort nu bij een kanaal',
    lines: [name],
    small: 'Een kaart van eerder kan nog iets anders zeggen. Tik hieronder voor hoe het nu is.',
    actions: [{ verb: 'pilot.show', title: 'Bekijk de pilot', data: { pilot: id } }],
  });

/** The channel of a pilot. */
export function linking(tools: PilotTools) {
  const { pilots, send } = tools;
  const changed = changing(tools);

  return {
    /** In a channel, by who leads the pilot: from now on the pilot posts there. */
    linkChannel: (turn: Turn, { pilot: id }: OfPilot) =>
      asLead(pilots, turn, id, async ({ pilot, me }) => {
        const { serviceUrl, conversation, bot } = turn.address;
        const channel = { serviceUrl, conversation: channelOf(conversation), bot };
        const own = chatWith(me);
        if (own && pilot.channel?.conversation !== channel.conversation) await send(own, linkedCard(pilot));
        return changed(turn, pilot.id, {
          what: 'pilot: kanaal gekoppeld',
          change: (now) => ({ ...now, channel }),
          note: 'De pilot hoort nu bij dit kanaal.',
        });
      }),
  };
}
