import { lazily } from './lazily.ts';

/** Something that is made when a part of it is first asked for: until then it needs nothing. */
export function whenUsed<T extends object>(make: () => T): T {
  const made = lazily(make);
  return new Proxy({} as T, { get: (_target, name) => Reflect.get(made(), name) });
}
