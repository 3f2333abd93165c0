import type { Temporal } from 'temporal-polyfill';

/**
 * Reads again only when the last reading is `ms` milliseconds old by the clock `now`, or from later than `now`: a clock
 * that was put back may not make it last. A failed reading is not kept.
 */
export function remembered<T>(
  read: () => Promise<T>,
  ms: number,
  now: () => Pick<Temporal.Instant, 'epochMilliseconds'>,
): () => Promise<T> {
  let last: { at: number; reading: Promise<T> } | undefined;
  return () => {
    const at = now().epochMilliseconds;
    if (last && at >= last.at && at - last.at < ms) return last.reading;
    const mine = { at, reading: read() };
    last = mine;
    mine.reading.catch(() => {
      if (last === mine) last = undefined;
    });
    return mine.reading;
  };
}

/** The same for each of some texts, of which there are few: all that were ever asked are kept. */
export function rememberedEach<T>(
  read: (text: string) => Promise<T>,
  ms: number,
  now: () => Pick<Temporal.Instant, 'epochMilliseconds'>,
): (text: string) => Promise<T> {
  const each = new Map<string, () => Promise<T>>();
  return (text) => {
    const one = each.get(text) ?? remembered(() => read(text), ms, now);
    each.set(text, one);
    return one();
  };
}
