/** An amount as people type it, as the columns have it: "3000 euro", "€ 3.000" and "3.000,00" are 3000. */
export function inDigits(typed: string): string {
  const found =
    /^\s*(?:€|eur(?:o)?\b)?\s*(\d{1,3}(?:[.\s]\d{3})+|\d+)(?:,(?:00|-{1,2}))?\s*(?:€|eur(?:o['’]?s?)?)?\s*$/iu.exec(
      typed,
    );
  return found?.[1] ? found[1].replace(/[.\s]/g, '') : typed;
}
