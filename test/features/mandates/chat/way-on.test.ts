import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  imported,
  inChannel,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
  typed,
  wordsOf,
} from '../../../support/bot.ts';
import { demoRegister } from '../registers.ts';

const asker = somebody(2, 'Karim Dijk');
const away = { absentFrom: '2026-11-24', absentUntil: '2026-12-01' };
let bot: TestBot;

beforeAll(async () => {
  bot = await startTestBot();
  const { register, people } = bot.core;
  await register.replace(await register.current(), demoRegister(), '2026-11-20T09:00:00.000Z');
  await people.save([
    imported(asker),
    // Who validates BGT in Delfshaven and who deputises, and who validates BAG in Noord.
    imported(somebody(3, 'Chantal Duin'), away),
    imported(somebody(4, 'Driss Haven'), away),
    imported(somebody(5, 'Eefje Polder')),
    imported(somebody(6, 'Lotte Vaart'), away),
    imported(somebody(7, 'Gijs Toren')),
    imported(somebody(8, 'Hanna Kering')),
    imported(somebody(10, 'Farid Brug'), away),
  ]);
});
afterAll(() => bot.stop());

const say = async (text: string) => wordsOf(await bot.hear(typed(asker, text)));
/** The question that a button of this title carries. */
function carriedBy(words: string, title: string): object {
  const found = words.match(
    new RegExp(
      `"title":"${title.replace('?', '\\?')}","verb":"mandates.ask","data":(\\{"question":\\{.*?\\}\\})`,
    ),
  );
  if (!found?.[1]) throw new Error(`no button ${title}`);
  return JSON.parse(found[1]);
}
const follow = async (words: string, title: string) =>
  JSON.stringify((await bot.post(tapped(asker, 'mandates.ask', carriedBy(words, title)))).body.value);

describe('when holder and deputy are both away', () => {
  test('a button asks who settles a dispute about the same', async () => {
    const words = await say('wie valideert BGT in Delfshaven?');
    expect(words).toContain(
      'Driss Haven is vandaag niet beschikbaar. Ook vervanger Chantal Duin is er vandaag niet.',
    );
    expect(await follow(words, 'Wie beslist bij een geschil?')).toContain(
      'Hanna Kering beslist bij een geschil over BGT',
    );
  });

  test('a button asks who may in the whole municipality, when somebody does', async () => {
    const words = await say('wie valideert BAG in Noord?');
    expect(words).toContain('Er is vandaag geen vervanger.');
    expect(await follow(words, 'Wie mag dit nog meer?')).toContain('Chantal Duin');
    expect(await say('wie valideert BGT in Delfshaven?')).not.toContain('Wie mag dit nog meer?');
  });

  test('the question who replaces has the same way on', async () => {
    expect(await say('wie vervangt Driss Haven bij BGT valideren in Delfshaven?')).toContain(
      'Wie beslist bij een geschil?',
    );
  });

  test('without anybody else the mandaatbeheerder is named', async () => {
    expect(await say('wie valideert WOZ?')).toContain('Wie is mandaatbeheerder?');
  });

  test('nothing of it is told where others read along, or of another day', async () => {
    const channel = wordsOf(await bot.hear(inChannel(typed(asker, 'wie valideert BGT in Delfshaven?'))));
    expect(channel).not.toContain('Wie beslist bij een geschil?');
    expect(await say('wie valideert BGT in Delfshaven op 26 november?')).not.toContain(
      'Wie beslist bij een geschil?',
    );
  });

  test('"als die ook weg is" is about who was named instead, and not about who is away', async () => {
    await say('wie vervangt Driss Haven bij BGT valideren in Delfshaven?');
    expect(await say('en als die ook weg is?')).toContain(
      'wie vervangt Chantal Duin bij BGT valideren in Delfshaven?',
    );
    await say('wie vervangt Driss Haven bij BAG valideren in Noord?');
    expect(await say('en als die ook ziek is')).toContain('wie vervangt Chantal Duin');
  });

  test('somebody who works has no such buttons', async () => {
    expect(await say('wie beslist bij een geschil over de BGT?')).not.toContain(
      'Wie beslist bij een geschil?',
    );
  });
});
