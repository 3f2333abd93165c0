import { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { field, fieldsOf } from '../../../conversation/field.ts';
import type { FormValues } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Needs } from '../../../conversation/needs.ts';
import { action } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { hasAccess } from '../../../people/access.ts';
import type { FeatureOffer, Tools } from '../../module.ts';
import { figureIds } from '../content/figures.ts';
import { effectCard, quarterForm, whichForm } from './cards.ts';
import { quartersUntil, valuesIn } from './rules.ts';
import type { EffectStore } from './store.ts';

export interface EffectTools extends Pick<Tools, 'administrators' | 'audit'> {
  effects: EffectStore;
}

const fillers = ['beheerder', 'projectleider'] as const;
const reading: Needs = {
  who: [...fillers, 'afdelingshoofd', 'directie'],
  where: 'own chat',
  typed: 'effect van leren',
};
const filling: Needs = { who: fillers, where: 'own chat', typed: 'effect van leren' };
const quarterSchema = z.string().regex(/^\d{4}-Q[1-4]$/);
const late = 'Iemand anders vulde net iets in. Kijk of dit nog klopt en bewaar opnieuw.';

/** What learning brings the municipality, in figures that it enters every quarter (docs/method.md step 6). */
export function effect({ effects, administrators, audit }: EffectTools): FeatureOffer {
  async function show(turn: Turn, done = ''): Promise<Message> {
    const [all, me] = await Promise.all([effects.all(), turn.person()]);
    const mayFill = fillers.some((right) => hasAccess(right, turn.directoryId, me, administrators));
    return effectCard(all, mayFill, done);
  }

  const quartersFor = (turn: Turn) => quartersUntil(today(turn.now).toString());

  async function form(turn: Turn, quarter: string): Promise<Message> {
    if (!quartersFor(turn).includes(quarter)) return whichForm(quartersFor(turn), ['Kies een kwartaal.']);
    return quarterForm(quarter, await effects.of(quarter));
  }

  async function save(
    turn: Turn,
    { quarter, seen }: { quarter: string; seen: number },
    typed: FormValues,
  ): Promise<Message> {
    if (!quartersFor(turn).includes(quarter)) return whichForm(quartersFor(turn), ['Kies een kwartaal.']);
    const now = await effects.of(quarter);
    const { values, problems } = valuesIn(typed);
    const shown = now && { ...now, version: seen };
    if (problems.length > 0) return quarterForm(quarter, shown, typed, problems);
    if ((now?.version ?? 0) !== seen) return quarterForm(quarter, now, typed, [late]);
    await audit.record(turn.directoryId, 'getallen van een kwartaal gewijzigd', quarter);
    const next = { quarter, values, day: today(turn.now).toString(), version: seen + 1 };
    if (await effects.save(next, seen)) return show(turn, 'Bewaard.');
    return quarterForm(quarter, await effects.of(quarter), typed, [late]);
  }

  return {
    phrases: [
      {
        say: 'effect van leren',
        also: ['wat levert leren op', 'cijfers over leren'],
        title: 'Bekijk wat leren oplevert, per kwartaal',
        needs: { ...reading, listedFor: ['projectleider', 'afdelingshoofd', 'directie'] },
        run: (turn) => show(turn),
      },
    ],
    actions: {
      'effect.show': action(z.object({}), (turn) => show(turn), { needs: reading }),
      'effect.which': action(z.object({}), async (turn) => whichForm(quartersFor(turn)), { needs: filling }),
      'effect.form': action(z.object({ quarter: field.choice }), (turn, { quarter }) => form(turn, quarter), {
        needs: filling,
      }),
      'effect.save': action(
        z.object({
          quarter: quarterSchema,
          seen: z.number().int().min(0).max(999_999),
          ...fieldsOf(field.number, figureIds),
        }),
        (turn, { quarter, seen, ...typed }) => save(turn, { quarter, seen }, typed as FormValues),
        { needs: filling },
      ),
    },
  };
}
