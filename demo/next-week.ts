import { setTimeout as delay } from 'node:timers/promises';
import type { Temporal } from 'temporal-polyfill';
import type { App } from '../src/app.ts';
import { at, today } from '../src/calendar/clock.ts';
import { cardMoments } from '../src/calendar/due.ts';
import { nextWindow, type Window, windowAt } from '../src/calendar/schedule.ts';
import { checkin } from '../src/features/checkin/index.ts';
import type { Services } from '../src/features/module.ts';
import { team as teamFeature } from '../src/features/team/index.ts';
import { MONDAY_ROUND } from '../src/features/team/monday/round.ts';
import type { Signal } from '../src/features/team/signals/signal.ts';
import { isLeaderOf } from '../src/people/person.ts';
import type { Theme } from '../src/people/themes.ts';
import { carriedBy, type TapAs, tapAs } from './as-somebody.ts';
import type { DemoClock } from './clock.ts';
import { demoDirectoryId, demoPeople } from './people.ts';

/** Whose team is followed, and who leads it. */
const [TEAM, LEADER] = ['objecten-west', 'p06'];
/** What the week that is played is about. */
const THEME: Theme = 'werkdruk';

/** What invented people say in the week that is played; whoever is not here answers with a score and a theme. */
const said: Record<string, { score: number; comment?: string; sharing?: 'without-name' | 'with-name' }> = {
  p02: {
    score: 2,
    comment: 'Door de nieuwe lijst tel ik alles twee keer. Dat kost me een halve dag.',
    sharing: 'without-name',
  },
  p03: {
    score: 4,
    comment: 'Het samen nakijken met Oost ging goed. Kunnen we dat vaker doen?',
    sharing: 'with-name',
  },
  p08: { score: 4, comment: 'De nieuwe kaartlaag scheelt veel zoeken.', sharing: 'without-name' },
};

/** A signal that is settled this week, and one that waits for who leads the team. */
const signals = {
  settled: {
    from: 'p04',
    text: 'Het overleg op maandag loopt vaak uit. Daarna haal ik mijn controles niet meer.',
    named: 'ja',
  },
  waiting: {
    from: 'p05',
    text: 'De scanner op de derde verdieping is vaak stuk.',
    named: 'nee',
  },
} as const;

/** What who leads the team decides and answers: on the signal above, and on a theme that was named week after week. */
const settlements = {
  raised: {
    decided: 'Het maandagoverleg duurt voortaan een half uur',
    told: 'Jullie hebben gelijk: het overleg kost te veel tijd. Vanaf nu duurt het een half uur.',
    owner: 'p04',
  },
  theme: {
    decided: 'West en Oost gaan met één lijst werken',
    told: 'Dubbel tellen kost te veel tijd. West en Oost werken vanaf nu met één lijst.',
    owner: 'p02',
  },
} as const;

/** A week that was played until its window closed. */
export interface PlayedWeek {
  period: string;
  /** How many answers were added for people who had not answered. */
  added: number;
  /** When the next week's message about the team comes, and when its check-in card. */
  picture: Temporal.Instant;
  card: Temporal.Instant;
}

/**
 * Plays the rest of the week of the demo: people answer, somebody gives a signal, the check-in closes, and who leads the team
 * settles the signal. Everything goes through the handlers and jobs of Kompas itself, on a clock that is put forward. Nobody is
 * written to: their chats were those of an earlier page. Ends in the next week, before its first message. `visitor` is the id of
 * who is followed there. Throws when a team that is followed has no open check-in.
 */
export async function playWeek(app: App, clock: DemoClock, visitor: string): Promise<PlayedWeek> {
  const { settings } = app.services;
  const { teams, municipality } = await settings.read();
  const team = teams.find(({ key }) => key === TEAM);
  const window = team && windowAt(team.schedule, clock.now());
  if (!team || !window) throw new Error('Er is nu geen check-in open. Start de demo opnieuw met --opnieuw.');
  await beginChatsAnew(app.services);
  const tap = tapAs(app);
  const added = await answer(app, tap, window);
  await raise(tap, signals.settled);
  await raise(tap, signals.waiting);
  // Who leads the team sees it the same day: it has a name.
  await settle(app, clock, tap, 'raised', ({ words }) => words.text === signals.settled.text);
  await clock.moveTo(window.closes.add({ minutes: 5 }));
  await app.tick();
  await settle(app, clock, tap, 'theme', ({ source, theme }) => source === 'theme' && theme === THEME);

  const next = nextWindow(team.schedule, clock.now());
  const who = (await app.services.people.members(TEAM)).find(({ id }) => id === visitor);
  const momentOf = cardMoments(next, team.schedule, new Set(municipality.closures));
  const firstDay = who && momentOf({ ...who, checkinDay: undefined, checkinTime: undefined })?.day;
  const wished = who && momentOf(who);
  const picture = at(firstDay ?? today(next.opens), '09:05');
  const card = wished ? at(wished.day, wished.time) : next.opens;
  await clock.moveTo(picture);
  return { period: window.period, added, picture, card: card.add({ minutes: 5 }) };
}

