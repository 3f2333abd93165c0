/** Work that goes on after its turn was answered, such as reading a large file. */
export interface Background {
  /** Starts work that never rejects. */
  run(work: () => Promise<void>): void;
  /** Settles when all that was started has ended. */
  settled(): Promise<void>;
}

/** Keeps hold of what goes on after its turn, so that stopping can wait for it. */
export function createBackground(): Background {
  const going = new Set<Promise<void>>();
  return {
    run: (work) => {
      const mine = work().finally(() => going.delete(mine));
      going.add(mine);
    },
    settled: async () => {
      while (going.size > 0) await Promise.all(going);
    },
  };
}
