import type { Temporal } from 'temporal-polyfill';
import { notice } from '../../conversation/cards/notice.ts';
import type { Message, NoticeAction } from '../../conversation/message.ts';
import { normalise } from '../../language/normalise.ts';
import { type Absence, say, spanOf, spanWords } from './absence-words.ts';

const { source: weekday } = /(?:maan|dins|woens|donder|vrij|zater|zon)dag(?: \d+ \w+)?/;
const before = '(?:(?:o+h?|nee|ja|oeps|sorry|wacht|nou|toch niet|toch wel|laat maar|maar) )*';
/** Somebody stays after all, in words that say nothing of days. */
const stays = new RegExp(
  `^${before}(?:(?:ik |we )?ga(?:an)? toch (?:maar )?niet(?: (?:weg|op vakantie|met vakantie|op reis))?|(?:ik )?ga (?:toch )?niet (?:weg|op vakantie|op reis)|(?:ik )?(?:ben|blijf) toch (?:maar )?(?:niet weg|hier|thuis)|niet weg|(?:ik )?(?:werk|kom) (?:(?:die|op|volgende|komende|deze) )*${weekday} (?:toch|gewoon|wel)(?: (?:toch|gewoon|wel|hoor))*|haal (?:(?:mijn|die|de|vrije) )*${weekday} (?:maar |toch )*weer weg)$`,
);
/** The same in words that may be about how somebody is. */
const isThere = new RegExp(
  `^${before}(?:ik ben er|ben er|ik ben) (?:toch |gewoon |dan )*(?:wel|toch|gewoon)(?: (?:wel|gewoon|hoor))*$`,
);
/** An answer to what stood above it, perhaps. */
const answers = /^(?:nee |ja |oh )?toch (?:maar )?(?:wel|niet)$/;

const takeBack: NoticeAction = { verb: 'presence.restore', title: 'Toch niet weg', data: {} };
const asItIs = say('Laat staan wat er stond', 'mijn afwezigheid');

function standing(away: Absence, now: Temporal.PlainDate): string | undefined {
  const span = spanOf(away, now);
  if (!span) return undefined;
  return span.last ? spanWords({ first: span.first, last: span.last }, now) : 'zonder laatste dag';
}

/**
 * For somebody who may be taking back that they are away: the days that stand, and one tap to take them off. Nothing has changed yet:
 * the words may be about something else. 'not away' where no days stand; undefined for all other text. Pure.
 */
export function perhapsBack(
  text: string,
  away: Absence,
  now: Temporal.PlainDate,
): Message | 'not away' | undefined {
  const plain = normalise(text);
  const isAnswer = answers.test(plain);
  if (!isAnswer && !stays.test(plain) && !isThere.test(plain)) return undefined;
  const days = standing(away, now);
  if (days === undefined) return isAnswer ? undefined : 'not away';
  return isAnswer
    ? notice(
        'presence',
        'Waarop antwoord je?',
        `Ik onthoud niet waar we het over hadden. Gaat het over je afwezigheid? Nu staat er: ${days}.`,
        [takeBack, asItIs, say('Wat kun je?', 'help')],
      )
    : notice('presence', 'Ben je er toch?', `Nu staat er: ${days}. Er is nog niets veranderd.`, [
        takeBack,
        asItIs,
      ]);
}
