import { notice, noticeCard } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import { isPresent, type Person } from '../../../people/person.ts';
import { colleaguesOf } from '../register/colleagues.ts';

const askers = /\b(?:wie|welke|hoeveel|zijn er|is er)\b/;
const keeper = /\bmandaatbeheerders?\b/;
const second = /\btweede (?:persoon|registrator|registreerder|paar ogen)\b/;
/** "Wie moet mijn voorstel goedkeuren." */
const proposal =
  /\bwie registreert\b(?! (?:de )?(?:bag|bgt|woz|brk|bro)\b)|\b(?:mag|kan|moet) ik\b.{0,20}\beigen voorstel(?:len)?\b|\bwie (?:moet|kan) ik\b.{0,60}\b(?:wijziging|wijzigen|aanpassing|verandering)\b.{0,40}\b(?:register|mandaat|mandaten)\b|\bwie\b.{0,40}\b(?:mijn|dit|een|het) (?:mandaat)?voorstel\b|\bwie\b.{0,20}\bvoorstellen (?:registreren|beoordelen|goedkeuren)\b/;
/** "Wat kan ik als mandaatbeheerder", "wat doet een mandaatbeheerder". */
const ways = /\b(?:als|doet (?:de|een)|(?:kan|mag|moet) (?:de|een)|hulp voor) mandaatbeheerder\b/;

/** What a text (plain) asks of those who keep the register: who they are, or what they can do. */
export function asksOfKeepers(plain: string): 'who' | 'ways' | undefined {
  if (ways.test(plain)) return 'ways';
  return (askers.test(plain) && (keeper.test(plain) || second.test(plain))) || proposal.test(plain)
    ? 'who'
    : undefined;
}

/** Who keeps the register, and who registers beside them. `inOwnChat`: otherwise others read along. */
export function keepersCard(
  people: readonly Person[],
  secondRegistrar: string | undefined,
  inOwnChat: boolean,
): Message {
  const list = colleaguesOf(people, []).keepers;
  if (list.length === 0) {
    return notice(
      'mandate',
      'Er is nog geen mandaatbeheerder',
      'Vraag de beheerder van Kompas om iemand aan te wijzen.',
    );
  }
  const beside = people.find(
    (person) =>
      isPresent(person) && person.upn === secondRegistrar && !person.access.includes('mandaatbeheerder'),
  );
  return noticeCard({
    kind: 'mandate',
    text: `Er ${list.length === 1 ? 'is één mandaatbeheerder' : `zijn ${list.length} mandaatbeheerders`}.`,
    title: inOwnChat ? 'De mandaatbeheerders' : 'De mandaatbeheerders van de gemeente',
    lines: [
      ...list.map(({ name, upn }) => `${name} (${upn})`),
      ...(beside ? [`Tweede persoon, die ook registreert: ${beside.name} (${beside.upn})`] : []),
    ],
    small:
      'Zij houden het mandatenregister bij. Wie een voorstel doet, registreert het niet zelf. Dat doet altijd een ander.',
  });
}

/** What who keeps the register can type. */
export const keepersWays: Message = noticeCard({
  kind: 'mandate',
  text: 'Dit kun je als mandaatbeheerder.',
  title: 'Dit kun je als mandaatbeheerder',
  lines: [
    'Bekijken: mandaatcontrole, bezetting, gemeld over het register',
    'Voorstellen: nieuw mandaat, wijzig mandaat R01, wijzig vervanger R01, beëindig mandaat R01',
    'Beslissen over wat een ander voorstelt: voorstellen',
    'Downloaden: mandaten exporteren',
  ],
  actions: [
    { verb: 'mandates.check', title: 'Bekijk de controle', data: { from: 0 } },
    { verb: 'mandates.proposals', title: 'Bekijk voorstellen', data: { from: 0 } },
    { verb: 'mandates.reports', title: 'Bekijk meldingen', data: {} },
  ],
});
