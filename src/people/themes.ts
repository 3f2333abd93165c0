/** What a check-in may be about. Tips are chosen by the same themes. */
export const themes = {
  werkdruk: 'werkdruk',
  duidelijkheid: 'duidelijkheid over rol of mandaat',
  samenwerking: 'samenwerking',
  techniek: 'nieuwe techniek',
  leren: 'leren',
  anders: 'iets anders',
} as const;
export type Theme = keyof typeof themes;
