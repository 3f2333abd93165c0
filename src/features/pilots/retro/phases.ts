/**
 * How far a retro is. Everybody writes for themselves, then all points show and are put together, then there are votes, then
 * those with most votes are talked through one by one, and then the team agrees. `open` is the short form, in which points
 * and votes show at once; boards from before there were phases are `open` too. `closing`: what was agreed is being written; a
 * look at it finishes what a crash left.
 */
export type Phase =
  | 'writing'
  | 'revealing'
  | 'voting'
  | 'talking'
  | 'agreeing'
  | 'open'
  | 'closing'
  | 'closed';

interface InPhase {
  phase: Phase;
}

/** True until somebody rounds the retro off. */
export const isUnderWay = ({ phase }: InPhase): boolean => phase !== 'closing' && phase !== 'closed';
/** True while points come, change and go. */
export const mayWrite = ({ phase }: InPhase): boolean => phase === 'writing' || phase === 'open';
/** True while points are put together: before the voting, so that no vote is for what is then no more. */
export const mayGroup = ({ phase }: InPhase): boolean => phase === 'revealing' || phase === 'open';
/** True while votes are given and moved. */
export const mayVote = ({ phase }: InPhase): boolean => phase === 'voting' || phase === 'open';
/** True when everybody sees the points of all. */
export const showsPoints = ({ phase }: InPhase): boolean => phase !== 'writing';
/** True when everybody sees how many votes there are. Before that nobody does, who leads the retro included. */
export const showsVotes = ({ phase }: InPhase): boolean =>
  !['writing', 'revealing', 'voting'].includes(phase);

/** The phase that comes after one from which the team moves on with a tap; undefined where there is another way on. */
export function nextPhase(phase: Phase): Phase | undefined {
  const next: Partial<Record<Phase, Phase>> = {
    writing: 'revealing',
    revealing: 'voting',
    voting: 'talking',
  };
  return next[phase];
}
