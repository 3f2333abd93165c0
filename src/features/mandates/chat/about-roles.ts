import { notice } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import { plainText } from '../../../language/words.ts';
import { roleWords } from '../vocabulary/roles.ts';

/** "Wat doet een kwaliteitscoördinator", "wat is een objectregisseur?" */
const asks =
  /^\W*(?:wat|what) (?:is|zijn|doet|doen|betekent|does|is het werk van|houdt)(?: (?:een|de|het|a|an|the))? ([a-z]+(?:[ -][a-z]+)??)(?: in)?(?: do)?\W*$/;

/** What a role does, for who asks that of the role itself and names nobody and no place; undefined for all other text. */
export function aboutRole(text: string): Message | undefined {
  const [, asked = ''] = asks.exec(plainText(text)) ?? [];
  const joined = asked.replace(/[ -]/g, '');
  const one = roleWords.find(({ role }) => {
    const name = plainText(role).replace(/[ -]/g, '');
    return [name, `${name}s`, `${name}en`, ...(name.endsWith('eur') ? [`${name}s`] : [])].includes(joined);
  });
  if (!one) return undefined;
  return notice('mandate', one.role, one.does, [
    { verb: 'help.say', title: 'Wie is dat?', data: { text: `wie is ${one.role}` } },
    { verb: 'help.say', title: 'Rolprofiel', data: { text: `rolprofiel ${one.role}` } },
  ]);
}
