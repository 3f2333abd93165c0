import { dutchDay } from '../../../calendar/clock.ts';
import { noticeCard } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import { chatWith, isPresent, type Person } from '../../../people/person.ts';
import type { Tools } from '../../module.ts';
import { colleaguesOf } from '../register/colleagues.ts';
import type { Lookup } from '../register/lookup.ts';
import type { RegisterEntry } from '../register/register.ts';
import { subjectOf } from '../vocabulary/wording.ts';
import { changesInShort } from './changes-shown.ts';
import type { MandateProposal } from './proposal.ts';

export interface TellingTools extends Pick<Tools, 'everybody' | 'send'> {}

/** Who hears what about a change of the register; whoever cannot be reached finds it in the chat later. */
export function telling({ everybody, send }: TellingTools) {
  async function tell(people: readonly Person[], message: Message): Promise<void> {
    const chats = people.flatMap((person) => chatWith(person) ?? []);
    await Promise.all(chats.map((chat) => send(chat, message)));
  }

  /** Tells the holders of an entry what was registered, as far as their names are those of people here. */
  async function tellHolder(
    lookup: Lookup,
    entry: RegisterEntry,
    proposal: MandateProposal,
    day: string,
  ): Promise<void> {
    const { kind } = proposal;
    const colleagues = colleaguesOf(await everybody(), []);
    const holders = lookup.holders(entry, entry.from > day ? entry.from : day);
    const people = holders.flatMap((name) => colleagues.find(name) ?? []);
    const what = `${subjectOf(entry)} in ${lookup.placeName(entry.area)}`;
    const words = {
      new: `Op jouw naam is een mandaat geregistreerd: ${what}, vanaf ${dutchDay(entry.from)}.`,
      change: `Een mandaat op jouw naam is gewijzigd: ${what}.`,
      end: `Een mandaat op jouw naam eindigt: ${what}. De laatste dag is ${entry.until ? dutchDay(entry.until) : ''}.`,
    };
    await tell(
      people,
      noticeCard({
        kind: 'mandate',
        text: 'Er is iets veranderd aan een mandaat op jouw naam.',
        title: 'Een mandaat op jouw naam',
        lines: [words[kind], ...(kind === 'change' ? changesInShort(proposal, lookup) : [])],
        actions: [{ verb: 'help.say', title: 'Mijn mandaten', data: { text: 'mijn mandaten' } }],
      }),
    );
  }

  /** Tells who proposed it what became of it; `reason` is why not, or ''. */
  async function tellProposer(
    lookup: Lookup,
    { id, by, kind, entry }: MandateProposal,
    title: string,
    reason: string,
  ): Promise<void> {
    const proposer = (await everybody()).filter((person) => person.directoryId === by && isPresent(person));
    await tell(
      proposer,
      noticeCard({
        kind: 'mandate',
        text: `${title}.`,
        title,
        lines: [
          `Het gaat om ${kind === 'new' ? 'een nieuw mandaat' : entry.id}: ${subjectOf(entry)} in ${lookup.placeName(entry.area)}.`,
          ...(reason ? [`Reden: ${reason}`] : []),
        ],
        actions: reason
          ? [{ verb: 'mandates.again', title: 'Pas aan en stel opnieuw voor', data: { id } }]
          : [],
      }),
    );
  }

  return { tell, tellHolder, tellProposer };
}
