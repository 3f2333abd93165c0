import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { moreSchema } from '../../../src/features/checkin/answering.ts';
import {
  chatOf,
  imported,
  manager,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
  typed,
} from '../../support/bot.ts';

const PERIOD = '2026-W48';
const amira = somebody(1);
const bert = somebody(2);
const lonely = somebody(30);
const stranger = somebody(99);
const open = Temporal.Instant.from('2026-11-25T11:00:00Z');

let bot: TestBot;

beforeAll(async () => {
  bot = await startTestBot({
    seed: async ({ people, settings }) => {
      const { teams, municipality } = await settings.read();
      const [team] = teams;
      if (!team) throw new Error('the harness has a team');
      await settings.saveTeam({ ...team, key: 'klein', name: 'Klein' });
      await settings.changeMunicipality(() => ({
        ...municipality,
        partners: [{ label: 'Een coach', upn: bert.upn }],
        counsellor: { name: 'Rosa Linde', contact: '010 000 00 00' },
        procedure: 'https://gemeente.example/melden',
      }));
      await people.save([{ ...imported(lonely), team: 'klein' }]);
    },
  });
});
afterAll(() => bot.stop());

const ownAnswer = (who = amira) => bot.core.answers.own('objecten-west', who.account, PERIOD);

beforeEach(async () => {
  bot.clock.now = open;
  await bot.core.answers.withdraw('objecten-west', amira.account, PERIOD);
});

/** Taps and gives the words on the card that comes back. */
async function tap(verb: string, data: object = {}, who = amira): Promise<string> {
  const { status, body } = await bot.post(tapped(who, verb, { period: PERIOD, ...data }));
  expect(status).toBe(200);
  expect(body.type).toBe('application/vnd.microsoft.card.adaptive');
  return JSON.stringify(body.value);
}

test('the form says that a text with a name goes to whoever leads the team when the week closes', async () => {
  await tap('checkin.answer', { score: 4 });
  expect(await tap('checkin.more')).toContain(
    'zodra de check-in sluit. Na 12 weken is je toelichting weg. Met naam? Dan leest je leidinggevende je toelichting en je naam, niet je keuze',
  );
});

