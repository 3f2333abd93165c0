/**
 * Gives a function that reads when it is first asked; who asks later gets the same. What is read may be a promise: who asks
 * meanwhile gets that, also when it fails.
 */
export function lazily<T>(read: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: read() };
    return made.value;
  };
}
