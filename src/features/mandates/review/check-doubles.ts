import { entryCells } from '../import/write.ts';
import type { RegisterEntry } from '../register/register.ts';
import { listed } from '../vocabulary/wording.ts';
import { aboutInWords, type Finding, holdersInWords, idsOf, type Survey, together } from './finding.ts';

/** Everything that an entry says, apart from its number. */
const saying = (entry: RegisterEntry) => Object.values(entryCells({ ...entry, id: '' }, entry.area));

/** Entries that say the same under different ids: only their owner knows which of them counts. */
export function repeatedFindings(survey: Survey): Finding[] {
  return together(survey.lasting, saying).flatMap((group) => {
    const [first, second] = group;
    if (!first || !second) return [];
    const ids = idsOf(group);
    const text = `${listed(ids)} zeggen hetzelfde: ${aboutInWords(survey, first)}, ${holdersInWords([first])}.`;
    return [{ kind: 'repeated', severity: 'let op', text, ids }];
  });
}
