import { listCard } from '../../../conversation/cards/list.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import { capital } from '../../../language/capital.ts';
import type { Understood } from '../questions/understanding/understood.ts';
import type { Lookup } from '../register/lookup.ts';
import { isValidOn, type RegisterEntry } from '../register/register.ts';
import { statusOf } from './wording.ts';

/** A card shows so many at a time. */
const PAGE = 25;

function lineOf(entry: RegisterEntry, lookup: Lookup, day: string): { text: string; detail: string } {
  const { icon, word } = statusOf(entry, day);
  const place = lookup.placeName(entry.area);
  const limit = entry.limit === undefined ? '' : ` · tot en met € ${entry.limit.toLocaleString('nl-NL')}`;
  return {
    text: `${capital(entry.activity)} · ${entry.registration || 'alle registraties'} · ${place}${limit}`,
    detail: `${icon} ${capital(word)} · ${entry.id}`,
  };
}

/** The same for an entry that somebody only deputises in: for whom, and that it is only then. */
function deputyLineOf(entry: RegisterEntry, lookup: Lookup, day: string): { text: string; detail: string } {
  const { text, detail } = lineOf(entry, lookup, day);
  const holders = lookup.holders(entry, day);
  const [verb, names] = [holders.length > 1 ? 'zijn' : 'is', holders.join(' en ') || entry.holder];
  return { text, detail: `Zolang ${names} er niet ${verb} · ${detail}` };
}

const asDeputyInWords = (count: number) =>
  count === 0
    ? 'Je bent bij geen mandaat vervanger.'
    : `Bij ${count === 1 ? 'één mandaat' : `${count} mandaten`} ben je vervanger.`;

/** "Mijn mandaten": what somebody holds now or will, and where they deputise; so many as a card shows, from `from` on. */
export function mineCard(name: string, lookup: Lookup, day: string, from: number): Message {
  const open = (entry: RegisterEntry) => entry.until === undefined || day <= entry.until;
  const held = lookup
    .heldBy(name)
    .filter((entry) => open(entry) && (day < entry.from || lookup.holders(entry, day).includes(name)));
  const asDeputy = lookup
    .deputisedBy(name)
    .filter((entry) => isValidOn(entry, day) && lookup.deputies(entry, day).includes(name));
  if (held.length === 0 && asDeputy.length === 0) {
    return notice(
      'mandate',
      'Er staat niets op jouw naam',
      'Het register noemt jou niet. Klopt dat niet? Vraag het de mandaatbeheerder.',
      [{ verb: 'help.say', title: 'Wie is dat?', data: { text: 'wie is mandaatbeheerder' } }],
    );
  }
  const all = [
    ...held.map((entry) => ({ title: 'Jij mag dit', line: lineOf(entry, lookup, day) })),
    ...asDeputy.map((entry) => ({ title: 'Als vervanger', line: deputyLineOf(entry, lookup, day) })),
  ];
  // Some may have ended since the card was made.
  const start = from < all.length ? from : 0;
  const shown = all.slice(start, start + PAGE);
  const next = start + shown.length;
  const button = (title: string, to: number) => ({ title, verb: 'mandates.mine', data: { from: to } });
  return listCard({
    kind: 'mandate',
    text: `Op jouw naam ${held.length === 1 ? 'staat één mandaat' : `staan ${held.length} mandaten`}. ${asDeputyInWords(asDeputy.length)}`,
    title: 'Mijn mandaten',
    sections: ['Jij mag dit', 'Als vervanger']
      .map((title) => ({ title, lines: shown.filter((one) => one.title === title).map(({ line }) => line) }))
      .filter(({ lines }) => lines.length > 0),
    small: all.length > PAGE ? `Dit zijn de mandaten ${start + 1} tot en met ${next} van ${all.length}.` : '',
    actions: [
      ...(start > 0 ? [button('Vorige', Math.max(0, start - PAGE))] : []),
      ...(next < all.length ? [button('Volgende', next)] : []),
    ],
  });
}

/** What makes it a question about some of them, or one that has no answer as it stands. */
const questionParts = [
  ...(['activity', 'registration', 'role', 'amount', 'absent', 'unknownArea', 'unknownPerson'] as const),
  ...(['unused', 'references', 'unclear', 'vagueDate', 'impossibleDate'] as const),
];

/** True for a question about all mandates of whoever asks. */
export const isAllOfSelf = (asked: Understood): boolean =>
  asked.kind === 'which' &&
  asked.self &&
  questionParts.every((part) => asked[part] === undefined) &&
  asked.areas.length === 0 &&
  !asked.dated &&
  !asked.expiring &&
  !asked.lone;
