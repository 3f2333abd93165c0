/** Gives a function that reads when it is first asked; who asks meanwhile or later gets the same, also when it failed. */
export function lazily<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => {
    reading ??= read();
    return reading;
  };
}
