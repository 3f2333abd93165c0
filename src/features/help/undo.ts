import { notice } from '../../conversation/cards/notice.ts';
import { everybodyAlone } from '../../conversation/needs.ts';
import type { Phrase } from '../../conversation/offer.ts';
import type { Turn } from '../../conversation/turn.ts';
import { say } from './saying.ts';

/** What can be undone is undone on its own card: where that is, for who typed it. */
export const undo = (isAdministrator: (turn: Turn) => Promise<boolean>): Phrase => ({
  say: 'maak ongedaan',
  also: [
    'ongedaan maken',
    'maak dat ongedaan',
    'maak dit ongedaan',
    'maak het ongedaan',
    'maak dat maar ongedaan',
    'dat ongedaan maken',
    'kan ik dat ongedaan maken',
    'kan ik dit ongedaan maken',
    'ik wil dat ongedaan maken',
    'ik wil dit ongedaan maken',
    'haal dat terug',
    'dat was niet de bedoeling',
    'per ongeluk',
    'verkeerde knop',
    'ongedaan',
    'terugdraaien',
    'draai terug',
    'draai dat terug',
    'intrekken',
    'trek in',
    'ik heb me vergist',
    'foutje',
    'undo',
  ],
  wished:
    /^(?:(?:o+h?|nee|toch|maar|niet|die|dat) )*(?:trek|haal) (?:dat|het|hem|m|die)(?: (?:weer|toch|maar))* (?:in|terug|weg|eraf)$/,
  title: 'Iets ongedaan maken',
  needs: everybodyAlone,
  unlisted: true,
  run: async (turn) =>
    notice(
      'kompas',
      'Wat wil je ongedaan maken?',
      'Staat er op de kaart nog een knop daarvoor? Tik daar. Kies anders hieronder.',
      [
        say('check-in', 'Mijn check-in'),
        say('ik wil toch niet praten', 'Een vraag om te praten'),
        say('trek mijn signaal in', 'Een signaal'),
        say('mijn afwezigheid', 'Dat ik er niet ben'),
        say('gedane acties', 'Een actie'),
        ...((await isAdministrator(turn)) ? [say('laatste wijziging terug', 'Een instelling')] : []),
      ],
    ),
});
