import { Temporal } from 'temporal-polyfill';
import { dutchDay, isDate, today } from '../../../calendar/clock.ts';
import { cancelButton } from '../../../conversation/cancelling.ts';
import { notice, noticeCard } from '../../../conversation/cards/notice.ts';
import { type FormValues, formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import { closuresOf, datesProblems, longerBy, weekdaysIn } from '../pilot/dates.ts';
import { isOff } from '../pilot/off.ts';
import { kinds, LONGEST_NAME, type Pilot, type PilotKind } from '../pilot/pilot.ts';
import { pilotReaders } from '../pilot/readers.ts';
import { alreadyClosed, asLead, changeOpen } from '../pilot/rights.ts';
import type { PilotTools } from '../pilot/tools.ts';
import type { OfPilot } from '../pilot/typed.ts';
import type { PostStore } from '../posts/store.ts';
import { changing } from './changing.ts';
import { backTo } from './fields.ts';
import type { LongerSent, Sent } from './typed.ts';

/** A proefweek has so many weekdays. */
const WEEK = 5;

const kindChoices = Object.entries(kinds).map(([value, { title, tries }]) => ({
  value,
  title: `${title}: ${tries}`,
}));
const nameText = [['name', 'Hoe heet de pilot?', LONGEST_NAME]] as const;

/** The name, the kind and the days of a pilot. */
export function periodForm(pilot: Pilot, typed: FormValues = {}, problems: readonly string[] = []): Message {
  const { id, name, kind, from, until } = pilot;
  return formCard({
    kind: 'pilot',
    title: 'Periode en naam',
    place: name,
    lead: 'Stand-ups zijn er van de eerste tot en met de laatste dag. Een proefweek duurt vijf dagen.',
    problems,
    fields: [
      {
        id: 'name',
        kind: 'text',
        label: nameText[0][1],
        value: typed.name ?? name,
        longest: LONGEST_NAME,
        required: true,
      },
      {
        id: 'kind',
        kind: 'one',
        label: 'Wat voor pilot is het?',
        choices: kindChoices,
        value: typed.kind ?? kind,
      },
      { id: 'from', kind: 'date', label: 'Eerste dag', value: typed.from ?? from, required: true },
      { id: 'until', kind: 'date', label: 'Laatste dag', value: typed.until ?? until, required: true },
    ],
    seenBy: pilotReaders,
    submit: { verb: 'pilot.save-period', title: 'Bewaar', data: { pilot: id } },
    back: backTo(id),
  });
}

/** What a change of days or kind means, in Dutch: for the stand-ups, and for a proefweek. */
export function periodNote({ kind, from, until, standup, channel }: Pilot, day: string): string {
  const meets = standup && channel;
  const standups = !meets
    ? ''
    : day < from
      ? ` De stand-up begint op ${dutchDay(from)} en stopt na ${dutchDay(until)}.`
      : ` De stand-up gaat door tot en met ${dutchDay(until)}.`;
  const days = weekdaysIn(from, until);
  const week =
    kind !== 'proefweek' || days === WEEK
      ? ''
      : days < WEEK
        ? ` Korter dan een week: dan telt de proefweek niet als rolpilot.`
        : ' Dit is langer dan een week. Past rolpilot dan beter?';
  return `Bewaard.${standups}${week}`;
}

/** So many days before its last day a pilot comes to its end. */
const NEAR_DAYS = 7;

/** How long a pilot goes on, for who leads it and asks long before its end. */
const howLongCard = ({ id, name, until }: Pilot): Message =>
  noticeCard({
    kind: 'pilot',
    text: 'Hoe lang duurt de pilot?',
    title: 'Hoe lang duurt de pilot?',
    lines: [name, `Laatste dag: ${dutchDay(until)}.`],
    actions: [
      { verb: 'pilot.longer', title: 'Een week langer', data: { pilot: id, until } },
      { verb: 'pilot.edit-period', title: 'Andere datum', data: { pilot: id } },
      cancelButton(backTo(id)),
    ],
  });

/** In the channel, when the last day of a pilot became another. */
const untilChangedCard = ({ id, name, until, standup }: Pilot): Message =>
  noticeCard({
    kind: 'pilot',
    text: 'De laatste dag van de pilot is veranderd.',
    title: `De laatste dag is nu ${dutchDay(until)}`,
    lines: [name],
    small: standup ? 'De stand-up gaat door tot en met die dag.' : undefined,
    actions: [{ verb: 'pilot.show', title: 'Bekijk de pilot', data: { pilot: id } }],
  });

/** Whether to go on or to close: what who leads a pilot is asked on its last day, and finds behind its card after that. */
export function lastDayCard(pilot: Pilot, day: string): Message {
  const { id, name, until } = pilot;
  const data = { pilot: id };
  const title =
    day < until
      ? 'De pilot loopt bijna af'
      : day === until
        ? 'Vandaag is de laatste dag'
        : 'De laatste dag is voorbij';
  return noticeCard({
    kind: 'pilot',
    text: `${title} van je pilot. Verlengen of afronden?`,
    title: `${title}. Verlengen of afronden?`,
    lines: [name, `Laatste dag: ${dutchDay(until)}.`],
    small: 'Doe je niets? Dan stopt de stand-up na de laatste dag. De rest blijft staan tot je afrondt.',
    actions: [
      { verb: 'pilot.longer', title: 'Een week langer', data: { pilot: id, until } },
      { verb: 'pilot.edit-period', title: 'Andere datum', data },
      { verb: 'pilot.ending', title: 'Afronden', data },
    ],
  });
}

/** When a pilot is, and what it is called. */
export function settingPeriod(tools: PilotTools & { posts: PostStore }) {
  const { pilots, audit, show, posts, send } = tools;
  const changed = changing(tools);

  /** Tells the channel of another last day, once for each change, and brings what stands there up to date. */
  async function tellChannel(turn: Turn, id: string): Promise<void> {
    const pilot = await pilots.get(id);
    if (!pilot || (await isOff(turn))) return;
    if (pilot.kickoffPost)
      await posts.changed({ kind: 'kickoff', pilot: id, of: pilot.kickoffPost.message }, turn.now);
    if (pilot.channel) await send({ ...pilot.channel, user: '' }, untilChangedCard(pilot));
  }

  return {
    editPeriod: (turn: Turn, { pilot: id }: OfPilot) =>
      asLead(pilots, turn, id, async ({ pilot }) => periodForm(pilot)),

    savePeriod: (turn: Turn, sent: Sent) =>
      asLead(pilots, turn, sent.pilot ?? '', async ({ pilot }) => {
        const [from, until] = [sent.from ?? '', sent.until ?? ''].map((date) => (isDate(date) ? date : ''));
        const dates = { from: from ?? '', until: until ?? '' };
        const day = today(turn.now).toString();
        const name = sent.name?.trim() ?? '';
        const problems = [
          ...(name === '' ? ['Geef de pilot een naam.'] : []),
          ...(Object.hasOwn(kinds, sent.kind ?? '') ? [] : ['Kies wat voor pilot het is.']),
          ...datesProblems(dates, day, await closuresOf(turn), pilot),
          ...lengthProblems(sent, nameText),
        ];
        if (problems.length > 0) return periodForm(pilot, sent, problems);
        const period = { name, kind: sent.kind as PilotKind, from: dates.from, until: dates.until };
        let isOther = false;
        const answer = await changed(turn, pilot.id, {
          what: 'pilot: periode en naam gewijzigd',
          change: (now) => {
            isOther = now.until !== period.until;
            return { ...now, ...period };
          },
          note: periodNote({ ...pilot, ...period }, day),
        });
        if (isOther) await tellChannel(turn, pilot.id);
        return answer;
      }),

    /** The question of the last day, asked by who leads it. */
    lastDay: (turn: Turn, { pilot: id }: OfPilot) =>
      asLead(pilots, turn, id, async ({ pilot }) => {
        const day = today(turn.now);
        const ahead = day.until(Temporal.PlainDate.from(pilot.until), { largestUnit: 'days' }).days;
        return ahead > NEAR_DAYS ? howLongCard(pilot) : lastDayCard(pilot, day.toString());
      }),

    /** A week longer than the last day that the card named: tapped twice, also by two, it is one week. */
    longer: (turn: Turn, { pilot: id, until }: LongerSent) =>
      asLead(pilots, turn, id, async ({ pilot }) => {
        const [day, closures] = [today(turn.now).toString(), await closuresOf(turn)];
        const next = { from: pilot.from, until: longerBy(1, until, day, closures) };
        const [problem] = datesProblems(next, day, closures, pilot);
        if (problem) return periodForm(pilot, {}, [problem]);
        await audit.record(turn.directoryId, 'pilot: verlengd', id);
        let isNew = false;
        const isOpen = await changeOpen(pilots, id, (now) => {
          isNew = now.until === until;
          return isNew ? { ...now, until: next.until } : now;
        });
        if (!isOpen) return alreadyClosed;
        if (isNew) await tellChannel(turn, id);
        if (!isNew) return show(turn, id, 'De laatste dag was al gewijzigd. Er is niets veranderd.');
        return show(turn, id, `Verlengd tot en met ${dutchDay(next.until)}.`, [
          {
            verb: 'pilot.shorter',
            title: 'Toch niet verlengen',
            data: { pilot: id, until: next.until, back: until },
          },
        ]);
      }),

    /** Takes that back. */
    shorter: (turn: Turn, { pilot: id, until, back }: LongerSent & { back: string }) =>
      asLead(pilots, turn, id, async () => {
        await audit.record(turn.directoryId, 'pilot: verlenging teruggedraaid', id);
        let isNew = false;
        const isOpen = await changeOpen(pilots, id, (now) => {
          isNew = now.until === until && back >= now.from && back < until;
          return isNew ? { ...now, until: back } : now;
        });
        if (!isOpen) return alreadyClosed;
        if (isNew) await tellChannel(turn, id);
        return isNew
          ? show(turn, id, `De laatste dag is weer ${dutchDay(back)}.`)
          : notice('pilot', 'De laatste dag is intussen gewijzigd', 'Er is niets veranderd.', [
              { verb: 'pilot.show', title: 'Bekijk de pilot', data: { pilot: id } },
            ]);
      }),
  };
}
