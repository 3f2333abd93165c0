import { dutchDay } from '../../../calendar/clock.ts';
import type { DocumentBlock, TextDocument } from '../../../files/document.ts';
import { writeCsv } from '../../../files/write-csv.ts';
import { nameFinder } from '../../../language/colleagues.ts';
import { steps } from '../../../people/steps.ts';
import { kinds, type Pilot } from '../pilot/pilot.ts';
import { roundLine, roundsOf } from '../rounds/story.ts';
import type { Called } from './called.ts';
import { type Learning, practiceTexts, sources } from './learning.ts';

/** What an export is made of. */
export interface LearningExport {
  municipality: string;
  /** ISO date. */
  day: string;
  /** Learning points of the pilots that the reader is in. */
  own: readonly Learning[];
  /** Shared practice of all teams. */
  shared: readonly Learning[];
  /** The pilots of which the reader may read the learning points. */
  pilots: readonly Pilot[];
  pilotName(id: string): string | undefined;
  calledOf(learning: Learning): Called;
  /** Names of everybody here: what came out of a retro may still hold one. */
  names: readonly string[];
}

const about = ({ role, registration, day }: Learning, ...more: (string | undefined)[]) =>
  [...more, role, registration, dutchDay(day)].filter(Boolean).join(', ');

const byPilot = (list: readonly Learning[]) =>
  Map.groupBy(
    list.toSorted((a, b) => a.day.localeCompare(b.day) || a.id.localeCompare(b.id)),
    ({ pilot }) => pilot,
  );

/** Who may be called stands in a file without a name: a file cannot be changed when somebody takes theirs away. */
const personWords = ({ person }: Called) => (person ? 'een collega: zie praktijkvoorbeelden in Kompas' : '');

function practiceBlocks(learning: Learning, called: Called): DocumentBlock[] {
  return [
    { kind: 'heading', level: 3, text: learning.title ?? '' },
    ...[
      ...practiceTexts.map(([field, label]) => [label, learning[field] ?? ''] as const),
      ['Team', called.teamName ?? ''] as const,
      ['Te bellen', personWords(called)] as const,
    ].flatMap(([label, text]): DocumentBlock[] => (text === '' ? [] : [{ kind: 'text', label, text }])),
    { kind: 'text', label: 'Gegevens', text: about(learning) },
  ];
}

/** What a pilot is called, without names: somebody typed it, as they did the texts. */
function cleanedPilots({ pilotName, names }: Pick<LearningExport, 'pilotName' | 'names'>) {
  const { withoutNames } = nameFinder(names);
  return (id: string): string | undefined => {
    const name = pilotName(id);
    return name && withoutNames(name);
  };
}

/** The texts without names, since nothing of an export leads to a person. */
function cleaned(list: readonly Learning[], names: readonly string[]): Learning[] {
  const { withoutNames } = nameFinder(names);
  const clean = (text: string | undefined) => text && withoutNames(text);
  return list.map((learning) => ({
    ...learning,
    text: withoutNames(learning.text),
    title: clean(learning.title),
    reason: clean(learning.reason),
    process: clean(learning.process),
    why: clean(learning.why),
    result: clean(learning.result),
    figures: clean(learning.figures),
    link: clean(learning.link),
    registration: clean(learning.registration),
  }));
}

/** The rounds of a pilot as points of a list, without names. */
function roundBlocks(pilot: Pilot | undefined, names: readonly string[]): DocumentBlock[] {
  const { withoutNames } = nameFinder(names);
  const rounds = pilot ? roundsOf(pilot) : [];
  if (rounds.length === 0) return [];
  return [
    { kind: 'text', label: 'Rondes', text: 'wat er veranderde, en wat dat deed' },
    ...rounds.map(
      (round): DocumentBlock => ({
        kind: 'point',
        text: withoutNames(roundLine(round).text),
        small: withoutNames(roundLine(round).detail),
      }),
    ),
  ];
}

