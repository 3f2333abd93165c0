import { type DetailCard, detailCard } from '../../../conversation/cards/detail.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { dueIn } from '../../../conversation/waiting.ts';
import { takeButton } from '../actions/assigned.ts';
import type { Todo } from '../actions/store.ts';
import { type Readers, whoseWords } from '../actions/whose.ts';
import type { Names } from '../pilot/names.ts';
import type { Pilot } from '../pilot/pilot.ts';
import { defaultQuestions } from '../pilot/pilot.ts';
import { CARD_BYTES, fitting, shortened } from '../pilot/sizes.ts';
import type { Blocker } from './blockers.ts';
import type { OpenTodos } from './rules.ts';
import { clockWords, day, nameOf, of, type Standup } from './standup.ts';
import type { StandupEntry } from './store.ts';

/** A line of a card. Every field is there, since the size of a card is measured before it is made. */
interface StandupLine {
  text: string;
  detail: string;
  actions: NoticeAction[];
}

interface StandupCard extends Omit<DetailCard, 'text' | 'kind' | 'sections'> {
  sections?: readonly { title: string; lines: readonly StandupLine[] }[];
}

/** The size of what the template puts around each line. */
const LINE_BYTES = 450;
const MOST_BLOCKERS = 8;
const MOST_LATE = 5;
const MOST_OTHERS = 3;
const MOST_PEOPLE = 20;
const MOST_NAMES = 5;
/** Texts in an overview are cut at the first of these lengths (characters) at which the card fits. Lees alles shows them uncut. */
const LENGTHS = [300, 150, 70, 30] as const;

/** Names in the order of the alphabet; no more than `most`, and how many others. */
function listed(names: Names, ids: readonly string[], most: number): string {
  const all = ids.map((id) => nameOf(names, id)).sort((a, b) => a.localeCompare(b, 'nl'));
  const more = all.length - most;
  return more > 0 ? `${all.slice(0, most).join(', ')} en nog ${more}` : all.join(', ');
}

/** A card of a stand-up, without headings that have nothing under them. */
function standupCard(text: string, { sections = [], ...shown }: StandupCard): Message {
  return detailCard({
    kind: 'standup',
    ...shown,
    text,
    sections: sections.filter(({ lines }) => lines.length > 0),
  });
}

/** The card that `make` gives with the longest texts that still fit. */
const fittingCard = (text: string, make: (longest: number) => StandupCard): Message =>
  standupCard(
    text,
    fitting(LENGTHS, LINE_BYTES, make, ({ sections = [] }) =>
      sections.reduce((sum, { lines }) => sum + lines.length, 0),
    ),
  );

const sharedFact = ({ names, shared }: Pick<Standup, 'names' | 'shared'>) => ({
  title: 'Gedeeld',
  value: listed(
    names,
    shared.map(({ directoryId }) => directoryId),
    MOST_PEOPLE,
  ),
});

/** The stand-up while it is open: in the channel, and to whoever asks. `mine`: whoever reads it alone shared in it. */
export function openCard(standup: Standup, { late, others }: OpenTodos, note = '', mine = false): Message {
  const { pilot, shared, names } = standup;
  const done = (todo: Todo) => [
    ...(todo.owner === undefined ? [takeButton(pilot.id, todo)] : []),
    { verb: 'pilot.done', title: 'Gedaan', data: { pilot: pilot.id, action: todo.id } },
  ];
  const until = pilot.standup ? `open tot ${clockWords(pilot.standup.until)}` : 'open';
  return fittingCard(
    'De stand-up is open. Vul in wat je deed, wat je gaat doen en wat in de weg zit.',
    (longest) => ({
      title: pilot.name,
      place: day(standup.day),
      state: { words: until, tone: 'good' },
      note: note || 'Eén minuut werk. Je kunt ook in je eigen chat met mij invullen: typ “stand-up”.',
      facts: [shared.length > 0 ? sharedFact(standup) : { title: 'Gedeeld', value: 'nog niemand' }],
      sections: [
        {
          title: late.length > MOST_LATE ? `Te laat (${late.length})` : 'Te laat',
          lines: late.slice(0, MOST_LATE).map((todo) => ({
            text: shortened(todo.text, longest),
            detail: whoseWords(todo, names, { day: standup.day, aloud: true }),
            actions: done(todo),
          })),
        },
        {
          title: others.length > MOST_OTHERS ? `Open acties (${others.length})` : 'Open acties',
          lines: others.slice(0, MOST_OTHERS).map((todo) => ({
            text: shortened(todo.text, longest),
            detail: [
              todo.owner ? nameOf(names, todo.owner) : 'nog niet opgepakt',
              todo.due ? dueIn(todo.due, standup.day) : '',
            ]
              .filter(Boolean)
              .join(' · '),
            actions: done(todo),
          })),
        },
      ],
      actions: [
        { verb: 'standup.open', title: mine ? 'Bekijk of wijzig' : 'Vul in', data: of(standup) },
        ...(mine ? [{ verb: 'standup.take-back', title: 'Haal weg', data: of(standup) }] : []),
        ...(mine ? [{ verb: 'standup.day', title: 'Lees wat er al is', data: of(standup) }] : []),
      ],
    }),
  );
}

