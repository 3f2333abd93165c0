import { strFromU8, unzipSync } from 'fflate';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { linkProblem } from '../../../../src/features/pilots/learning/link.ts';
import { enforceRetention } from '../../../../src/storage/index.ts';
import { imported, startTestBot, type TestBot, typed, wordsOf } from '../../../support/bot.ts';
import { runAt } from '../../../support/clock-job.ts';
import { crew, lead, mate, outsider, pilot, practice, taps, tapWords, theOnly } from '../crew.ts';

let bot: TestBot;
let id: string;

const says = async (who: typeof lead, text: string) => wordsOf(await bot.hear(typed(who, text)));
/** What somebody of another team finds. */
const library = () => tapWords(bot, outsider, 'practice.list', { query: '', skip: 0 });
const whole = {
  ...practice,
  reason: 'Tien mutaties per week kwamen terug.',
  figures: 'Van 12 naar 8 dagen.',
  link: 'https://intranet.example/werkwijze?a=1',
};
const propose = (who: typeof lead, change: object = {}) =>
  tapWords(bot, who, 'learning.propose', { id, ...whole, ...change });
const agree = async (who: typeof lead) =>
  tapWords(bot, who, 'learning.agree', { id, proposal: (await theOnly(bot)).proposal ?? 0 });
const shared = async (change: object = {}) => {
  await propose(mate, change);
  await agree(lead);
};

beforeEach(async () => {
  bot = await startTestBot({ seed: crew });
  await bot.core.learnings.addLearning(pilot, 'Terugsturen kost drie dagen', 'retro');
  id = (await theOnly(bot)).id;
});
afterEach(() => bot.stop());

