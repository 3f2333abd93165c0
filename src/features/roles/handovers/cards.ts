import { dutchDay } from '../../../calendar/clock.ts';
import { detailCard } from '../../../conversation/cards/detail.ts';
import { notice, noticeCard, withTyped } from '../../../conversation/cards/notice.ts';
import { sectionsCard } from '../../../conversation/cards/sections.ts';
import { type FormValues, formCard } from '../../../conversation/form.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { type Page, pageButtons, partWords } from '../../../conversation/paging.ts';
import type { Team } from '../../../people/municipality.ts';
import { type Details, type Filter, filterIds, filters, type Handover, longest } from './handover.ts';
import { versionOf } from './rules.ts';
import { type Trouble, troubles, UNDO_DAYS } from './tables.ts';

const readers =
  'Je team en wie het leidt. Vraagt iemand de lijst op in het kanaal van je team, dan leest iedereen daar mee. Wie iets opschreef, staat er niet bij. De lijst blijft staan tot 2 jaar na de laatste wijziging.';

const toList = (team: string, filter: Filter = 'all') => ({
  verb: 'handover.list',
  data: { team, filter, page: 0 },
});
const addAction = (team: string): NoticeAction => ({
  verb: 'handover.new',
  title: 'Voeg toe',
  data: { team },
  style: 'positive',
});

const troubleWords = ({ trouble, note }: Pick<Handover, 'trouble' | 'note'>): string => {
  const said = trouble.map((one) => troubles[one]).join(' · ');
  return said && note ? `${said}: ${note}` : said || note;
};
const wayOf = ({ from, to }: Pick<Handover, 'from' | 'to'>) => `${from} → ${to}`;

/** Which part of a list somebody sees, and what else they may open. */
export interface Listed {
  filter: Filter;
  /** How many stand on the whole list. */
  count: number;
  /** Other teams of who asks, one tap away. */
  others: readonly Team[];
  note?: string;
}

const nothingIn: Record<Filter, string> = {
  all: 'Alles op de lijst gaat goed.',
  long: 'Niets op de lijst duurt lang.',
  faults: 'Niets op de lijst geeft fouten.',
  settled: 'Er staat nog niets bij wat goed gaat.',
};

/** The handovers of a team, a page at a time. */
export function listCard(
  { key, name }: Team,
  page: Page<Handover>,
  { filter, count, others, note = '' }: Listed,
): Message {
  const elsewhere = others.map((team) => ({ ...toList(team.key), title: team.name }));
  if (count === 0)
    return noticeCard({
      kind: 'roles',
      place: name,
      text: 'Jullie lijst van overdrachten is nog leeg.',
      title: 'Jullie lijst is nog leeg',
      body: [
        note,
        'Schrijf samen op wat jullie doorgeven, van welke rol of afdeling aan welke. Zet erbij wat lang duurt of fouten geeft.',
      ]
        .filter(Boolean)
        .join(' '),
      actions: [addAction(key), ...elsewhere],
    });
  const lead = page.items.length === 0 ? nothingIn[filter] : '';
  return sectionsCard({
    kind: 'roles',
    place: [name, partWords(page)].filter(Boolean).join(' · '),
    text: 'De overdrachten van je team.',
    title: 'Wie geeft wat door aan wie?',
    note: [note, lead].filter(Boolean).join(' '),
    sections:
      page.items.length === 0
        ? []
        : [
            {
              title: filter === 'all' ? '' : filters[filter],
              lines: page.items.map((one) => ({
                text: one.what,
                details: [
                  wayOf(one),
                  troubleWords(one),
                  one.settled ? `Gaat goed sinds ${dutchDay(one.settled)}` : '',
                ].filter(Boolean),
                actions: [{ verb: 'handover.open', title: 'Werk bij', data: { team: key, id: one.id } }],
              })),
            },
          ],
    actions: [
      addAction(key),
      ...pageButtons(page, 'handover.list', (to) => ({ team: key, filter, page: to })),
      ...filterIds
        .filter((one) => one !== filter)
        .map((one) => ({ ...toList(key, one), title: filters[one] })),
      { verb: 'handover.file', title: 'Download als CSV', data: {} },
      ...elsewhere,
    ],
  });
}

/** One handover, with what can be done with it. */
export function handoverCard({ key, name }: Team, handover: Handover, note = ''): Message {
  const { id, what, from, to, settled, removed } = handover;
  const data = { team: key, id };
  const back = { ...toList(key), title: 'Naar de lijst' };
  const can: NoticeAction[] = removed
    ? [{ verb: 'handover.restore', title: 'Zet terug', data }]
    : [
        { verb: 'handover.edit', title: 'Wijzig', data },
        settled
          ? { verb: 'handover.unsettle', title: 'Gaat toch niet goed', data }
          : { verb: 'handover.settle', title: 'Gaat goed', data },
        { verb: 'handover.remove', title: 'Haal weg', data },
      ];
  const trouble = troubleWords(handover);
  return detailCard({
    kind: 'roles',
    place: name,
    text: note || 'Een overdracht van je team.',
    title: what,
    note:
      note ||
      (removed
        ? `Deze overdracht staat niet meer op de lijst. Terugzetten kan ${UNDO_DAYS} dagen lang.`
        : ''),
    facts: [
      { title: 'Van', value: from },
      { title: 'Aan', value: to },
      ...(trouble ? [{ title: 'Let op', value: trouble }] : []),
      ...(settled ? [{ title: 'Gaat goed', value: `sinds ${dutchDay(settled)}` }] : []),
    ],
    actions: [...can, back],
  });
}