/** In the place of the open card when the window is over. */
export function closedCard(standup: Standup): Message {
  const { pilot, shared } = standup;
  const nobody = shared.length === 0;
  return standupCard('De stand-up is gesloten.', {
    title: pilot.name,
    place: day(standup.day),
    state: { words: 'gesloten', tone: 'quiet' },
    note: nobody ? 'Niemand deelde iets.' : '',
    facts: nobody ? [] : [sharedFact(standup)],
    actions: nobody ? [] : [{ verb: 'standup.day', title: 'Samenvatting', data: of(standup) }],
  });
}

const nobodys = 'nog niemand pakt dit op';
/** Who has something in the way is not who is late with it: so it says what is late. */
const pickedWords = {
  called: (name: string) => `pakt op: ${name}`,
  unowned: nobodys,
  late: 'had opgelost moeten zijn op',
};

/** How it stands with what is in the way: solved, whose it is and by when, or nobody's. */
function blockerState({ todo }: Blocker, names: Names, readers: Readers): string {
  if (!todo) return nobodys;
  return todo.doneOn ? 'opgelost' : whoseWords(todo, names, readers, pickedWords);
}

function blockerButtons(standup: Standup, { id, todo }: Blocker): NoticeAction[] {
  const data = { ...of(standup), blocker: id };
  if (todo?.doneOn) return [];
  return todo
    ? [{ verb: 'standup.edit-action', title: 'Wijzig wie of wanneer', data }]
    : [{ verb: 'standup.to-action', title: 'Pak ik op', data }];
}

const blockerLine = (standup: Standup, blocker: Blocker, longest: number, readers: Readers): StandupLine => ({
  text: shortened(blocker.text, longest),
  detail: `In de weg bij ${listed(standup.names, blocker.from, MOST_NAMES)} · ${blockerState(blocker, standup.names, readers)}`,
  actions: blockerButtons(standup, blocker),
});

/**
 * What was shared on a day: what is in the way first, then each person in a line or two. `open`: as long as it is, who reads it may
 * still share; `mine` when only somebody reads it who did.
 */
export function summaryCard(
  standup: Standup,
  blockers: readonly Blocker[],
  readers: Readers,
  note = '',
  open = false,
  mine = false,
): Message {
  const { pilot, shared, names } = standup;
  const people = shared
    .filter(({ done, next }) => done !== '' || next !== '')
    .toSorted((a, b) => nameOf(names, a.directoryId).localeCompare(nameOf(names, b.directoryId), 'nl'));
  const title = blockers.length > MOST_BLOCKERS ? `In de weg (${blockers.length})` : 'In de weg';
  return fittingCard('Dit deelde het team in de stand-up.', (longest) => ({
    title: pilot.name,
    place: day(standup.day),
    state: open ? { words: 'nog open', tone: 'good' } : { words: 'gesloten', tone: 'quiet' },
    note: note || (blockers.length === 0 ? 'Er zit niets in de weg.' : ''),
    facts: [sharedFact(standup)],
    sections: [
      {
        title,
        lines: blockers
          .slice(0, MOST_BLOCKERS)
          .map((blocker) => blockerLine(standup, blocker, longest, readers)),
      },
      {
        title: 'Gedaan en gaat doen',
        lines: people.slice(0, MOST_PEOPLE).map(({ directoryId, done, next }) => ({
          text: `${nameOf(names, directoryId)}: ${shortened(done || '–', longest)}`,
          detail: next ? `Gaat doen: ${shortened(next, longest)}` : '',
          actions: [],
        })),
      },
    ],
    actions: [
      ...(open ? [{ verb: 'standup.open', title: mine ? 'Wijzig' : 'Vul in', data: of(standup) }] : []),
      { verb: 'standup.read', title: 'Lees alles', data: { ...of(standup), from: 0 } },
    ],
  }));
}

