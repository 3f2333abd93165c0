import { detailCard } from '../../conversation/cards/detail.ts';
import type { State } from '../../conversation/cards/head.ts';
import { notice, noticeCard } from '../../conversation/cards/notice.ts';
import type {
  Applied,
  Intake,
  IntakeKind,
  IntakeQuestion,
  PlannedIntake,
} from '../../conversation/intake.ts';
import type { Message, NoticeAction } from '../../conversation/message.ts';
import { pageButtons, pageOf, partWords } from '../../conversation/paging.ts';
import { linesInWords } from '../../files/lines.ts';
import type { Planned } from './planning.ts';
import { detailsOf } from './store.ts';

/** So many lines stand on a card, and so many characters of each. */
const LINES = 12;
const LONGEST_LINE = 300;

/** A long line in pieces, between words where that can be, so that whoever agrees to it can read it whole. */
function pieces(line: string): string[] {
  const signs = [...line];
  const found: string[] = [];
  let begin = 0;
  while (signs.length - begin > LONGEST_LINE) {
    const space = signs.lastIndexOf(' ', begin + LONGEST_LINE);
    const end = space > begin + LONGEST_LINE / 2 ? space : begin + LONGEST_LINE;
    found.push(`${signs.slice(begin, end).join('').trim()} …`);
    begin = end;
  }
  found.push(signs.slice(begin).join('').trim());
  return found.map((piece, n) => (n === 0 ? piece : `… ${piece}`));
}

/** So many questions are told on the card itself. */
const QUESTIONS = 3;

/** Questions that have no answer yet, and stand in the way. */
const neededIn = ({ problems, questions }: PlannedIntake) =>
  problems.length > 0 ? questions.filter(({ value }) => value === undefined) : [];

/** What is asked, and what is taken as the answer until somebody says otherwise. */
function askedInWords(questions: readonly IntakeQuestion[]): string[] {
  const lines = questions.map(({ label, choices = [], value }) => {
    const now = choices.find((choice) => choice.value === value)?.title ?? value;
    return now === undefined || now === '' ? label : `${label} Nu: ${now}.`;
  });
  const more = lines.length - QUESTIONS;
  return more > 0 ? [...lines.slice(0, QUESTIONS), `En nog ${more}.`] : lines;
}

/** What is wrong, each fault once with the lines that have it. */
const faultsOf = ({ problems }: PlannedIntake): string[] =>
  [...Map.groupBy(problems, ({ reason }) => reason)].map(([reason, some]) => {
    const lines = some.map(({ line }) => line).filter((line) => line > 0);
    return lines.length > 0 ? `${linesInWords(lines)}: ${reason}` : reason;
  });

/** What there is to read of a plan, heading by heading, in one row of lines. */
function linesOf({ plan }: Planned): { title: string; text: string }[] {
  const under = (title: string, lines: readonly string[]) =>
    lines.flatMap((text) => pieces(text).map((piece) => ({ title, text: piece })));
  const needed = neededIn(plan);
  const others = plan.problems.length > 0 ? [] : plan.questions;
  return [
    ...under('Dit moet je nog beantwoorden', askedInWords(needed)),
    ...under('Dit klopt nog niet', faultsOf(plan)),
    ...under('Dit mag je nog beantwoorden, maar het hoeft niet', askedInWords(others)),
    ...under('Kijk dit na', plan.doubts),
    ...plan.changes.flatMap(({ title, lines }) => under(title, lines)),
  ];
}

/** Lines under their headings, as far as they stand on this part. */
function sectionsOf(lines: readonly { title: string; text: string }[]) {
  return [...Map.groupBy(lines, ({ title }) => title)].map(([title, some]) => ({
    title,
    lines: some.map(({ text }) => ({ text })),
  }));
}

/** How a card comes about: who looks at it, on which part, and what is said first. */
export interface Shown {
  page?: number;
  note?: string;
  /** Somebody else than who sent it, who decides as the second. */
  second?: boolean;
}

