import { listCard } from '../../../conversation/cards/list.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Lookup } from '../register/lookup.ts';
import { changesInShort } from './changes-shown.ts';
import type { MandateProposal } from './proposal.ts';
import { aboutProposed, holderOf, kindWords } from './proposal-cards.ts';

/** A card shows so many proposals at a time. */
const PAGE = 12;

/** The proposals that wait, each with a button to open it; so many as a card shows, from `from` on. */
export function proposalsCard(
  proposals: readonly MandateProposal[],
  lookup: Lookup,
  me: string,
  from = 0,
): Message {
  // Some may have been decided since the card was made.
  const start = from < proposals.length ? from : 0;
  const button = (title: string, to: number) => ({ title, verb: 'mandates.proposals', data: { from: to } });
  const lines = proposals.slice(start, start + PAGE).map((proposal) => {
    const { id, kind, by, state } = proposal;
    const waiting =
      state === 'registering'
        ? 'Het registreren is nog niet afgemaakt'
        : by === me
          ? 'Jouw voorstel: een ander beslist'
          : 'Wacht op een besluit';
    return {
      text: [kindWords[kind], aboutProposed(proposal, lookup), holderOf(proposal)].join(' · '),
      detail: [...changesInShort(proposal, lookup), waiting].join(' · '),
      action: { title: 'Open', verb: 'mandates.proposal', data: { id } },
    };
  });
  return listCard({
    kind: 'mandate',
    text:
      lines.length === 0
        ? 'Er wachten geen voorstellen.'
        : proposals.length === 1
          ? 'Er wacht één voorstel.'
          : `Er wachten ${proposals.length} voorstellen.`,
    title: 'Voorstellen voor het register',
    lead: lines.length === 0 ? 'Er wacht nu niets op een besluit.' : '',
    sections: lines.length === 0 ? [] : [{ title: 'Wacht op een besluit', lines }],
    small:
      proposals.length > PAGE
        ? `Dit zijn de voorstellen ${start + 1} tot en met ${start + lines.length} van ${proposals.length}.`
        : '',
    actions: [
      ...(start > 0 ? [button('Vorige', Math.max(0, start - PAGE))] : []),
      ...(start + PAGE < proposals.length ? [button('Volgende', start + PAGE)] : []),
      { title: 'Nieuw mandaat', verb: 'help.say', data: { text: 'nieuw mandaat' } },
    ],
  });
}
