import type { Side } from './matrix.ts';

const kept = [
  'Half ingevuld blijft dit staan tot 180 dagen na de laatste wijziging. Bevestigd blijft het 2 jaar.',
  'Het team ziet alle taken samen in één beeld, zonder namen. Dat komt vanaf 6 bevestigde takenmatrices.',
];

/** Who sees what is filled in, for how long, as each of the two reads it: behind "Wie ziet dit?". */
export const seenBy: Record<Side, string> = {
  employee: [
    'Jij, en de leidinggevende die meekijkt. In Kompas ziet niemand anders dit: ook geen collega, andere leidinggevende of directie.',
    'Delen jullie allebei de rolindicatie met HR? Dan leest HR die, en niet wat je per taak invult.',
    'Krijg je een nieuwe leidinggevende? Dan kies jij of die meekijkt.',
    ...kept,
  ].join('\n'),
  manager: [
    'Je collega en jij. In Kompas ziet niemand anders dit: ook geen andere collega, andere leidinggevende of directie.',
    'Delen jullie allebei de rolindicatie met HR? Dan leest HR die, en niet wat er per taak staat.',
    'Krijgt je collega een nieuwe leidinggevende? Dan kiest je collega of die meekijkt.',
    ...kept,
  ].join('\n'),
};
