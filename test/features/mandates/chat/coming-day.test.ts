import { afterAll, beforeAll, expect, test } from 'vitest';
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

const [asker, keeper] = [somebody(2, 'Karim Dijk'), somebody(3, 'Hanna Kering')];
const away = { absentFrom: '2026-11-29', absentUntil: '2026-12-05' };
const note = 'Of iemand er dan is, staat er niet bij.';
const cover = 'Bekijk de bezetting';
let bot: TestBot;

beforeAll(async () => {
  bot = await startTestBot({ now: '2026-11-30T09:30:00Z' });
  const { register, people } = bot.core;
  await register.replace(await register.current(), demoRegister(), '2026-11-20T09:00:00.000Z');
  await people.save([
    imported(asker),
    imported(keeper, { access: ['mandaatbeheerder'] }),
    // Who validates BAG in Delfshaven, and who deputises.
    imported(somebody(4, 'Chantal Duin'), away),
    imported(somebody(5, 'Driss Haven'), away),
    imported(somebody(6, 'Eefje Polder')),
  ]);
});
afterAll(() => bot.stop());

const say = async (text: string, who = asker) => wordsOf(await bot.hear(typed(who, text)));

test('an answer for a day to come says that it does not tell who is there', async () => {
  for (const text of [
    'wie valideert BAG in Delfshaven op 4 december?',
    'wie vervangt Chantal Duin op 4 december?',
    'wie beslist bij een geschil over de BAG op 4 december?',
  ]) {
    const words = await say(text);
    expect(words).toContain(note);
    expect(words).not.toContain(cover);
    expect(words).not.toMatch(/niet beschikbaar|er vandaag niet/);
  }
});

test('it is said alike of who is there and of who is away', async () => {
  expect(await say('wie valideert BAG in Charlois op 4 december?')).toContain(note);
});

test('who keeps the register is led to the days on which nobody works', async () => {
  const words = await say('wie valideert BAG in Delfshaven op 4 december?', keeper);
  expect(words).toContain(note);
  expect(words).toContain(`"title":"${cover}","verb":"mandates.cover"`);
  const shown = await bot.post(tapped(keeper, 'mandates.cover', { from: 0 }));
  expect(JSON.stringify(shown.body.value)).toContain('Bezetting in de komende twee weken');
  // What lies further ahead stands there not.
  expect(await say('wie valideert BAG in Delfshaven op 1 februari?', keeper)).not.toContain(cover);
});

test('nothing of it is said of today, of what somebody may, or where others read along', async () => {
  expect(await say('wie valideert BAG in Delfshaven?')).not.toContain(note);
  expect(await say('mag Chantal Duin BAG valideren in Delfshaven op 4 december?')).not.toContain(note);
  const channel = await bot.hear(inChannel(typed(keeper, 'wie valideert BAG in Delfshaven op 4 december?')));
  expect(wordsOf(channel)).not.toContain(note);
  expect(wordsOf(channel)).not.toContain(cover);
});

test('there is no such button where the municipality tells of nobody whether they are there', async () => {
  await bot.core.settings.changeMunicipality((now) => ({ ...now, absenceHidden: true }));
  bot.clock.now = bot.clock.now.add({ minutes: 5 });
  const words = await say('wie valideert BAG in Delfshaven op 4 december?', keeper);
  expect(words).toContain(note);
  expect(words).not.toContain(cover);
});
