import { growth } from '../../../../src/features/growth/index.ts';
import type { AboutSomebody } from '../../../support/about-somebody.ts';

/** Nothing about anybody: the day of a meeting, and what a team keeps. */
export const aboutSomebody: AboutSomebody = (town) => {
  const { meetings } = town.core.opened(growth);
  const [team, day] = ['objecten-west', '2026-11-20'];
  return {
    teammeetings: () => meetings.setRhythm({ team, week: 2, day: 'di', since: day }),
    teamlessons: () => meetings.keep('L-1', { team, kind: 'keep', text: 'Eerst bellen', day }),
  };
};
