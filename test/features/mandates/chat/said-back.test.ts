import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { imported, somebody, startTestBot, type TestBot, typed, wordsOf } from '../../../support/bot.ts';
import { demoRegister } from '../registers.ts';

const [amira, chantal, gijs] = [
  somebody(2, 'Amira Sol'),
  somebody(3, 'Chantal Duin'),
  somebody(4, 'Gijs Toren'),
];
let bot: TestBot;

beforeAll(async () => {
  bot = await startTestBot({ now: '2026-11-30T09:30:00Z' });
  const { register, people } = bot.core;
  await register.replace(await register.current(), demoRegister(), '2026-11-20T09:00:00.000Z');
  await people.save([amira, chantal, gijs].map((who) => imported(who)));
});
afterAll(() => bot.stop());

const say = async (text: string, who = amira) => wordsOf(await bot.hear(typed(who, text)));

describe('how a question was understood', () => {
  test('leaves out a place that the register does not know, though a part of its name is one', async () => {
    const words = await say('wie valideert BAG in Hoogvliet-Oost?');
    expect(words).toContain('Het gebied Hoogvliet-Oost staat niet in het register');
    expect(words).not.toContain('BAG · Hoogvliet');
    expect(words).toContain('Wie · valideren · BAG · vandaag');
  });

  test.each(['op 31 februari', 'over enkele weken'])('leaves out the day of "%s"', async (day) => {
    const words = await say(`wie valideert BAG in Delfshaven ${day}?`);
    expect(words).toContain('"Wie · valideren · BAG · Delfshaven"');
  });

  test('names nobody who only asks to be told', async () => {
    const words = await say('can you tell me who approves the BAG in Delfshaven?');
    expect(words).toContain('Wie · goedkeuren · BAG · Delfshaven · vandaag');
    expect(words).toContain('Het register noemt hiervoor niemand.');
    expect(words).not.toContain('Amira Sol');
  });

  test('is nothing of mandates where English asks for something of one’s own', async () => {
    for (const text of ['where can I find my holidays?', 'where can i find my holidays?'])
      expect(await say(text)).not.toMatch(/Mandaten|ken ik niet/);
  });
});

describe('whoever asks about themselves', () => {
  test('is spoken to', async () => {
    expect(await say('mag ik BGT valideren in Delfshaven?')).toContain(
      'Nee, je mag BGT niet valideren in Delfshaven',
    );
    expect(await say('mag ik BAG verwerken in Delfshaven?')).toContain(
      'Ja, je mag BAG verwerken in Delfshaven',
    );
    expect(await say('wie vervangt mij?')).toContain('Bert Kade vervangt jou');
    expect(await say('vervang ik Bert Kade?')).toContain('Ja, je vervangt Bert Kade');
    expect(await say('vervangt Driss Haven mij?')).toContain('Nee, Driss Haven is geen vervanger van jou');
    expect(await say('tot welk bedrag mag ik opdrachten verstrekken?', gijs)).toContain(
      'Je mag opdrachten verstrekken tot en met',
    );
  });

  test('reads the name of anybody else', async () => {
    expect(await say('mag Amira Sol BGT valideren in Delfshaven?', chantal)).toContain(
      'Nee, Amira Sol mag BGT niet valideren in Delfshaven',
    );
  });
});
