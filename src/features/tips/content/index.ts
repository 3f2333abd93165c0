import type { Municipality } from '../../../people/municipality.ts';
import type { IbroRole } from '../../../people/person.ts';
import { bram } from './bram.ts';
import { ellen } from './ellen.ts';
import { geodataEngineer } from './geodata-engineer.ts';
import { jasper } from './jasper.ts';
import { kwaliteitscoordinator } from './kwaliteitscoordinator.ts';
import { leidinggevende } from './leidinggevende.ts';
import { mila } from './mila.ts';
import { noor } from './noor.ts';
import { objectregisseur } from './objectregisseur.ts';
import { objectregistrator } from './objectregistrator.ts';
import { sanne } from './sanne.ts';
import type { Persona, PersonaContent, Tip, WrittenTip } from './types.ts';

const byPersona: Record<Persona, PersonaContent> = { ellen, jasper, noor, bram, sanne, mila };
const byRole: Record<IbroRole, readonly WrittenTip[]> = {
  Objectregistrator: objectregistrator,
  Kwaliteitscoördinator: kwaliteitscoordinator,
  Objectregisseur: objectregisseur,
  'Geodata-engineer': geodataEngineer,
};

/** The six personas in the order of the method. */
export const personaContents: readonly PersonaContent[] = Object.values(byPersona);

/** All that is written about one persona. */
export function contentOf(persona: Persona): PersonaContent {
  return byPersona[persona];
}

/** "Ellen, de Behoedzame", or "De Behoedzame" where a municipality leaves first names out. */
export function nameOf(
  { name, epithet }: PersonaContent,
  { epithetsOnly }: Pick<Municipality, 'epithetsOnly'>,
) {
  return epithetsOnly ? `${epithet.charAt(0).toUpperCase()}${epithet.slice(1)}` : `${name}, ${epithet}`;
}

/** Every tip that comes with Kompas. */
export const builtInTips: readonly Tip[] = [
  ...personaContents.flatMap(({ persona, employee, manager }): Tip[] => [
    ...employee.map((tip) => ({ ...tip, for: 'employee' as const, persona })),
    ...manager.map((tip) => ({ ...tip, for: 'manager' as const, persona })),
  ]),
  ...leidinggevende.map((tip) => ({ ...tip, for: 'manager' as const })),
  ...Object.entries(byRole).flatMap(([role, tips]) =>
    tips.map((tip) => ({ ...tip, for: 'employee' as const, role: role as IbroRole })),
  ),
];
