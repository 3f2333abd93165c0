import type { Message, NoticeAction } from '../conversation/message.ts';
import type { Feature, Phrase } from '../conversation/offer.ts';
import type { Turn } from '../conversation/turn.ts';
import { notUnderstood } from './lost.ts';
import type { createMatcher } from './match.ts';
import type { createGate } from './rights.ts';
import { sameSubject } from './same-subject.ts';

/** How many suggestions somebody gets who was not understood: of what they nearly typed, and of what only shares a word. */
const [MOST_TYPED, MOST_ALIKE] = [3, 2];

interface SuggestingTools {
  features: readonly Feature[];
  gate: Pick<ReturnType<typeof createGate>, 'suggested'>;
  matcher: Pick<ReturnType<typeof createMatcher>, 'nearest'>;
}

/** What somebody is offered whose words nobody understood. */
export function suggesting({ features, gate, matcher }: SuggestingTools) {
  const aboutTheSame = sameSubject(features);
  const buttons = (phrases: readonly Phrase[]): NoticeAction[] =>
    phrases.map(({ say }) => ({ verb: 'help.say', title: say, data: { text: say } }));
  /** What somebody is offered when nothing they may have meant is near. */
  const whenLost = buttons(
    features
      .flatMap(({ phrases }) => phrases)
      .filter((phrase) => phrase.whenLost !== undefined)
      .toSorted((a, b) => (a.whenLost ?? 0) - (b.whenLost ?? 0)),
  );

  /** Of some phrases those that suit who asks, such as none of pilots for who is in none: as the help has it. */
  async function fittingOf(turn: Turn, some: readonly Phrase[]): Promise<Phrase[]> {
    const kept = await Promise.all(
      features.map(async ({ phrases, fitting }) => {
        const own = phrases.filter((phrase) => some.includes(phrase));
        if (!fitting || own.length === 0 || turn.scope !== 'personal') return own;
        const says = (await fitting(turn, own)).map(({ say }) => say);
        return own.filter(({ say }) => says.includes(say));
      }),
    );
    const all = new Set(kept.flat());
    return some.filter((phrase) => all.has(phrase));
  }

  return {
    whenLost,

    /** The answer to words that nobody understood: what may be meant, and help. */
    unknown: async (turn: Turn): Promise<Message> => {
      const typed = matcher.nearest(turn.text, Number.POSITIVE_INFINITY);
      const allowed = await gate.suggested(turn, [...new Set([...typed, ...aboutTheSame(turn.text)])]);
      const meant = await fittingOf(turn, allowed);
      const isTyped = meant.some((phrase) => typed.includes(phrase));
      const near = buttons(meant.slice(0, isTyped ? MOST_TYPED : MOST_ALIKE));
      // It may be something else: help stays within reach, and of what only shares a word somebody to talk to.
      const others =
        near.length === 0 ? whenLost : [...whenLost.slice(0, 1), ...(isTyped ? [] : whenLost.slice(-1))];
      const isNew = ({ title }: NoticeAction) => !near.some((one) => one.title === title);
      return notUnderstood(turn.text, near.length > 0, [...near, ...others.filter(isNew)]);
    },
  };
}