/** Learning points by step and pilot, oldest first, and per step the practice that all teams share. */
export function documentOf({
  municipality,
  day,
  names,
  pilotName,
  calledOf,
  pilots: all,
  ...lists
}: LearningExport): TextDocument {
  const pilotOf = cleanedPilots({ pilotName, names });
  const [own, shared] = [cleaned(lists.own, names), cleaned(lists.shared, names)];
  const blocks = steps.flatMap(({ step, title }): DocumentBlock[] => {
    const learned = byPilot(own.filter((learning) => learning.step === step));
    const withRounds = all.filter((pilot) => kinds[pilot.kind].step === step && roundsOf(pilot).length > 0);
    const pilots = [...new Set([...learned.keys(), ...withRounds.map(({ id }) => id)])];
    const practice = shared.filter((learning) => learning.step === step);
    if (pilots.length === 0 && practice.length === 0) return [];
    return [
      { kind: 'heading', level: 1, text: `Stap ${step}: ${title}` },
      ...pilots.flatMap((pilot): DocumentBlock[] => [
        { kind: 'heading', level: 2, text: pilotOf(pilot) ?? 'Een pilot' },
        ...(learned.get(pilot) ?? []).map(
          (learning): DocumentBlock => ({
            kind: 'point',
            text: learning.text,
            small: about(learning, sources[learning.source]),
          }),
        ),
        ...roundBlocks(
          all.find(({ id }) => id === pilot),
          names,
        ),
      ]),
      ...(practice.length > 0
        ? [{ kind: 'heading', level: 2, text: 'Praktijkvoorbeelden van alle teams' } as const]
        : []),
      ...practice.flatMap((learning) => practiceBlocks(learning, calledOf(learning))),
    ];
  });
  const empty: DocumentBlock = { kind: 'text', text: 'Er zijn nog geen leerpunten.' };
  return {
    title: 'Leerpunten en praktijkvoorbeelden',
    blocks: [
      { kind: 'text', text: [municipality, dutchDay(day)].filter(Boolean).join(', ') },
      ...(blocks.length > 0 ? blocks : [empty]),
    ],
  };
}

const columns = [
  'soort',
  'stap',
  'pilot',
  'leerpunt',
  'titel',
  'waarom',
  'resultaat',
  'proces',
  'rol',
  'registratie',
  'team',
  'bron',
  'datum',
  'aanleiding',
  'cijfers',
  'zoekopdracht of link',
  'te bellen',
  'tot',
] as const;
type Column = (typeof columns)[number];

const rowOf = (cells: Partial<Record<Column, string>>): string[] =>
  columns.map((column) => cells[column] ?? '');

/** A round as a row: what was changed, and what it did. */
function roundRows(pilot: Pilot, names: readonly string[], pilotName: string): string[][] {
  const { withoutNames } = nameFinder(names);
  return roundsOf(pilot).map((round) =>
    rowOf({
      soort: 'ronde',
      stap: `${kinds[pilot.kind].step}`,
      pilot: pilotName,
      titel: `Ronde ${round.number}`,
      proces: withoutNames(round.changed),
      cijfers: withoutNames(round.measured.join(', ')),
      datum: round.from,
      tot: round.until,
    }),
  );
}

/** The same as rows for Excel, in the same order. */
export function csvOf({ names, pilotName, calledOf, pilots, ...lists }: LearningExport): string {
  const pilotOf = cleanedPilots({ pilotName, names });
  const own = cleaned(lists.own, names).map(({ text, pilot, step, role, registration, source, day }) =>
    rowOf({
      soort: 'leerpunt',
      stap: `${step}`,
      pilot: pilotOf(pilot),
      leerpunt: text,
      rol: role,
      registratie: registration,
      bron: sources[source],
      datum: day,
    }),
  );
  const shared = cleaned(lists.shared, names).map((learning) =>
    rowOf({
      soort: 'praktijkvoorbeeld',
      stap: `${learning.step}`,
      titel: learning.title,
      aanleiding: learning.reason,
      proces: learning.process,
      waarom: learning.why,
      resultaat: learning.result,
      cijfers: learning.figures,
      'zoekopdracht of link': learning.link,
      rol: learning.role,
      registratie: learning.registration,
      team: calledOf(learning).teamName,
      'te bellen': personWords(calledOf(learning)),
      datum: learning.day,
    }),
  );
  const rounds = pilots.flatMap((pilot) => roundRows(pilot, names, pilotOf(pilot.id) ?? ''));
  const order = (rows: readonly (readonly string[])[]) =>
    rows.toSorted((a, b) =>
      [1, 2, 12].reduce((sofar, at) => sofar || (a[at] ?? '').localeCompare(b[at] ?? '', 'nl'), 0),
    );
  return writeCsv([...columns], [...order(own), ...order(shared), ...order(rounds)]);
}
