/**
 * The same function of a text that works each text out once; it remembers its results for as long as it is kept. Of more than `most`
 * texts it forgets the ones that were worked out longest ago. What throws is worked out again.
 */
export function memoised<T>(work: (text: string) => T, most = Number.POSITIVE_INFINITY): (text: string) => T {
  const known = new Map<string, { result: T }>();
  return (text) => {
    const found = known.get(text);
    if (found) return found.result;
    const made = { result: work(text) };
    known.set(text, made);
    const [oldest] = known.size > most ? known.keys() : [];
    if (oldest !== undefined) known.delete(oldest);
    return made.result;
  };
}
