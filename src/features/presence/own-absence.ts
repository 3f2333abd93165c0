import { notice } from '../../conversation/cards/notice.ts';
import type { Message } from '../../conversation/message.ts';
import { normalise } from '../../language/normalise.ts';
import { say } from './absence-words.ts';

const myDays = say('Mijn afwezigheid', 'mijn afwezigheid');
const talk = say('Ik wil even praten', 'ik wil even praten');

const { source: gone } =
  /(?:vrij|weg|afwezig|er niet|vakantie|verlof|met vakantie|op vakantie|met verlof|niet aanwezig|away|off|on leave|on holiday)/;
const asksOwnDays = new RegExp(
  `^(?:wanneer|tot wanneer|hoe lang|welke dagen|op welke dagen|when|until when) (?:ben|heb|sta|ga|was|am|do) (?:ik|i)\\b.*\\b${gone}$|^(?:heb|ben|sta|am) (?:ik|i) (?:\\w+ ){0,5}${gone}(?: \\w+)?$|^(?:mijn|m n) (?:afwezigheid|vrije dagen|vakantie|verlof|afwezige dagen)$|^sta ik (?:als )?afwezig\\b`,
);
/** True for somebody who asks when they are away themselves. Pure. */
export const asksWhenAway = (text: string): boolean => asksOwnDays.test(normalise(text));

const leaveAdmin =
  /\b(?:hoeveel|how many)\b.*\b(?:vakantiedagen|vrije dagen|verlofdagen|verlofuren|vakantie|verlof|days off)\b|\b(?:vakantie|verlof|vrije dagen?|vrij|leave)\b.*\b(?:aanvragen|aan te vragen|aanvraag|opnemen|indienen|goedgekeurd|request)\b|\b(?:verlofsaldo|verlofaanvraag|vakantieaanvraag|vakantiedagen|verlofdagen)\b|\bvraag\b.*\b(?:verlof|vakantie)\b.*\baan\b/;
/** True for what somebody wants of the leave administration, which Kompas is not. Pure. */
export const asksForLeave = (text: string): boolean => {
  const plain = normalise(text);
  return leaveAdmin.test(plain) && !/\b(?:wie|mandaat|mandaten|bevoegd)\b/.test(plain);
};

const complaint =
  '(?:hoofdpijn|buikpijn|keelpijn|rugpijn|kiespijn|koorts|griep|grieperig|verkouden|snipverkouden|misselijk|migraine|ziek|ziekjes|overgeven|spugen|hoesten|duizelig|buikgriep|corona|covid|headache|fever|flu|ill|sick)';
const feelsIll = new RegExp(
  `^(?:(?:ik|heb|ben|voel|me|met|een|beetje|erg|heel|zo|weer|veel|last|van|vandaag|nu|vreselijke|zware|mijn|i|have|a|am|m|with) )*${complaint}\\b(?:(?! (?:wie|mag|collega|is)\\b).){0,60}$`,
);
/** True for somebody who says in few words that they are ill, without a day that can be read. Pure. */
export const soundsIll = (text: string): boolean => feelsIll.test(normalise(text));

/** Kompas keeps no reason, and registers nobody as ill (trust:text-is-data). */
export const getWell: Message = notice(
  'presence',
  'Beterschap',
  'Ik registreer geen ziekte. Meld je ziek zoals altijd bij je gemeente. Ben je er vandaag niet? Dan stuur ik je geen berichten.',
  [say('Ik ben er vandaag niet', 'afwezig vandaag'), talk],
);
export const noLeaveHere: Message = notice(
  'presence',
  'Verlof vraag je niet bij mij aan',
  'Dat doe je zoals altijd bij je gemeente. Hoeveel dagen je nog hebt, weet ik niet. Ik onthoud wel wanneer je er niet bent: dan stuur ik je geen berichten. Typ bijvoorbeeld: afwezig morgen.',
  [myDays],
);
