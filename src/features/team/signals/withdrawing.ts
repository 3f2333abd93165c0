import type { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { notice, unknownPerson } from '../../../conversation/cards/notice.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { colleagueAlone } from '../../../conversation/needs.ts';
import type { Hearing, Phrase } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { normalise } from '../../../language/normalise.ts';
import { whoSees } from '../../../language/who-sees.ts';
import { inNeed } from '../../../people/in-need.ts';
import { placeData, placeOf } from '../groups/place.ts';
import { seated } from '../groups/seated.ts';
import { gone, type signalSchema } from './opening.ts';
import { isNameless, type Signal } from './signal.ts';
import type { SignalStore } from './store.ts';

/**
 * Whether who taps may still take a signal back, on an ISO date: on the day on which it was given. Nobody reads one without name on
 * that day, and only the card of who gave it leads there, so nothing has to be kept of who that was (trust:no-trace).
 */
const mayWithdraw = (signal: Signal, day: string, directoryId: string): boolean =>
  signal.source === 'raised' &&
  signal.state === 'received' &&
  (isNameless(signal) ? signal.held === day : signal.by === directoryId && signal.day === day);

const raise: NoticeAction = { verb: 'signal.raise', title: 'Geef een signaal', data: {} };
const tooLate = notice(
  'signal',
  'Dit signaal kan niet meer terug',
  'Intrekken kan alleen op de dag zelf. Vraag aan wie het oppakt om er niets mee te doen.',
);
const withdrawn = notice(
  'signal',
  'Je signaal is ingetrokken',
  'Het is weg. Stond je naam erbij? Dan kan wie het oppakt het al gelezen hebben.',
  [raise],
);

/** Taking a signal back by the card that came after it was sent. */
export function withdrawing({ groups }: { groups: SignalStore }) {
  return async (turn: Turn, { id, ...data }: z.infer<typeof signalSchema>): Promise<Message> => {
    if (!(await turn.person())) return unknownPerson;
    const day = today(turn.now).toString();
    let isLate = false;
    const was = await groups.removeSignal(placeOf(data), id, (signal) => {
      isLate = !mayWithdraw(signal, day, turn.directoryId);
      return !isLate;
    });
    if (isLate) return tooLate;
    return was ? withdrawn : gone;
  };
}

const needs = colleagueAlone;

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
const whereIsIt = async (turn: Turn): Promise<Message> =>
  notice(
    'signal',
    'Zo zie je wat er met een signaal gebeurt',
    'Een signaal zonder naam staat vanaf de volgende dag tussen de signalen van je team. Daar staat ook wat ermee gebeurt. Welk signaal van wie is, weet ik niet. Ging het buiten je leidinggevende om? Dan leest alleen wie je koos het.',
    await listButtons(turn),
  );
const howToWithdraw = async (turn: Turn): Promise<Message> =>
  notice(
    'signal',
    'Een signaal intrekken',
    'Dat kan op de dag zelf, met de knop Trek in op de kaart die na het versturen kwam. Daarna kan het niet meer: zonder naam weet ik niet welk signaal van jou is. Vraag dan aan wie het oppakt om er niets mee te doen.',
    [...(await listButtons(turn)), talk],
  );
const howToReopen = async (): Promise<Message> =>
  notice(
    'signal',
    'Een signaal dat klaar is, blijft dicht',
    'Klopt het antwoord niet meer? Open het signaal en tik op Wijzig: je team leest dan het nieuwe antwoord. Speelt het opnieuw? Geef dan een nieuw signaal.',
    [{ verb: 'signal.list', title: 'Alle signalen', data: {} }, raise],
  );

/** What people type about a signal that they gave, or took care of. */
export const aboutOwnSignal: readonly Phrase[] = [
  {
    say: 'waar is mijn signaal',
    also: ['hoe staat het met mijn signaal', 'wat is er met mijn signaal gebeurd', 'mijn signaal'],
    title: 'Hoe je ziet wat er met een signaal gebeurt',
    needs,
    unlisted: true,
    run: whereIsIt,
  },
  {
    say: 'trek mijn signaal in',
    also: [
      'signaal intrekken',
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

/** A sentence that begins as a new signal would, and is about one that is there. */
const aboutOneThatIs: Hearing = {
  order: 'over phrases',
  needs,
  answer: async (turn) => {
    const plain = normalise(turn.text);
    if (/^signaal\b.*\b(?:heropen\w*|(?:opnieuw|weer) openen)$/.test(plain)) return howToReopen();
    return /^signaal\b.*\b(?:intrekken|terugtrekken|terughalen)$/.test(plain)
      ? howToWithdraw(turn)
      : undefined;
  },
};

/** The same in a sentence of one's own. */
const aboutOwnSignalToo: Hearing = {
  order: 'first',
  needs,
  answer: async (turn) => {
    const plain = normalise(turn.text);
    if (/\bsigna\w+\b/.test(plain) && /\b(?:heropen\w*|opnieuw openen|weer openen)\b/.test(plain))
      return howToReopen();
    if (!/\b(?:mijn|m n|my|dat|het|een) (?:signaal|signal)\b/.test(plain)) return undefined;
    if (whoSees(turn.text) || (await inNeed(turn))) return undefined;
    if (takesBack.test(plain)) return howToWithdraw(turn);
    return /\b(?:mijn|m n|my) (?:signaal|signal)\b/.test(plain) ? whereIsIt(turn) : undefined;
  },
};

export const aboutOwnSignalHearings: readonly Hearing[] = [aboutOneThatIs, aboutOwnSignalToo];
