import type { Duty } from '../../mandates/contract.ts';
import { registrationName } from '../content/registrations.ts';
import type { Places } from './places.ts';
import type { Holder, Warning } from './rules.ts';
import type { Scope } from './scope.ts';

/** So many scopes are written out; of more it says how many. */
const MOST_SCOPES = 3;

const listed = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} en ${parts.at(-1)}`;

/** "BAG in Delfshaven", "alle registraties", "BGT en WOZ". */
export function scopesInWords(scopes: readonly Scope[], { nameOf }: Places): string {
  const each = scopes.map(({ registration, area }) =>
    [registrationName(registration) || 'alle registraties', area && `in ${nameOf(area)}`]
      .filter(Boolean)
      .join(' '),
  );
  const more = each.length - MOST_SCOPES;
  return more > 0 ? `${each.slice(0, MOST_SCOPES).join(', ')} en nog ${more}` : listed(each);
}

/** What somebody may, behind "mag". */
const verbs: Record<Duty, string> = {
  verwerken: 'verwerken',
  valideren: 'valideren',
  goedkeuren: 'goedkeuren',
  regie: 'de regie voeren',
};

/** The same behind "zegt niet dat iemand". */
const inClause: Record<Duty, string> = {
  verwerken: 'mag verwerken',
  valideren: 'mag valideren',
  goedkeuren: 'mag goedkeuren',
  regie: 'de regie mag voeren',
};

/** Only what differs: "In het mensenbestand staat bij Ans wel Objectregisseur, en niet Kwaliteitscoördinator." */
const inFileWords = ({ who, inFile, notInFile }: Extract<Warning, { kind: 'people-file' }>): string =>
  `In het mensenbestand staat bij ${who.name} ${[
    inFile.length > 0 ? `wel ${listed(inFile)}` : '',
    notInFile.length > 0 ? `niet ${listed(notInFile)}` : '',
  ]
    .filter(Boolean)
    .join(', en ')}.`;

const roleWas = ({ roles, team }: Holder, teamName: (key: string) => string): string =>
  `${roles.length === 1 ? 'De rol was' : 'De rollen waren'} voor ${teamName(team)}`;

/** A warning as two lines: what there is, which may hold names (trust:text-is-data), and what could be done about it. */
export function warningInWords(
  warning: Warning,
  places: Places,
  teamName: (key: string) => string = (key) => key,
): { text: string; detail: string } {
  const about = 'scopes' in warning ? scopesInWords(warning.scopes, places) : '';
  switch (warning.kind) {
    case 'own-work':
      return {
        text: `${warning.who.name} verwerkt en controleert: ${about}.`,
        detail:
          'Dat mag. Maar niemand mag eigen werk valideren, en hier controleert niemand anders. Zoek een ander, zo nodig buiten het team.',
      };
    case 'own-work-other':
      return {
        text: `${warning.who.name} verwerkt en controleert: ${about}.`,
        detail: `Dat mag. Maar niemand mag eigen werk valideren. Hier kan een ander dat: ${listed(warning.others.slice(0, MOST_SCOPES))}.`,
      };
    case 'escalation':
      return {
        text: `${warning.who.name} beslist bij verschil van mening over eigen werk: ${about}.`,
        detail: 'Spreek af wie dan beslist. Kies een Objectregisseur die hier niet verwerkt of controleert.',
      };
    case 'one-head':
      return {
        text: `Alleen ${warning.who.name} heeft een rol voor ${about}.`,
        detail: 'Laat een collega meekijken, zodat het werk doorgaat als iemand weg is.',
      };
    case 'no-deputy':
      return {
        text: `Niemand valt in voor ${warning.who.name} als ${warning.role}: ${about}.`,
        detail: 'Spreek af wie het overneemt op een vrije dag.',
      };
    case 'nobody':
      return {
        text: `Niemand heeft deze ${warning.roles.length === 1 ? 'rol' : 'rollen'}, ook niet in een ander team: ${listed(warning.roles)}.`,
        detail: `Voor het werk van team ${teamName(warning.team)}. Ook een andere partij kan een rol hebben.`,
      };
    case 'no-contact':
      return {
        text: `Bij ${warning.who.name} staat geen contact.`,
        detail: 'Vul in hoe je die organisatie bereikt.',
      };
    case 'role-only':
      return {
        text: `Het mandatenregister zegt niet dat ${warning.who.name} ${inClause[warning.duty]}: ${about}.`,
        detail: 'Een rol geeft geen mandaat. Vraag het aan de mandaatbeheerder.',
      };
    case 'register-only':
      return {
        text: `Volgens het mandatenregister mag ${warning.who.name} ${verbs[warning.duty]}: ${about}.`,
        detail: 'De rol die daarbij hoort, staat niet op de rolkaart.',
      };
    case 'people-file':
      return {
        text: inFileWords(warning),
        detail: 'De rolkaart gaat voor. Vraag de beheerder om het mensenbestand aan te passen.',
      };
    case 'moved':
      return {
        text: `${warning.who.name} werkt nu in een ander team.`,
        detail: `${roleWas(warning.who, teamName)}. Op die rolkaart staat je collega niet meer.`,
      };
    case 'left':
      return {
        text: `${warning.who.name} werkt hier niet meer.`,
        detail: `${roleWas(warning.who, teamName)}. Spreek af wie het werk overneemt.`,
      };
  }
}
