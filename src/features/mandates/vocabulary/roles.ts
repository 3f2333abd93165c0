/** The four IBRO roles (docs/method.md), each with the activity that is its core, how people call it and what it does. */
export const roleWords: readonly { role: string; activity: string; stems: string[]; does: string }[] = [
  {
    role: 'Objectregistrator',
    activity: 'verwerken',
    stems: ['objectregistrator', 'registrator'],
    does: 'Verwerkt mutaties, zodat de gegevens op tijd en goed in de registraties komen.',
  },
  {
    role: 'Kwaliteitscoördinator',
    activity: 'valideren',
    stems: ['kwaliteitscoordinator', 'kwaliteitscoord', 'quality'],
    does: 'Controleert en valideert mutaties, ziet vroeg waar het hapert en meldt dat aan de Objectregisseur.',
  },
  {
    role: 'Objectregisseur',
    activity: 'regie',
    stems: ['objectregisseur', 'regisseur'],
    does: 'Let op de hele keten, en beslist bij een verschil van mening.',
  },
  {
    role: 'Geodata-engineer',
    activity: 'koppelen',
    stems: ['geodata', 'geodataengineer', 'engineer'],
    does: 'Koppelt de systemen, zodat gegevens van de ene registratie in de andere komen.',
  },
];
