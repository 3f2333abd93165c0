import { notice } from '../../../conversation/cards/notice.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { channelOf } from '../../../people/person.ts';
import { asLead } from '../pilot/rights.ts';
import type { PilotTools } from '../pilot/tools.ts';
import type { OfPilot } from '../pilot/typed.ts';
import { changing } from './changing.ts';

export const onlyInChannel = notice(
  'pilot',
  'Dit doe je in het kanaal zelf',
  'Er is niets veranderd. Ga naar het kanaal van het pilotteam en typ daar: @Kompas pilot.',
);

/** The channel of a pilot. */
export function linking(tools: PilotTools) {
  const { pilots } = tools;
  const changed = changing(tools);

  return {
    /** In a channel, by who leads the pilot: from now on the pilot posts there. */
    linkChannel: (turn: Turn, { pilot: id }: OfPilot) =>
      asLead(pilots, turn, id, async ({ pilot }) => {
        const { serviceUrl, conversation, bot } = turn.address;
        const channel = { serviceUrl, conversation: channelOf(conversation), bot };
        return changed(turn, pilot.id, {
          what: 'pilot: kanaal gekoppeld',
          change: (now) => ({ ...now, channel }),
          note: 'De pilot hoort nu bij dit kanaal.',
        });
      }),
  };
}
