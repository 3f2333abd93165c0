import type { Temporal } from 'temporal-polyfill';
import { today } from '../../../calendar/clock.ts';
import { listCard } from '../../../conversation/cards/list.ts';
import { notice, unknownPerson } from '../../../conversation/cards/notice.ts';
import { type Field, type FormValues, formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import { pageButtons, pageOf, partWords } from '../../../conversation/paging.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { isPresent, type Person } from '../../../people/person.ts';
import { isLeaderless, presentIn } from '../pilot/leading.ts';
import { kinds, type Member, type Pilot } from '../pilot/pilot.ts';
import { alreadyClosed, asLead, changeOpen } from '../pilot/rights.ts';
import type { PilotTools } from '../pilot/tools.ts';
import type { OfPilot } from '../pilot/typed.ts';
import { backTo } from './fields.ts';
import type { Sent } from './typed.ts';

const byName = (people: readonly Person[]) =>
  people
    .toSorted((a, b) => a.name.localeCompare(b.name, 'nl'))
    .map(({ directoryId = '', name }) => ({ value: directoryId, title: name }));

const whoLeads = (people: readonly Person[], { to }: FormValues): Field => ({
  id: 'to',
  kind: 'one',
  label: 'Wie leidt de pilot?',
  choices: byName(people),
  value: to,
  required: true,
});

const seenBy =
  'Wie meedoet, ziet wie de pilot leidt. Wie het wordt, krijgt een bericht van mij. Dat jij dit deed, staat in het logboek van beheer.';

/** Who leads the pilot from now on, of these people. */
export function handOverForm(
  { id, name }: Pilot,
  people: readonly Person[],
  typed: FormValues = {},
  problems: readonly string[] = [],
): Message {
  return formCard({
    kind: 'pilot',
    title: 'Wie leidt de pilot voortaan?',
    place: name,
    lead: 'Spreek het eerst samen af.',
    problems,
    fields: [
      whoLeads(people, typed),
      {
        id: 'stay',
        kind: 'one',
        label: 'En jij?',
        value: typed.stay ?? 'nee',
        choices: [
          { value: 'nee', title: 'Ik doe verder gewoon mee' },
          { value: 'ja', title: 'Ik blijf ook leiden' },
        ],
      },
    ],
    seenBy,
    submit: { verb: 'pilot.save-hand-over', title: 'Geef over', data: { pilot: id } },
    back: backTo(id),
  });
}

/** The same for a pilot that nobody leads any more, filled in by a project lead or an administrator. */
export function appointForm(
  { id, name }: Pilot,
  people: readonly Person[],
  typed: FormValues = {},
  problems: readonly string[] = [],
): Message {
  return formCard({
    kind: 'pilot',
    title: 'Wie leidt de pilot voortaan?',
    place: name,
    lead: 'Wie de pilot leidde, werkt hier niet meer. Kies iemand uit de pilot, of jezelf.',
    problems,
    fields: [whoLeads(people, typed)],
    seenBy,
    submit: { verb: 'pilot.save-appoint', title: 'Wijs aan', data: { pilot: id } },
  });
}

const nobodyElse = (pilot: string): Message =>
  notice(
    'pilot',
    'Er is niemand om de leiding aan te geven',
    'Voeg eerst een collega toe aan het pilotteam.',
    [
      { verb: 'pilot.edit-members', title: 'Pilotteam', data: { pilot } },
      { verb: 'pilot.show', title: 'Terug naar de pilot', data: { pilot } },
    ],
  );
const isLed = notice('pilot', 'Deze pilot heeft iemand die hem leidt', 'Er is niets veranderd.');
const allLed = notice(
  'pilot',
  'Elke pilot heeft iemand die hem leidt',
  'Er is nu niets over te nemen. Alleen wie de pilot leidt, kan de leiding overgeven.',
);
const notThere = 'Kies iemand uit de lijst. Wie je koos, doet niet meer mee.';

/** So many pilots on one card. */
const PAGE = 10;

/** Who leads a pilot: handed over by who does, or given to somebody when nobody does any more. */
export function handingOver(tools: PilotTools) {
  const { pilots, audit, everybodyNow, newId, show } = tools;

  async function colleaguesOf(members: readonly Member[], but: string): Promise<Person[]> {
    return presentIn(members, await everybodyNow()).flatMap(({ person }) =>
      person.directoryId === but ? [] : [person],
    );
  }

  /** Pilots that go on and that nobody leads who works here on this day. */
  async function leaderless(day: Temporal.PlainDate): Promise<{ pilot: Pilot; members: Member[] }[]> {
    const [all, people] = await Promise.all([pilots.all(), everybodyNow()]);
    const each = await Promise.all(
      all
        .filter(({ closedOn }) => closedOn === undefined)
        .map(async (pilot) => ({ pilot, members: await pilots.members(pilot.id) })),
    );
    return each.filter(({ members }) => isLeaderless(members, people, day));
  }

  /** Runs `then` with who may be chosen, while nobody leads the pilot. */
  async function whileLeaderless(
    id: string,
    turn: Turn,
    then: (pilot: Pilot, members: Member[], people: Person[]) => Promise<Message>,
  ): Promise<Message> {
    const [pilot, members, people] = await Promise.all([pilots.get(id), pilots.members(id), everybodyNow()]);
    if (pilot?.closedOn !== undefined) return alreadyClosed;
    if (!pilot || !isLeaderless(members, people, today(turn.now))) return isLed;
    const me = people.filter((one) => isPresent(one) && one.directoryId === turn.directoryId);
    const crew = await colleaguesOf(members, turn.directoryId);
    return then(pilot, members, [...crew, ...me]);
  }

  /** The crew changed: those whom it is about hear of it. */
  const changedCrew = async (id: string): Promise<boolean> => {
    const unheard = newId('N');
    return changeOpen(pilots, id, (now) => ({ ...now, unheard }));
  };

  return {
    handOver: (turn: Turn, { pilot: id }: OfPilot) =>
      asLead(pilots, turn, id, async ({ pilot, members }) => {
        const mates = (await colleaguesOf(members, turn.directoryId)).filter((one) =>
          members.some(({ directoryId, role }) => role === 'member' && directoryId === one.directoryId),
        );
        return mates.length > 0 ? handOverForm(pilot, mates) : nobodyElse(id);
      }),

    saveHandOver: (turn: Turn, sent: Sent) =>
      asLead(pilots, turn, sent.pilot ?? '', async ({ pilot, members }) => {
        const mates = await colleaguesOf(members, turn.directoryId);
        const chosen = mates.find(({ directoryId }) => directoryId === sent.to)?.directoryId;
        if (chosen === undefined) return handOverForm(pilot, mates, sent, [notThere]);
        await audit.record(turn.directoryId, 'pilot: leiding overgegeven', pilot.id);
        if (!(await pilots.setRole(pilot.id, chosen, 'member', 'lead')))
          return handOverForm(pilot, mates, sent, [notThere]);
        if (sent.stay !== 'ja') {
          await pilots.setRole(pilot.id, turn.directoryId, 'lead', 'member');
          await pilots.heard(pilot.id, turn.directoryId);
        }
        if (!(await changedCrew(pilot.id))) return alreadyClosed;
        return show(turn, pilot.id, 'De leiding is overgegeven. Je collega krijgt bericht van mij.');
      }),

    /** The pilots that nobody leads any more, for who may give them to somebody. */
    ownerless: async (turn: Turn, { skip }: { skip: number }): Promise<Message> => {
      const list = await leaderless(today(turn.now));
      if (list.length === 0) return allLed;
      const shown = pageOf(list, Math.floor(skip / PAGE), PAGE);
      return listCard({
        kind: 'pilot',
        text: 'Pilots die niemand meer leidt.',
        title: 'Pilots die niemand meer leidt',
        place: partWords(shown),
        lead: 'Wie de pilot leidde, werkt hier niet meer.',
        sections: [
          {
            title: '',
            lines: shown.items.map(({ pilot }) => ({
              text: pilot.name,
              detail: kinds[pilot.kind].title,
              action: { verb: 'pilot.appoint', title: 'Wijs iemand aan', data: { pilot: pilot.id } },
            })),
          },
        ],
        actions: pageButtons(shown, 'pilot.ownerless', (page) => ({ skip: page * PAGE })),
      });
    },

    appoint: (turn: Turn, { pilot: id }: OfPilot) =>
      whileLeaderless(id, turn, async (pilot, _members, people) =>
        people.length > 0 ? appointForm(pilot, people) : unknownPerson,
      ),

    saveAppoint: (turn: Turn, { pilot: id = '', to = '' }: Sent) =>
      whileLeaderless(id, turn, async (pilot, members, people) => {
        if (!people.some(({ directoryId }) => directoryId === to))
          return appointForm(pilot, people, { to }, [notThere]);
        await audit.record(turn.directoryId, 'pilot: leider aangewezen', id);
        const isMember = members.some(({ directoryId }) => directoryId === to);
        if (!isMember) await pilots.addLead(id, to);
        else if (!(await pilots.setRole(id, to, 'member', 'lead')))
          return appointForm(pilot, people, { to }, [notThere]);
        if (to === turn.directoryId) await pilots.heard(id, to);
        if (!(await changedCrew(id))) return alreadyClosed;
        if (to === turn.directoryId) return show(turn, id, 'Jij leidt deze pilot nu.');
        return notice(
          'pilot',
          'De pilot heeft weer iemand die hem leidt',
          'Je collega krijgt bericht van mij.',
        );
      }),
  };
}
