import { notice, noticeCard } from '../../../conversation/cards/notice.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { colleagueAlone } from '../../../conversation/needs.ts';
import type { Hearing, Phrase } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { toMine } from '../../../conversation/waiting.ts';
import { normalise } from '../../../language/normalise.ts';
import { whoSees } from '../../../language/who-sees.ts';
import { inNeed } from '../../../people/in-need.ts';
import { placeData } from '../groups/place.ts';
import { seated } from '../groups/seated.ts';
import { allSignals } from './listing.ts';
import { raise } from './withdrawing.ts';

const needs = colleagueAlone;

const mine: NoticeAction = { verb: 'signal.mine', title: 'Mijn signalen met naam', data: {} };

/** Where the signals stand that somebody may read, as a button. */
async function listButtons(turn: Turn): Promise<NoticeAction[]> {
  const own = (await seated(turn))?.seat.own;
  return own
    ? [{ verb: 'signal.all', title: 'Bekijk de signalen van je team', data: placeData(own) }]
    : [{ verb: 'help.say', title: 'Bekijk je team', data: { text: 'team' } }];
}

const talk: NoticeAction = {
  verb: 'help.say',
  title: 'Ik wil even praten',
  data: { text: 'ik wil even praten' },
};

/** The same for everybody, whether or not they gave one: the answer is stored. */
export const whereIsIt = async (turn: Turn): Promise<Message> =>
  notice(
    'signal',
    'Zo zie je wat er met een signaal gebeurt',
    'Gaf je het met naam? Tik dan hieronder. Een signaal zonder naam staat vanaf de volgende dag tussen de signalen van je team. Welk signaal van wie is, weet ik dan niet. Intrekken kan op de dag zelf: tik op “Trek in” op de kaart die na het versturen kwam. Ging het buiten je leidinggevende om? Dan leest niemand anders het dan wie je koos.',
    [mine, ...(await listButtons(turn))],
  );
const howToWithdraw = async (turn: Turn): Promise<Message> =>
  notice(
    'signal',
    'Een signaal intrekken',
    'Dat kan alleen op de dag zelf. Gaf je het met naam? Tik hieronder op “Mijn signalen met naam”, en dan op “Trek in”. Gaf je het zonder naam? Tik op “Trek in” op de kaart die na het versturen kwam. Kan het niet meer? Vraag dan aan wie het oppakt om er niets mee te doen.',
    [mine, ...(await listButtons(turn)), talk],
  );
const closed = 'Een signaal dat klaar is, blijft dicht';
const howToChange =
  'Klopt het antwoord niet meer? Open het signaal en tik op “Wijzig”: je team leest dan het nieuwe antwoord. Speelt het opnieuw? Geef dan een nieuw signaal.';

/** For who answered one too soon: where the answered ones stand too. */
const howToReopen = async (turn: Turn): Promise<Message> => {
  const here = await seated(turn);
  return noticeCard({
    kind: 'signal',
    text: `${closed}. ${howToChange}`,
    title: closed,
    body: howToChange,
    actions: [...(here ? allSignals(here.seat, here.settings) : []), raise],
  });
};

/** What people type about a signal that they gave, or took care of. */
export const aboutOwnSignal: readonly Phrase[] = [
  {
    say: 'waar is mijn signaal',
    also: [
      'hoe staat het met mijn signaal',
      'wat is er met mijn signaal gebeurd',
      'wat is er met mijn signaal gedaan',
      'wat is er met ons signaal gedaan',
      'ik wil weten wat er met ons signaal is gedaan',
      'ik wil weten wat er met mijn signaal is gedaan',
      'mijn signaal',
      'waar zijn mijn signalen',
      'wat is er met mijn signalen gebeurd',
    ],
    title: 'Hoe je ziet wat er met een signaal gebeurt',
    needs,
    unlisted: true,
    run: whereIsIt,
  },
  {
    say: 'trek mijn signaal in',
    also: [
      'signaal intrekken',
      'ik wil mijn signaal toch niet doorgeven',
      'ik wil dat signaal toch niet doorgeven',
      'ik wil dat signaal van net toch niet doorgeven',
      'signaal terugtrekken',
      'signaal verwijderen',
      'signaal ongedaan maken',
      'mijn signaal intrekken',
    ],
    title: 'Hoe je een signaal intrekt',
    needs,
    unlisted: true,
    run: howToWithdraw,
  },
  {
    say: 'signaal heropenen',
    also: [
      'heropenen',
      'heropen signaal',
      'signaal opnieuw openen',
      'signaal weer openen',
      'heropen het signaal',
    ],
    title: 'Wat je doet als een signaal te vroeg klaar is',
    needs,
    unlisted: true,
    run: howToReopen,
  },
];

const takesBack =
  /\b(?:trek\w*|intrek\w*|ingetrokken|terugtrek\w*|terughal\w*|terugnemen|haal|verwijder\w*|wis|wissen|weghalen|annuleer\w*|ongedaan|withdraw|delete|take back)\b/;

const takeCare =
  '(?:afhandelen|afhandel|afgehandeld|oppakken|opgepakt|beantwoorden|behandelen|bekijken|bekijk|sluiten|afronden|lezen|openen|verwerken|terugkoppelen|handle|answer)';
const wantsToTakeCare = new RegExp(
  `^(?:(?:ik|wij|we|wil|moet|moeten|ga|kan|kun|hoe|waar|een|het|de|dit|dat|die|open|nieuw|nieuwe) )*(?:signaal|signalen|signals?)(?: \\w+){0,2} ${takeCare}$|^(?:handel|pak|beantwoord|behandel|open|bekijk|lees|sluit) (?:(?:een|het|de|dit|dat|die|mijn|open|nieuwe) )*(?:signaal|signalen)(?: (?:af|op))?$`,
);
/** The same in other words of a sentence that does not begin as a new signal would. */
const aboutTakingCare =
  /\b(?:pak|oppak\w*|handel|afhandel\w*|sluit|sluiten|rond|afrond\w*|beantwoord\w*|antwoord (?:geven|op)|geef antwoord|(?:is|zijn) klaar|maak er een einde aan)\b/;
