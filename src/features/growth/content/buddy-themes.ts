/** What a buddy can help with, by an id that is kept, in our words (aanpasbaar; docs/method.md steps 4.4 and 5). */
export const buddyThemes = {
  wegwijs: 'Wegwijs worden bij de gemeente',
  registraties: 'Werken in de registraties',
  portaal: 'Werken in het portaal',
  kwaliteit: 'Gegevens controleren',
  regie: 'De keten overzien en overleggen',
  scripts: 'Scripts en koppelingen',
  verandering: 'Omgaan met wat er verandert',
} as const;
export type BuddyTheme = keyof typeof buddyThemes;
export const buddyThemeIds = Object.keys(buddyThemes) as BuddyTheme[];
