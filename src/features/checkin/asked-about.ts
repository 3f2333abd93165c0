import { dutchMoment } from '../../calendar/clock.ts';
import { nextWindow } from '../../calendar/schedule.ts';
import { notice } from '../../conversation/cards/notice.ts';
import type { Message, NoticeAction } from '../../conversation/message.ts';
import type { Needs } from '../../conversation/needs.ts';
import type { Hearing, Phrase } from '../../conversation/offer.ts';
import type { Turn } from '../../conversation/turn.ts';
import { normalise } from '../../language/normalise.ts';
import { whoSees } from '../../language/who-sees.ts';
import { consentGiven } from '../../people/municipality.ts';
import { periodState, thisWeek } from './rules.ts';
import { noTeam, notAllowedYet, periodNow } from './while-open.ts';

const toCheckin: NoticeAction = { verb: 'help.say', title: 'Naar de check-in', data: { text: 'check-in' } };

/** A wish for the check-in itself: to add to an answer, or to give another. */
export const wantsOtherAnswer =
  /\bmijn keuze (?:te )?(?:toelichten|uitleggen)\b|\biets toelichten\b|\bander antwoord (?:geven|kiezen|invullen)\b|\bmijn antwoord (?:te )?(?:wissen|verwijderen|weghalen|weg|terugnemen)\b|\bhaal mijn antwoord (?:maar |weer |toch )*weg\b|\b(?:verwijder|wis|trek) mijn antwoord\b|^mijn antwoord(?: van deze week)?$|\bwat heb ik (?:\w+ ){0,2}(?:ingevuld|gekozen|geantwoord)\b|^(?:nee )?toch (?:maar )?(?:wel |nog )?(?:invullen|antwoorden|meedoen)$/;
/** A wish to answer nothing this week. */
export const wantsToSkip =
  /\b(?:deze|een|die) week(?:je)? (?:te )?overslaan\b|^ik sla (?:deze|een) week over$|\bcheck ?in (?:te )?overslaan\b/;

const ownComment =
  /\b(?:mijn|m n|mn|my|de|die|deze) (?:toelichting|opmerking|comment)\b|\b(?:mijn|m n|mn) tekst\b/;
const changes =
  /\b(?:aanpas\w*|aangepast|pas|wijzig\w*|gewijzigd|verander\w*|veranderd|verbeter\w*|verwijder\w*|wis|wissen|weg|weghalen|haal|intrek\w*|trek|terug\w*|anders|spijt|klopt niet|niet meer|toch niet|change|delete|remove|edit)\b/;
/** A wish about who reads it, which is no question of who does. */
const shares =
  /^(?:nee )?(?:toch )?(?:niet )?(?:ik wil|ik wou|ik zou|laat|zet|maak|deel|alleen)\b.*\b(?:lezen|leest|zien|ziet|delen|deel|met naam|zonder naam)\b/;
/** The same of what somebody has in front of them. */
const forMeAlone =
  /\balleen (?:ik|voor mij(?:zelf)?)\b.*\b(?:het|dit|dat) (?:lezen|zien)\b|\balleen ik (?:mag|kan|wil) (?:het|dit|dat)\b|^(?:nee )?(?:toch )?ik wil\b.*\b(?:alleen|niet|ook)\b.*\b(?:leidinggevende|team|baas|chef|collega s)\b.*\b(?:het|dit|dat) (?:leest|lezen|ziet|zien)\b|^(?:nee )?(?:toch )?ik wil\b.*\b(?:alleen|niet|ook)\b.*\b(?:leidinggevende|team|baas|chef|collega s)\b.*\b(?:het|dit|dat)\b.* (?:leest|lezen|ziet|zien)$/;
const commentAlone =
  /^(?:een )?toelichting (?:aanpassen|wijzigen|veranderen|verbeteren|verwijderen|weghalen|wissen|intrekken|terughalen)$/;
/** Somebody names other readers, and says nothing of what. */
const readersAlone =
  /^(?:nee )?(?:toch )?(?:liever )?(?:alleen|enkel) (?:voor )?(?:mijn |m n |de )?(?:leidinggevende|team|mezelf|mijzelf)$/;
