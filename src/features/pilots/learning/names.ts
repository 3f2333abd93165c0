/** At most so many names are mentioned at once. Whoever takes them out hears of the next ones. */
const MOST_NAMES = 5;

/** "Haal de naam Gijs weg", for each name that was found. */
export const nameProblems = (names: readonly string[]) =>
  [...new Set(names)]
    .slice(0, MOST_NAMES)
    .map((name) => `Haal de naam ${name} weg: een leerpunt gaat over het werk.`);
