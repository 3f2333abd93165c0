import { Temporal } from 'temporal-polyfill';
import { dutchDate, today } from '../../../calendar/clock.ts';
import { notice, noticeCard } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Pilot } from '../pilot/pilot.ts';
import type { PilotView } from '../pilot/rights.ts';
import { beforeOf } from './before.ts';
import { closedCard, openCard } from './cards.ts';
import { channelCards } from './channel.ts';
import { answerForm } from './forms.ts';
import { closuresNow, isOpenNow } from './opening.ts';
import { nextStandup, phaseOf, windowOn } from './rules.ts';
import type { StandupSharing } from './sharing.ts';
import type { StandupShowing } from './showing.ts';
import { clockWords } from './standup.ts';
import type { StandupTools } from './tools.ts';

const noChannel = ({ pilot, leads }: PilotView): Message =>
  notice(
    'standup',
    'Deze pilot heeft nog geen kanaal',
    leads
      ? 'De stand-up komt in een kanaal. Ga naar dat kanaal en typ daar: @Kompas pilot. Dan koppel je de pilot.'
      : 'De stand-up komt in een kanaal. Vraag wie de pilot leidt om er een te koppelen.',
    [
      ...(leads
        ? [{ verb: 'help.say', title: 'Hoe koppel ik een kanaal?', data: { text: 'kanaal koppelen' } }]
        : []),
      { verb: 'pilot.show', title: 'Naar de pilot', data: { pilot: pilot.id } },
    ],
  );

const noStandup = ({ pilot, leads }: PilotView): Message =>
  notice(
    'standup',
    'Deze pilot heeft geen stand-up',
    leads ? 'Kies op welke dagen en hoe laat.' : 'Wie de pilot leidt, kan er een instellen.',
    leads ? [{ verb: 'pilot.edit-standup', title: 'Kies dagen en tijd', data: { pilot: pilot.id } }] : [],
  );

const opensLater = (from: string): Message =>
  notice(
    'standup',
    `De stand-up opent om ${clockWords(from)}`,
    'Er komt dan een kaart in het kanaal. Invullen kan daar, of hier.',
  );

/** Read back while it is open (`day` an ISO date), before anybody shared. */
const nobodyYet = ({ id, name, standup }: Pilot, day: string): Message =>
  noticeCard({
    kind: 'standup',
    place: name,
    text: 'Nog niemand deelde vandaag iets.',
    title: 'Nog niemand deelde vandaag iets',
    lines: standup ? [`Invullen kan tot ${clockWords(standup.until)}.`] : [],
    actions: [{ verb: 'standup.open', title: 'Vul in', data: { pilot: id, day } }],
  });

/** On a day without one: when the next is. */
function noneToday(pilot: Pilot, now: Temporal.PlainDate, closures: ReadonlySet<string>): Message {
  const next = nextStandup(pilot, now, closures);
  const when = next ? dutchDate(Temporal.PlainDate.from(next), { weekday: true }) : undefined;
  return notice(
    'standup',
    'Vandaag is er geen stand-up',
    when ? `De volgende is op ${when}.` : 'Er staat er geen meer gepland.',
  );
}

/** Shows how the stand-up of today stands. */
export function showingToday(tools: StandupTools, { onDay }: StandupShowing, share: StandupSharing) {
  /** The form of today, or how the stand-up of today stands: in a channel as the channel sees it. */
  async function state(turn: Turn, view: PilotView): Promise<Message> {
    const { pilot } = view;
    if (!pilot.standup) return noStandup(view);
    if (!pilot.channel) return noChannel(view);
    const now = today(turn.now);
    const closures = await closuresNow(tools);
    const window = windowOn(pilot, now, closures);
    if (!window) return noneToday(pilot, now, closures);
    const phase = phaseOf(window, turn.now);
    if (phase === 'before') return opensLater(pilot.standup.from);
    const { row, card, open, standup } = await channelCards(tools, pilot, window.day, turn.now);
    if (phase === 'closed' || row?.closed) return closedCard(standup);
    // A tap comes without text: only who taps reads the answer to it.
    const isTyped = turn.text !== '';
    if (!isTyped) return share.open(turn, view, window.day);
    if (turn.scope !== 'personal') return card;
    const mine = standup.shared.some(({ directoryId }) => directoryId === turn.directoryId);
    // What they wrote today is not in the channel yet: the answer to typed words, which is stored, does not hold it.
    if (mine) return openCard(standup, open, 'Jij staat er al bij.', true);
    const before = await beforeOf(tools, pilot, window.day, turn.directoryId, true);
    return answerForm(standup, ['', '', ''], { before });
  }

  /** What was shared today; before anybody did, how the stand-up of today stands. */
  async function shared(turn: Turn, view: PilotView): Promise<Message> {
    const day = today(turn.now).toString();
    const isThere = (await tools.standups.shared(view.pilot.id, day)).length > 0;
    if (isThere) return onDay(turn, view, day);
    return (await isOpenNow(tools, view.pilot, day, turn.now))
      ? nobodyYet(view.pilot, day)
      : state(turn, view);
  }

  return { state, shared };
}
