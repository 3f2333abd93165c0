import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  imported,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
  typed,
  wordsOf,
} from '../../../support/bot.ts';
import { form } from '../changes/form.ts';
import { demoRegister } from '../registers.ts';

const [asker, keeper] = [somebody(2, 'Karim Dijk'), somebody(5, 'Noud Kreek')];
let bot: TestBot;

beforeAll(async () => {
  bot = await startTestBot({ now: '2026-11-25T09:30:00Z', env: { TURNS_PER_MINUTE: '1000' } });
  const { register, people, settings } = bot.core;
  await register.replace(await register.current(), demoRegister(), '2026-11-20T09:00:00.000Z');
  await people.save([
    imported(asker),
    imported(keeper, { access: ['mandaatbeheerder'] }),
    imported(somebody(6, 'Oumaima Singel')),
    imported(somebody(8, 'Hanna Kering')),
  ]);
  await settings.changeMunicipality((now) => ({
    ...now,
    secondRegistrar: somebody(6, 'Oumaima Singel').upn,
  }));
});
afterAll(() => bot.stop());
beforeEach(() => {
  bot.clock.now = bot.clock.now.add({ hours: 1 });
});
const say = async (text: string, who = asker) => wordsOf(await bot.hear(typed(who, text)));

describe('who keeps the register', () => {
  test.each([
    'wie is er nog meer mandaatbeheerder',
    'wie zijn de andere mandaatbeheerders?',
    'hoeveel mandaatbeheerders zijn er',
    'wie is de tweede persoon',
    'wie is de tweede registrator?',
    'wie moet mijn voorstel goedkeuren',
  ])('%s', async (text) => {
    const words = await say(text, keeper);
    expect(words).toContain('Noud Kreek');
    expect(words).toContain('Tweede persoon, die ook registreert: Oumaima Singel');
  });

  test.each([
    'wat kan ik als mandaatbeheerder',
    'wat mag ik als mandaatbeheerder?',
    'wat doet een mandaatbeheerder',
  ])('%s shows who keeps it what they can type', async (text) => {
    expect(await say(text, keeper)).toContain('wijzig vervanger R01');
    expect(await say(text)).toContain('Dit is voor mandaatbeheerders');
  });
});

describe('words that are typed otherwise', () => {
  test.each(['wie vervangd chantal', 'wie vervant Chantal', 'wie vervnagt chantal?', 'wie fervangt chantal'])(
    '%s',
    async (text) => {
      expect(await say(text)).toMatch(/vervangen Chantal Duin/);
    },
  );

  test('in English that nothing is recorded is said in English too', async () => {
    const words = await say('who can approve BAG in Delfshaven?');
    expect(words).toContain('In English: the register names nobody who may approve this.');
    expect(words).toContain('who may validate');
    expect(await say('wie keurt BAG goed in Delfshaven?')).not.toContain('In English');
  });

  test('a word that is all that counts leads to no answer that nobody asked for', async () => {
    const words = await say('wie heeft mandaat om een sloopmelding goed te keuren?');
    expect(words).toContain('sloopmelding');
    expect(words).not.toContain('"title":"Goedkeuren","verb":"mandates.ask"');
  });

  test('a name in a proposal that is nearly that of a colleague is asked about', async () => {
    const { body } = await bot.post(
      tapped(keeper, 'mandates.propose', {
        kind: 'change',
        of: 'R01',
        ...form({ houder: 'Hana Kering', activiteit: 'verwerken', gebied: 'Delfshaven' }),
      }),
    );
    expect(JSON.stringify(body)).toContain('Bedoel je Hanna Kering, en niet Hana Kering?');
  });

  test.each(['3000 euro', '€ 3.000', '3.000,00', '3000'])('an amount on the form: %s', async (amount) => {
    const sent = { kind: 'change', of: 'R01', ...form({ limiet_eur: amount }) };
    const { body } = await bot.post(tapped(keeper, 'mandates.propose', sent));
    expect(JSON.stringify(body)).not.toContain('geen heel bedrag');
  });
});

describe('whether somebody is there', () => {
  test.each(['is Bert ziek', 'hoe vaak is Bert ziek', 'wanneer is Bert weg?', 'is Bert er vandaag?'])(
    '%s is told of nobody',
    async (text) => {
      await say('wie valideert BAG in Noord?');
      const words = await say(text);
      expect(words).toContain('Dat zeg ik van niemand');
      expect(words).toContain('"title":"Wie vervangt Bert?"');
      expect(words).not.toContain('Gelezen als');
    },
  );

  test('is said in the same way of everybody, known or not', async () => {
    expect(await say('is Henk de Vries ziek')).toContain('Dat zeg ik van niemand');
    expect(await say('wie is er ziek?')).toContain('Dat zeg ik van niemand');
  });
});

test.each(['kan mijn baas dit zien?', 'wanneer ben ik weg?', 'mijn afwezigheid'])(
  '%s is not about mandates, also right behind a question',
  async (text) => {
    const isTaken = (words: string) => /Waar gaat je vraag over\?|Gelezen als|vervangt/.test(words);
    expect(isTaken(await say(text))).toBe(false);
    await say('wie valideert BAG in Noord?');
    expect(isTaken(await say(text))).toBe(false);
  },
);
