import { type IbroRole, ibroRoles } from '../../../people/person.ts';
import { competences } from './competences.ts';
import { ownTasks } from './tasks.ts';

/**
 * The parts of a role profile that are written (docs/method.md step 3). What may be decided stands in none of them: that comes
 * from the register.
 */
export const profileParts = {
  taken: 'Taken',
  verantwoordelijkheden: 'Verantwoordelijkheden',
  competenties: 'Competenties',
  grenzen: 'Grenzen',
  besluiten: 'Hoe besluiten vallen',
  samenwerken: 'Met wie je werkt',
} as const;
export type ProfilePart = keyof typeof profileParts;
export const profilePartIds = Object.keys(profileParts) as ProfilePart[];

type Written = Record<Exclude<ProfilePart, 'taken' | 'competenties'>, readonly string[]>;

/** Nobody validates their own work, and a difference goes to somebody independent (docs/method.md, the four roles). */
const written: Record<IbroRole, Written> = {
  Objectregistrator: {
    verantwoordelijkheden: [
      'Wat jij verwerkt, is volledig en klopt met het brondocument.',
      'Je verwerkt een mutatie binnen de afgesproken tijd.',
      'Je zegt het meteen als een melding blijft liggen.',
    ],
    grenzen: [
      'Je valideert nooit een mutatie die je zelf verwerkte.',
      'Je past niets aan zonder brondocument.',
      'Je beslist niet over iets waarvoor je geen mandaat hebt.',
    ],
    besluiten: [
      'Een gewone mutatie verwerk je zelf, volgens de werkinstructie.',
      'Twijfel je? Bel de Kwaliteitscoördinator voordat je iets terugstuurt.',
      'Zijn jullie het niet eens? Vraag een Objectregisseur die er niet bij betrokken is.',
    ],
    samenwerken: [
      'De Kwaliteitscoördinator controleert wat jij verwerkt.',
      'De Geodata-engineer helpt bij koppelingen en bij veel mutaties tegelijk.',
      'Afdelingen zoals Vergunningen en Belastingen sturen je meldingen.',
    ],
  },
  Kwaliteitscoördinator: {
    verantwoordelijkheden: [
      'Je bewaakt dat gegevens juist, volledig en op tijd zijn.',
      'Je controleert mutaties van collega’s, en valideert ze als je dat mag.',
      'Gaat iets vaker mis? Dan meld je dat aan de Objectregisseur.',
    ],
    grenzen: [
      'Je valideert nooit wat je zelf verwerkte. Dat doet een ander.',
      'Je herstelt een fout niet zonder iets te zeggen. Je geeft de mutatie terug en legt uit wat je zag.',
      'Je kijkt naar het werk, niet naar de collega.',
    ],
    besluiten: [
      'Je volgt de afgesproken regels als je een mutatie valideert of teruggeeft.',
      'Hoeveel je controleert, spreek je af met de Objectregisseur.',
      'Zijn jullie het niet eens? Vraag een Objectregisseur die er niet bij betrokken is.',
    ],
    samenwerken: [
      'De Objectregistrator verwerkt wat jij controleert.',
      'De Objectregisseur hoort van jou waar het hapert.',
      'De Geodata-engineer bouwt controles die vanzelf lopen.',
      'Een collega of een andere gemeente valideert wat jij niet mag valideren.',
    ],
  },
  Objectregisseur: {
    verantwoordelijkheden: [
      'Je overziet de keten, van melding tot levering.',
      'Je houdt de cijfers en de procesbeschrijvingen bij.',
      'Collega’s komen naar jou als ze er samen niet uitkomen.',
    ],
    grenzen: [
      'Je beslist niet over een mutatie die je zelf verwerkte of valideerde.',
      'Je houdt de cijfers bij. De proceseigenaar beslist erover.',
      'Door deze rol word je geen leidinggevende.',
    ],
    besluiten: [
      'Bij een verschil van mening luister je naar beide kanten. Daarna beslis je, als je dat mag.',
      'Je legt uit waarom, en schrijft het besluit op.',
      'Ben je er zelf bij betrokken? Dan vraag je een andere Objectregisseur.',
    ],
    samenwerken: [
      'Kwaliteitscoördinatoren en Objectregistratoren werken met jou aan dezelfde keten.',
      'Met de proceseigenaar en leidinggevenden praat je over cijfers, tijd en afspraken.',
      'Met bronhouders, andere gemeenten en leveranciers maak je afspraken.',
    ],
  },
  'Geodata-engineer': {
    verantwoordelijkheden: [
      'Wat jij bouwt, werkt. Het is getest en beschreven.',
      'Je zorgt dat gegevens compleet aankomen in een ander systeem.',
      'Je vertelt op tijd wat een wijziging in een systeem betekent.',
    ],
    grenzen: [
      'Een script heeft geen mandaat. Valideren doet iemand die dat mag.',
      'Je valideert niet wat jij of jouw script verwerkte.',
      'Je wijzigt nooit veel gegevens tegelijk zonder afspraak vooraf.',
    ],
    besluiten: [
      'Hoe je iets bouwt, bepaal je zelf.',
      'Wat je eerst bouwt, spreek je af met de Objectregisseur.',
      'Een collega die ermee werkt, kijkt mee voordat je het in gebruik neemt.',
    ],
    samenwerken: [
      'Met de Kwaliteitscoördinator maak je controles die vanzelf lopen.',
      'De Objectregistrator laat zien welk handwerk een script kan overnemen.',
      'Met functioneel beheer en leveranciers werk je aan koppelingen en nieuwe versies.',
    ],
  },
};

/** A task as one line: "Mutaties verwerken: je zet een wijziging in de registratie, van melding tot klaar." */
const taskLine = (title: string, explained: string) =>
  `${title}: ${explained.charAt(0).toLowerCase()}${explained.slice(1)}`;

/** The heart of each role, in the words of the matrix. */
const tasksOf = (role: IbroRole): string[] =>
  ownTasks
    .filter(({ weights }) => weights[role] === 2)
    .map(({ title, explained }) => taskLine(title, explained));

export type ProfileTexts = Readonly<Record<ProfilePart, readonly string[]>>;

const ownOf = (role: IbroRole): ProfileTexts => ({
  taken: tasksOf(role),
  verantwoordelijkheden: written[role].verantwoordelijkheden,
  competenties: competences[role],
  grenzen: written[role].grenzen,
  besluiten: written[role].besluiten,
  samenwerken: written[role].samenwerken,
});

/** Our text for each role, that every municipality begins with and may change: no source has one. */
export const ownProfiles = Object.fromEntries(ibroRoles.map((role) => [role, ownOf(role)])) as Readonly<
  Record<IbroRole, ProfileTexts>
>;
