import { dutchDay, today } from '../../../calendar/clock.ts';
import { detailCard } from '../../../conversation/cards/detail.ts';
import { notice, unknownPerson } from '../../../conversation/cards/notice.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { ActionStore, Todo } from '../actions/store.ts';
import { outcomeSections } from '../closing/cards.ts';
import { aspects, type Criterion, kinds, type Pilot, progressOf, timeLeft } from '../pilot/pilot.ts';
import { lastClosed, mayBegin, notYours, type PilotView, pilotsFor, viewOf } from '../pilot/rights.ts';
import type { PilotTools } from '../pilot/tools.ts';

const noChannelYet = 'nog geen. Typ in het kanaal van het pilotteam: @Kompas pilot';

/** So many open actions stand on the card of a pilot. */
const MOST_ACTIONS = 5;

/** "12 → 8 dagen, nu 10" */
function criterionWords({ start, target, unit, measured }: Criterion): string {
  const last = measured.at(-1);
  const number = (value: number) => `${value}`.replace('.', ',');
  const path = `${number(start)} → ${number(target)}${unit ? ` ${unit}` : ''}`;
  return last ? `${path}, nu ${number(last.value)} (${dutchDay(last.day)})` : `${path}, nog niet gemeten`;
}

function stateCard(
  { pilot, members, leads }: PilotView,
  todos: readonly Todo[],
  names: ReadonlyMap<string, string>,
  day: string,
  note: string,
  inChannel: boolean,
  undo: readonly NoticeAction[],
): Message {
  const { id, name, kind, from, until, criteria, standup } = pilot;
  const of = { pilot: id };
  const nameOf = (directoryId: string) => names.get(directoryId) ?? 'iemand die er niet meer is';
  const people = members
    .map(({ directoryId }) => nameOf(directoryId))
    .sort((a, b) => a.localeCompare(b, 'nl'));
  const lead = members.filter(({ role }) => role === 'lead').map(({ directoryId }) => nameOf(directoryId));
  const { number, changed } = pilot.iteration;
  const round = `${number} · ${changed.map((one) => aspects[one]).join(' en ') || 'nog niets veranderd'}`;
  const hasRounds = number > 1 || changed.length > 0;
  const hours = pilot.hours === undefined ? '' : pilot.hours === 0 ? 'geen' : `${pilot.hours} per week`;
  const facts = [
    { title: 'Periode', value: `${dutchDay(from)} tot en met ${dutchDay(until)}` },
    { title: 'Wie', value: people.join(', ') },
    { title: 'Leidt de pilot', value: lead.join(', ') },
    { title: 'Waar', value: [pilot.areas, pilot.registrations].filter(Boolean).join(' · ') },
    { title: 'Leren', value: pilot.goals ?? '' },
    { title: 'Vrijgemaakte uren', value: hours },
    { title: 'Hulp', value: pilot.support ?? '' },
    { title: 'Oefenen', value: pilot.onPaper ? 'op papier' : '' },
    { title: 'Ronde', value: hasRounds && !pilot.closedOn ? round : '' },
    {
      title: 'Stand-up',
      value: standup ? `${standup.days.join(', ')} van ${standup.from} tot ${standup.until}` : '',
    },
    {
      title: 'Kanaal',
      value: leads && !pilot.channel && !pilot.closedOn && !inChannel ? noChannelYet : '',
    },
  ].filter(({ value }) => value !== '');
  const open = todos.filter(({ doneOn }) => doneOn === undefined);
  const lines = open.slice(0, MOST_ACTIONS).map((todo) => ({
    text: todo.text,
    detail: [
      todo.owner ? nameOf(todo.owner) : 'nog van niemand',
      todo.due ? `${todo.due < day ? 'had klaar moeten zijn op' : 'klaar op'} ${dutchDay(todo.due)}` : '',
    ]
      .filter(Boolean)
      .join(' · '),
    actions: [{ verb: 'pilot.done', title: 'Gedaan', data: { ...of, action: todo.id } }],
  }));
  const more = open.length - lines.length;
  const measured = criteria.map((criterion) => ({
    text: criterion.name,
    detail: criterionWords(criterion),
  }));
  const bars = criteria.flatMap((criterion) => {
    const percent = progressOf(criterion);
    return percent === undefined ? [] : [{ name: criterion.name, percent }];
  });
  return detailCard({
    text: 'Zo staat de pilot ervoor.',
    title: name,
    small: `${kinds[kind].title} · ${timeLeft(pilot, day)}`,
    note,
    facts,
    bars,
    sections: [
      ...(pilot.outcome ? outcomeSections(pilot, pilot.outcome) : [{ title: 'Doelen', lines: measured }]),
      { title: more > 0 ? `Open acties (${open.length})` : 'Open acties', lines },
    ].filter((section) => section.lines.length > 0),
    actions: [
      ...undo,
      ...(criteria.length > 0 && !pilot.closedOn
        ? [{ verb: 'pilot.edit-measure', title: 'Meting toevoegen', data: of }]
        : []),
      ...(inChannel && leads && !pilot.channel && !pilot.closedOn
        ? [{ verb: 'pilot.link', title: 'Koppel aan dit kanaal', data: of }]
        : []),
    ],
    more:
      leads && !pilot.closedOn
        ? [
            { verb: 'pilot.edit-goals', title: 'Doelen', data: of },
            { verb: 'pilot.edit-frame', title: 'Kaders', data: of },
            { verb: 'pilot.edit-standup', title: 'Stand-up', data: of },
            { verb: 'pilot.edit-members', title: 'Pilotteam', data: of },
            { verb: 'pilot.change', title: 'Ronde', data: of },
            { verb: 'pilot.ending', title: 'Afronden', data: of },
          ]
        : [],
  });
}

