import type { Duty } from '../../mandates/contract.ts';
import type { Scope } from './scope.ts';

/** That somebody does a duty for one part of the work. */
interface Doing {
  who: string;
  name: string;
  duty: Duty;
  scope: Scope;
}

/** Those who check something for one part of the work. */
export interface Checkers {
  scope: Scope;
  /** Names, by who it is. */
  names: Map<string, string>;
}

/** Who does one of the duties `checks`, part by part: many do for the same part. */
export function checkersIn(claims: readonly Doing[], checks: readonly Duty[]): readonly Checkers[] {
  const byPart = new Map<string, Checkers>();
  for (const { who, name, scope } of claims.filter(({ duty }) => checks.includes(duty))) {
    const part = JSON.stringify([scope.registration.toLowerCase(), scope.area]);
    const found = byPart.get(part) ?? { scope, names: new Map() };
    found.names.set(who, name);
    byPart.set(part, found);
  }
  return [...byPart.values()];
}
