import { defaultSchedule } from '../../src/calendar/schedule.ts';
import { withTyped } from '../../src/conversation/cards/notice.ts';
import type { Message } from '../../src/conversation/message.ts';
import { keptCard, tipCard } from '../../src/features/tips/advice/cards.ts';
import { builtInTips } from '../../src/features/tips/content/index.ts';
import type { Tip } from '../../src/features/tips/content/types.ts';
import {
  agreementsCard,
  agreementsForm,
  checkCard,
  checkElsewhereCard,
  emptiedNews as emptiedAgreements,
  formAgain,
  sceneCard,
} from '../../src/features/tips/dialogue/cards.ts';
import { scenes } from '../../src/features/tips/dialogue/script.ts';
import {
  elsewhere,
  emptiedNews,
  otherTeam,
  ownCompassCard,
  ownCompassForm,
  whichTeam,
} from '../../src/features/tips/own/cards.ts';
import { type Somebody, somebody, type TestBot } from '../support/bot.ts';
import { nastyText } from './nasty.ts';

interface Talk {
  says(who: Somebody, text: string): Promise<Message>;
  taps(who: Somebody, verb: string, data?: object): Promise<Message>;
}

const reader = somebody(5);
const heavy = somebody(6);
const stranger = somebody(99);

/** A tip that an administrator filled with whatever a file may hold. */
const nastyTip: Tip = {
  id: 'eigen-1',
  for: 'employee',
  themes: [],
  minutes: 60,
  basis: { fact: 'call-first' },
  act: `${nastyText} Doe dit.`,
  why: nastyText,
};

const ownTeam = { key: 'objecten-west', name: 'Objecten West', schedule: defaultSchedule };
const agreed = { id: 'T-1', agreements: [nastyText.slice(0, 290), 'Bellen voor we terugsturen.'] };

/** What people meet around tips, personas, the compass and the team dialogue. */
export async function tipSamples(bot: TestBot, { says, taps }: Talk): Promise<Record<string, Message>> {
  const samples: Record<string, Message> = {
    'tip-ready': await says(reader, 'tip'),
    'tip-stranger': await taps(stranger, 'tips.show'),
    'tip-show': await taps(reader, 'tips.show'),
    'tip-nasty': tipCard(nastyTip, { period: '2026-W48', kept: 12, note: 'Een regel vooraf.', undo: 'x' }),
    'tip-kept-none': await taps(reader, 'tips.kept'),
    'tip-kept-many': keptCard([nastyTip, ...builtInTips.slice(0, 12)], ''),
    'tip-weekly-which': await says(reader, 'wekelijkse tip'),
    'tip-weekly-set': await says(reader, 'wekelijkse tip dinsdag'),
    'tip-weekly-stop': await says(reader, 'stop tips'),
    'persona-list': await says(reader, 'persona'),
    'persona-look': await taps(reader, 'personas.look', { persona: 'mila' }),
    'persona-chosen': await taps(reader, 'personas.choose', { persona: 'ellen' }),
    'persona-none': await taps(reader, 'personas.none'),
    'persona-cleared': await says(reader, 'wis mijn persona'),
    'quiz-first': await says(reader, 'herken mijn stijl'),
    'quiz-third': await taps(reader, 'personas.quiz', { answers: 'ab' }),
    'quiz-end': await taps(reader, 'personas.quiz', { answers: 'abbaba' }),
    'compass-list': await says(reader, 'veranderkompas'),
    'compass-look': await taps(reader, 'compass.look', { persona: 'bram' }),
    'compass-guide': await says(reader, 'gesprek'),
    'own-compass-none': await says(reader, 'ons veranderkompas'),
    'own-compass-form': await taps(reader, 'compass.write', { team: 'objecten-west' }),
    'own-compass-problems': await taps(reader, 'compass.save', {
      team: 'objecten-west',
      brings: nastyText,
      needs: `Rust voor ${reader.name}, en ook voor Bram.`,
    }),
    'own-compass': ownCompassCard(ownTeam, { brings: nastyText, needs: 'Eén ding tegelijk.' }, 'Bewaard.'),
    'own-compass-again': ownCompassForm(
      ownTeam,
      { brings: nastyText, needs: '' },
      {
        seen: { brings: '', needs: '' },
        isTold: true,
        now: { brings: 'We bellen eerst.', needs: nastyText.slice(0, 290) },
      },
    ),
    'own-compass-which': whichTeam([ownTeam, { ...ownTeam, key: 'oost', name: nastyText.slice(0, 60) }]),
    'own-compass-other': otherTeam([nastyText]),
    'own-compass-elsewhere': elsewhere,
    'own-compass-emptied': emptiedNews,
    'dialogue-personal': await says(reader, 'teamdialoog'),
    'dialogue-nothing': await says(reader, 'afspraken'),
    'dialogue-form-new': agreementsForm({ id: 'T-1', agreements: [] }, 'in the channel of the team'),
    'dialogue-form-untold': agreementsForm({ id: 'T-1', agreements: [] }, 'nowhere'),
    'dialogue-form': agreementsForm(agreed, 'here'),
    'dialogue-form-again': formAgain(agreed, ['Eerst bellen, dan mailen.', nastyText.slice(0, 290)], 'here'),
    'dialogue-agreed': agreementsCard({ ...agreed, checkFrom: '2026-12-21' }, '2026-11-23', 'Bewaard.'),
    'dialogue-emptied': emptiedAgreements,
    'dialogue-typed-old': withTyped(await taps(reader, 'dialogue.keep', { id: 'T-0' }), [nastyText]),
    'dialogue-check': checkCard(agreed),
    'dialogue-check-elsewhere': checkElsewhereCard,
    'dialogue-old': await taps(reader, 'dialogue.write', { id: 'T-0' }),
  };
  for (const [n] of scenes.entries())
    samples[`dialogue-scene-${n + 1}`] = sceneCard('T-1', n + 1, 'Objecten West');
  const [tip = ''] = (await bot.core.tips.history(reader.account)).map(({ tip: id }) => id);
  samples['tip-later'] = await taps(reader, 'tips.react', { tip, how: 'later' });
  samples['tip-kept-one'] = await taps(reader, 'tips.kept');
  samples['tip-never'] = await taps(reader, 'tips.react', { tip, how: 'never' });
  samples['tip-back'] = await taps(reader, 'tips.back', { tip });
  samples['tip-helps'] = await taps(reader, 'tips.react', { tip, how: 'helps' });
  samples['tip-done'] = await taps(reader, 'tips.react', { tip, how: 'done', period: '' });
  samples['tip-gone'] = await taps(reader, 'tips.react', { tip: 'bestaat-niet', how: 'done' });
  for (const { id } of builtInTips) await bot.core.tips.show(reader.account, id, '2026-11-23');
  for (const { id } of builtInTips)
    await bot.core.tips.change(reader.account, id, (seen) => ({ ...seen, done: true }));
  samples['tip-none-left'] = await taps(reader, 'tips.show');
  await bot.core.answers.change('objecten-west', heavy.account, '2026-W47', () => ({ score: 2, themes: [] }));
  samples['checkin-low-twice'] = await taps(heavy, 'checkin.answer', { score: 2 });
  samples['checkin-heavy'] = await taps(heavy, 'checkin.answer', { score: 1 });
  samples['tip-heavy'] = await taps(heavy, 'tips.show');
  return samples;
}
