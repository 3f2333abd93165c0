import { dutchDay } from '../../../calendar/clock.ts';
import type { DocumentBlock, TextDocument } from '../../../files/document.ts';
import { writeCsv } from '../../../files/write-csv.ts';
import { nameFinder } from '../../../language/colleagues.ts';
import { steps } from '../../../people/steps.ts';
import { type Learning, sources } from './learning.ts';

/** What an export is made of. */
export interface LearningExport {
  municipality: string;
  /** ISO date. */
  day: string;
  /** Learning points of the pilots that the reader is in. */
  own: readonly Learning[];
  /** Shared practice of all teams. */
  shared: readonly Learning[];
  pilotName(id: string): string | undefined;
  teamName(key: string | undefined): string | undefined;
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

function practiceBlocks(learning: Learning, teamName: string | undefined): DocumentBlock[] {
  const { title = '', why = '', result = '', process = '' } = learning;
  return [
    { kind: 'heading', level: 3, text: title },
    ...(
      [
        ['Waarom het werkt', why],
        ['Resultaat', result],
        ['Proces', process],
        ['Team', teamName ?? ''],
      ] as const
    ).flatMap(([label, text]): DocumentBlock[] => (text === '' ? [] : [{ kind: 'text', label, text }])),
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
    why: clean(learning.why),
    result: clean(learning.result),
    process: clean(learning.process),
    registration: clean(learning.registration),
  }));
}

/** Learning points by step and pilot, oldest first, and per step the practice that all teams share. */
export function documentOf({
  municipality,
  day,
  names,
  pilotName,
  teamName,
  ...lists
}: LearningExport): TextDocument {
  const pilotOf = cleanedPilots({ pilotName, names });
  const [own, shared] = [cleaned(lists.own, names), cleaned(lists.shared, names)];
  const blocks = steps.flatMap(({ step, title }): DocumentBlock[] => {
    const pilots = byPilot(own.filter((learning) => learning.step === step));
    const practice = shared.filter((learning) => learning.step === step);
    if (pilots.size === 0 && practice.length === 0) return [];
    return [
      { kind: 'heading', level: 1, text: `Stap ${step}: ${title}` },
      ...[...pilots].flatMap(([pilot, list]): DocumentBlock[] => [
        { kind: 'heading', level: 2, text: pilotOf(pilot) ?? 'Een pilot' },
        ...list.map(
          (learning): DocumentBlock => ({
            kind: 'point',
            text: learning.text,
            small: about(learning, sources[learning.source]),
          }),
        ),
      ]),
      ...(practice.length > 0
        ? [{ kind: 'heading', level: 2, text: 'Goede praktijk van alle teams' } as const]
        : []),
      ...practice.flatMap((learning) => practiceBlocks(learning, teamName(learning.team))),
    ];
  });
  const empty: DocumentBlock = { kind: 'text', text: 'Er zijn nog geen leerpunten.' };
  return {
    title: 'Leerpunten en goede praktijk',
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
];

/** The same as rows for Excel, in the same order. */
export function csvOf({ names, pilotName, teamName, ...lists }: LearningExport): string {
  const pilotOf = cleanedPilots({ pilotName, names });
  const own = cleaned(lists.own, names).map((learning) => {
    const { text, pilot, step, role = '', registration = '', source, day } = learning;
    const row = ['leerpunt', `${step}`, pilotOf(pilot) ?? '', text, '', '', '', '', role, registration];
    return [...row, '', sources[source], day];
  });
  const shared = cleaned(lists.shared, names).map((learning) => {
    const { title = '', why = '', result = '', process = '', step, role = '', day } = learning;
    const row = ['goede praktijk', `${step}`, '', '', title, why, result, process, role];
    return [...row, learning.registration ?? '', teamName(learning.team) ?? '', '', day];
  });
  const order = (rows: readonly (readonly string[])[]) =>
    rows.toSorted((a, b) =>
      [1, 2, 12].reduce((sofar, at) => sofar || (a[at] ?? '').localeCompare(b[at] ?? '', 'nl'), 0),
    );
  return writeCsv(columns, [...order(own), ...order(shared)]);
}
