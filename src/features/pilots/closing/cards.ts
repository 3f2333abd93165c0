import type { DetailSection } from '../../../conversation/cards/detail.ts';
import { noticeCard } from '../../../conversation/cards/notice.ts';
import { type Field, formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import { underCode } from '../../../people/under-code.ts';
import type { PilotResult } from '../pilot/outcome.ts';
import { aspectsAsked } from '../pilot/outcome.ts';
import { kinds, LONGEST_TEXT, type Pilot } from '../pilot/pilot.ts';
import { gainedWords, isGained, reachedWords } from '../pilot/progress.ts';
import { pilotReaders } from '../pilot/readers.ts';
import { askedNames, type Evaluation, openQuestion, tickWords } from './evaluation.ts';

const scale = [
  { value: '0', title: 'Geen antwoord' },
  ...['nee', 'een beetje', 'half', 'grotendeels', 'ja'].map((title, n) => ({
    value: `${n + 1}`,
    title: `${n + 1} · ${title}`,
  })),
];

/** In the channel, the same for everybody. */
export function askCard({ id, name }: Pilot): Message {
  return noticeCard({
    kind: 'pilot',
    text: 'Hoe was deze pilot voor jou?',
    title: 'Hoe was deze pilot voor jou?',
    lines: [name],
    small: 'Vijf korte vragen. Is de pilot afgerond? Dan zien jullie één beeld van iedereen samen.',
    actions: [{ verb: 'pilot.evaluate', title: 'Vul in', data: { pilot: id } }],
  });
}

/** For who leads the pilot: asking the team, or asking it again. */
export function askingCard({ id, name, teamAsked }: Pilot): Message {
  const data = { pilot: id };
  const title = teamAsked ? 'Je vroeg het team al hoe de pilot was' : 'Vraag het team hoe de pilot was';
  return noticeCard({
    kind: 'pilot',
    place: name,
    text: `${title}.`,
    title,
    lines: [
      teamAsked
        ? 'Je kunt de vraag nog een keer in het kanaal zetten. Rond af als iedereen de kans had.'
        : 'De vraag komt in het kanaal. Doen er weinig mensen mee? Dan komen er vragen voor een gesprek.',
    ],
    actions: [
      { verb: 'pilot.ask-evaluation', title: teamAsked ? 'Vraag het nog eens' : 'Vraag het team', data },
      { verb: 'pilot.ending', title: 'Afronden', data },
      { verb: 'pilot.show', title: 'Terug naar de pilot', data },
    ],
  });
}

/** The questions of the evaluation, with what this person answered before. */
export function evaluationForm(
  { id, name }: Pilot,
  own: Evaluation | undefined,
  problems: readonly string[] = [],
): Message {
  return formCard({
    kind: 'pilot',
    title: 'Hoe was deze pilot voor jou?',
    place: name,
    lead: 'Sla over wat je niet weet. Wijzigen mag tot de pilot is afgerond.',
    problems,
    fields: [
      ...askedNames.map(
        (aspect): Field => ({
          id: aspect,
          kind: 'one',
          label: aspectsAsked[aspect],
          choices: scale,
          value: `${own?.scores[aspect] ?? 0}`,
        }),
      ),
      {
        id: 'open',
        kind: 'long',
        label: openQuestion,
        hint: 'Wie je manier van schrijven kent, kan je herkennen.',
        value: own?.open,
        longest: LONGEST_TEXT,
      },
    ],
    submit: { verb: 'pilot.save-evaluation', title: 'Bewaar', data: { pilot: id } },
    seenBy: `Jullie zien één beeld van iedereen samen, als de pilot is afgerond, en vanaf 6 antwoorden. Wat je bij de laatste vraag schrijft, staat daar los bij, zonder je naam, nog 12 weken.\n${underCode()}`,
    actions: own ? [{ verb: 'pilot.drop-evaluation', title: 'Trek in', data: { pilot: id } }] : [],
  });
}

/** What is written when a pilot closes: field, question, characters at most. */
export const closeTexts = [
  ['proud', 'Wat is er gelukt?', LONGEST_TEXT],
  ['line', 'Wat neemt de organisatie over?', LONGEST_TEXT],
] as const;

const wholeAsked: Partial<Record<Pilot['kind'], string>> = {
  procespilot: 'Is minstens één zaak van begin tot eind doorlopen?',
  'mini-pilot': 'Is de gekozen stroom mutaties doorlopen?',
};

/** What is written down when a pilot closes; what was written at a closing that was taken back stands there again. */
export function closeForm(
  { id, name, kind, outcome }: Pilot,
  typed: Partial<Record<'proud' | 'line' | 'whole', string>> = {},
  problems: readonly string[] = [],
): Message {
  return formCard({
    kind: 'pilot',
    title: 'De pilot afronden',
    place: name,
    lead: 'Daarna kan niemand de pilot nog wijzigen. Leerpunten en acties blijven. Een dag lang kun je dit terugdraaien.',
    problems,
    fields: [
      ...closeTexts.map(
        ([field, label, longest]): Field => ({
          id: field,
          kind: 'long',
          label,
          value: typed[field] ?? (field === 'proud' ? outcome?.proud : outcome?.toLine),
          longest,
        }),
      ),
      ...(wholeAsked[kind]
        ? [
            {
              id: 'whole',
              kind: 'one' as const,
              label: wholeAsked[kind],
              value: typed.whole ?? 'nee',
              choices: [
                { value: 'ja', title: 'Ja' },
                { value: 'nee', title: 'Nee, nog niet' },
              ],
            },
          ]
        : []),
    ],
    submit: { verb: 'pilot.close', title: 'Rond de pilot af', data: { pilot: id } },
    seenBy: `${pilotReaders} Wat gelukt is, staat ook in het kanaal.`,
    back: { verb: 'pilot.show', data: { pilot: id } },
  });
}

/** What there is to say of the team's opinion where there is no picture of it. */
const withoutPicture: Record<NonNullable<PilotResult['asked']>, string> = {
  scores: 'Te weinig antwoorden voor een beeld. Praat er samen over.',
  talk: 'Jullie kregen vragen voor een gesprek. Cijfers zijn er niet.',
  nothing: 'Het team kreeg hierover geen vragen.',
};

/**
 * Sections about what came out, for the card of a closed pilot. What people answered is left out where `isHidden`: in a
 * message, which Microsoft 365 keeps and others may read (trust:answers-not-in-messages), and for who was not in the pilot.
 */
export function outcomeSections(
  { criteria, opinions = [], kind }: Pilot,
  { toLine, proud, ticks, asked, evaluation }: PilotResult,
  isHidden: boolean,
): DetailSection[] {
  const line = (text: string, detail?: string) => ({ text, detail });
  return [
    { title: 'Dit is gelukt', lines: proud ? [line(proud)] : [] },
    {
      title: 'Doelen',
      lines: criteria.map((criterion) => line(reachedWords(criterion))),
    },
    {
      title: kinds[kind].step === 3 ? 'Is het oefenen met rollen klaar?' : 'Is het oefenen klaar?',
      lines: ticks.map((tick) => line(tickWords(tick))),
    },
    {
      title: 'Wat het team ervan vond',
      lines: isHidden
        ? []
        : evaluation
          ? [
              line(`${evaluation.count} antwoorden`, '1 is nee, 5 is ja'),
              ...evaluation.averages.map(({ aspect, words }) => line(aspectsAsked[aspect], words)),
              ...opinions.map((text) => line(text, openQuestion)),
            ]
          : asked
            ? [line(withoutPicture[asked])]
            : [],
    },
    { title: 'Dit neemt de organisatie over', lines: toLine ? [line(toLine)] : [] },
  ].filter(({ lines }) => lines.length > 0);
}

/** "Vier dit": in the channel, when a pilot closes. */
export function celebration({ name, criteria }: Pilot, { proud }: PilotResult, learned: number): Message {
  const gained = criteria.filter(isGained);
  return noticeCard({
    kind: 'pilot',
    text: 'De pilot is afgerond. Sta er samen even bij stil.',
    title: '🎉 De pilot is afgerond',
    lines: [
      name,
      ...(proud ? [proud] : []),
      ...gained.map(gainedWords),
      ...(learned > 0
        ? [learned === 1 ? 'Jullie legden 1 leerpunt vast.' : `Jullie legden ${learned} leerpunten vast.`]
        : []),
    ],
    small: 'Sta er samen even bij stil. Typ “pilot” voor wat eruit kwam.',
  });
}

/** In the channel, when a closing was taken back. */
export const goesOnCard = ({ name }: Pilot): Message =>
  noticeCard({
    kind: 'pilot',
    text: 'De pilot gaat toch door.',
    title: 'De pilot gaat toch door',
    lines: [name],
    small: 'Het afronden is teruggedraaid. Stand-ups, retro en acties gaan verder.',
  });
