import { today } from '../../calendar/clock.ts';
import { everybodyAlone } from '../../conversation/needs.ts';
import type { Hearing } from '../../conversation/offer.ts';
import type { Turn } from '../../conversation/turn.ts';
import { isPlainAbsence } from '../../language/being-away.ts';
import type { Distress } from '../../language/distress.ts';
import { soundsEnglish } from '../../language/english.ts';
import { inNeed } from '../../people/in-need.ts';
import { emptyMunicipality, type Municipality } from '../../people/municipality.ts';
import type { FeatureModule } from '../module.ts';
import { kindly } from './cards.ts';

/** What may also be about something else is that first: a question about heavy traffic, or days on which somebody is away. */
const gives: Record<'over phrases' | 'first' | 'last', (how: Distress) => boolean> = {
  'over phrases': (how) => how !== 'soft' && how !== 'tired',
  first: (how) => how !== 'soft',
  last: (how) => how === 'soft',
};
/** Of these somebody may tell in passing, when they say on which days they are away. */
const inPassing: readonly Distress[] = ['tired', 'grief', 'soft'];

/** Who helps here. Where that cannot be read now, the numbers that everybody can call still come. */
const municipalityOf = (turn: Turn): Promise<Municipality> =>
  turn.settings().then(
    ({ municipality }) => municipality,
    () => emptyMunicipality,
  );

/** Private, since it tells what was typed; and it writes no row either (trust:no-trace). */
const hearing = (order: keyof typeof gives): Hearing => ({
  order,
  needs: everybodyAlone,
  traceless: true,
  answer: async (turn) => {
    const { text, now } = turn;
    const how = await inNeed(turn);
    if (!how || !gives[order](how)) return undefined;
    if (inPassing.includes(how) && isPlainAbsence(text, today(now))) return undefined;
    return kindly(how, await municipalityOf(turn), soundsEnglish(text));
  },
});

/** Words of somebody who does not seem well (docs/privacy.md, "Woorden van nood"). */
export const distress: FeatureModule = {
  name: 'distress',
  tables: [],
  open: () => undefined,
  offer: () => ({
    phrases: [],
    actions: {},
    hears: [hearing('over phrases'), hearing('first'), hearing('last')],
  }),
};
