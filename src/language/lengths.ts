/**
 * What is wrong with the length of texts in a form, in Dutch (trust:text-is-data). `fields`: the id of each,
 * how it is called, and how many characters it may have.
 */
export function lengthProblems(
  typed: Readonly<Record<string, string | undefined>>,
  fields: readonly (readonly [id: string, label: string, most: number])[],
): string[] {
  return fields.flatMap(([id, label, most]) => {
    const count = [...(typed[id] ?? '').trim()].length;
    const name = label.replace(/\?$/, '');
    return count <= most
      ? []
      : `${name}: hooguit ${dutchCount(most)} tekens. Het zijn er ${dutchCount(count)}. Alleen het begin staat er nog.`;
  });
}

/** 20000 is "20.000". */
export const dutchCount = (count: number) => `${count}`.replace(/\B(?=(\d{3})+$)/g, '.');
