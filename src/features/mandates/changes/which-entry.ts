import { listCard } from '../../../conversation/cards/list.ts';
import { notice, noticeCard } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import { slipsBetween } from '../../../language/slips.ts';
import { wordsOf } from '../../../language/words.ts';
import type { Lookup } from '../register/lookup.ts';
import type { RegisterEntry } from '../register/register.ts';
import { subjectOf } from '../vocabulary/wording.ts';

/** What people say before the number of a mandate: "voor R13", "van mandaat R13". */
const lead = /^(?:(?:voor|van|bij|op|aan|in|het|de|mandaat|regel|nummer|nr)\s+)+(?=\S*\d)/i;

/** Numbers are typed in a hurry: "r01" is R01, and so is "voor r01". */
const folded = (id: string) =>
  id
    .trim()
    .replace(lead, '')
    .replace(/[?.!]+$/, '')
    .toLowerCase();

/** The entry that is meant by a number, also in other capitals when only one has it so. */
export function entryNamed(id: string, lookup: Lookup): RegisterEntry | undefined {
  const exact = lookup.entry(id.trim());
  if (exact) return exact;
  const alike = lookup.register.entries.filter((entry) => folded(entry.id) === folded(id));
  return alike.length === 1 ? alike[0] : undefined;
}

/** With more slips than this another number was meant. */
const MOST_SLIPS = 1;

/** The number in it: "R099" is 99. */
const numberIn = (id: string) => Number(/\d+/.exec(id)?.[0] ?? 0);

/** The number that is one slip away from what was typed; of several the one that is nearest in counting. */
function nearestId(id: string, lookup: Lookup): string | undefined {
  const away = (one: string) => Math.abs(numberIn(one) - numberIn(id));
  return lookup.register.entries
    .map((entry) => entry.id)
    .filter((one) => slipsBetween(folded(one), folded(id)) <= MOST_SLIPS)
    .sort((a, b) => away(a) - away(b))[0];
}

/** The number of an entry is short and has a digit in it. */
const looksLikeAnId = /^(?=.*\d)[\p{L}\p{N}._/-]{1,40}$/u;

/** So many are offered. */
const MOST_OFFERED = 6;

/** The entries of who is named in a text, as holder. */
export function entriesNamed(typed: string, lookup: Lookup): RegisterEntry[] {
  const people = lookup.people
    .find(wordsOf(typed), () => 'free')
    .flatMap(({ ids, typos }) => (typos === 0 ? ids : []));
  return [...new Set(people.flatMap((name) => lookup.heldBy(name)))];
}

/** Asks which of several entries is meant. `say` is the phrase, without the number. */
export function whichEntry(entries: readonly RegisterEntry[], say: string, lookup: Lookup): Message {
  const more = entries.length - MOST_OFFERED;
  return listCard({
    kind: 'mandate',
    text: 'Welk mandaat bedoel je?',
    title: 'Welk mandaat bedoel je?',
    sections: [
      {
        title: 'Deze bedoel je misschien',
        lines: entries.slice(0, MOST_OFFERED).map((entry) => ({
          text: `${entry.id} · ${subjectOf(entry)} · ${lookup.placeName(entry.area)} · ${entry.holder}`,
          detail: '',
          action: { title: entry.id, verb: 'help.say', data: { text: `${say} ${entry.id}` } },
        })),
      },
    ],
    small:
      more > 0
        ? `En nog ${more} andere. Typ “${say}” met het nummer erachter, bijvoorbeeld: ${say} R01.`
        : '',
  });
}

/**
 * What somebody hears who wants to change or end an entry that is not there. `say` is the phrase, without the number.
 */
export function noSuchEntry(typed: string, say: string, lookup: Lookup): Message {
  const id = typed.trim().replace(lead, '');
  const held = entriesNamed(typed, lookup);
  if (held.length > 0) return whichEntry(held, say, lookup);
  if (!looksLikeAnId.test(id)) {
    return notice(
      'mandate',
      'Welk mandaat bedoel je?',
      `Typ “${say}” met het nummer erachter, bijvoorbeeld: ${say} R01. Het nummer staat op elke kaart met een antwoord, achter Meer.`,
      [{ verb: 'help.say', title: 'Bekijk de controle', data: { text: 'mandaatcontrole' } }],
    );
  }
  const near = nearestId(id, lookup);
  return noticeCard({
    kind: 'mandate',
    text: 'Dat mandaat staat niet in het register.',
    title: 'Dit mandaat bestaat niet',
    lines: [
      `${id.toUpperCase()} staat niet in het register.`,
      ...(near === undefined ? [] : [`${near} staat er wel in. Bedoel je dat mandaat?`]),
    ],
    small: 'Het nummer staat op elke kaart met een antwoord. Je ziet het ook bij “mandaatcontrole”.',
    actions: near === undefined ? [] : [{ verb: 'help.say', title: near, data: { text: `${say} ${near}` } }],
  });
}
