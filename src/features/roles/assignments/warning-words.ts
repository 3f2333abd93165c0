import type { Duty } from '../../mandates/contract.ts';
import type { Places } from './places.ts';
import type { Warning } from './rules.ts';
import type { Scope } from './scope.ts';

/** So many scopes are written out; of more it says how many. */
const MOST_SCOPES = 3;

const listed = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} en ${parts.at(-1)}`;

/** "BAG in Delfshaven", "alle registraties", "BGT en WOZ". */
export function scopesInWords(scopes: readonly Scope[], { nameOf }: Places): string {
  const each = scopes.map(({ registration, area }) =>
    [registration || 'alle registraties', area && `in ${nameOf(area)}`].filter(Boolean).join(' '),
  );
  const more = each.length - MOST_SCOPES;
  return more > 0 ? `${each.slice(0, MOST_SCOPES).join(', ')} en nog ${more}` : listed(each);
}

/** What somebody may, behind "mag". */
const verbs: Record<Duty, string> = {
  verwerken: 'verwerken',
  valideren: 'valideren',
  goedkeuren: 'goedkeuren',
  regie: 'regie voeren',
};

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
          'Dat mag. Maar niemand valideert eigen werk, en hier kan niemand anders het. Zoek een tweede persoon, zo nodig buiten het team.',
      };
    case 'escalation':
      return {
        text: `${warning.who.name} beslist bij verschil van mening over eigen werk: ${about}.`,
        detail:
          'Spreek af wie dan beslist. Dat is een Objectregisseur die hier niet verwerkt of controleert.',
      };
    case 'one-head':
      return {
        text: `Alle kennis zit bij ${warning.who.name}: ${about}.`,
        detail: 'Laat een collega meekijken, zodat het werk doorgaat als iemand weg is.',
      };
    case 'no-deputy':
      return {
        text: `Niemand valt in voor ${warning.who.name} als ${warning.role}: ${about}.`,
        detail: 'Spreek af wie het overneemt op een vrije dag.',
      };
    case 'nobody':
      return {
        text: `Nog niemand: ${listed(warning.roles)}.`,
        detail: `Team ${teamName(warning.team)}. Een andere partij mag een rol ook hebben.`,
      };
    case 'no-contact':
      return {
        text: `Van ${warning.who.name} staat er geen contact.`,
        detail: 'Vul in wie je daar belt of mailt.',
      };
    case 'role-only':
      return {
        text: `Het mandatenregister zegt niet dat ${warning.who.name} mag ${verbs[warning.duty]}: ${about}.`,
        detail: 'Een rol geeft geen mandaat. Vraag het de mandaatbeheerder.',
      };
    case 'register-only':
      return {
        text: `Volgens het mandatenregister mag ${warning.who.name} ${verbs[warning.duty]}: ${about}.`,
        detail: 'De rol die daarbij hoort, staat niet op de rolkaart.',
      };
    case 'people-file':
      return {
        text: `In het mensenbestand staat bij ${warning.who.name}: ${listed(warning.inFile)}.`,
        detail: 'De rolkaart gaat voor. Vraag de beheerder om het mensenbestand aan te passen.',
      };
    case 'moved':
      return {
        text: `${warning.who.name} werkt nu in een ander team.`,
        detail: `De rol was voor ${teamName(warning.who.team)} en staat niet meer op die rolkaart.`,
      };
    case 'left':
      return {
        text: `${warning.who.name} werkt hier niet meer.`,
        detail: `De rol was voor ${teamName(warning.who.team)}. Spreek af wie het overneemt.`,
      };
  }
}
