import type { DetailSection } from '../../../conversation/cards/detail.ts';
import { guideCard } from '../../../conversation/cards/guide.ts';
import { notice, noticeCard } from '../../../conversation/cards/notice.ts';
import { type Field, formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import { underCode } from '../../../people/under-code.ts';
import type { PilotResult } from '../pilot/outcome.ts';
import { aspectsAsked } from '../pilot/outcome.ts';
import { type Criterion, kinds, LONGEST_TEXT, type Pilot } from '../pilot/pilot.ts';
import { pilotReaders } from '../pilot/readers.ts';
import { askedNames, type Evaluation, openQuestion } from './evaluation.ts';

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
    small: 'Vijf korte vragen. Als de pilot sluit, zien jullie één beeld van allemaal samen.',
    actions: [{ verb: 'pilot.evaluate', title: 'Vul in', data: { pilot: id } }],
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
    lead: 'Sla over wat je niet weet. Wijzigen mag tot de pilot sluit.',
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
        hint: 'Wie je schrijfstijl kent, kan je herkennen.',
        value: own?.open,
        longest: LONGEST_TEXT,
      },
    ],
    submit: { verb: 'pilot.save-evaluation', title: 'Bewaar', data: { pilot: id } },
    seenBy: `Jullie zien één beeld van allemaal samen, als de pilot sluit en vanaf 6 antwoorden. Wat je bij de laatste vraag schrijft, staat daar los bij, zonder je naam, nog 12 weken.\n${underCode()}`,
    actions: own ? [{ verb: 'pilot.drop-evaluation', title: 'Trek in', data: { pilot: id } }] : [],
  });
}

/** A talk, for a pilot of which no figures can be shown (trust:fewest-six). */
const guide = {
  kind: 'pilot' as const,
  text: 'Praat met elkaar over de pilot.',
  title: 'Praat met elkaar over de pilot',
  lead: 'Jullie zijn met weinig. Dan vraag ik geen cijfers. Neem een half uur met deze vragen.',
  parts: [
    {
      title: 'Terugkijken',
      lines: ['Wat ging makkelijker dan verwacht?', 'Waar liep je op vast, en wie hielp?'],
    },
    {
      title: 'Rollen',
      lines: ['Wanneer was niet duidelijk wie mocht beslissen?', 'Welke overdracht ging goed, en waardoor?'],
    },
    {
      title: 'Verder',
      lines: ['Wat houden we, ook zonder pilot?', 'Wat moet de organisatie hiervan weten?'],
    },
  ],
  small: 'Schrijf op wat jullie willen onthouden: typ leerpunt.',
};
export const talkGuide = guideCard(guide);

const notAllowedTitle = 'Cijfers vraag ik nu niet';
const notAllowedText =
  'Dat mag pas als de ondernemingsraad instemt en er een privacytoets (DPIA) is. Praat intussen met elkaar over de pilot.';
/** In place of scores, until the works council consented (trust:consent-first). */
export const notAllowedYet = notice('pilot', notAllowedTitle, notAllowedText);

/** One of those two as an answer to typed words: the same for everybody, with the way to what somebody may have filled in. */
export function withWayBack(instead: Message, pilot: string): Message {
  const actions = [{ verb: 'pilot.evaluate', title: 'Bekijk wat je invulde', data: { pilot } }];
  return instead === notAllowedYet
    ? notice('pilot', notAllowedTitle, notAllowedText, actions)
    : guideCard({
        kind: 'pilot',
        text: guide.text,
        title: guide.title,
        lead: guide.lead,
        parts: guide.parts,
        small: guide.small,
        actions,
      });
}

/** For who can fill in nothing any more, while something of theirs stands there. */
export const standingCard = (pilot: string): Message =>
  notice(
    'pilot',
    'Wat je invulde, staat er nog',
    'Je kunt er nu niets aan wijzigen. Intrekken kan tot de pilot sluit.',
    [{ verb: 'pilot.drop-evaluation', title: 'Trek in', data: { pilot } }],
  );

/** What is written when a pilot closes: field, question, characters at most. */
export const closeTexts = [
  ['proud', 'Vier dit: wat is er gelukt?', LONGEST_TEXT],
  ['line', 'Wat gaat naar de lijnorganisatie?', LONGEST_TEXT],
] as const;

