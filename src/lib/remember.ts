/** Reads again only when the last reading is older than `ms` of real time; a failed reading is not kept. */
export function remembered<T>(read: () => Promise<T>, ms: number): () => Promise<T> {
  let last: { at: number; reading: Promise<T> } | undefined;
  return () => {
    if (last && performance.now() - last.at < ms) return last.reading;
    const mine = { at: performance.now(), reading: read() };
    last = mine;
    mine.reading.catch(() => {
      if (last === mine) last = undefined;
    });
    return mine.reading;
  };
}