/**
 * Ties everybody to their account, as their first message does, and closes their chats: those were of pages that are closed now.
 * Whoever opens their page comes back, as somebody does who installs Kompas again. Until then nobody may open a chat for them:
 * in another one's Playground it would fail.
 */
export async function beginChatsAnew({ people }: Pick<Services, 'people'>): Promise<void> {
  const known = new Set(demoPeople().map(({ id }) => id));
  for (const person of await people.everybody()) {
    if (!known.has(person.id) || person.removed !== undefined) continue;
    await people.rebind(person, demoDirectoryId(person.id));
    await people.change(person.team, person.id, (now) => ({ ...now, reach: 'blocked' }));
  }
}

/** Whoever did not answer or skip this week does now. Gives how many did. */
async function answer({ services, opened }: App, tap: TapAs, { period }: Window): Promise<number> {
  const { store } = opened(checkin);
  const { teams } = await services.settings.read();
  let added = 0;
  for (const [n, person] of (await services.people.everybody()).entries()) {
    const { id, team: key, directoryId = '', removed } = person;
    const team = teams.find((one) => one.key === key);
    if (!team || removed !== undefined || isLeaderOf(team, person)) continue;
    if (await store.own(key, directoryId, period)) continue;
    const { score, comment = '', sharing = 'private' } = said[id] ?? { score: 3 + (n % 2) };
    await tap(id, 'checkin.answer', { period, score });
    await tap(id, 'checkin.save', { period, themes: THEME, comment, sharing });
    if (await store.own(key, directoryId, period)) added += 1;
  }
  return added;
}

async function raise(
  tap: TapAs,
  { from, text, named }: { from: string; text: string; named: 'ja' | 'nee' },
): Promise<void> {
  const shown = carriedBy(await tap(from, 'signal.raise', {}), 'shown');
  await tap(from, 'signal.send', { text, named, to: 'team', shown });
}

/** Who leads the team decides on the open signals that are meant, and answers them. */
async function settle(
  { opened }: App,
  clock: DemoClock,
  tap: TapAs,
  how: keyof typeof settlements,
  isMeant: (signal: Signal) => boolean,
): Promise<void> {
  const open = async () =>
    (await opened(teamFeature).groups.content({ kind: 'team', key: TEAM })).signals.filter(
      (signal) => signal.state === 'received' && isMeant(signal),
    );
  const due = today(clock.now()).toString();
  for (const { id, state } of await open()) {
    const step = { kind: 'team', group: TEAM, id, to: 'answered' };
    const seen = carriedBy(await tap(LEADER, 'signal.step', step), 'seen');
    await tap(LEADER, 'signal.save', { ...step, ...settlements[how], from: state, seen, due });
  }
  if ((await open()).length > 0) throw new Error('a signal of the demo was not settled');
}

/** The longest wait for a message that was sent, and the pause between two looks. */
const [LONGEST_WAIT_MS, LOOK_MS] = [30_000, 500];

/**
 * Waits until the visitor or somebody else of the team opens their page: what is sent before that, the Playground does not show. Then lets the message about
 * the team come first, and puts the clock at their card.
 */
export async function showWeek(app: App, clock: DemoClock, visitor: string, week: PlayedWeek): Promise<void> {
  const { people, pseudonymise } = app.services;
  // Somebody else of the team may open theirs first, and wants to answer too: then nobody waits for the visitor.
  const opened = async () => (await people.members(TEAM)).filter(({ reach }) => reach === 'open');
  while ((await opened()).length === 0) await delay(LOOK_MS);
  const first = (await opened()).find(({ id }) => id === visitor) ?? (await opened())[0];
  await app.tick();
  const { period, picture } = week;
  const occurrence = {
    round: MONDAY_ROUND,
    team: TEAM,
    period,
    day: today(picture).toString(),
    until: picture,
  };
  const recipient = pseudonymise(TEAM, demoDirectoryId(first?.id ?? visitor), 'round');
  const lookingUntil = Date.now() + LONGEST_WAIT_MS;
  while (!(await app.delivery.sentIn(occurrence)).has(recipient) && Date.now() < lookingUntil)
    await delay(LOOK_MS);
  await clock.moveTo(week.card);
  await app.tick();
}
