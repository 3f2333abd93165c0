import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  imported,
  inChannel,
  somebody,
  startTestBot,
  type TestBot,
  typed,
  wordsOf,
} from '../../../support/bot.ts';
import { demoRegister } from '../registers.ts';

const asker = somebody(2, 'Karim Dijk');
let bot: TestBot;

beforeAll(async () => {
  bot = await startTestBot({ now: '2026-11-25T09:30:00Z' });
  const { register, people } = bot.core;
  await register.replace(await register.current(), demoRegister(), '2026-11-20T09:00:00.000Z');
  await people.save([
    imported(asker),
    imported(somebody(3, 'Chantal Duin')),
    imported(somebody(4, 'Driss Haven')),
    imported(somebody(5, 'Eefje Polder'), { absentFrom: '2026-11-24', absentUntil: '2026-12-01' }),
    imported(somebody(6, 'Bert Kade')),
    imported(somebody(7, 'Gijs Toren')),
    imported(somebody(9, 'Noud Kreek'), { access: ['mandaatbeheerder'] }),
  ]);
});
afterAll(() => bot.stop());
beforeEach(() => {
  bot.clock.now = bot.clock.now.add({ minutes: 11 });
});
const say = async (text: string) => wordsOf(await bot.hear(typed(asker, text)));

describe('who else may, where no deputy is recorded', () => {
  test.each([
    'en als driss er niet is?',
    'en als hij ziek is?',
    'wie vervangt hem?',
    'en wie vervangt Driss?',
  ])('behind "wie valideert bag in noord": %s', async (line) => {
    expect(await say('wie valideert bag in noord')).toContain('Chantal Duin');
    const words = await say(line);
    expect(words).toContain('Er is geen vervanger vastgelegd.');
    expect(words).toMatch(/Wie dit ook mag.*Chantal Duin \(Rotterdam\)/);
    expect(words).toContain('Chat met Chantal');
    expect(words).toContain('"title":"Wie beslist bij een geschil?"');
    expect(words).not.toContain('Wie het wel weet');
    expect(words).not.toContain('"title":"Chat met Driss"');
  });

  test('also where it is asked at once', async () => {
    expect(await say('wie vervangt Driss Haven in Noord?')).toContain('Chantal Duin (Rotterdam)');
  });

  test('the mandaatbeheerder is named where nobody else may', async () => {
    const words = await say('wie vervangt Farid Brug?');
    expect(words).toContain('Wie het wel weet');
    expect(words).toContain('Noud Kreek');
    expect(words).not.toContain('Wie dit ook mag');
  });
});

describe('somebody who is away today', () => {
  test('who may instead is named with whoever replaces them', async () => {
    await say('wie valideert BAG in Charlois?');
    const words = await say('mag bert dat ook');
    expect(words).toContain('Eefje Polder (Charlois)');
    expect(words).toContain('Eefje Polder is vandaag niet beschikbaar. Driss Haven is de vervanger.');
    expect(words).toContain('Chat met Driss');
    expect(words).not.toContain('Chat met Eefje');
  });

  test('of that nothing is said where others read along', async () => {
    const words = wordsOf(
      await bot.hear(inChannel(typed(asker, 'mag Bert Kade BAG valideren in Charlois?'))),
    );
    expect(words).toContain('Eefje Polder (Charlois)');
    expect(words).not.toContain('niet beschikbaar');
  });

  test('"die" is the one whom the answer named first, here the deputy', async () => {
    expect(await say('wie valideert BAG in Charlois?')).toContain('Driss Haven valideert BAG in Charlois');
    const words = await say('en als die er niet is?');
    expect(words).toContain('wie vervangt Driss Haven');
    expect(words).toContain(
      'Driss Haven vervangt hier Eefje Polder. Er is geen andere vervanger vastgelegd.',
    );
    expect(words).toContain('Chantal Duin (Rotterdam)');
  });
});
