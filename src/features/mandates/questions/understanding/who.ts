import type { FoundName } from '../../../../language/names.ts';
import type { NamedPerson } from './named-people.ts';
import { wholeNames } from './people.ts';
import type { Reading } from './reading.ts';
import type { Party } from './replacing.ts';
import type { Understood } from './understood.ts';

const ofAsker = /\b(ik|mij|mijn|i|my|me)\b/;
/** To whom something is to be told, and of whom nothing is asked: "can you tell me who". */
const told =
  /\b(?:tell|show|help|give|vertel|vertellen|zeg|zeggen|laat|help|geef) (?:me|mij)\b|\b(?:me|mij) (?:\S+ )?(?:vertellen|zeggen|helpen|laten)\b/g;

type Who = Pick<
  Understood,
  'people' | 'self' | 'own' | 'absent' | 'absentSelf' | 'absentAmong' | 'standsIn' | 'unknownPerson'
>;

/** Whom the question is about; `named` are the people in it of whom it is known who they are. */
export function whoIsAsked(reading: Reading, named: readonly NamedPerson[]): Who {
  const { kind, plain, words, text, asksSelf, namesPerson, people, own, absent, absentSelf, unknown } =
    reading;
  const { replacing } = reading;
  if (replacing?.asks === 'whether') return pairOf(reading, replacing.deputy, replacing.replaced, named);
  const party = replacing && 'party' in replacing ? replacing.party : undefined;
  const deputy = replacing?.asks === 'replaced' ? replacing.deputy : party;
  const asked = deputy === undefined || deputy === 'before' ? people : deputy === 'self' ? [] : [deputy];
  const whole = wholeNames(asked, words, text);
  const isStranger = (name: string) => named.some((one) => one.name === name && !one.known);
  const stranger =
    whole.unknown ??
    whole.people.find(isStranger) ??
    (whole.people.length === 0 && deputy === undefined ? unknown.person : undefined);
  // "Wie doet dat als ik er niet ben": whoever is away is replaced.
  const isReplaced = absentSelf === true && kind === 'deputy' && asked.length === 0;
  const self = asksSelf
    ? asked.length === 0
    : isReplaced || (ofAsker.test(plain.replace(told, ' ')) && !namesPerson);
  const away = kind === 'deputy' && absent !== undefined && whole.people.length === 0 ? [absent] : [];
  return {
    people: [...whole.people.filter((name) => !isStranger(name)), ...away],
    self,
    own,
    unknownPerson: asksSelf ? undefined : stranger,
    ...(absent !== undefined && (kind === 'may' || kind === 'which') ? { absent } : {}),
    ...(absentSelf === true && !self && (kind === 'may' || kind === 'which') ? { absentSelf: true } : {}),
    ...(replacing?.asks === 'replaced' ? { standsIn: true } : {}),
  };
}

/** Two people of whom one may stand in for the other. */
function pairOf(
  { words, text, own }: Reading,
  deputy: Party,
  replaced: Party,
  named: readonly NamedPerson[],
): Who {
  const names = [deputy, replaced].filter((one): one is FoundName => typeof one !== 'string');
  const read = (one: Party) =>
    typeof one === 'string' ? { people: [] } : wholeNames([one], words, text, names);
  const [standing, away] = [read(deputy), read(replaced)];
  const stranger = [standing, away].flatMap(({ unknown, people }) => [
    ...(unknown === undefined ? [] : [unknown]),
    ...people.filter((name) => named.some((one) => one.name === name && !one.known)),
  ]);
  const [person, ...others] = away.people;
  return {
    people: standing.people,
    self: deputy === 'self',
    own,
    unknownPerson: stranger[0],
    ...(replaced === 'self' ? { absentSelf: true } : {}),
    ...(person !== undefined && others.length === 0 ? { absent: person } : {}),
    ...(replaced === 'before' || others.length > 0 ? { absentAmong: away.people } : {}),
  };
}