const valuesOf = ({ trouble, what, from, to, note }: Details): FormValues => ({
  what,
  from,
  to,
  note,
  trouble: trouble.join(','),
});

/** What was typed, what is wrong with it, and what holds where somebody else was first. */
export interface TypedForm {
  typed?: FormValues;
  problems?: readonly string[];
  isLate?: boolean;
}

const asNotes = ({ what, from, to, trouble, note }: Details): string[] =>
  ['Dit geldt nu:', what, wayOf({ from, to }), troubleWords({ trouble, note })].filter(Boolean);

function fieldsFor(typed: FormValues) {
  const who = 'Bijvoorbeeld: Objectregistrator, of de afdeling Vergunningen';
  const choices = (Object.keys(troubles) as Trouble[]).map((value) => ({ value, title: troubles[value] }));
  return [
    {
      id: 'what',
      kind: 'text',
      label: 'Wat geven jullie door?',
      value: typed.what,
      longest: longest.what,
      hint: 'Bijvoorbeeld: een melding van een nieuw gebouw',
      required: true,
    },
    {
      id: 'from',
      kind: 'text',
      label: 'Van welke rol of afdeling?',
      value: typed.from,
      longest: longest.from,
      hint: who,
      required: true,
    },
    {
      id: 'to',
      kind: 'text',
      label: 'Aan welke rol of afdeling?',
      value: typed.to,
      longest: longest.to,
      hint: who,
      required: true,
    },
    { id: 'trouble', kind: 'many', label: 'Hapert het? (mag leeg blijven)', value: typed.trouble, choices },
    {
      id: 'note',
      kind: 'text',
      label: 'Wat duurt lang of gaat mis? (mag leeg blijven)',
      value: typed.note,
      longest: longest.note,
    },
  ] as const;
}

/** `id` is drawn when the form opens, so that two taps at once are one handover. */
export function addForm(
  { key, name }: Team,
  id: string,
  { typed = {}, problems = [] }: TypedForm = {},
): Message {
  return formCard({
    kind: 'roles',
    place: name,
    title: 'Wat geven jullie door?',
    lead: 'Schrijf rollen en afdelingen op, geen namen.',
    problems,
    fields: fieldsFor(typed),
    submit: { verb: 'handover.add', title: 'Voeg toe', data: { team: key, id } },
    seenBy: readers,
    back: toList(key),
  });
}

/** The form of a handover that stands there. */
export function editForm(
  { key, name }: Team,
  handover: Handover,
  { typed = valuesOf(handover), problems = [], isLate = false }: TypedForm = {},
): Message {
  const { id } = handover;
  return formCard({
    kind: 'roles',
    place: name,
    title: isLate ? 'Iemand anders was net eerder' : 'Wijzig deze overdracht',
    lead: isLate
      ? 'Jouw tekst is nog niet bewaard, maar staat in de velden. Onder de velden staat wat nu geldt. Pas je tekst aan en tik op “Bewaar”.'
      : 'Schrijf rollen en afdelingen op, geen namen.',
    problems,
    notes: isLate ? asNotes(handover) : [],
    fields: fieldsFor(typed),
    submit: {
      verb: 'handover.save',
      title: 'Bewaar',
      data: { team: key, id, seen: versionOf(handover) },
    },
    seenBy: readers,
    back: { verb: 'handover.open', data: { team: key, id } },
  });
}

export const otherTeam = (typed: readonly string[]): Message =>
  withTyped(
    notice(
      'roles',
      'Dit is van een ander team',
      'Er is niets veranderd. Alleen het team zelf en wie het leidt, kunnen dit lezen en wijzigen.',
    ),
    typed,
  );

export const noTeam: Message = notice(
  'roles',
  'Je team staat nog niet in Kompas',
  'Vraag je beheerder om je team toe te voegen. Daarna kunnen jullie een lijst bijhouden.',
);

/** Where others may read along. */
export const elsewhereCard: Message = notice(
  'roles',
  'Ik laat jullie overdrachten hier niet zien',
  'Hier lezen misschien anderen mee. Typ “overdrachten” in je eigen chat met mij, of in het kanaal van je team.',
);

export const gone = ({ key, name }: Team): Message =>
  noticeCard({
    kind: 'roles',
    place: name,
    text: 'Deze overdracht is er niet meer.',
    title: 'Deze overdracht is er niet meer',
    body: 'Er is niets veranderd. Iemand haalde de overdracht eerder weg.',
    actions: [{ ...toList(key), title: 'Naar de lijst' }],
  });
