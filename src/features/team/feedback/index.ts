import { z } from 'zod';
import { action, type Feature } from '../../../conversation/offer.ts';
import { type AskTools, asking } from './asking.ts';
import { type ChannelTools, teamChannel } from './channel.ts';

export interface FeedbackTools extends ChannelTools, AskTools {}

const ofTeam = z.object({ team: z.string().min(1).max(100) });

/** "Wat is ermee gedaan?": the same card as the team gets every few weeks, for who asks now. */
export function feedback(tools: FeedbackTools): Pick<Feature, 'phrases' | 'actions'> {
  const ask = asking(tools);
  const channel = teamChannel(tools);
  return {
    phrases: [
      {
        say: 'terugkoppeling',
        also: ['wat is ermee gedaan', 'wat is er met onze signalen gedaan', 'wat is er met signalen gedaan'],
        title: 'Lees wat er met signalen van je team is gedaan',
        takesRest: true,
        run: ask.typed,
      },
      {
        say: 'teamkanaal',
        also: ['team kanaal'],
        title: 'Kies het kanaal waarin je team dat leest',
        takesRest: true,
        for: ['manager', 'beheerder'],
        run: channel.typed,
      },
    ],
    actions: {
      'feedback.show': action(ofTeam, (turn, { team }) => ask.show(turn, team)),
      'feedback.ask': action(ofTeam, (turn, { team }) => channel.ask(turn, team)),
      'feedback.link': action(ofTeam, (turn, { team }) => channel.link(turn, team)),
      'feedback.unlink': action(ofTeam, (turn, { team }) => channel.unlink(turn, team)),
      'feedback.keep': action(z.object({}), channel.keep),
    },
  };
}
