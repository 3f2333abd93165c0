import { listCard } from '../../../conversation/cards/list.ts';
import { notice, noticeCard } from '../../../conversation/cards/notice.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import type { Finding } from '../review/finding.ts';
import { howManyFound } from '../review/finding-words.ts';

/** How far the register is: all of it is read from what stands there, so that it can be left at any moment. */
export interface HowFar {
  mandates: number;
  /** The names of all areas but those that lie in no other. */
  places: readonly string[];
  findings: readonly Finding[];
  /** Somebody else can decide on what this person proposes. */
  hasSecond: boolean;
}

const say = (text: string, title: string): NoticeAction => ({ verb: 'help.say', title, data: { text } });

const sendList = say('bestand', 'Stuur je lijst');
const findings: NoticeAction = { verb: 'mandates.check', title: 'Bekijk de twijfels', data: { from: 0 } };
const areas: NoticeAction = { verb: 'mandates.first-areas', title: 'Bekijk de gebieden', data: {} };
const trial: NoticeAction = { verb: 'mandates.trial', title: 'Stel de proefvragen', data: { at: 0 } };
const share: NoticeAction = { verb: 'mandates.share', title: 'Deel met collega’s', data: {} };
const back: NoticeAction = { verb: 'mandates.first-hour', title: 'Terug naar de stappen', data: {} };

const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

const errorsIn = ({ findings }: HowFar) => findings.filter(({ severity }) => severity === 'fout').length;

/** What to do first: what stops the answers most. */
function nextOf(far: HowFar): NoticeAction {
  if (far.mandates === 0) return sendList;
  if (errorsIn(far) > 0) return findings;
  return far.places.length === 0 ? areas : trial;
}

const noSecond = 'Er is nog niemand die je wijzigingen doorvoert. Vraag de beheerder om een tweede persoon.';

/** The steps of who begins to keep a register, how each stands, and why it is there. */
export function stepsCard(far: HowFar): Message {
  const next = nextOf(far);
  const isEmpty = far.mandates === 0;
  const steps = [
    {
      text: `1. Lijst · ${isEmpty ? 'nog niets gelezen' : counted(far.mandates, 'mandaat', 'mandaten')}`,
      detail: 'Ik geef alleen antwoord uit jullie eigen lijst.',
    },
    {
      text: `2. Twijfels · ${isEmpty ? 'na de lijst' : howManyFound(far.findings) || 'niets gevonden'}`,
      detail: 'Ontbreekt er iets, of botst er iets? Dan krijgt een collega een half antwoord.',
    },
    {
      text: `3. Gebieden · ${far.places.length > 0 ? counted(far.places.length, 'gebied', 'gebieden') : 'alleen de hele gemeente'}`,
      detail: 'Een collega vraagt vaak naar een wijk. Die moet ik dan kennen.',
    },
    {
      text: `4. Proefvragen · ${isEmpty ? 'na de lijst' : 'drie, uit jullie lijst'}`,
      detail: 'Je ziet wat een collega leest, voordat die het vraagt.',
    },
    {
      text: `5. Delen · ${isEmpty ? 'na de lijst' : 'een tekst voor je kanaal'}`,
      detail: 'Een collega gebruikt dit pas als die weet wat je kunt typen.',
    },
  ];
  const others = isEmpty ? [] : [findings, areas, trial, share].filter((way) => way !== next);
  return listCard({
    kind: 'mandate',
    text: 'Zo richt je het register in. Op de kaart staat hoe ver je bent.',
    title: 'Zo richt je het register in',
    lead: isEmpty
      ? 'Heb je ook een lijst van gebieden? Stuur die dan eerst.'
      : 'Stoppen mag. Typ “register inrichten” en je gaat hier verder.',
    sections: [{ title: 'In vijf stappen', lines: steps }],
    small: far.hasSecond ? '' : noSecond,
    actions: [{ ...next, style: 'positive' }, ...others],
  });
}

/** So many names of areas stand on a card. */
const MOST_AREAS = 12;

/** What places are known, and how they become more. */
export function areasCard({ places, hasSecond }: HowFar): Message {
  const more = places.length - MOST_AREAS;
  const isNone = places.length === 0;
  return noticeCard({
    kind: 'mandate',
    text: 'Welke gebieden ik ken.',
    title: isNone ? 'Ik ken nog geen wijken' : 'Deze gebieden ken ik',
    body: isNone
      ? 'Geldt alles bij jullie in de hele gemeente? Dan is dit goed. Stuur anders een lijst van gebieden.'
      : 'Klopt dit niet, of liggen er buurten in een wijk? Stuur dan een lijst van gebieden.',
    ...(isNone ? {} : { lines: [...places.slice(0, MOST_AREAS), ...(more > 0 ? [`En nog ${more}`] : [])] }),
    small: [
      'Zo’n lijst heeft de kolommen code, naam, soort, ouder en aliassen. Een tweede persoon kijkt de lijst na.',
      hasSecond ? '' : noSecond,
    ]
      .filter(Boolean)
      .join(' '),
    actions: [{ ...trial, style: 'positive' }, say('bestand', 'Stuur gebieden'), back],
  });
}

/** A text to put in a channel. Kompas sends it to nobody. `questions` are words of the register. */
export const shareCard = (questions: readonly string[]): Message =>
  noticeCard({
    kind: 'mandate',
    text: 'Een tekst om te delen met je collega’s.',
    title: 'Deel het met je collega’s',
    body: 'Zet deze tekst zelf in een kanaal. Ik stuur hem naar niemand.',
    lines: [
      'Wil je weten wie iets mag beslissen? Vraag het aan Kompas.',
      'Typ je vraag in je eigen chat met Kompas. In een kanaal zet je er @Kompas voor.',
      ...(questions.length > 0 ? [`Bijvoorbeeld: ${questions.join(' ')}`] : []),
      'Typ “mijn mandaten”. Dan zie je wat er op jouw naam staat.',
      'Klopt een antwoord niet? Tik op “Meer” en dan op “Klopt dit niet?”.',
    ],
    small: 'Meldt iemand een fout? Dan lees je dat op je volgende werkdag.',
    actions: [back],
  });

/** Of a register in which nothing holds today no question can be made. */
export const noTrial: Message = notice(
  'mandate',
  'Ik kan nog geen proefvraag maken',
  'Vandaag geldt er nog niets in het register. Stuur je lijst, of kijk wat eraan ontbreekt.',
  [{ ...sendList, style: 'positive' }, findings, back],
);