/** What is written down when a pilot closes. */
export function closeForm(
  { id, name, kind }: Pilot,
  typed: Partial<Record<'proud' | 'line' | 'whole', string>> = {},
  problems: readonly string[] = [],
): Message {
  return formCard({
    kind: 'pilot',
    title: 'De pilot afronden',
    place: name,
    lead: 'Daarna kan niemand er nog iets aan wijzigen. De leerpunten en acties blijven.',
    problems,
    fields: [
      ...closeTexts.map(
        ([field, label, longest]): Field => ({
          id: field,
          kind: 'long',
          label,
          value: typed[field],
          longest,
        }),
      ),
      ...(kinds[kind].step === 7
        ? [
            {
              id: 'whole',
              kind: 'one' as const,
              label: 'Is minstens één zaak van begin tot eind doorlopen?',
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
    actions: [{ verb: 'pilot.show', title: 'Annuleer', data: { pilot: id } }],
  });
}

const number = (value: number) => `${value}`.replace('.', ',');

function isReached({ start, target, measured }: Criterion): boolean {
  const last = measured.at(-1)?.value;
  return last !== undefined && (target > start ? last >= target : last <= target);
}

/** What a criterion came to, in words: reached, not reached, or not measured. */
function reachedWords(criterion: Criterion): string {
  const { name, start, target, unit, measured } = criterion;
  const last = measured.at(-1)?.value;
  const wanted = `${number(target)}${unit ? ` ${unit}` : ''}`;
  if (last === undefined) return `${name}: niet gemeten, doel was ${wanted}`;
  return `${name}: van ${number(start)} naar ${number(last)}, doel was ${wanted}${isReached(criterion) ? ' (gehaald)' : ' (niet gehaald)'}`;
}

/** How far a criterion came: at a celebration nobody counts what is still missing. */
function gainedWords(criterion: Criterion): string {
  const { name, start, unit, measured } = criterion;
  if (isReached(criterion)) return reachedWords(criterion);
  const last = measured.at(-1)?.value ?? start;
  return `${name}: van ${number(start)} naar ${number(last)}${unit ? ` ${unit}` : ''}`;
}

/**
 * Sections about what came out, for the card of a closed pilot. In a message, which Microsoft 365 keeps and others may read,
 * what people answered is left out (trust:answers-not-in-messages).
 */
export function outcomeSections(
  { criteria, opinions = [] }: Pilot,
  { toLine, proud, ticks, evaluation }: PilotResult,
  inMessage: boolean,
): DetailSection[] {
  const line = (text: string, detail?: string) => ({ text, detail });
  return [
    { title: 'Dit is gelukt', lines: proud ? [line(proud)] : [] },
    { title: 'Doelen', lines: criteria.map((criterion) => line(reachedWords(criterion))) },
    {
      title: 'Is deze stap klaar?',
      lines: ticks.map(({ text, done }) => line(`${done ? '✓' : '○'} ${text}${done ? '' : ': nog niet'}`)),
    },
    {
      title: 'Wat het team ervan vond',
      lines: inMessage
        ? []
        : evaluation
          ? [
              line(`${evaluation.count} antwoorden`, '1 is nee, 5 is ja'),
              ...evaluation.averages.map(({ aspect, words }) => line(aspectsAsked[aspect], words)),
              ...opinions.map((text) => line(text, openQuestion)),
            ]
          : [line('Te weinig antwoorden voor een beeld. Praat er samen over.')],
    },
    { title: 'Naar de lijnorganisatie', lines: toLine ? [line(toLine)] : [] },
  ].filter(({ lines }) => lines.length > 0);
}

/** "Vier dit": in the channel, when a pilot closes. */
export function celebration({ name, criteria }: Pilot, { proud }: PilotResult, learned: number): Message {
  const gained = criteria.filter(({ start, target, measured }) => {
    const last = measured.at(-1)?.value;
    return last !== undefined && (target > start ? last > start : last < start);
  });
  return noticeCard({
    kind: 'pilot',
    text: 'De pilot is afgerond. Sta er samen even bij stil.',
    title: '🎉 De pilot is klaar',
    lines: [
      name,
      ...(proud ? [proud] : []),
      ...gained.map(gainedWords),
      ...(learned > 0
        ? [learned === 1 ? 'Jullie legden 1 leerpunt vast.' : `Jullie legden ${learned} leerpunten vast.`]
        : []),
    ],
    small: 'Sta er samen even bij stil. Typ pilot voor wat eruit kwam.',
  });
}

export const savedCard = (pilot: string): Message =>
  notice('pilot', 'Dank je wel', 'Je antwoorden zijn bewaard. Wijzigen mag tot de pilot sluit.', [
    { verb: 'pilot.evaluate', title: 'Bekijk of wijzig', data: { pilot } },
  ]);
export const droppedCard = notice(
  'pilot',
  'Je antwoorden zijn gewist',
  'Je kunt opnieuw invullen tot de pilot sluit.',
);
/** The same for who can fill in nothing any more. */
export const droppedForGood = notice(
  'pilot',
  'Je antwoorden zijn gewist',
  'Van jou staat er niets meer bij deze pilot.',
);
