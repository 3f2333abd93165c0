import type { Temporal } from 'temporal-polyfill';
import { dutchMoment } from '../../calendar/clock.ts';
import type { Window } from '../../calendar/schedule.ts';
import { weekLabel } from '../../calendar/weeks.ts';
import { type Card, card } from '../../conversation/cards/card.ts';
import type { Head } from '../../conversation/cards/head.ts';
import type { Message, NoticeAction } from '../../conversation/message.ts';
import { capital } from '../../language/capital.ts';
import { helpersIn, type Municipality } from '../../people/municipality.ts';
import { type Theme, themes } from '../../people/themes.ts';
import type { SinceLast } from '../team/contract.ts';
import type { TipPart } from '../tips/contract.ts';
import {
  type CheckinAnswer,
  MOST_THEMES,
  optionOf,
  options,
  type Score,
  type Sharing,
  sharings,
} from './rules.ts';
import { commentSeen, moreReaders, scoreSeen } from './seen.ts';

/** Themes in a sentence, the longest last: "duidelijkheid over rol of mandaat" holds a choice of its own. */
const themesInWords = (chosen: readonly Theme[]) =>
  chosen
    .map((theme) => themes[theme])
    .toSorted((a, b) => a.length - b.length)
    .join(' en ');

const week = (period: string) => capital(weekLabel(period));
const until = (moment: Temporal.Instant) => dutchMoment(moment);

/** The buttons of a card of a trial, in place of those of a check-in: they do nothing to what is kept. */
export type Trial = readonly NoticeAction[];

export interface AskData {
  period: string;
  lead: string;
  options: typeof options;
  /** The button that leads to what is filled in. */
  look: { title: string; verb: string };
  /** The action of a tap on one of the options. */
  answer: string;
  /** The action by which the card brings itself up to date for who looks at it (Teams: `refresh`). */
  refresh: string;
  sinceLast?: SinceLast;
  trial?: Trial;
}

/** The card that asks, of a week or of a trial. */
export const asked = (head: Head, data: AskData, seenBy: string): Card =>
  card<AskData>('checkin-ask', head, data, seenBy);

/** For whom an open card is. */
export interface AskFor {
  /** They lead the team: their answer is not in its picture. */
  leads?: boolean;
  /** What happened with what the team said last time. */
  sinceLast?: SinceLast;
}

const notCounted = 'Je leidt dit team: jouw antwoord telt niet mee in het teambeeld.';

/** The way to what stands in another team, for whoever was in it this week. Nothing is read for it: the card says nothing of whether it does. */
export const inAnotherTeam = { title: 'Ik zat in een ander team', verb: 'checkin.ask-withdraw' };

/**
 * The open card. It is stored by Microsoft 365 and therefore the same for everybody, but for who leads the team: it may not
 * tell whether the person answered (trust:answers-not-in-messages).
 */
export function askCard(
  window: Window,
  kind: 'card' | 'meant' | 'reminder' | 'again' | 'unanswered',
  { leads = false, sinceLast }: AskFor = {},
): Message {
  const lead = {
    unanswered: `In dit team vulde je deze week nog niets in. Je kunt antwoorden tot ${until(window.closes)}.`,
    card: `Tik op wat vandaag het best past. Je kunt antwoorden tot ${until(window.closes)}.`,
    meant: `Bedoel je je check-in? Tik op wat past. Gaf je al een antwoord? Dan staat het er nog. Wat je typt, blijft in Teams staan. Wat je aantikt niet. Je kunt antwoorden tot ${until(window.closes)}.`,
    reminder: `Je kunt nog antwoorden tot ${until(window.closes)}. Overslaan mag ook.`,
    again: `Tik op je nieuwe antwoord. Dat kan tot ${until(window.closes)}.`,
  }[kind];
  // When somebody is choosing another answer, which never happens in a stored message, this button leads back. Where nothing stands in
  // their team there is nothing to look at, but something may stand in another.
  const look =
    kind === 'unanswered'
      ? inAnotherTeam
      : { title: kind === 'again' ? 'Terug' : 'Mijn antwoord van deze week', verb: 'checkin.open' };
  return {
    text: 'Hoe zit je erbij? Kies een van de vijf antwoorden.',
    card: asked(
      { kind: 'checkin', place: week(window.period) },
      {
        lead: leads ? `${lead} ${notCounted}` : lead,
        look,
        period: window.period,
        options,
        answer: 'checkin.answer',
        refresh: 'checkin.open',
        sinceLast,
      },
      scoreSeen(leads),
    ),
  };
}

/** Somebody to talk to, as a button: the manager of the team, or a UPN from the settings. */
export interface Partner {
  partner: string;
  title: string;
}

/** So many people to talk to stand on the card; of more the first ones, and the way to the others. */
const MOST_PARTNERS = 3;

/** What goes with the answer: a tip, or people to talk to first. Never both after "heel zwaar". */
export interface Along {
  /** They lead the team: their answer is not in its picture. */
  leads?: boolean;
  note?: string;
  tip?: TipPart;
  talk?: { partners: readonly Partner[]; counsellor: Municipality['counsellor'] };
}