function leadOf({ plan, needsSecond }: Planned, { note, second = false }: Shown): string {
  if (note) return note;
  if (neededIn(plan).length > 0)
    return 'Er verandert nog niets. Beantwoord eerst de vragen. Wat dan nog niet klopt, verbeter je in het bestand.';
  if (plan.problems.length > 0) return 'Er verandert niets. Verbeter het bestand en stuur het opnieuw.';
  if (plan.isUnchanged) return 'Alles in dit bestand staat al zo in Kompas. Je hoeft niets meer te doen.';
  if (second) return 'Een collega stuurde dit. Er verandert pas iets als jij het doorvoert.';
  if (needsSecond) return 'Er is nog niets veranderd. Een tweede persoon voert het door.';
  return 'Er is nog niets veranderd.';
}

function buttonsOf(planned: Planned, { page = 0, second = false }: Shown): NoticeAction[] {
  const { upload, intake, plan, seen, needsSecond, onward, isOneOfMore } = planned;
  const ref = { upload: upload.id, owner: upload.owner };
  const own = { upload: upload.id };
  const shown = pageOf(linesOf(planned), page, LINES);
  const canApply = plan.problems.length === 0 && !plan.isUnchanged;
  const pages = second
    ? pageButtons(shown, 'intake.look', (next) => ({ ...ref, page: next }))
    : pageButtons(shown, 'intake.show', (next) => ({ ...own, page: next }));
  if (second)
    return [
      ...(canApply
        ? [{ verb: 'intake.agree', title: 'Doorvoeren', data: { ...ref, seen }, style: 'positive' as const }]
        : []),
      { verb: 'intake.refuse', title: 'Niet doen', data: ref },
      ...pages,
    ];
  const go = needsSecond
    ? { verb: 'intake.ask', title: 'Leg voor aan een collega', data: { ...own, seen } }
    : { verb: 'intake.apply', title: 'Doorvoeren', data: { ...own, seen } };
  const isNeeded = neededIn(plan).length > 0;
  const main = { style: 'positive' as const };
  const questions = { verb: 'intake.questions', title: 'Beantwoord de vragen', data: { ...own, from: 0 } };
  const file = { verb: 'intake.file', title: 'Bekijk als bestand', data: own };
  const drop = { verb: 'intake.drop', title: 'Niet doen', data: own };
  const other = isOneOfMore ? [{ verb: 'intake.choose', title: 'Dit is een andere lijst', data: own }] : [];
  const asked = plan.questions.length > 0 ? [isNeeded ? { ...questions, ...main } : questions] : [];
  if (plan.problems.length > 0) {
    const anew = uploadAgain(intake.kind);
    return [
      ...(isNeeded ? [...asked, anew] : [{ ...anew, ...main }, ...asked]),
      ...(intake.example ? [intake.example] : []),
      ...other,
      ...pages,
      drop,
      file,
    ];
  }
  if (plan.isUnchanged)
    return [{ ...(onward ?? uploadAgain(intake.kind)), ...main }, ...asked, ...other, ...pages, file];
  return [{ ...go, ...main }, ...asked, drop, ...pages, file, ...other];
}

/** The button to send such a list once more. */
const uploadAgain = (kind: IntakeKind): NoticeAction => ({
  verb: 'intake.upload',
  title: 'Upload opnieuw',
  data: { kind },
});

function stateOf(plan: PlannedIntake): State {
  if (plan.problems.length > 0) return { words: 'klopt nog niet', tone: 'attention' };
  return plan.isUnchanged
    ? { words: 'er verandert niets', tone: 'good' }
    : { words: 'nog niet doorgevoerd', tone: 'warning' };
}

/** What a file would do, with what somebody can do about it. */
export function planCard(planned: Planned, shown: Shown = {}): Message {
  const { upload, intake, plan } = planned;
  const { name } = detailsOf(upload);
  const page = pageOf(linesOf(planned), shown.page ?? 0, LINES);
  const wrong = plan.problems.length;
  return detailCard({
    kind: intake.head,
    state: stateOf(plan),
    text: `Ik las je bestand als ${intake.what}. Op de kaart staat wat er zou veranderen.`,
    title: [name, partWords(page)].filter(Boolean).join(', '),
    note: leadOf(planned, shown),
    facts: [
      { title: 'Gelezen als', value: intake.what },
      ...(wrong > 0
        ? [{ title: 'Fouten', value: `${wrong}` }]
        : [{ title: 'Gelezen', value: plan.read }, ...plan.counts]),
    ],
    sections: sectionsOf(page.items),
    actions: buttonsOf(planned, shown),
  });
}

