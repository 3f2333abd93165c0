import { Temporal } from 'temporal-polyfill';
import { today } from '../../calendar/clock.ts';
import { notice } from '../../conversation/cards/notice.ts';
import type { Message } from '../../conversation/message.ts';
import type { Turn } from '../../conversation/turn.ts';
import { parseAbsence } from '../../language/dates.ts';
import { normalise } from '../../language/normalise.ts';
import { inNeed } from '../../people/in-need.ts';
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
const soundsIll = (text: string): boolean => feelsIll.test(normalise(text));

/** Kompas keeps no reason, and registers nobody as ill (trust:text-is-data). */
const getWell: Message = notice(
  'presence',
  'Beterschap',
  'Ik registreer geen ziekte. Meld je ziek zoals altijd bij je gemeente. Ben je er vandaag niet? Dan stuur ik je geen berichten.',
  [say('Ik ben er vandaag niet', 'afwezig vandaag'), talk],
);
/** `days` are those that somebody named, as they are typed behind "afwezig"; undefined when none can be read. */
export const noLeaveHere = (days?: string): Message =>
  notice(
    'presence',
    'Verlof vraag je niet bij mij aan',
    'Dat doe je zoals altijd bij je gemeente. Hoeveel dagen je nog hebt, weet ik niet. Ik onthoud wel wanneer je er niet bent: dan stuur ik je geen berichten. Typ bijvoorbeeld: afwezig morgen.',
    [...(days === undefined ? [] : [say('Ik ben er dan niet', `afwezig ${days}`)]), myDays],
  );

const freeDay =
  '(?:vrij(?:af)?|vrije? dag(?:en)?|dag(?:je)? vrij|dagen vrij|vakantie|verlof|adv|een dag(?:je)? weg)';
const wishes = new RegExp(
  `^(?:ik (?:wil|zou|wou)|(?:mag|kan|kun|zou) ik|wil ik|wij willen|we willen|i want|can i (?:have|get|take))\\b(?:(?! (?:wie|ziek|als|wanneer|bag|bgt|woz|brk|valide\\w*|goedkeuren|tekenen|mandaat|mandaten)\\b).)* ${freeDay}\\b(?! (?:zijn van|te laten))(?: [a-z0-9]+){0,6}$|^can i (?:have|get|take) .*\\b(?:off|leave)\\b.*$|^i want .*\\b(?:off|leave|holiday)\\b.*$`,
);
/** True for somebody who would like days off, which is no absence yet. Pure. */
const wishesLeave = (text: string): boolean => wishes.test(normalise(text));

const office =
  '(?:op|in|naar|bij) (?:(?:het|de|mijn|ons) )?(?:kantoor|stadhuis|gemeentehuis|stadskantoor|werkplek|werk|pand|stadsdeelkantoor)';
const elsewhere = new RegExp(
  `^(?:(?:ik|ben|kom|ga|zit|werk|zal|morgen|overmorgen|vandaag|maandag|dinsdag|woensdag|donderdag|vrijdag|volgende|deze|week|dan|er|op|heel|de|hele|dag|ook|[0-9]+|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december) )*niet ${office}(?: (?:morgen|vandaag|overmorgen|maandag|dinsdag|woensdag|donderdag|vrijdag|volgende week|deze week|zijn|komen))*$`,
);
/** True for somebody who will not be at the office: whether they work, they did not say. Pure. */
const isNotAtOffice = (text: string): boolean => elsewhere.test(normalise(text));

/** Whether somebody who is not at the office works: asked, since nothing may be guessed about being away. */
const askWhetherFree = (days?: string): Message =>
  notice(
    'presence',
    'Ben je vrij of werk je ergens anders?',
    'Werk je, dan hoef je niets door te geven. Er is nog niets veranderd.',
    [say('Ik werk dan niet', `afwezig ${days ?? 'vandaag'}`), say('Ik werk ergens anders', 'ik werk thuis')],
  );

/** So many words are looked at for days: nobody needs more to say when. */
const MOST_WORDS = 20;

/** Days that somebody named in a sentence, as they can be typed behind "afwezig"; undefined when none can be read. */
function daysIn(text: string, now: Temporal.PlainDate): string | undefined {
  const words = text.split(/\s+/).slice(0, MOST_WORDS);
  for (let from = 0; from < words.length; from += 1)
    for (let to = words.length; to > from; to -= 1) {
      const span = parseAbsence(
        words
          .slice(from, to)
          .join(' ')
          .replace(/[.!?]+$/, ''),
        now,
      );
      if (span && Temporal.PlainDate.compare(span.last, now) >= 0)
        return `van ${span.first} t/m ${span.last}`;
    }
  return undefined;
}

const leave = '(?:vakantie\\w*|verlof|vrije dag(?:en)?|vrij|weekje weg|dagje weg)';
const longsFor = new RegExp(
  `^(?!.*\\b(?:wie|terug|mandaat|mandaten|register|bag|bgt|woz)\\b)(?:(?:pff|oef|zo|nou|ik|we|wij|wat|o) )*(?:heb|hebben|ben|zijn|snak|snakken|verlang|verlangen|kijk|kijken|tel|bijna|eindelijk)\\b.*\\b${leave}(?: (?:nodig|uit|af|toe))?$|^(?:eindelijk|bijna|lekker|heerlijk) (?:${leave})$`,
);
/** A place that somebody goes to, which is no place of work. */
const goesTo =
  /\b(?:lekker|heerlijk|fijn|gezellig|even|weekje|dagje|dagen)?\b ?naar (?!(?:de|het|een|mijn|ons|jou|je|hem|haar|iemand|kantoor|huis|werk)\b)[a-z]+(?: [a-z]+)?$/;

/**
 * For who speaks of a holiday or of going somewhere, and says nothing of being away: asked, since nothing may be guessed of that.
 * Undefined for all others. Pure.
 */
function perhapsHoliday(text: string, now: Temporal.PlainDate): Message | undefined {
  if (text.includes('?')) return undefined;
  const plain = normalise(text);
  const days = goesTo.test(plain) ? daysIn(text, now) : undefined;
  if (days === undefined && !longsFor.test(plain)) return undefined;
  return notice(
    'presence',
    'Ben je weg?',
    'Geef door op welke dagen. Dan stuur ik je geen berichten. Er is nog niets veranderd.',
    [
      days === undefined ? say('Ja, ik ben weg', 'afwezig') : say('Ja, ik ben dan weg', `afwezig ${days}`),
      myDays,
      talk,
    ],
  );
}

/** For who wishes for days off, or will not be at the office: neither says that they are away. Undefined for all others. Pure. */
export function perhapsAway(text: string, now: Temporal.PlainDate): Message | undefined {
  if (wishesLeave(text)) return noLeaveHere(daysIn(text, now));
  return isNotAtOffice(text) ? askWhetherFree(daysIn(text, now)) : undefined;
}

/** The answer to who says in passing that they are ill or would like to be away, of which nobody else had an answer. */
export async function saidInPassing(turn: Turn): Promise<Message | undefined> {
  if (await inNeed(turn)) return undefined;
  return soundsIll(turn.text) ? getWell : perhapsHoliday(turn.text, today(turn.now));
}