export interface ThanksData {
  title: string;
  period: string;
  word: string;
  face: string;
  /** In words; '' for none. */
  themes: string;
  /** User text. */
  comment: string;
  sharing: string;
  note: string;
  until: string;
  tip?: TipPart;
  talk?: {
    partners: readonly Partner[];
    /** True when there are more partners than stand here. */
    others: boolean;
    counsellor: string;
  };
  trial?: Trial;
}

export const counsellorLine = (who: Municipality['counsellor']) =>
  who ? `Vertrouwenspersoon: ${who.name}, ${who.contact}` : '';

/** The card that thanks, of a week or of a trial. */
export const thanked = (head: Head, data: ThanksData, seenBy: string): Card =>
  card<ThanksData>('checkin-thanks', head, data, seenBy);

/** Who may read a comment, and from when: nobody else does before its week closes (trust:comments-stay-the-writers). */
const sharingWords = (sharing: Sharing, { closes }: Window): string =>
  sharing === 'private' ? sharings.private : `${sharings[sharing]}. Dat kan op zijn vroegst ${until(closes)}`;

/** What the person answered, in the response to their own tap only. */
export function thanksCard(
  window: Window,
  answer: CheckinAnswer & { score: Score },
  { leads = false, note = '', tip, talk }: Along = {},
): Message {
  const { word, face } = optionOf(answer.score);
  return {
    text: 'Dank je wel. Je antwoord is bewaard.',
    card: thanked(
      { kind: 'checkin', place: week(window.period) },
      {
        title: talk ? 'Je antwoord is bewaard' : 'Dank je wel',
        period: window.period,
        word,
        face,
        themes: themesInWords(answer.themes),
        comment: answer.comment ?? '',
        sharing: sharingWords(answer.sharing ?? 'private', window),
        note,
        until: until(window.closes),
        tip,
        talk: talk && {
          partners: talk.partners.slice(
            0,
            talk.partners.length > MOST_PARTNERS ? MOST_PARTNERS - 1 : MOST_PARTNERS,
          ),
          others: talk.partners.length > MOST_PARTNERS,
          counsellor: counsellorLine(talk.counsellor),
        },
      },
      `${scoreSeen(leads)}\n${commentSeen}`,
    ),
  };
}

interface ScoreChoice {
  value: string;
  title: string;
}

interface MoreData {
  period: string;
  note: string;
  /** What is chosen, with commas between. */
  themes: string;
  /** User text. */
  comment: string;
  sharing: Sharing;
  themeChoices: readonly ScoreChoice[];
  sharingChoices: readonly ScoreChoice[];
}

/** The optional form: themes, a comment and who may read it. */
export function moreCard(period: string, answer: CheckinAnswer, note = ''): Message {
  return {
    text: 'Wil je je keuze toelichten? Het hoeft niet.',
    card: card<MoreData>(
      'checkin-more',
      'checkin',
      {
        period,
        note,
        themes: answer.themes.join(','),
        comment: answer.comment ?? '',
        sharing: answer.sharing ?? 'private',
        themeChoices: (Object.keys(themes) as Theme[]).map((value) => ({
          value,
          title: capital(themes[value]),
        })),
        sharingChoices: (Object.keys(sharings) as Sharing[]).map((value) => ({
          value,
          title: capital(sharings[value]),
        })),
      },
      moreReaders,
    ),
  };
}

export const tooManyThemes = `Kies er hooguit ${MOST_THEMES}. Je toelichting staat hieronder nog.`;
export const unreadChoice = 'Een keuze kon ik niet lezen. Kies opnieuw. Je toelichting staat hieronder nog.';

export const talkReaders =
  'Alleen wie je kiest. Het bericht blijft in de chat van die persoon staan. Kompas bewaart niet dat je dit vroeg.';

interface TalkData {
  /** What became of what they were doing, or ''. */
  note: string;
  /** '' for who did not come from a check-in. */
  period: string;
  partners: readonly Partner[];
  /** Who helps outside the team. User text. */
  helpers: readonly string[];
  /** Where an official report is made, or ''. */
  procedure: string;
}

/** Whom to talk to: the same for everybody, whatever they answered (trust:talk-with-whom-you-choose). */
export function talkCard(
  period: string,
  partners: readonly Partner[],
  municipality: Municipality,
  note = '',
): Message {
  return {
    text: `${note} Kies met wie je even wilt praten.`.trim(),
    card: card<TalkData>(
      'checkin-talk',
      'talk',
      {
        period,
        note,
        partners,
        helpers: helpersIn(municipality),
        procedure: municipality.procedure ?? '',
      },
      partners.length > 0 ? talkReaders : '',
    ),
  };
}

interface SmallTeamData {
  period: string;
}

/** For a team that is too small for figures: a conversation instead. */
export function smallTeamCard(window: Window): Message {
  return {
    text: 'Hoe zit je erbij? Je team is klein, dus ik vraag niet om een keuze. Bespreek het liever kort met elkaar.',
    card: card<SmallTeamData>(
      'checkin-small-team',
      { kind: 'checkin', place: week(window.period) },
      { period: window.period },
    ),
  };
}
