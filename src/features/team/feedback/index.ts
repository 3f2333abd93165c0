import { z } from 'zod';
import { colleagueAnywhere, everybodyAnywhere, type Needs } from '../../../conversation/needs.ts';
import { action, type Feature } from '../../../conversation/offer.ts';
import { type AskTools, asking } from './asking.ts';
import { type ChannelTools, notForYou, onlyInChannel, teamChannel } from './channel.ts';

export interface FeedbackTools extends ChannelTools, AskTools {}

/** Choosing the channel of a team, or taking it away. */
const linking: Needs = {
  who: ['colleague', 'beheerder'],
  where: 'anywhere',
  checked: 'leidt het team, of is beheerder',
  refusals: { who: notForYou },
};
const linkingHere: Needs = {
  ...linking,
  where: 'channel',
  refusals: { who: notForYou, where: onlyInChannel },
};

const ofTeam = z.object({ team: z.string().min(1).max(100) });

/** "Wat is ermee gedaan?": the same card as the team gets every few weeks, for who asks now. */
export function feedback(tools: FeedbackTools): Pick<Feature, 'phrases' | 'actions'> {
  const ask = asking(tools);
  const channel = teamChannel(tools);
  return {
    phrases: [
      {
        say: 'terugkoppeling',
        wished:
          /\bwat is er\b.*\b(?:met|aan) (?:de|onze|alle) signalen\b.*\b(?:gedaan|gebeurd)\b|\bwat (?:hebben|doen) (?:we|jullie) (?:met|aan) (?:de|onze) signalen\b|\bwat is er (?:besloten|gedaan) met (?:de|onze) signalen\b/,
        also: ['wat is ermee gedaan', 'wat is er met onze signalen gedaan', 'wat is er met signalen gedaan'],
        title: 'Lees wat er met signalen van je team is gedaan',
        needs: { ...colleagueAnywhere, checked: 'ziet het team; in een kanaal alleen dat van het team zelf' },
        takesRest: true,
        run: ask.typed,
      },
      {
        say: 'teamkanaal',
        also: ['team kanaal'],
        title: 'Kies het kanaal waarin je team de terugkoppeling leest',
        needs: { ...linking, listedFor: ['manager', 'beheerder'] },
        takesRest: true,
        run: channel.typed,
      },
    ],
    actions: {
      'feedback.show': action(ofTeam, (turn, { team }) => ask.show(turn, team), {
        needs: { ...colleagueAnywhere, checked: 'ziet het team' },
      }),
      'feedback.ask': action(ofTeam, (turn, { team }) => channel.ask(turn, team), { needs: linkingHere }),
      'feedback.link': action(ofTeam, (turn, { team }) => channel.link(turn, team), { needs: linkingHere }),
      'feedback.unlink': action(ofTeam, (turn, { team }) => channel.unlink(turn, team), { needs: linking }),
      'feedback.keep': action(z.object({}), channel.keep, { needs: everybodyAnywhere }),
    },
  };
}