/** Whoever writes more than this asks for no other comment; some of these patterns take long on a text of thousands of words. */
const LONGEST_WISH = 300;
/** True for who wants another comment at their check-in, or none. Pure. */
const changesComment = (text: string): boolean => {
  const plain = normalise(text);
  if (plain.length > LONGEST_WISH) return false;
  return (
    readersAlone.test(plain) ||
    commentAlone.test(plain) ||
    forMeAlone.test(plain) ||
    (ownComment.test(plain) && (changes.test(plain) || shares.test(plain)))
  );
};
/** True for who says what they want, where the words are those of a question of who reads it. Pure. */
const isWish = (text: string): boolean =>
  /^(?:nee )?(?:toch )?(?:niet )?(?:ik wil|ik wou|ik zou|laat|zet|maak|deel|alleen|verander|wijzig|pas)\b/.test(
    normalise(text),
  );

/** The same for everybody, whether they wrote one or not: the answer to typed words is stored (trust:answers-not-in-messages). */
async function howToChange(turn: Turn): Promise<Message> {
  const period = await periodNow(turn);
  if (typeof period !== 'string') return period;
  return notice(
    'checkin',
    'Je toelichting en wie die leest',
    'Tik hieronder. Dan zie je wat je schreef en wie het leest. Je kunt beide wijzigen tot de check-in sluit. Maak je het veld leeg en tik je op “Bewaar”? Dan is je toelichting weg.',
    [{ verb: 'checkin.more', title: 'Bekijk mijn toelichting', data: { period } }, toCheckin],
  );
}

/** The same under a name, for a button of other answers. */
export const ownCommentPhrase = (needs: Needs): Phrase => ({
  say: 'mijn toelichting',
  also: ['mijn opmerking', 'toelichting wijzigen', 'wie leest mijn toelichting nu'],
  title: 'Bekijk je toelichting van deze week, en wie die leest',
  needs,
  unlisted: true,
  traceless: true,
  run: howToChange,
});

const answers = '(?:antwoord\\w*|invullen|wijzigen|intrekken|toelichten|meedoen)';
const asksUntil = new RegExp(
  [
    '^(?:en )?(?:wanneer|hoe laat|tot wanneer|tot hoe laat|hoe lang|op welke dag|tot welke dag|when)\\b.*\\bcheck ?in\\b.*\\b(?:sluit|dicht|gesloten|open|close|closes|invullen|meedoen)\\b',
    '^(?:en )?(?:wanneer|hoe laat|when) (?:sluit|gaat|does)\\b.*\\bcheck ?in\\b(?: dicht| close)?$',
    `^(?:tot wanneer|tot hoe laat|hoe lang|tot welke dag)\\b.*\\b(?:kan|mag|kun) (?:ik|je|we)\\b.*\\b${answers}$`,
    '^(?:is|staat) (?:de|mijn) check ?in (?:al |nog )?(?:open|dicht|gesloten)$',
    `^kan ik (?:nu )?(?:nog|al) ${answers}(?: op de check ?in)?$|^kan ik de check ?in (?:nu )?nog ${answers}$`,
  ].join('|'),
);

/** Until when the check-in of this week is open, or why it is not. */
async function untilWhen(turn: Turn): Promise<Message> {
  const [me, { teams, municipality }] = await Promise.all([turn.person(), turn.settings()]);
  const team = teams.find(({ key }) => key === me?.team);
  if (!team) return noTeam;
  if (!consentGiven(municipality)) return notAllowedYet;
  const window = thisWeek(team, turn.now);
  const { state } = window ? periodState(team, window.period, turn.now) : { state: 'none' };
  if (window && state === 'open')
    return notice(
      'checkin',
      `De check-in sluit ${dutchMoment(window.closes)}`,
      'Tot dan kun je antwoorden, en je antwoord wijzigen of intrekken.',
      [toCheckin],
    );
  const { opens, closes } = window && state === 'early' ? window : nextWindow(team.schedule, turn.now);
  return notice(
    'checkin',
    'Er is nu geen check-in open',
    `De volgende begint ${dutchMoment(opens)}, en sluit ${dutchMoment(closes)}.`,
  );
}

/** What people ask about their check-in in words of their own: until when, and how to change what they added. */
export const askedAbout = (needs: Needs): readonly Hearing[] => [
  {
    order: 'first',
    needs,
    traceless: true,
    answer: async (turn) => (asksUntil.test(normalise(turn.text)) ? untilWhen(turn) : undefined),
  },
  {
    order: 'first',
    needs,
    traceless: true,
    answer: async (turn) =>
      changesComment(turn.text) && (isWish(turn.text) || !whoSees(turn.text)) ? howToChange(turn) : undefined,
  },
];
