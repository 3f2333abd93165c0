import { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import { colleagueAlone, type Needs } from '../../../conversation/needs.ts';
import { action } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { hasAccess } from '../../../people/access.ts';
import type { FeatureOffer, Tools } from '../../module.ts';
import { type Registration, registrations } from '../content/registrations.ts';
import { allSamplingsCard, samplingCard } from './cards.ts';
import { moved } from './rules.ts';
import type { SamplingStore } from './store.ts';

/** The roles that somebody agreed to, by directory id, as far as any were recorded. */
export type AssignedRoles = (
  directoryId: string,
) => Promise<{ held?: { team: string; roles: readonly { role: string }[] } } | undefined>;

export interface SamplingTools extends Pick<Tools, 'administrators' | 'audit'> {
  samplings: SamplingStore;
  assigned: AssignedRoles;
}

const reading: Needs = { ...colleagueAlone, typed: 'steekproef' };
const moving: Needs = { ...reading, checked: 'is Kwaliteitscoördinator of mandaatbeheerder' };
const ofOne = z.object({ registration: z.enum(registrations) });

const notYours = notice(
  'growth',
  'Dit wijzigt de Kwaliteitscoördinator of een mandaatbeheerder',
  'Vraag het aan een van hen. Je ziet hier wel hoe het staat.',
  [{ verb: 'sampling.all', title: 'Alle registraties', data: {} }],
);

/** How many mutations are looked over, growing with trust: for each registration by itself (docs/method.md step 6). */
export function sampling({ samplings, assigned, audit, administrators }: SamplingTools): FeatureOffer {
  /** The Kwaliteitscoördinator, by what they agreed to or as the people file has it, and who keeps the register. */
  async function mayMove(turn: Turn): Promise<boolean> {
    const me = await turn.person();
    if (!me) return false;
    if (hasAccess('mandaatbeheerder', turn.directoryId, me, administrators)) return true;
    if ([me.role, me.secondRole].includes('Kwaliteitscoördinator')) return true;
    // What somebody held in a team of before says nothing of the work that they do now.
    const held = (await assigned(turn.directoryId))?.held;
    return held?.team === me.team && held.roles.some(({ role }) => role === 'Kwaliteitscoördinator');
  }

  async function show(turn: Turn, registration: Registration, done = ''): Promise<Message> {
    const [one, may] = await Promise.all([samplings.of(registration), mayMove(turn)]);
    return samplingCard(one, may, today(turn.now).toString(), done);
  }

  async function move(
    turn: Turn,
    { registration, seen, to }: { registration: Registration; seen: number; to: 'fewer' | 'faults' },
  ): Promise<Message> {
    if (!(await mayMove(turn))) return notYours;
    const day = today(turn.now).toString();
    await audit.record(turn.directoryId, 'steekproef gewijzigd', registration);
    const isMoved = await samplings.change(registration, seen, (now) => moved(now, to, day));
    return show(turn, registration, isMoved ? 'Bewaard.' : 'Iemand anders was net eerder. Dit staat er nu.');
  }

  return {
    phrases: [
      {
        say: 'steekproef',
        also: ['steekproeven', 'steekproefladder', 'hoeveel kijken we na', 'hoeveel controleren we'],
        title: 'Bekijk hoeveel mutaties jullie nakijken, per registratie',
        needs: { ...reading, listedFor: ['mandaatbeheerder'] },
        run: async () => allSamplingsCard(await samplings.all()),
      },
    ],
    actions: {
      'sampling.all': action(z.object({}), async () => allSamplingsCard(await samplings.all()), {
        needs: reading,
      }),
      'sampling.show': action(ofOne, (turn, { registration }) => show(turn, registration), {
        needs: reading,
      }),
      'sampling.move': action(
        ofOne.extend({ seen: z.number().int().min(0).max(999_999), to: z.enum(['fewer', 'faults']) }),
        move,
        { needs: moving },
      ),
    },
  };
}
