/** What the form of R01 in the register of the demo sends when nothing is touched, with something changed. */
export function form(change: object = {}) {
  return {
    soort: 'machtiging',
    activiteit: 'verwerken',
    registratie: 'BAG',
    gebied: 'Delfshaven',
    rol: 'Objectregistrator',
    houder: 'Amira Sol',
    vervanger: 'Bert Kade',
    organisatie: 'Gemeente Rotterdam',
    vier_ogen: 'nee',
    ondermandaat_toegestaan: 'nee',
    geldig_van: '2026-01-01',
    ...change,
  };
}

/** Another holder of R01 is proposed. */
export const toKarim = { kind: 'change', of: 'R01', ...form({ houder: 'Karim Dijk' }) };