describe('answering', () => {
  test('a tap is stored and thanked for', async () => {
    expect(await tap('checkin.answer', { score: 4 })).toContain('Je koos: **goed**');
    expect(await ownAnswer()).toMatchObject({ score: 4, themes: [] });
  });

  test('two devices and a double click leave one answer', async () => {
    await Promise.all([1, 5, 5, 2, 2].map((score) => tap('checkin.answer', { score })));
    const rows = await bot.core.answers.inPeriod('objecten-west', PERIOD);
    expect(rows.size).toBe(1);
    expect([...rows.values()][0]).toEqual(await ownAnswer());
  });

  test('"alleen ik" on one device holds, whatever another device taps at that moment', async () => {
    const save = (sharing: string) => tap('checkin.save', { comment: 'Lang wachten', sharing });
    for (let round = 0; round < 8; round += 1) {
      await tap('checkin.answer', { score: 1 });
      await save('without-name');
      await Promise.all([save('private'), tap('checkin.answer', { score: 5 })]);
      expect(await ownAnswer()).toMatchObject({ score: 5, comment: 'Lang wachten', sharing: 'private' });
      await Promise.all([tap('checkin.answer', { score: 4 }), tap('checkin.withdraw')]);
      expect((await ownAnswer())?.comment).toBeUndefined();
    }
  });

  test('a failed tap with themes may be offered again as it was understood', () => {
    const understood = moreSchema.parse({ period: PERIOD, themes: 'leren,anders', comment: 'x', rest: {} });
    expect(moreSchema.parse(understood)).toEqual(understood);
    expect(Object.keys(understood).sort()).toEqual(['comment', 'period', 'sharing', 'themes']);
  });

  test('another answer keeps the theme and the comment', async () => {
    await tap('checkin.answer', { score: 2 });
    await tap('checkin.save', { themes: 'leren', comment: 'Lang wachten', sharing: 'without-name' });
    await tap('checkin.answer', { score: 3 });
    expect(await ownAnswer()).toMatchObject({
      score: 3,
      themes: ['leren'],
      comment: 'Lang wachten',
      sharing: 'without-name',
    });
  });

  test('a comment is for its writer unless they choose otherwise', async () => {
    await tap('checkin.answer', { score: 2 });
    await tap('checkin.save', { comment: 'Alleen voor mij' });
    expect((await ownAnswer())?.sharing).toBe('private');
  });

  test('three themes are asked back, and what was typed is still there', async () => {
    await tap('checkin.answer', { score: 2 });
    const words = await tap('checkin.save', { themes: 'leren,anders,techniek', comment: 'Blijft staan' });
    expect(words).toContain('Kies er hooguit 2');
    expect(words).toContain('Blijft staan');
    expect((await ownAnswer())?.themes).toEqual([]);
  });

  test.each([
    ['a theme that does not exist', { themes: 'geld,leren' }],
    ['a sharing that does not exist', { sharing: 'everybody' }],
  ])('%s is asked back, and nobody gets to read what was typed', async (_, odd) => {
    await tap('checkin.answer', { score: 2 });
    const words = await tap('checkin.save', { comment: 'Blijft staan', sharing: 'without-name', ...odd });
    expect(words).toContain('Een keuze kon ik niet lezen. Kies opnieuw.');
    expect(words).toContain('"value":"Blijft staan"');
    expect((await ownAnswer())?.comment).toBeUndefined();
  });

  test('a text that is too long is cut, and the person is told', async () => {
    await tap('checkin.answer', { score: 2 });
    const words = await tap('checkin.save', { comment: '😀'.repeat(25_000) });
    expect(words).toContain('De eerste 1.000 tekens zijn bewaard');
    expect((await ownAnswer())?.comment).toBe('😀'.repeat(1_000));
  });

  test('templates, Markdown and mentions in a comment come back as they were typed', async () => {
    const comment = '${period} **vet** [klik](https://kwaad.example) <at>Bert</at>';
    await tap('checkin.answer', { score: 2 });
    const { body } = await bot.post(tapped(amira, 'checkin.save', { period: PERIOD, comment }));
    const runs = JSON.stringify(body.value).match(/\{"type":"TextRun","text":"\$\{period\}[^}]*\}/);
    expect(JSON.parse(runs?.[0] ?? '{}')).toEqual({ type: 'TextRun', text: comment });
  });

  test('whoever looks for another answer can go back to the one they gave', async () => {
    await tap('checkin.answer', { score: 2 });
    const again = await tap('checkin.again');
    expect(again).toMatch(/"title":"Terug"[^}]*"verb":"checkin.open"/);
    expect(again).not.toContain('Mijn antwoord van deze week');
    expect(await tap('checkin.open')).toContain('Je koos: **zwaar**');
  });

  test('the form says with each choice who reads the text, and behind a button who sees the themes', async () => {
    await tap('checkin.answer', { score: 2 });
    const form = await tap('checkin.more');
    const choices = [
      'Alleen ik',
      'Mijn team en leidinggevende, zonder mijn naam',
      'Mijn leidinggevende, met mijn naam',
    ];
    for (const choice of choices) expect(form).toContain(`"title":"${choice}"`);
    expect(form).toContain('ook zonder naam herkent iemand je soms aan wat je schrijft');
    expect(form).toContain('Thema’s: in het teambeeld staat wat ten minste 3 mensen kozen');
  });

  test('withdrawing leaves nothing behind, and again is harmless', async () => {
    await tap('checkin.answer', { score: 1 });
    expect(await tap('checkin.withdraw')).toContain('Je antwoord is ingetrokken');
    expect(await tap('checkin.withdraw')).toContain('Je antwoord is ingetrokken');
    expect(await ownAnswer()).toBeUndefined();
    expect((await bot.core.answers.inPeriod('objecten-west', PERIOD)).size).toBe(0);
  });

  test('adding to an answer that was withdrawn on another device starts with the question', async () => {
    expect(await tap('checkin.save', { comment: 'Te laat' })).toContain('Hoe zit je erbij?');
    expect(await ownAnswer()).toBeUndefined();
  });

  test('refresh shows each viewer their own state', async () => {
    await tap('checkin.answer', { score: 5 });
    expect(await tap('checkin.open')).toContain('Je koos: **heel goed**');
    expect(await tap('checkin.open', {}, bert)).not.toContain('Je koos');
  });

  test('the typed command gets the same stored message with and without an answer', async () => {
    const before = await bot.hear(typed(amira, 'check-in'));
    await tap('checkin.answer', { score: 1 });
    const after = await bot.hear(typed(amira, 'check-in'));
    const body = (sent: typeof before) => sent.map(({ activity }) => activity.attachments);
    expect(body(after)).toEqual(body(before));
    expect(JSON.stringify(body(after))).not.toContain('Je koos');
    // What was chosen stands in the reply to a tap on that card alone.
    expect(await tap('checkin.open')).toContain('Je koos: **heel zwaar**');
  });
});

describe('a week that is skipped', () => {
  test('is remembered, and can be answered after all', async () => {
    const [sent] = await bot.hear(typed(amira, 'deze week niet'));
    expect(JSON.stringify(sent)).toContain('Goed, deze week niet');
    expect(await ownAnswer()).toMatchObject({ skipped: true });
    expect(await tap('checkin.open')).toContain('Deze week sla je over');
    await tap('checkin.answer', { score: 4 });
    expect(await ownAnswer()).toMatchObject({ score: 4 });
    expect((await ownAnswer())?.skipped).toBeUndefined();
  });

  test('does not throw away an answer that was there, and says the same', async () => {
    const said = async () =>
      (await bot.hear(typed(amira, 'Deze week niet.'))).map(({ activity }) => activity.attachments);
    const without = await said();
    await tap('checkin.answer', { score: 4 });
    expect(await said()).toEqual(without);
    expect(JSON.stringify(without)).toContain('Had je al iets ingevuld? Dan blijft dat staan');
    expect(JSON.stringify(without)).toContain('"title":"Bekijk of wijzig","verb":"checkin.open"');
    expect(await ownAnswer()).toMatchObject({ score: 4 });
    expect(await tap('checkin.open')).toContain('Intrekken');
  });
});

describe('skipping passes the same gate as answering', () => {
  const skipped = async (who: typeof amira) => [
    await tap('checkin.skip', {}, who),
    JSON.stringify(await bot.hear(typed(who, 'deze week niet'))),
  ];

  test.each([
    ['before the window opens', '2026-11-23T08:59:59Z', 'nog niet open'],
    ['from three on Friday', '2026-11-27T14:00:00Z', 'gesloten'],
  ])('%s nothing is stored', async (_when, moment, words) => {
    bot.clock.now = Temporal.Instant.from(moment);
    for (const said of await skipped(amira)) expect(said).toContain(words);
    expect(await ownAnswer()).toBeUndefined();
  });

  test('a small team is not asked, so there is nothing to skip', async () => {
    for (const said of await skipped(lonely)) expect(said).toContain('Je team is klein');
    expect((await bot.core.answers.inPeriod('klein', PERIOD)).size).toBe(0);
  });

  test('before the consent nothing is stored', async () => {
    const { municipality } = await bot.core.settings.read();
    await bot.core.settings.changeMunicipality(() => ({ ...municipality, consent: undefined }));
    try {
      for (const said of await skipped(amira)) expect(said).toContain('De check-in is nog niet gestart');
      expect(await ownAnswer()).toBeUndefined();
    } finally {
      await bot.core.settings.changeMunicipality(() => municipality);
    }
  });
});

describe('at another moment', () => {
  test.each([
    ['before the window opens', '2026-11-23T08:59:59Z', 'Deze check-in is nog niet open'],
    ['from three on Friday', '2026-11-27T14:00:00Z', 'Deze check-in is gesloten'],
    ['weeks later', '2026-12-16T10:00:00Z', 'Naar de check-in van nu'],
  ])('%s nothing is stored and the card says so kindly', async (_when, moment, words) => {
    bot.clock.now = Temporal.Instant.from(moment);
    expect(await tap('checkin.answer', { score: 4 })).toContain(words);
    expect(await ownAnswer()).toBeUndefined();
  });

  test.each(['2026-W54', '2025-W53', 'zzz', '', '0000-W01', '9999-W99'])(
    'week %j does not exist',
    async (period) => {
      expect(await tap('checkin.answer', { period, score: 4 })).toContain('Er is nu geen check-in');
    },
  );

  test('the typed command says when the next one begins', async () => {
    bot.clock.now = Temporal.Instant.from('2026-11-28T10:00:00Z');
    const [sent] = await bot.hear(typed(amira, 'check-in'));
    expect(JSON.stringify(sent)).toContain('gesloten');
  });
});

describe('a team that is too small', () => {
  test('gets a conversation and no scale, and nothing is collected', async () => {
    const [sent] = await bot.hear(typed(lonely, 'check-in'));
    expect(JSON.stringify(sent)).toContain('Je team is klein');
    expect(await tap('checkin.answer', { score: 4 }, lonely)).toContain('Je team is klein');
    expect((await bot.core.answers.inPeriod('klein', PERIOD)).size).toBe(0);
  });

  test('is also one of six of whom one is recorded as leading it', async () => {
    const six = [1, 2, 3, 4, 5, 6].map((n) => somebody(50 + n));
    const { people, settings, answers } = bot.core;
    const found = (await settings.read()).teams[0];
    if (!found) throw new Error('the harness has a team');
    await settings.saveTeam({ ...found, key: 'zes', name: 'Zes', managers: [six[5]?.upn ?? ''] });
    await people.save(six.map((who) => ({ ...imported(who), team: 'zes' })));
    for (const who of six)
      expect(await tap('checkin.answer', { score: 4 }, who)).toContain('Je team is klein');
    expect((await answers.inPeriod('zes', PERIOD)).size).toBe(0);
  });
});

describe('somebody whom nobody added', () => {
  test('is told whom to ask', async () => {
    expect(await tap('checkin.answer', { score: 4 }, stranger)).toContain('Je staat nog niet in een team');
    expect(await tap('checkin.line', {}, stranger)).toContain('Je staat nog niet in een team');
  });
});

describe('ik wil even praten', () => {
  test('offers the same people to everybody, whatever they answered', async () => {
    const before = await tap('checkin.talk');
    await tap('checkin.answer', { score: 1 });
    expect(await tap('checkin.talk')).toBe(before);
    expect(before).toContain('Rosa Linde, 010 000 00 00');
  });

  test('tells plainly when somebody cannot be reached, and sends nothing', async () => {
    const sent = bot.connector.sent.length;
    expect(await tap('checkin.send-talk', { partner: manager.account })).toContain(
      `Ik kan ${manager.name} nu niet bereiken.`,
    );
    expect(bot.connector.sent).toHaveLength(sent);
  });

  test('goes to the one who was chosen, with a name and nothing else, and is not stored', async () => {
    const address = chatOf(manager, bot.connector.url);
    await bot.core.people.change('objecten-west', manager.id, (now) => ({ ...now, reach: 'open', address }));
    const rows = async () => JSON.stringify(await bot.core.people.everybody());
    const before = await rows();
    expect(await tap('checkin.talk')).toContain(`"${manager.name}, mijn leidinggevende"`);
    const words = await tap('checkin.send-talk', { partner: manager.account });
    expect(words).toContain('Je vraag is verstuurd');
    expect(words).toContain(`"${manager.name} krijgt je naam`);
    expect(words.toLowerCase()).not.toContain('diegene');
    const last = bot.connector.sent.at(-1);
    expect(last?.conversation).toBe('chat-p9');
    expect(JSON.stringify(last)).toContain(amira.name);
    expect(await rows()).toBe(before);
  });

  test('does not go to somebody who was never offered', async () => {
    const sent = bot.connector.sent.length;
    expect(await tap('checkin.send-talk', { partner: somebody(3).upn })).toContain('Dit kan niet meer');
    expect(bot.connector.sent).toHaveLength(sent);
  });
});

describe('after consent or DPIA was taken back', () => {
  test.each(['consent', 'dpia'] as const)('an answer can only be taken back (%s)', async (decision) => {
    const { municipality: before } = await bot.core.settings.read();
    await tap('checkin.answer', { score: 2 });
    await bot.core.settings.changeMunicipality(() => ({ ...before, [decision]: undefined }));
    try {
      expect(await tap('checkin.answer', { score: 5 })).toContain('De check-in is nog niet gestart');
      expect(await ownAnswer()).toMatchObject({ score: 2 });
      const shown = await tap('checkin.open');
      expect(shown).toContain('De check-in is gestopt');
      expect(shown).toContain('"verb":"checkin.ask-withdraw"');
      // Typed words get a stored message: the same for everybody, whether they answered or not.
      expect(JSON.stringify(await bot.hear(typed(amira, 'check-in')))).not.toContain('withdraw');
      const gone = await tap('checkin.withdraw');
      expect(gone).toContain('Je antwoord is ingetrokken');
      expect(gone).not.toContain('checkin.again');
      expect(await ownAnswer()).toBeUndefined();
      expect(await tap('checkin.open')).toContain('De check-in is nog niet gestart');
    } finally {
      await bot.core.settings.changeMunicipality(() => before);
    }
  });
});

describe('before the works council consented', () => {
  test('nothing can be answered', async () => {
    const { municipality } = await bot.core.settings.read();
    await bot.core.settings.changeMunicipality(() => ({ ...municipality, consent: undefined }));
    try {
      expect(await tap('checkin.answer', { score: 4 })).toContain('De check-in is nog niet gestart');
      expect(await ownAnswer()).toBeUndefined();
    } finally {
      await bot.core.settings.changeMunicipality(() => municipality);
    }
  });
});
