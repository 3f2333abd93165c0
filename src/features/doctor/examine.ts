import { within } from '../../lib/within.ts';
import { type HealthCheck, type HealthLine, healthLine, type Level } from './contract.ts';

/** How Kompas is doing, as far as it can be seen from where that was asked. */
export interface Report {
  /** The worst of its lines. */
  level: Level;
  /** Red first, then amber, then green. */
  lines: readonly HealthLine[];
  /** What cannot be seen from here, and where it can: one Dutch line each. */
  unseen: readonly string[];
}

const order: readonly Level[] = ['red', 'amber', 'green'];

async function lineOf({ about, look }: HealthCheck, ms: number): Promise<readonly HealthLine[]> {
  try {
    return await within(ms, look());
  } catch (error) {
    const isLate = (error as { code?: unknown } | undefined)?.code === 'TOO_LATE';
    const text = isLate ? 'Het antwoord liet te lang op zich wachten.' : 'Dit kon ik niet nakijken.';
    const todo =
      'Kijk of de opslag rood is. Zo niet, vraag het dan nog eens, en zoek in het log naar de fout.';
    return [healthLine('red', about, text, todo)];
  }
}

/**
 * Looks at everything at once, and waits `ms` milliseconds for each. What fails or takes longer becomes a red line of its own.
 * Never rejects.
 */
export async function examine(
  checks: readonly HealthCheck[],
  unseen: readonly string[],
  ms: number,
): Promise<Report> {
  const lines = (await Promise.all(checks.map((check) => lineOf(check, ms)))).flat();
  const sorted = order.flatMap((level) => lines.filter((one) => one.level === level));
  return { level: sorted[0]?.level ?? 'green', lines: sorted, unseen };
}
