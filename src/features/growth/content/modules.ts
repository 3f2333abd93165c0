import type { IbroRole } from '../../../people/person.ts';

/** What a module is about (docs/method.md step 6). */
export const moduleKinds = ['technical', 'process', 'soft'] as const;
export type ModuleKind = (typeof moduleKinds)[number];

export const moduleKindWords: Record<ModuleKind, string> = {
  technical: 'Techniek',
  process: 'Proces',
  soft: 'Omgaan met mensen',
};

/** A part of a leerlijn, as the municipality has it. */
export interface Module {
  id: string;
  title: string;
  kind: ModuleKind;
  /** Who gives it, in which form, and how much time it takes: free text, '' where nobody said so yet. */
  provider: string;
  form: string;
  time: string;
}

const ours = (id: string, kind: ModuleKind, title: string, form: string): Module => ({
  id,
  kind,
  title,
  form,
  provider: '',
  time: '',
});

/** What a leerlijn begins with, in our words (aanpasbaar): a municipality changes it and fills in who gives it. */
export const ownModules: Record<IbroRole, readonly Module[]> = {
  Objectregistrator: [
    ours('portaal', 'technical', 'Werken in het portaal', 'meekijken'),
    ours('processen', 'process', 'Hoe de BAG, de BGT en de BRO werken', 'workshop'),
    ours('mutaties', 'process', 'Een mutatie van melding tot klaar', 'oefenen in een pilot'),
    ours('navragen', 'soft', 'Navragen wat er mist', 'oefenen met een collega'),
  ],
  Kwaliteitscoördinator: [
    ours('analyse', 'technical', 'De kwaliteit van gegevens onderzoeken', 'training'),
    ours('regels', 'technical', 'Regels maken voor controles', 'meekijken'),
    ours('bewaken', 'process', 'Een proces bewaken', 'oefenen in een pilot'),
    ours('teruggeven', 'soft', 'Een fout bespreken zonder iemand aan te wijzen', 'intervisie'),
  ],
  Objectregisseur: [
    ours('meten', 'technical', 'Afspreken wat je meet', 'workshop'),
    ours('keten', 'process', 'De hele keten overzien', 'werkbezoek'),
    ours('overleggen', 'soft', 'Mensen bij elkaar brengen', 'intervisie'),
    ours('leiden', 'soft', 'Richting geven, ook zonder de baas te zijn', 'coaching'),
  ],
  'Geodata-engineer': [
    ours('scripts', 'technical', 'Scripts maken met FME of Python', 'training'),
    ours('koppelen', 'technical', 'Gegevens koppelen', 'oefenen in een pilot'),
    ours('beschrijven', 'process', 'Beschrijven wat je bouwt', 'samen met een collega'),
    ours('uitleggen', 'soft', 'Uitleggen wat er kan, en wat niet', 'een presentatie geven'),
  ],
};
