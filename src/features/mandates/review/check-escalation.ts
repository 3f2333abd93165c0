import type { RegisterEntry } from '../register/register.ts';
import { sharedMatter } from '../vocabulary/separate-duties.ts';
import { listed } from '../vocabulary/wording.ts';
import { type Finding, holdersInWords, idsOf, placesInWords, type Survey } from './finding.ts';

/**
 * Registrations that somebody validates while nobody in that municipality directs them: a dispute about them goes to
 * nobody. Where regie is recorded for a part only, that is a gap like any other.
 */
export function noEscalationFindings(survey: Survey): Finding[] {
  const { valid, chain, dutiesOf, lookup } = survey;
  const rootOf = ({ area }: RegisterEntry) => chain(area).at(-1) ?? area;
  const directing = valid.filter((entry) => dutiesOf(entry).duties.includes('regie'));
  const alone = valid.filter(
    (entry) =>
      dutiesOf(entry).duties.includes('valideren') &&
      dutiesOf(entry).object === '' &&
      !directing.some(
        (other) => rootOf(other) === rootOf(entry) && sharedMatter(dutiesOf(other), dutiesOf(entry)),
      ),
  );
  const groups = Map.groupBy(alone, (entry) =>
    JSON.stringify([rootOf(entry), dutiesOf(entry).registration.toLowerCase()]),
  );
  return [...groups.values()].flatMap((group): Finding[] => {
    const [first] = group;
    if (!first) return [];
    const { registration } = dutiesOf(first);
    const place = placesInWords(
      lookup,
      group.map(({ area }) => area),
    );
    const ids = idsOf(group);
    const may = new Set(group.map(({ holder }) => holder)).size > 1 ? 'mogen' : 'mag';
    const text = `Niemand voert regie over ${registration || 'registraties'}, maar ${holdersInWords(group)} ${may} ${registration || 'registraties'} wel valideren in ${place} (${listed(ids, 8)}).`;
    const lack = { activity: 'regie', registration, area: rootOf(first) };
    return [{ kind: 'no-escalation', severity: 'let op', text, ids, lack }];
  });
}
