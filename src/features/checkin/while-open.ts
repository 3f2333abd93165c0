import { dutchMoment } from '../../calendar/clock.ts';
import { nextWindow, type Window } from '../../calendar/schedule.ts';
import { weekLabel } from '../../calendar/weeks.ts';
import { notice } from '../../conversation/cards/notice.ts';
import type { Message } from '../../conversation/message.ts';
import type { Turn, Workplace } from '../../conversation/turn.ts';
import { consentGiven, type Municipality, type Team } from '../../people/municipality.ts';
import { smallTeamCard } from './cards.ts';
import { hasScale, periodState, thisWeek } from './rules.ts';

/** Who is asking and what their team looks like; read in every check-in turn, never written. */
export interface CheckinContext extends Workplace {
  team: Team;
  municipality: Municipality;
}

export const noTeam = notice(
  'checkin',
  'Je staat nog niet in een team',
  'Een check-in hoort bij een team. Vraag je beheerder om je toe te voegen.',
);
export const notAllowedYet = notice(
  'checkin',
  'De check-in is nog niet gestart',
  'Eerst moet de ondernemingsraad instemmen, en moet er een privacytoets (DPIA) zijn. Daarna begint de check-in vanzelf.',
);
const noWindow = (team: Team, now: Turn['now']) =>
  notice(
    'checkin',
    'Er is nu geen check-in',
    `De volgende begint ${dutchMoment(nextWindow(team.schedule, now).opens)}.`,
  );

async function placeOf(turn: Turn): Promise<CheckinContext | undefined> {
  const [place, { municipality }] = await Promise.all([turn.workplace(), turn.settings()]);
  return place?.team && { ...place, team: place.team, municipality };
}

/**
 * Runs `then` while the period is open for this person's team; says kindly why not otherwise. `whenNot` may say something else
 * than that before the week closes: what somebody answered before is still theirs to take back.
 */
export async function whileOpen(
  turn: Turn,
  period: string,
  then: (place: CheckinContext, window: Window) => Promise<Message>,
  whenNot: (why: Message) => Promise<Message> = async (why) => why,
): Promise<Message> {
  const found = await placeOf(turn);
  if (!found) return whenNot(noTeam);
  const { team, municipality, members } = found;
  if (!consentGiven(municipality)) return whenNot(notAllowedYet);
  const at = periodState(team, period, turn.now);
  if (at.state === 'none') return whenNot(noWindow(team, turn.now));
  if (at.state === 'early')
    return whenNot(
      notice('checkin', 'Deze check-in is nog niet open', `Hij begint ${dutchMoment(at.window.opens)}.`),
    );
  if (at.state === 'closed') return closed(team, at.window, turn);
  if (!hasScale(team, members)) return whenNot(smallTeamCard(at.window));
  return then(found, at.window);
}

/** The period that typed words are about, or what to say when there is none. */
export async function periodNow(turn: Turn): Promise<string | Message> {
  const found = await placeOf(turn);
  if (!found) return noTeam;
  const window = thisWeek(found.team, turn.now);
  if (window) return window.period;
  return consentGiven(found.municipality) ? noWindow(found.team, turn.now) : notAllowedYet;
}

function closed(team: Team, window: Window, turn: Turn): Message {
  const open = thisWeek(team, turn.now);
  const newer =
    open && open.period !== window.period && periodState(team, open.period, turn.now).state === 'open';
  return notice(
    'checkin',
    'Deze check-in is gesloten',
    `De check-in van ${weekLabel(window.period)} liep tot ${dutchMoment(window.closes)}. ` +
      'Wat je toen koos, blijft zoals het is.' +
      (newer ? '' : ` De volgende begint ${dutchMoment(nextWindow(team.schedule, turn.now).opens)}.`),
    newer ? [{ verb: 'checkin.open', title: 'Naar de check-in van nu', data: { period: open.period } }] : [],
  );
}