/** Shows pilots to who is in them. */
export function showing({
  pilots,
  actions,
  everybody,
}: Pick<PilotTools, 'pilots' | 'everybody'> & { actions: ActionStore }) {
  async function show(
    turn: Turn,
    id: string,
    note = '',
    /** Buttons that undo what `note` says. */
    undo: readonly NoticeAction[] = [],
  ): Promise<Message> {
    const view = await viewOf(pilots, turn, id);
    if (!view) return notYours;
    const [todos, people] = await Promise.all([actions.of(id), everybody()]);
    const names = new Map(
      people.flatMap(({ directoryId, name }) => (directoryId ? [[directoryId, name]] : [])),
    );
    return stateCard(view, todos, names, today(turn.now).toString(), note, turn.scope === 'channel', undo);
  }

  /** Runs `then` for the one pilot that is meant, or asks which; `data` goes along with the answer to that. */
  async function which(
    turn: Turn,
    verb: string,
    then: (pilot: Pilot) => Promise<Message>,
    data: object = {},
  ): Promise<Message> {
    const me = await turn.person();
    if (!me) return unknownPerson;
    const list = await pilotsFor(pilots, turn);
    const [first, second] = list;
    if (!first) {
      const begin = mayBegin(me)
        ? [{ verb: 'help.say', title: 'Nieuwe pilot', data: { text: 'nieuwe pilot' } }]
        : [];
      const last = await lastClosed(pilots, turn);
      if (last)
        return notice('Je pilot is al afgerond', 'Je kunt nog wel bekijken wat eruit kwam.', [
          { verb: 'pilot.show', title: 'Bekijk de pilot', data: { pilot: last.id } },
          ...begin,
        ]);
      return notice(
        'Je doet nu niet mee in een pilot',
        mayBegin(me)
          ? 'Begin er een: typ nieuwe pilot.'
          : 'Doe je mee in een pilot? Vraag dan wie hem leidt om je toe te voegen.',
        begin,
      );
    }
    if (!second) return then(first);
    return detailCard({
      text: 'Welke pilot bedoel je?',
      title: 'Welke pilot bedoel je?',
      sections: [
        {
          title: 'Jouw pilots',
          lines: list.map((pilot) => ({
            text: pilot.name,
            detail: `${kinds[pilot.kind].title} · ${timeLeft(pilot, today(turn.now).toString())}`,
            actions: [{ verb, title: 'Deze', data: { ...data, pilot: pilot.id } }],
          })),
        },
      ],
    });
  }

  /** The pilot that somebody is in. Whoever is in no open one sees what came out of their last. */
  async function current(turn: Turn): Promise<Message> {
    const open = await pilotsFor(pilots, turn);
    const last = open.length === 0 ? await lastClosed(pilots, turn) : undefined;
    return last ? show(turn, last.id) : which(turn, 'pilot.show', ({ id }) => show(turn, id));
  }

  return { show, current, which };
}
