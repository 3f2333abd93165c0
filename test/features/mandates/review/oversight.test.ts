import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endingsJob } from '../../../../src/features/mandates/review/expiry.ts';
import { workingDaysAhead } from '../../../../src/features/mandates/review/oversight.ts';
import {
  chatOf,
  imported,
  inChannel,
  manager,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
  typed,
  wordsOf,
} from '../../../support/bot.ts';
import { type ClockJob, clockJob } from '../../../support/clock-job.ts';
import { demoRegister } from '../registers.ts';

const keeper = somebody(5, 'Noud Kreek');
const karim = somebody(7, 'Karim Dijk');
const lotte = somebody(8, 'Lotte Vaart');
const other = somebody(60, 'Mo Elders');
let bot: TestBot;

beforeAll(async () => {
  bot = await startTestBot();
  const { register, people } = bot.core;
  const demo = demoRegister();
  const entries = demo.entries.map((entry) =>
    entry.id === 'R14' ? { ...entry, until: '2026-12-20' } : entry,
  );
  await register.replace(await register.current(), { ...demo, entries }, '2026-11-20T09:00:00.000Z');
  const address = chatOf(karim, bot.connector.url);
  await people.save([
    imported(keeper, { access: ['mandaatbeheerder'] }),
    imported(karim, { reach: 'open', address }),
    imported(lotte, { absentFrom: '2026-11-20', absentUntil: '2026-12-10' }),
  ]);
});
afterAll(() => bot.stop());

// biome-ignore lint/suspicious/noExplicitAny: a card as JSON; each test looks at other parts of it.
const tap = async (verb: string, data: object, who = keeper): Promise<any> =>
  (await bot.post(tapped(who, verb, data))).body.value;
const say = async (text: string, who = keeper) => wordsOf(await bot.hear(typed(who, text)));

describe('controle', () => {
  test('shows a mandaatbeheerder what is wrong, with a button to change it', async () => {
    const words = await say('mandaat controle');
    expect(words).toContain('kijkt een ander mee, maar niet bij R13');
    expect(words).toContain('Wijzig R13');
    expect(words).toContain('Laat een ander valideren of goedkeuren.');
    // R08 validates WOZ, which nobody directs: that takes an entry of its own.
    const more = JSON.stringify(await tap('mandates.check', { from: 12 }));
    expect(more).toMatch(/Niemand voert regie over WOZ(?:(?!Wijzig R).)*"Nieuw mandaat"/);
  });

  test('shows what was reported as a gap', async () => {
    await bot.core.gaps.report({ activity: 'valideren', registration: 'BRK', area: '' }, '2026-11-24');
    expect(await say('mandaat controle')).toContain('Eén keer gemeld, op ');
  });

  test('pages through all findings, each shown once, and back', async () => {
    const { register } = bot.core;
    const known = await register.current();
    const { entries, ...rest } = known.lookup.register;
    const bare = entries.map((one) => ({ ...one, basis: '', holder: `Weg ${one.id}`, deputies: [] }));
    await register.replace(known, { ...rest, entries: bare }, '2026-11-21T09:00:00.000Z');
    const seen: string[] = [];
    let from: number | undefined = 0;
    let pages = 0;
    while (from !== undefined && pages < 50) {
      const card: string = JSON.stringify(await tap('mandates.check', { from }));
      expect(card).not.toContain('npm run');
      seen.push(
        ...[...card.matchAll(/"text":"([^"]+)"\}\]\},\{"type":"RichTextBlock"/g)].map(
          ([, text]) => `${text}`,
        ),
      );
      from = [...card.matchAll(/"title":"Toon meer"[^}]*"from":(\d+)/g)].map(([, at]) => Number(at))[0];
      pages += 1;
    }
    expect(pages).toBeGreaterThan(2);
    const said = seen.filter((text) => text.includes('geen besluit'));
    expect(said.length).toBeGreaterThan(5);
    expect(new Set(said).size).toBe(said.length);
    const last = JSON.stringify(await tap('mandates.check', { from: 999_999 }));
    expect(last).toContain('"title":"Terug"');
    expect(last).not.toContain('Toon meer');
    await register.replace(await register.current(), known.lookup.register, '2026-11-21T10:00:00.000Z');
  });

  test('at a gap opens the form of a new entry, filled in', async () => {
    const { register } = bot.core;
    const first = JSON.stringify(await tap('mandates.check', { from: 0 }));
    const second = JSON.stringify(await tap('mandates.check', { from: 12 }));
    const [, data] = /"title":"Nieuw mandaat","verb":"mandates.new","data":(\{"activity":"[^}]+\})/.exec(
      second + first,
    ) ?? ['', '{}'];
    const gap = JSON.parse(data);
    const { lookup } = await register.current();
    expect(lookup.area(gap.area)).toBeDefined();
    const { body } = await tap('mandates.new', gap);
    const value = (id: string) => body.find((one: { id?: string }) => one.id === id)?.value;
    expect([value('activiteit'), value('registratie'), value('gebied')]).toEqual([
      gap.activity,
      gap.registration,
      gap.area,
    ]);
  });

  test('at a gap that was reported does so too, also for a registration that the register lacks', async () => {
    const { body } = await tap('mandates.new', { activity: 'valideren', registration: 'BRK', area: '' });
    const field = (id: string) => body.find((one: { id?: string }) => one.id === id);
    expect(field('registratie').value).toBe('BRK');
    expect(field('registratie').choices).toContainEqual({ title: 'BRK', value: 'BRK' });
    const { lookup } = await bot.core.register.current();
    expect([field('gebied').value]).toEqual(lookup.roots);
  });

  test('opens no form for others', async () => {
    const data = { activity: 'valideren', registration: 'BRK', area: '' };
    expect(JSON.stringify(await tap('mandates.new', data, karim))).toContain('Dit is voor mandaatbeheerders');
    expect(JSON.stringify(await tap('mandates.check', { from: 0 }, karim))).toContain('Dit is niet voor jou');
  });

  test('is for mandaatbeheerders', async () => {
    expect(await say('mandaat controle', karim)).toContain('Dit is niet voor jou bedoeld');
  });
});

