/**
 * Gives a function that does work one at a time for each key, in order of asking, within this process. What fails keeps nobody
 * waiting. So of many who ask at once no more get through a limit than it says.
 */
export function oneAtATime(): <R>(key: string, work: () => Promise<R>) => Promise<R> {
  const last = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const before = last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
}