/** Everything that people wrote, uncut: of as many people as fit on a card, beginning with number `from`. Shown only, never sent. */
export function readCard(standup: Standup, blockers: readonly Blocker[], from: number): Message {
  const { pilot, shared, names } = standup;
  const questions = pilot.standup?.questions ?? defaultQuestions;
  const ordered = shared.toSorted((a, b) =>
    nameOf(names, a.directoryId).localeCompare(nameOf(names, b.directoryId), 'nl'),
  );
  const linesOf = ({ directoryId, done, next, blocker }: StandupEntry): StandupLine[] =>
    [done, next, blocker].flatMap((text, n) => {
      const detail = `${nameOf(names, directoryId)} · ${questions[n]}`;
      const written = n === 2 && blockers.find((one) => one.from.includes(directoryId));
      const actions = written ? blockerButtons(standup, written) : [];
      return text === '' ? [] : [{ text, detail, actions }];
    });
  const pages: StandupLine[] = [];
  let size = 0;
  let until = from;
  for (const one of ordered.slice(from)) {
    const lines = linesOf(one);
    size += Buffer.byteLength(JSON.stringify(lines)) + lines.length * LINE_BYTES;
    if (size > CARD_BYTES && until > from) break;
    pages.push(...lines);
    until += 1;
  }
  const step = (title: string, to: number) => ({
    verb: 'standup.read',
    title,
    data: { ...of(standup), from: to },
  });
  return standupCard('Alles wat er in deze stand-up staat.', {
    title: pilot.name,
    place: day(standup.day),
    sections: [{ title: 'Alles wat er staat', lines: pages }],
    actions: [
      ...(until < ordered.length ? [step('Lees verder', until)] : []),
      ...(from > 0 ? [step('Terug naar het begin', 0)] : []),
      { verb: 'standup.day', title: 'Samenvatting', data: of(standup) },
    ],
  });
}

/** The stand-ups of a week: for each day who shared and what was in the way. */
export function weekCard(
  pilot: Pilot,
  days: readonly (Standup & { blockers: readonly Blocker[] })[],
  readers: Readers,
): Message {
  return fittingCard('De stand-ups van vorige week.', (longest) => ({
    title: pilot.name,
    place: 'vorige week',
    sections: days.map((standup) => ({
      title: day(standup.day),
      lines: [
        ...standup.blockers
          .slice(0, 3)
          .map((blocker) => ({ ...blockerLine(standup, blocker, longest, readers), actions: [] })),
        {
          text: standup.shared.length > 0 ? `Gedeeld: ${sharedFact(standup).value}` : 'Niemand deelde iets.',
          detail: '',
          actions:
            standup.shared.length > 0 ? [{ verb: 'standup.day', title: 'Bekijk', data: of(standup) }] : [],
        },
      ],
    })),
  }));
}

/** To who did not share yet, in their own chat. */
export function reminderCard({ pilot, day: iso }: Pick<Standup, 'pilot' | 'day'>): Message {
  const until = pilot.standup ? clockWords(pilot.standup.until) : '';
  return standupCard('De stand-up van je pilot is nog even open. Jij staat er nog niet bij.', {
    title: pilot.name,
    place: day(iso),
    state: { words: `open tot ${until}`, tone: 'good' },
    note: 'Jij staat er nog niet bij. Eén zin is al genoeg.',
    actions: [{ verb: 'standup.open', title: 'Vul in', data: { pilot: pilot.id, day: iso } }],
  });
}

/** To who leads a pilot, when the channel cannot be written to any more. */
export function channelGoneCard(pilot: Pilot): Message {
  return standupCard('Ik kan niet meer schrijven in het kanaal van je pilot.', {
    title: pilot.name,
    note:
      'Ik kan niet meer schrijven in het kanaal van deze pilot. Er komt nu geen stand-up. ' +
      'Voeg mij weer toe aan het team, of kies een ander kanaal. Typ daar: @Kompas pilot. Tik dan op Koppel aan dit kanaal.',
    actions: [{ verb: 'pilot.show', title: 'Bekijk de pilot', data: { pilot: pilot.id } }],
  });
}
