import { noticeCard } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { plainText } from '../../../language/words.ts';
import { hasAccess } from '../../../people/access.ts';
import type { Lookup } from '../register/lookup.ts';
import type { MandateStore } from '../register/store.ts';
import { aboutEntry } from './proposal-cards.ts';
import { entriesNamed, entryNamed, whichEntry } from './which-entry.ts';

const wantsEnd = /\b(?:beeindig\w*|be[eë]indig\w*|opzeg\w*|opgezegd|zeg|stop\w*|eindig\w*|verval\w*)\b/u;
const wantsChange = /\b(?:wijzig\w*|aanpas\w*|aangepast|pas|verander\w*|corrigeer\w*|verbeter\w*)\b/;
/** What the sentence is about otherwise is a question of the register, and for others. */
const wantsToSee = /\b(?:laat|toon|bekijk|open|zoek|wie heeft|wat is|wat staat)\b/;

/** A button that says something for the person. */
const say = (title: string, text: string) => ({ verb: 'help.say', title, data: { text } });

/**
 * What a mandaatbeheerder asks with the number of one mandate in words of their own: "ik wil R17 aanpassen", "R16 opzeggen", "laat
 * R03 zien". Undefined for all other text, for others, and outside the own chat.
 */
export function byNumber(
  { store }: { store: Pick<MandateStore, 'current'> },
  start: (turn: Turn, kind: 'change' | 'end', id: string) => Promise<Message>,
) {
  async function ofSomebody(
    turn: Turn,
    kind: 'change' | 'end',
    lookup: Lookup,
  ): Promise<Message | undefined> {
    const [only, ...others] = entriesNamed(turn.text, lookup);
    if (!only) return undefined;
    if (others.length === 0) return start(turn, kind, only.id);
    return whichEntry([only, ...others], kind === 'end' ? 'beëindig mandaat' : 'wijzig mandaat', lookup);
  }

  return async (turn: Turn): Promise<Message | undefined> => {
    const plain = plainText(turn.text);
    const isNumbered = /\d/.test(turn.text);
    if (turn.scope !== 'personal' || !(isNumbered || /\bmanda(?:at|ten)\b/.test(plain))) return undefined;
    const isForEnd = wantsEnd.test(plain);
    const isForChange = wantsChange.test(plain);
    if (!isForEnd && !isForChange && !(isNumbered && wantsToSee.test(plain))) return undefined;
    if (!hasAccess('mandaatbeheerder', turn.directoryId, await turn.person(), [])) return undefined;
    const { lookup } = await store.current();
    // "Beëindig het mandaat van Anna": which one is asked, or the only one begun with.
    if (!isNumbered) return ofSomebody(turn, isForEnd ? 'end' : 'change', lookup);
    const words = plain.split(/[^\p{L}\p{N}._/-]+/u).filter((word) => /\d/.test(word));
    const [entry, ...more] = words.flatMap((word) => entryNamed(word, lookup) ?? []);
    if (!entry || more.length > 0) return undefined;
    if (isForEnd) return start(turn, 'end', entry.id);
    if (isForChange) return start(turn, 'change', entry.id);
    return noticeCard({
      kind: 'mandate',
      text: `Dit is ${entry.id}.`,
      title: entry.id,
      lines: [aboutEntry(entry.id, lookup)],
      actions: [
        { verb: 'mandates.change', title: `Wijzig ${entry.id}`, data: { id: entry.id } },
        say('Andere vervanger', `wijzig vervanger ${entry.id}`),
        say(`Beëindig ${entry.id}`, `beëindig mandaat ${entry.id}`),
      ],
    });
  };
}
