import type { Message } from '../../../conversation/message.ts';
import { action, type Feature } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Pilot } from '../pilot/pilot.ts';
import { asMember, inPilot, type PilotView, viewOf } from '../pilot/rights.ts';
import type { Fits } from '../pilot/tools.ts';
import { type OfPilot, ofPilot } from '../pilot/typed.ts';
import { picking } from './picking.ts';
import { sharing } from './sharing.ts';
import { showing } from './showing.ts';
import { showingToday } from './today.ts';
import type { StandupTools } from './tools.ts';
import { answersSchema, blockerSchema, ofDay, readSchema, takeSchema } from './typed.ts';

/** True for a pilot whose stand-up can be filled in: it comes in a channel. */
export const meetsInChannel = ({ standup, channel }: Pick<Pilot, 'standup' | 'channel'>): boolean =>
  standup !== undefined && channel !== undefined;

/** The phrase that a pilot without one has nothing for: the help leaves it out then. */
export const isFilledIn = (say: string): boolean => say === STAND_UP;
const STAND_UP = 'stand-up';

const withStandup: Fits = ({ standup }) => standup !== undefined;

/** Everything that people type and tap around a stand-up. Only members of the pilot get anything. */
export function standup(tools: StandupTools): Pick<Feature, 'phrases' | 'actions'> {
  const { pilots, whichHere } = tools;
  const show = showing(tools);
  const share = sharing(tools, show);
  const today = showingToday(tools, show, share);
  const pick = picking(tools, show);

  /** A handler of a card action that runs for members of the pilot only. */
  const forMember =
    <Data extends OfPilot>(then: (turn: Turn, view: PilotView, data: Data) => Promise<Message>) =>
    (turn: Turn, data: Data) =>
      asMember(pilots, turn, data.pilot, (view) => then(turn, view, data));

  return {
    phrases: [
      {
        say: STAND_UP,
        first: 0,
        also: [
          'dagstart',
          'standup',
          'mijn stand-up',
          'mijn standup',
          'standup invullen',
          'stand-up invullen',
          'daily',
        ],
        title: 'Vul de stand-up van je pilot in',
        needs: inPilot,
        run: (turn) =>
          whichHere(
            turn,
            'standup.show',
            ({ id }) => asMember(pilots, turn, id, (view) => today.state(turn, view)),
            withStandup,
          ),
      },
      {
        say: 'stand-up vandaag',
        wished:
          /\bwat (?:schreef|schreven|zei|zeiden|deelde|deelden|staat)\b.*\bstand ?up\b(?!.*\b(?:vorige week|gisteren)\b)/,
        also: ['standup vandaag', 'standup van vandaag', 'stand-up van vandaag', 'dagstart vandaag'],
        title: 'Lees wat je pilotteam vandaag deelde',
        needs: inPilot,
        run: (turn) =>
          whichHere(
            turn,
            'standup.today',
            ({ id }) => asMember(pilots, turn, id, (view) => today.shared(turn, view)),
            withStandup,
          ),
      },
      {
        say: 'stand-up vorige week',
        wished: /\bwat\b.*\bstand ?ups?\b.*\b(?:vorige week|gisteren)\b/,
        also: [
          'standup vorige week',
          'standups vorige week',
          'stand-ups vorige week',
          'standup van vorige week',
          'stand-up van vorige week',
          'dagstart vorige week',
          'standups van vorige week',
          'stand-ups van vorige week',
        ],
        title: 'Lees de stand-ups van vorige week',
        needs: inPilot,
        run: (turn) =>
          whichHere(
            turn,
            'standup.last-week',
            ({ id }) => asMember(pilots, turn, id, (view) => show.lastWeek(turn, view)),
            withStandup,
          ),
      },
    ],
    actions: {
      'standup.show': action(ofPilot, forMember(today.state), { needs: inPilot }),
      'standup.today': action(ofPilot, forMember(today.shared), { needs: inPilot }),
      'standup.last-week': action(ofPilot, forMember(show.lastWeek), { needs: inPilot }),
      'standup.day': action(
        ofDay,
        forMember((turn, view, { day }) => show.onDay(turn, view, day)),
        { needs: inPilot },
      ),
      'standup.read': action(
        readSchema,
        forMember((_, view, { day, from }) => show.whatWasWritten(view, day, from)),
        { needs: inPilot },
      ),
      'standup.open': action(
        ofDay,
        forMember((turn, view, { day }) => share.open(turn, view, day)),
        { needs: inPilot },
      ),
      'standup.save': action(answersSchema, forMember(share.save), { needs: inPilot }),
      'standup.take-back': action(
        ofDay,
        async (turn, { pilot, day }) => {
          const view = await viewOf(pilots, turn, pilot);
          return view ? share.takeBack(turn, view, day) : share.takeBackAfterLeaving(turn, pilot, day);
        },
        { needs: inPilot },
      ),
      'standup.to-action': action(
        blockerSchema,
        forMember((turn, view, { day, blocker }) => pick.take(turn, view, day, blocker)),
        { needs: inPilot },
      ),
      'standup.edit-action': action(
        blockerSchema,
        forMember((turn, view, { day, blocker }) => pick.edit(turn, view, day, blocker)),
        { needs: inPilot },
      ),
      'standup.save-action': action(takeSchema, forMember(pick.save), { needs: inPilot }),
    },
  };
}
