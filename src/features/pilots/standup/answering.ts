import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { dutchDate, today } from '../../../calendar/clock.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import { action, type Feature } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { channelOf } from '../../../people/person.ts';
import type { Pilot } from '../pilot/pilot.ts';
import { notYours, type PilotView, viewOf } from '../pilot/rights.ts';
import { ofPilot } from '../pilot/typed.ts';
import { blockersOf } from './blockers.ts';
import { closedCard, openCard, readCard, summaryCard, weekCard } from './cards.ts';
import { channelCards } from './channel.ts';
import { answerForm } from './forms.ts';
import { taking } from './picking.ts';
import { cutAnswers, nextStandup, phaseOf, windowOn } from './rules.ts';
import { standupOf } from './standup.ts';
import type { StandupTools } from './tools.ts';
import { answersSchema, blockerSchema, ofDay, readSchema, takeSchema } from './typed.ts';

const noChannel = notice(
  'Deze pilot heeft nog geen kanaal',
  'De stand-up komt in een kanaal. Typ daar: @Kompas pilot. Wie de pilot leidt, koppelt hem dan aan dat kanaal.',
);
const gone = notice(
  'Van deze stand-up is niets te lezen',
  'Er is die dag niets gedeeld, of het is langer dan 14 dagen geleden. Dan wis ik wat mensen schreven.',
);

const tooLate = { title: 'De stand-up is gesloten', body: 'Invullen kan niet meer.' };
const nothingLeft = notice(tooLate.title, `${tooLate.body} Typ standup, dan zie je wanneer de volgende is.`);

/** "10.00 uur" */
const clock = (time: string) => `${time.replace(':', '.')} uur`;