describe('a praktijkvoorbeeld', () => {
  test('tells the reason, how, why, result, figures and a link; the team that may be called', async () => {
    await shared();
    const found = await library();
    for (const part of [
      'Aanleiding: ',
      whole.reason,
      'Werkwijze of proces: ',
      whole.process,
      'Cijfers: ',
      whole.figures,
      'Zoekopdracht (query) of link: ',
      whole.link,
      'Objecten West',
    ])
      expect(found).toContain(part);
    expect(found).toContain('1 praktijkvoorbeeld van alle teams');
    expect(found).not.toContain('Te bellen');
  });

  test.each(['tien mutaties', '12 naar 8', 'intranet'])('is found by "%s"', async (words) => {
    await shared();
    expect(await says(outsider, `praktijkvoorbeelden zoeken ${words}`)).toContain(whole.title);
  });

  test('of before these were asked stays readable, also as a file', async () => {
    await bot.core.learnings.change(id, (now) => ({
      ...now,
      title: 'Van vroeger',
      why: 'Het scheelt.',
      result: '',
      process: 'Mutaties BAG',
      state: 'shared',
    }));
    const found = await library();
    expect(found).toContain('Van vroeger');
    for (const missing of ['Aanleiding', 'Cijfers', 'Zoekopdracht (query) of link', 'undefined'])
      expect(found).not.toContain(missing);
    for (const format of ['md', 'csv', 'docx']) expect(await fileOf(format)).toContain('Van vroeger');
  });

  test('comes back with everything that was typed when something is wrong', async () => {
    const words = await propose(mate, { title: ' ', link: 'http://evil.example', named: 'me' });
    expect(words).toContain('Geef het een titel.');
    for (const part of [whole.reason, whole.figures, 'http://evil.example', '"value":"me"'])
      expect(words).toContain(part);
  });

  test('of which each text is as long as it may be fits on a card, and the next page goes on', async () => {
    const long = (length: number) => '😀'.repeat(length);
    for (let n = 0; n < 5; n += 1) {
      await bot.core.learnings.addLearning(pilot, `Les ${n}`, 'retro');
      const one = (await bot.core.learnings.all()).find(({ text }) => text === `Les ${n}`);
      await bot.core.learnings.change(one?.id ?? '', (now) => ({
        ...now,
        state: 'shared',
        title: `Titel ${n} ${long(110)}`,
        reason: long(300),
        process: long(300),
        why: long(500),
        result: long(500),
        figures: long(200),
        link: long(300),
      }));
    }
    const seen = new Set<string>();
    let skip: number | undefined = 0;
    while (skip !== undefined) {
      const card = await taps(bot, outsider, 'practice.list', { query: '', skip });
      const words = JSON.stringify(card);
      expect(Buffer.byteLength(words)).toBeLessThan(40_000);
      for (const [title] of words.matchAll(/Titel \d/g)) seen.add(title);
      skip = Number(
        /"title":"Toon meer","verb":"practice.list","data":\{"query":"","skip":(\d+)/.exec(words)?.[1] ??
          Number.NaN,
      );
      if (Number.isNaN(skip)) skip = undefined;
    }
    expect(seen.size).toBe(5);
  });
});

describe('a query or link', () => {
  test.each([
    'https://intranet.example/a?b=c#d',
    'Zie https://a.example en HTTPS://B.example/pad.',
    'SELECT id FROM pand WHERE status = 3',
    "status:'in gebruik' AND jaar > 2020",
    'FME: werkmap mutaties.fmw',
    '',
  ])('may be %j', (text) => {
    expect(linkProblem(text)).toBeUndefined();
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' (javascript:alert(1))',
    'data:text/html,<b>x</b>',
    'http://onveilig.example',
    'file:///c:/geheim',
    'ftp://a.example',
    'ms-excel:ofe|u|https://a.example',
    'mailto:iemand@a.example',
    'https://bank.example@evil.example/',
    'https://naam:wachtwoord@a.example',
    'https://localhost/x',
    'https://',
    'Kijk op javascript://a.example/%0aalert(1)',
  ])('may not be %j', (text) => {
    expect(linkProblem(text)).toContain('https://');
  });

  test('is refused with the form, shown as text alone and never as a link', async () => {
    expect(await propose(mate, { link: 'javascript:alert(1)' })).toContain('gebruik alleen een link');
    expect((await theOnly(bot)).state).toBe('own');
    await shared({ link: 'https://a.example/[klik](https://evil.example)' });
    const card = JSON.stringify(await taps(bot, outsider, 'practice.list', { query: '', skip: 0 }));
    expect(card).not.toContain('OpenUrl');
    expect(card).toContain('{"type":"TextRun","text":"https://a.example/[klik](https://evil.example)"}');
  });
});

describe('who may be called', () => {
  const contacts = async () => [...(await bot.core.learnings.contacts())];

  test('is whoever proposes it, when they choose so themselves; all others are asked by their team', async () => {
    await shared({ named: 'me' });
    expect(await library()).toContain(`{"type":"TextRun","text":"${mate.name}"}`);
    expect(await contacts()).toEqual([[id, mate.account]]);
  });

  test.each([
    ['a colleague by their id', lead.account],
    ['a name', lead.name],
    ['nothing', ''],
  ])('is nobody for %s: only oneself can be named', async (_what, named) => {
    await shared({ named });
    expect(await contacts()).toEqual([]);
    expect(await library()).not.toContain(lead.name);
  });

  test.each([
    ['while pilots are on', {}],
    ['while pilots are switched off', { pilotsOff: true }],
  ])(
    'is nobody any more once they left and went from the file, also when they come back: %s',
    async (_when, change) => {
      await shared({ named: 'me' });
      await bot.core.settings.changeMunicipality((now) => ({ ...now, ...change }));
      const me = await bot.core.people.find(mate.account);
      if (!me) throw new Error('nobody has this account');
      const jobs = bot.features
        .flatMap(({ jobs = [] }) => jobs)
        .filter(({ name }) => name === 'learning-contacts');
      const night = (day: string) => runAt(jobs, bot.core, Temporal.Instant.from(`${day}T04:00:00+01:00`));
      await bot.core.people.save([{ ...me, removed: '2026-11-25' }]);
      await night('2026-11-26');
      // An import that was wrong is put right: nothing is lost.
      expect(await contacts()).toEqual([[id, mate.account]]);
      await enforceRetention(bot.storage, '2027-01-04');
      await night('2027-01-05');
      expect(await contacts()).toEqual([]);
      await bot.core.people.save([imported(mate)]);
      bot.clock.now = bot.clock.now.add({ minutes: 1 });
      expect(await library()).not.toContain(mate.name);
    },
  );

  describe('is not kept by the night', () => {
    const night = (day: string) =>
      runAt(
        bot.features.flatMap(({ jobs = [] }) => jobs).filter(({ name }) => name === 'learning-contacts'),
        bot.core,
        Temporal.Instant.from(`${day}T04:00:00+01:00`),
      );

    test('once what they may be called about is gone', async () => {
      await shared({ named: 'me' });
      await enforceRetention(bot.storage, '2028-11-27');
      // They named themselves on the last day of the point.
      await bot.core.learnings.setContact(id, mate.account);
      expect(await bot.core.learnings.all()).toEqual([]);
      await night('2026-11-26');
      expect(await contacts()).toEqual([]);
    });

    test('once nobody can say yes to their proposal any more, but as long as somebody can', async () => {
      await propose(mate, { named: 'me' });
      await night('2026-11-26');
      expect(await contacts()).toEqual([[id, mate.account]]);
      await bot.core.learnings.setAsker(id, undefined);
      await night('2026-11-27');
      expect(await contacts()).toEqual([]);
    });
  });

  test('is taken away by who proposed it, before anybody said yes', async () => {
    await propose(mate, { named: 'me' });
    expect(await tapWords(bot, mate, 'learning.list', {})).toContain('Haal mijn naam weg');
    expect(await tapWords(bot, mate, 'learning.unname', { id })).toContain('Je naam is weg');
    expect(await contacts()).toEqual([]);
    expect((await theOnly(bot)).state).toBe('asked');
  });

  test('is not seen from the day on which they left', async () => {
    await shared({ named: 'me' });
    const me = await bot.core.people.find(mate.account);
    if (me) await bot.core.people.save([{ ...me, removed: '2026-11-25' }]);
    bot.clock.now = bot.clock.now.add({ minutes: 1 });
    expect(await library()).not.toContain(mate.name);
  });

  test('takes their own name away again, and nobody else’s', async () => {
    await shared({ named: 'me' });
    expect(await tapWords(bot, mate, 'learning.list', {})).toContain('Haal mijn naam weg');
    expect(await tapWords(bot, lead, 'learning.list', {})).not.toContain('Haal mijn naam weg');
    expect(await tapWords(bot, lead, 'learning.unname', { id })).toContain('Jouw naam staat hier niet bij');
    expect(await contacts()).toHaveLength(1);
    expect(await tapWords(bot, mate, 'learning.unname', { id })).toContain('Je naam is weg');
    expect(await library()).not.toContain(mate.name);
    expect((await theOnly(bot)).state).toBe('shared');
  });

  test.each([
    ['the team says no', async () => tapWords(bot, lead, 'learning.refuse', { id, reason: '' })],
    [
      'the practice is taken back',
      async () => {
        await agree(lead);
        await tapWords(bot, lead, 'learning.withdraw', { id });
      },
    ],
    [
      'they erase themselves',
      async () => {
        await agree(lead);
        await tapWords(bot, mate, 'privacy.erase', {});
      },
    ],
  ])('is nobody any more when %s', async (_what, happens) => {
    await propose(mate, { named: 'me' });
    await happens();
    expect(await contacts()).toEqual([]);
  });

  test('is not named who left', async () => {
    await shared({ named: 'me' });
    const row = await bot.core.people.find(mate.account);
    if (!row) throw new Error('she is there');
    await bot.core.people.save([{ ...row, removed: '2026-11-24' }]);
    // Names may be some seconds old.
    bot.clock.now = bot.clock.now.add({ minutes: 1 });
    expect(await library()).not.toContain(mate.name);
  });

  test('stands in no file and in no message of somebody else by name', async () => {
    await shared({ named: 'me' });
    for (const format of ['md', 'csv', 'docx']) {
      const text = await fileOf(format);
      expect(text).toContain('een collega: zie praktijkvoorbeelden in Kompas');
      expect(text).not.toContain('Amira');
    }
  });
});

describe('a file', () => {
  test.each(['md', 'csv', 'docx'])('as %s carries all fields', async (format) => {
    await shared();
    const text = await fileOf(format);
    for (const part of [whole.reason, whole.figures, 'intranet.example/werkwijze', 'Objecten West'])
      expect(text).toContain(part);
    if (format === 'csv')
      for (const column of ['aanleiding', 'cijfers', 'zoekopdracht of link'])
        expect(text).toContain(`"${column}"`);
  });

  test.each(['md', 'csv', 'docx'])(
    'as %s tells the rounds of the own pilots, without names',
    async (format) => {
      await bot.core.pilots.change(pilot.id, (now) => ({
        ...now,
        criteria: [
          {
            name: 'Doorlooptijd',
            start: 12,
            target: 6,
            unit: 'dagen',
            measured: [{ day: '2026-11-18', value: 10 }],
          },
        ],
        pastRounds: [
          {
            number: 1,
            day: '2026-11-16',
            until: '2026-11-20',
            changed: ['rollen'],
            precisely: { rollen: 'Amira valideert voor West' },
          },
        ],
        iteration: { number: 2, day: '2026-11-20', changed: [] },
      }));
      const text = await fileOf(format);
      expect(text).toContain('een collega valideert voor West');
      expect(text).toContain('Doorlooptijd: 12 → 10 dagen');
      expect(text).not.toContain('Amira');
    },
  );
});

/** What stands in the file of this format that the lead of the pilot gets. */
async function fileOf(format: string): Promise<string> {
  const offer = bot.features.flatMap(({ files }) => files?.[`leerpunten-${format}`] ?? [])[0];
  const body = (await offer?.make(lead.account))?.body ?? '';
  if (typeof body === 'string') return body.replaceAll('\\', '');
  return strFromU8(unzipSync(new Uint8Array(body))['word/document.xml'] ?? new Uint8Array());
}