const isAboutTakingCare = (plain: string): boolean =>
  wantsToTakeCare.test(plain) || (/\bsigna(?:al|len)\b/.test(plain) && aboutTakingCare.test(plain));
/** Who gave one asks how it stands: whether it was answered, by whom, when. */
const asksOfMine =
  /^(?:en )?(?:is|zijn|heeft|hebben|heb|wie|wanneer|krijg|kreeg|wordt|werd|komt|kwam|hoe lang)\b.*\b(?:mijn|m n|ons|my) signa(?:al|len)\b/;
const didTooSoon =
  /\b(?:per ongeluk|te vroeg|te snel|verkeerd|onterecht|foutief)\b.*\b(?:afgehandeld|beantwoord|gesloten|afgerond|op klaar)\b|\b(?:afgehandeld|beantwoord|gesloten|afgerond)\b.*\b(?:per ongeluk|te vroeg|te snel|verkeerd)\b/;
const asksWhatCame =
  /^(?:is|zijn|heb ik|komt|kwam)(?: er)?(?: \w+){0,3} (?:binnengekomen|binnen gekomen|bijgekomen|binnen|nieuws|nieuws voor mij)$|^(?:wat|iets) (?:is er )?(?:nieuw|nieuws|nieuw binnen|binnengekomen)(?: \w+){0,2}$|^(?:zijn er|heb ik)(?: \w+){0,2} (?:nieuwe )?signalen$|^anything new$/;

/** Sentences about signals that are there, also those that begin as a new signal would. `list` is that of who takes care of them. */
export const aboutSignalsHearings = (list: (turn: Turn) => Promise<Message>): readonly Hearing[] => [
  {
    order: 'over phrases',
    needs,
    answer: async (turn) => {
      const plain = normalise(turn.text);
      if (/^signaal\b.*\b(?:heropen\w*|(?:opnieuw|weer) open(?:en|zetten)?|nog niet klaar)\b/.test(plain))
        return howToReopen(turn);
      if (/^signaal\b.*\b(?:intrekken|terugtrekken|terughalen)$/.test(plain)) return howToWithdraw(turn);
      if (didTooSoon.test(plain)) return howToReopen(turn);
      if (movesDay.test(plain) && ((await seated(turn))?.seat.handles.length ?? 0) > 0) return list(turn);
      return wantsToTakeCare.test(plain) ? list(turn) : undefined;
    },
  },
  {
    order: 'first',
    needs,
    answer: async (turn) => {
      const plain = normalise(turn.text);
      const takesCare = ((await seated(turn))?.seat.handles.length ?? 0) > 0;
      if (takesCare && (takesUp.test(plain) || movesDay.test(plain))) return list(turn);
      if (takesCare && changesReply.test(plain)) return whichReply;
      if (asksOfMine.test(plain) && !whoSees(turn.text)) return whereIsIt(turn);
      if (isAboutTakingCare(plain)) return list(turn);
      if (didTooSoon.test(plain)) return howToReopen(turn);
      if (!asksWhatCame.test(plain)) return undefined;
      return takesCare ? list(turn) : lookAtMine;
    },
  },
  aboutOwnSignalToo,
];

/** "Ik pak werkdruk op." */
const takesUp = /^(?:ik|wij|we) (?:pak|pakken) (?:\w+ ){1,4}op$/;
/** A signal that somebody takes up, on another day. */
const movesDay =
  /\bsigna(?:al|len)\b.*\b(?:andere? (?:datum|dag)|datum|verzet\w*|uitstel\w*)\b|\b(?:datum|verzet\w*|uitstel\w*)\b.*\bsigna(?:al|len)\b/;
/** Who gave an answer, and wants another. */
const changesReply =
  /\b(?:dat|dit|mijn|m n|het) antwoord\b.*\b(?:aanpassen|verbeteren|wijzigen|veranderen|klopt niet)\b/;
/** Somebody who takes care of signals answers them, and answers a check-in too. */
const whichReply = notice(
  'signal',
  'Welk antwoord bedoel je?',
  'Je antwoord op een signaal, of op je check-in?',
  [
    { verb: 'help.say', title: 'Op een signaal', data: { text: 'signaal heropenen' } },
    { verb: 'help.say', title: 'Op mijn check-in', data: { text: 'check-in' } },
  ],
);

/** Who takes care of no signals may still have something that waits for them. */
const lookAtMine = notice(
  'mine',
  'Wacht er iets op je?',
  'Komt er iets voor je binnen, dan krijg je een bericht. Alles wat op je wacht, staat in Van mij.',
  [toMine],
);

/** The same in a sentence of one's own. */
const aboutOwnSignalToo: Hearing = {
  order: 'first',
  needs,
  answer: async (turn) => {
    const plain = normalise(turn.text);
    if (/\bsigna\w+\b/.test(plain) && /\b(?:heropen\w*|opnieuw openen|weer openen)\b/.test(plain))
      return howToReopen(turn);
    if (!/\b(?:mijn|m n|my|dat|het|een) (?:signaal|signal)\b/.test(plain)) return undefined;
    if (whoSees(turn.text) || (await inNeed(turn))) return undefined;
    if (takesBack.test(plain)) return howToWithdraw(turn);
    return /\b(?:mijn|m n|my) (?:signaal|signal)\b/.test(plain) ? whereIsIt(turn) : undefined;
  },
};
