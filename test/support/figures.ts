/** The figures in a text for Prometheus: each series as it is written, with its value. */
export function figuresIn(text: string): Map<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const space = line.lastIndexOf(' ');
      return [line.slice(0, space), Number(line.slice(space + 1))];
    }),
  );
}

/** Those of Kompas itself: those of the process are different each time. */
export const ofKompas = (figures: ReadonlyMap<string, number>): Map<string, number> =>
  new Map([...figures].filter(([series]) => series.startsWith('kompas_')));

/** What grew between two readings, and by how much. */
export const grown = (
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): Record<string, number> =>
  Object.fromEntries(
    [...after].flatMap(([series, value]) => {
      const more = value - (before.get(series) ?? 0);
      return more > 0 ? [[series, more]] : [];
    }),
  );

/** The labels of a series, by name: `job="retention"` is `job`: `retention`. */
export const labelsOf = (series: string): Record<string, string> =>
  Object.fromEntries(
    [...series.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
