/** A theme a month for intervisie, in our words (aanpasbaar; docs/method.md step 6). */
export const meetingThemes = [
  'Een melding die maar terugkomt',
  'Iets wat je alleen kunt, en een ander nog niet',
  'Een afspraak die niet werkte',
  'Een fout waar je van leerde',
  'Een gesprek dat lastig was',
  'Werk dat bij een andere rol hoort',
  'Een besluit waar je lang op wachtte',
  'Iets wat sneller kan',
  'Twijfel: is dit goed genoeg?',
  'Een collega die anders werkt dan jij',
  'Iets nieuws wat je probeerde',
  'Waar je dit jaar trots op bent',
] as const;

/** The theme of a month, 1 to 12. */
export const themeOf = (month: number): string => meetingThemes[month - 1] ?? meetingThemes[0];
