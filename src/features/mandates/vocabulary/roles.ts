/** The four IBRO roles (docs/method.md), each with the activity that is its core and how people call it. */
export const roleWords: readonly { role: string; activity: string; stems: string[] }[] = [
  { role: 'Objectregistrator', activity: 'verwerken', stems: ['objectregistrator', 'registrator'] },
  {
    role: 'Kwaliteitscoördinator',
    activity: 'valideren',
    stems: ['kwaliteitscoordinator', 'kwaliteitscoord', 'quality'],
  },
  { role: 'Objectregisseur', activity: 'regie', stems: ['objectregisseur', 'regisseur'] },
  { role: 'Geodata-engineer', activity: 'koppelen', stems: ['geodata', 'geodataengineer', 'engineer'] },
];