describe('bezetting', () => {
  test('says when nobody works who may do it, and offers to arrange a deputy', async () => {
    const words = await say('bezetting');
    expect(words).toMatch(/keurt niemand BGT goed in Kralingen-Crooswijk/);
    expect(words).toContain('Regel de vervanger');
  });

  test('shows others nothing of who works when', async () => {
    expect(await say('bezetting', karim)).not.toContain('Kralingen');
  });

  test('shows a manager the own team only, and no button that they may not use', async () => {
    const words = await say('bezetting', manager);
    expect(words).toMatch(/keurt niemand BGT goed in Kralingen-Crooswijk/);
    expect(words).not.toContain('Regel de vervanger');
    await bot.core.people.save([imported(other, { access: ['manager'], team: 'elders' })]);
    expect(await say('bezetting', other)).not.toContain('Kralingen');
  });

  test('never says why somebody is away, and in a channel goes to the own chat', async () => {
    expect(await say('bezetting')).not.toMatch(/ziek|vakantie|verlof|afwezig/);
    const sent = await bot.hear(inChannel(typed(keeper, '<at>Kompas</at> bezetting')));
    const inTheChannel = sent.filter(({ conversation }) => conversation === '19:channel');
    expect(inTheChannel).toHaveLength(1);
    expect(wordsOf(inTheChannel)).not.toContain('Kralingen');
  });

  test('looks at working days of two weeks only', () => {
    expect(workingDaysAhead('2026-12-21', ['2026-12-24'])).toEqual([
      '2026-12-21',
      '2026-12-22',
      '2026-12-23',
      '2026-12-28',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
    ]);
  });
});

describe('an entry that ends within thirty days', () => {
  let job: ClockJob;
  beforeAll(() => {
    job = clockJob(endingsJob(bot.core.register), bot.core);
  });

  test('is told to its holder, not at night, not in the weekend, not too early', async () => {
    await job.at('2026-11-19T10:00:00+01:00');
    await job.at('2026-11-24T06:00:00+01:00');
    await job.at('2026-11-22T12:00:00+01:00');
    expect(job.sent).toEqual([]);
    const { municipality } = await bot.core.readSettings();
    await bot.core.settings.changeMunicipality(() => ({ ...municipality, closures: ['2026-11-24'] }));
    await job.at('2026-11-24T10:00:00+01:00');
    expect(job.sent).toEqual([]);
    await bot.core.settings.changeMunicipality(() => municipality);
  });

  test('is told again when nobody could be reached', async () => {
    job.outcome = { kind: 'again', reason: '500' };
    await expect(job.at('2026-11-24T10:00:00+01:00')).rejects.toThrow('nobody could be told');
    job.outcome = { kind: 'sent' };
    job.sent.length = 0;
    await job.at('2026-11-24T10:10:00+01:00');
    expect(job.sent.map(({ to }) => to.conversation)).toEqual(['chat-p7']);
    expect(JSON.stringify(job.sent[0]?.message)).toContain('De laatste dag is 20 december 2026');
  });

  test('is told once', async () => {
    await job.at('2026-11-25T10:00:00+01:00');
    expect(job.sent).toHaveLength(1);
  });
});