/** A choice of what a file is, where its headings do not tell for sure. */
export const whichCard = (name: string, upload: string, choices: readonly Intake[]): Message =>
  noticeCard({
    kind: 'settings',
    text: 'Wat voor lijst staat er in je bestand?',
    title: 'Wat voor lijst is dit?',
    body: 'Ik zie het niet zeker aan de koppen. Kies wat het is. Er verandert nog niets.',
    lines: [name],
    actions: [
      // Tips are sent least, and take many lines for wrong.
      ...choices
        .toSorted((a, b) => Number(a.kind === 'tips') - Number(b.kind === 'tips'))
        .map(({ what, kind }) => ({
          verb: 'intake.kind',
          title: `${what[0]?.toUpperCase()}${what.slice(1)}`,
          data: { upload, kind },
        })),
      { verb: 'intake.drop', title: 'Niet doen', data: { upload } },
    ],
  });

/** The button to a page for who cannot attach a file. */
export const uploadButton: NoticeAction = { verb: 'intake.upload', title: 'Upload een bestand', data: {} };

/** Why a file is not read, in our words. */
export const notRead = (reason: string): Message =>
  notice('settings', 'Dit bestand heb ik niet gelezen', `${reason} Er is niets veranderd.`, [uploadButton]);

/** It looks like a list that is not theirs to send. */
export const notTheirs = ({ what, head }: Intake): Message =>
  notice(
    head,
    'Dit bestand heb ik niet gelezen',
    `Het lijkt op ${what}. Dat mag jij niet inlezen. Er is niets veranderd en het bestand is weg.`,
  );

export const notForYou = notice(
  'settings',
  'Ik lees geen bestanden van jou',
  'Alleen wie Kompas beheert of het mandatenregister bijhoudt, stuurt mij lijsten. Ik heb het bestand niet geopend.',
);

export const notHere = notice(
  'settings',
  'Ik lees geen bestanden in een kanaal of groep',
  'Ik heb het bestand niet geopend. Stuur het in onze eigen chat.',
  [uploadButton],
);

export const gone = notice(
  'settings',
  'Dit bestand heb ik niet meer',
  'Ik bewaar een bestand een dag, en alleen voor wie het stuurde. Er is nu niets veranderd. Stuur het opnieuw.',
  [uploadButton],
);

export const noMoreTheirs = notice(
  'settings',
  'Dit bestand telt niet meer',
  'Je collega stuurde het, en mag dat nu niet meer. Er is niets veranderd.',
);

export const replaced = notice(
  'settings',
  'Dit bestand is vervangen',
  'Daarna is een nieuwer bestand voorgelegd. Alleen dat telt. Typ “van mij” om te zien wat op je wacht.',
);

export const alreadyDone = notice(
  'settings',
  'Dit is al doorgevoerd',
  'Je hoeft niets meer te doen. Er is nu niets veranderd.',
  [uploadButton],
);

/** Somebody does not want what a file would do. `onward` is where they go on. */
export const dropped = (kind: IntakeKind | undefined, onward: NoticeAction | undefined): Message =>
  notice('settings', 'Niet gedaan', 'Er is niets veranderd. Het bestand heb ik niet meer.', [
    ...(onward ? [{ ...onward, style: 'positive' as const }] : []),
    kind ? uploadAgain(kind) : uploadButton,
  ]);

export const busy = notice(
  'settings',
  'Ik ben hier al mee bezig',
  'Het bestand wordt doorgevoerd. Kijk over een minuut opnieuw.',
);

export const tooMuch = notRead(
  'Het kost te veel tijd of geheugen. Zet alleen de lijst in een nieuw bestand, of splits de lijst.',
);

/** What was done. `lines` are told once, and may name people. */
export const doneCard = (
  { intake, plan, onward }: Planned,
  { lines, next }: Exclude<Applied, 'changed'>,
): Message =>
  noticeCard({
    kind: intake.head,
    text: 'Doorgevoerd.',
    title: 'Doorgevoerd',
    body: 'In het logboek staat dat jij dit deed. Het bestand zelf heb ik niet meer.',
    lines: [...plan.counts.map(({ title, value }) => `${title}: ${value}`), ...lines].flatMap(pieces),
    actions: [next ?? onward ?? uploadAgain(intake.kind)],
  });
