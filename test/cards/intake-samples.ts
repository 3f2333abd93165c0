import type { Intake, PlannedIntake } from '../../src/conversation/intake.ts';
import type { Message } from '../../src/conversation/message.ts';
import {
  alreadyDone,
  busy,
  doneCard,
  dropped,
  gone,
  noMoreTheirs,
  notForYou,
  notHere,
  notRead,
  notTheirs,
  planCard,
  tooMuch,
  whichCard,
} from '../../src/features/intake/cards.ts';
import type { Planned } from '../../src/features/intake/planning.ts';
import { questionsCard } from '../../src/features/intake/questions.ts';
import { goOn } from '../../src/features/settings/chat/overview.ts';
import { nastyName, nastyText } from './nasty.ts';

/** Up to its last whole word: here it is shown in pieces. */
const wholeText = nastyText.replace(/ \S*$/, '');

const intake = { kind: 'people', what: 'een mensenbestand', head: 'settings' } as Intake;
const mandates = { kind: 'register', what: 'een lijst van mandaten', head: 'mandate' } as Intake;

const plan: PlannedIntake = {
  read: '3 mensen',
  counts: [
    { title: 'Nieuw', value: '1' },
    { title: 'Gewijzigd', value: '1' },
    { title: 'Uit Kompas', value: '1' },
    { title: 'Gelijk', value: '0' },
  ],
  doubts: ['Nieuw team: Objecten Zuid. Let op: dit lijkt op Objecten Zuidoost. Klopt de naam?'],
  changes: [
    { title: 'Gaat uit Kompas', lines: [`${nastyName} (p03), objecten-west`] },
    { title: 'Wijzigt', lines: [`Bert Kade (p02): team: objecten-west → ${wholeText}`] },
    { title: 'Nieuw', lines: Array.from({ length: 20 }, (_, n) => `Nina Nieuw ${n} (p${n}), objecten-west`) },
  ],
  problems: [],
  questions: [
    {
      id: 'iedereen',
      label: 'Staat iedereen in dit bestand?',
      kind: 'one',
      choices: [
        { title: 'Nee, er gaat niemand weg', value: 'nee' },
        { title: 'Ja, wie er niet in staat, gaat uit Kompas', value: 'ja' },
      ],
      value: 'nee',
    },
    { id: 'functie:DIR', label: 'Welke functie is “directie”? Schrijf de hele naam.', kind: 'text' },
    { id: 'vanaf', label: 'Vanaf welke dag geldt alles in deze lijst?', kind: 'date' },
  ],
  isUnchanged: false,
  summary: '1 nieuw',
  state: 'x',
  apply: async () => ({ lines: [] }),
};

const planned = (change: Partial<PlannedIntake> = {}, more: Partial<Planned> = {}): Planned => ({
  upload: {
    id: 'abc',
    owner: 'aad',
    row: {
      partition: '',
      row: '',
      etag: '',
      value: { day: '2026-11-25', details: { name: `${nastyName}.xlsx`, hash: 'f', answers: {} } },
    },
  },
  intake,
  plan: { ...plan, ...change },
  turn: undefined,
  seen: 'seen',
  needsSecond: false,
  isOneOfMore: true,
  ...more,
});

/** What somebody sees who sends a file. */
export const intakeSamples: Record<string, Message> = {
  'a file and what it would do': planCard(planned()),
  'a file and what it would do, the next part': planCard(planned(), { page: 1 }),
  'a file that is not right': planCard(
    planned({
      problems: [{ line: 4, reason: `email is geen e-mailadres. ${wholeText}` }],
      isUnchanged: true,
    }),
  ),
  'a file of which a column has to be pointed out': planCard(
    planned({
      problems: [
        { line: 0, reason: 'Dit ontbreekt in de kop: id.' },
        { line: 2, reason: 'team is leeg.' },
        { line: 5, reason: 'team is leeg.' },
      ],
      questions: [
        {
          id: 'kolom:id',
          label: 'Welke kolom is voor het personeelsnummer (id)?',
          kind: 'one',
          choices: [{ title: nastyName, value: nastyName }],
        },
      ],
      isUnchanged: true,
    }),
  ),
  'a file that somebody does not want': dropped('people', goOn),
  'a file of no kind that somebody does not want': dropped(undefined, undefined),
  'a file that changes nothing': planCard(planned({ isUnchanged: true, changes: [] })),
  'a list of mandates for a second person': planCard(planned({}, { intake: mandates, needsSecond: true })),
  'a list of mandates, for the second person': planCard(planned({}, { intake: mandates }), { second: true }),
  'the questions about a file': questionsCard(planned(), 0),
  'what a file is': whichCard(nastyName, 'abc', [intake, mandates]),
  'a file that was carried out': doneCard(planned(), { lines: ['Wijs iemand aan.'] }),
  'a file that was carried out in the first hour': doneCard(planned(), { lines: [], next: goOn }),
  'a file that is not read': notRead('Dit bestand is leeg.'),
  'a file that is not theirs': notTheirs(mandates),
  'a file of somebody who may send none': notForYou,
  'a file in a channel': notHere,
  'a file that is gone': gone,
  'a file of who lost the right': noMoreTheirs,
  'a file that was carried out before': alreadyDone,
  'a file that is being carried out': busy,
  'a file that takes too much': tooMuch,
};
