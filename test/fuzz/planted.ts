import { z } from 'zod';
import { notice } from '../../src/conversation/cards/notice.ts';
import { everybodyAnywhere } from '../../src/conversation/needs.ts';
import { action } from '../../src/conversation/offer.ts';
import type { FeatureModule } from '../../src/features/module.ts';

/** What can be wrong with a bot that nobody may find out by chance only. */
export type Fault = 'fails' | 'ends' | 'keeps' | 'pollutes';

const kept: number[][] = [];
const done = notice('kompas', 'Klaar', 'Er ging niets mis.');

const faults: Record<Fault, () => void> = {
  fails: () => {
    throw new Error('planted');
  },
  ends: () => {
    setImmediate(() => {
      throw new Error('planted');
    });
  },
  keeps: () => {
    kept.push(Array.from({ length: 300_000 }, (_, n) => n + 0.5));
  },
  pollutes: () => {
    Object.assign(Object.prototype, { polluted: true });
  },
};

/** A feature with one button, which does wrong in one way. */
export const planted = (fault: Fault): FeatureModule => ({
  name: 'planted',
  tables: [],
  open: () => undefined,
  offer: () => ({
    phrases: [{ say: 'plant', title: 'Plant', whenLost: 1, needs: everybodyAnywhere, run: async () => done }],
    actions: {
      'planted.tap': action(
        z.object({}),
        async () => {
          faults[fault]();
          return done;
        },
        { needs: everybodyAnywhere },
      ),
    },
  }),
});