/** Everything that people type and tap around a stand-up. Only members of the pilot get anything. */
export function standup(tools: StandupTools): Pick<Feature, 'phrases' | 'actions'> {
  const { pilots, standups, posts, which } = tools;
  const closuresNow = async () => new Set((await tools.settings.read()).municipality.closures);

  async function asMember(
    turn: Turn,
    id: string,
    then: (view: PilotView) => Promise<Message>,
  ): Promise<Message> {
    const view = await viewOf(pilots, turn, id);
    return view ? then(view) : notYours;
  }

  /** Whether somebody may share now. An opened stand-up needs no look at the days on which the municipality is closed. */
  async function isOpen(pilot: Pilot, day: string, now: Temporal.Instant): Promise<boolean> {
    if (!pilot.channel || day !== today(now).toString()) return false;
    const row = await standups.day(pilot.id, day);
    if (row?.closed) return false;
    const window = windowOn(pilot, today(now), row ? new Set() : await closuresNow());
    return window !== undefined && ['open', 'remind'].includes(phaseOf(window, now));
  }

  /** How the stand-up of a day stands: open, closed, or what was shared. */
  async function show(turn: Turn, { pilot }: PilotView, day: string, note = ''): Promise<Message> {
    const [open, people, todos] = await Promise.all([
      isOpen(pilot, day, turn.now),
      tools.everybody(),
      tools.actions.of(pilot.id),
    ]);
    const read = await standupOf(standups, pilot, day, people);
    if (read.shared.length > 0)
      return summaryCard(read, blockersOf(pilot.id, day, read.shared, todos), note, open);
    return open ? openCard(read, [], note) : gone;
  }

  /** The stand-up of today as the channel sees it, or why there is none. */
  async function state(turn: Turn, { pilot, leads }: PilotView): Promise<Message> {
    const settle = leads
      ? [{ verb: 'pilot.edit-standup', title: 'Kies dagen en tijd', data: { pilot: pilot.id } }]
      : [];
    if (!pilot.standup)
      return notice(
        'Deze pilot heeft geen stand-up',
        leads ? 'Kies op welke dagen en hoe laat.' : 'Wie de pilot leidt, kan er een instellen.',
        settle,
      );
    if (!pilot.channel) return noChannel;
    const now = today(turn.now);
    const closures = await closuresNow();
    const window = windowOn(pilot, now, closures);
    const phase = window && phaseOf(window, turn.now);
    if (phase === 'before')
      return notice(
        `De stand-up opent om ${clock(pilot.standup.from)}`,
        'Er komt dan een kaart in het kanaal. Invullen kan daar, of hier.',
      );
    if (!window) {
      const next = nextStandup(pilot, now, closures);
      const when = next ? dutchDate(Temporal.PlainDate.from(next), { weekday: true }) : undefined;
      return notice(
        'Vandaag is er geen stand-up',
        when ? `De volgende is op ${when}.` : 'Er staat er geen meer gepland.',
      );
    }
    const { row, card, late, standup: read } = await channelCards(tools, pilot, window.day);
    if (phase === 'closed' || row?.closed) return closedCard(read);
    if (turn.scope !== 'personal') return card;
    const mine = read.shared.some(({ directoryId }) => directoryId === turn.directoryId);
    return openCard(read, late, mine ? 'Jij staat er al bij.' : 'Eén minuut werk.', mine);
  }

  /** What was shared today; before anybody did, how the stand-up of today stands. */
  async function showToday(turn: Turn, view: PilotView): Promise<Message> {
    const day = today(turn.now).toString();
    const isThere = (await standups.shared(view.pilot.id, day)).length > 0;
    return isThere ? show(turn, view, day) : state(turn, view);
  }

  /** What people wrote: in a channel only where the pilot posts anyway; elsewhere whoever tapped reads it alone. */
  const typedHere = (turn: Turn, pilot: Pilot, verb: string, then: () => Promise<Message>) =>
    turn.scope === 'personal' || channelOf(turn.address.conversation) === pilot.channel?.conversation
      ? then()
      : Promise.resolve(
          notice(
            'Hier lezen anderen mee',
            'Wat het team schreef, laat ik alleen in het kanaal van de pilot zien. Tik hieronder: dan zie alleen jij het.',
            [{ verb, title: 'Laat het mij zien', data: { pilot: pilot.id } }],
          ),
        );

  async function lastWeek(turn: Turn, { pilot }: PilotView): Promise<Message> {
    const day = today(turn.now);
    const monday = day.subtract({ days: day.dayOfWeek + 6 });
    const [rows, people, todos] = await Promise.all([
      standups.days(pilot.id, monday.toString(), monday.add({ days: 6 }).toString()),
      tools.everybody(),
      tools.actions.of(pilot.id),
    ]);
    if (rows.length === 0)
      return notice('Vorige week was er geen stand-up', 'Typ standup, dan zie je wanneer de volgende is.');
    return weekCard(
      pilot,
      await Promise.all(
        rows.map(async (row) => {
          const read = await standupOf(standups, pilot, row.day, people);
          return { ...read, blockers: blockersOf(pilot.id, row.day, read.shared, todos) };
        }),
      ),
    );
  }

  async function save(turn: Turn, view: PilotView, sent: z.infer<typeof answersSchema>): Promise<Message> {
    const { pilot } = view;
    const { day } = sent;
    const { answers, cut } = cutAnswers([sent.answer1, sent.answer2, sent.answer3]);
    const lost = cut.map(
      (n) => `Antwoord ${n} was langer dan 1.000 tekens. Alleen het eerste stuk staat er nog.`,
    );
    if (!(await isOpen(pilot, day, turn.now)))
      return answerForm(
        { pilot, day },
        answers,
        [
          'De stand-up is gesloten. Wat je typte, staat hieronder nog. Je team heeft het niet gekregen.',
          ...lost,
        ],
        true,
      );
    const isEmpty = answers.every((answer) => answer === '');
    if (isEmpty && !(await standups.mine(pilot.id, day, turn.directoryId))) {
      await posts.formOpened({ pilot: pilot.id, of: day }, turn.now);
      return answerForm({ pilot, day }, answers, ['Vul minstens één antwoord in.']);
    }
    const [done, next, blocker] = answers;
    if (isEmpty) await standups.withdraw(pilot.id, day, turn.directoryId);
    else await standups.save(pilot.id, day, { directoryId: turn.directoryId, done, next, blocker });
    await posts.changed({ kind: 'card', pilot: pilot.id, of: day }, turn.now);
    const [read, todos] = await Promise.all([
      standupOf(standups, pilot, day, await tools.everybody()),
      tools.actions.of(pilot.id),
    ]);
    const late = todos.filter(({ mentioned, doneOn }) => mentioned === day && doneOn === undefined);
    const note = isEmpty
      ? 'Je antwoorden zijn weg. Je staat er niet meer bij.'
      : [`Gedeeld met je team.`, ...lost].join(' ');
    return openCard(read, late, note, !isEmpty);
  }

  const picking = taking({ ...tools, closuresNow, show });

  return {
    phrases: [
      {
        say: 'standup',
        also: ['dagstart', 'stand-up', 'mijn standup', 'standup invullen', 'stand-up invullen', 'daily'],
        title: 'Vul de stand-up van je pilot in',
        run: (turn) =>
          which(turn, 'standup.show', ({ id }) => asMember(turn, id, (view) => state(turn, view))),
      },
      {
        say: 'standup vandaag',
        also: ['stand-up vandaag', 'standup van vandaag', 'stand-up van vandaag', 'dagstart vandaag'],
        title: 'Lees wat je pilotteam vandaag deelde',
        run: (turn) =>
          which(turn, 'standup.today', (pilot) =>
            typedHere(turn, pilot, 'standup.today', () =>
              asMember(turn, pilot.id, (view) => showToday(turn, view)),
            ),
          ),
      },
      {
        say: 'standup vorige week',
        also: [
          'stand-up vorige week',
          'standups vorige week',
          'stand-ups vorige week',
          'standup van vorige week',
          'stand-up van vorige week',
          'dagstart vorige week',
          'standups van vorige week',
          'stand-ups van vorige week',
        ],
        title: 'Lees de stand-ups van vorige week',
        run: (turn) =>
          which(turn, 'standup.last-week', (pilot) =>
            typedHere(turn, pilot, 'standup.last-week', () =>
              asMember(turn, pilot.id, (view) => lastWeek(turn, view)),
            ),
          ),
      },
    ],
    actions: {
      'standup.show': action(ofPilot, (turn, { pilot }) =>
        asMember(turn, pilot, (view) => state(turn, view)),
      ),
      'standup.today': action(ofPilot, (turn, { pilot }) =>
        asMember(turn, pilot, (view) => showToday(turn, view)),
      ),
      'standup.last-week': action(ofPilot, (turn, { pilot }) =>
        asMember(turn, pilot, (view) => lastWeek(turn, view)),
      ),
      'standup.day': action(ofDay, (turn, { pilot, day }) =>
        asMember(turn, pilot, (view) => show(turn, view, day)),
      ),
      'standup.read': action(readSchema, (turn, { pilot: id, day, from }) =>
        asMember(turn, id, async ({ pilot }) => {
          const [people, todos] = await Promise.all([tools.everybody(), tools.actions.of(id)]);
          const read = await standupOf(standups, pilot, day, people);
          if (read.shared.length === 0) return gone;
          const blockers = blockersOf(id, day, read.shared, todos);
          return readCard(read, blockers, Math.min(from, read.shared.length - 1));
        }),
      ),
      'standup.open': action(ofDay, (turn, { pilot: id, day }) =>
        asMember(turn, id, async (view) => {
          const [open, mine] = await Promise.all([
            isOpen(view.pilot, day, turn.now),
            standups.mine(id, day, turn.directoryId),
          ]);
          if (open) {
            await posts.formOpened({ pilot: id, of: day }, turn.now);
            return answerForm({ pilot: view.pilot, day }, [
              mine?.done ?? '',
              mine?.next ?? '',
              mine?.blocker ?? '',
            ]);
          }
          const isThere = (await standups.shared(id, day)).length > 0;
          return isThere ? show(turn, view, day, `${tooLate.title}. ${tooLate.body}`) : nothingLeft;
        }),
      ),
      'standup.save': action(answersSchema, (turn, sent) =>
        asMember(turn, sent.pilot, (view) => save(turn, view, sent)),
      ),
      'standup.to-action': action(blockerSchema, (turn, { pilot, day, blocker }) =>
        asMember(turn, pilot, (view) => picking.take(turn, view, day, blocker)),
      ),
      'standup.edit-action': action(blockerSchema, (turn, { pilot, day, blocker }) =>
        asMember(turn, pilot, (view) => picking.edit(turn, view, day, blocker)),
      ),
      'standup.save-action': action(takeSchema, (turn, sent) =>
        asMember(turn, sent.pilot, (view) => picking.save(turn, view, sent)),
      ),
    },
  };
}
