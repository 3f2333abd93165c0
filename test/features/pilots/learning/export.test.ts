import { strFromU8, unzipSync } from 'fflate';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCsv } from '../../../../src/files/csv.ts';
import { imported, manager, startTestBot, type TestBot, typed, wordsOf } from '../../../support/bot.ts';
import { administrator, crew, lead, mate, outsider, pilot, practice, taps, tapWords } from '../crew.ts';

const nasty = '=SOM(1) **vet** <b>&amp;</b> ${x} [klik](http://evil.example)';
let bot: TestBot;

beforeEach(async () => {
  bot = await startTestBot({ seed: crew });
});
afterEach(() => bot.stop());

async function fill() {
  const { learnings, pilots } = bot.core;
  await learnings.addLearning(pilot, nasty, 'retro', { registration: 'BAG' });
  await learnings.addLearning(pilot, 'Amira belde eerst', 'terugblik', { role: 'Objectregisseur' });
  await pilots.add({ ...pilot, id: 'P-2', name: 'Keten', kind: 'procespilot' }, [
    { directoryId: outsider.account, role: 'lead' },
  ]);
  await learnings.addLearning({ id: 'P-2', kind: 'procespilot' }, 'Niet van ons', 'typed');
  const [shared] = (await learnings.all()).filter(({ text }) => text === 'Niet van ons');
  const { named, role, ...rest } = practice;
  await learnings.change(shared?.id ?? '', (now) => ({ ...now, ...rest, state: 'shared' }));
}

/** The three links that somebody gets, by the words on their buttons. */
async function linksOf(who = lead): Promise<Record<string, string>> {
  const card = await taps(bot, who, 'learning.links');
  const { actions = [] } = card.body.at(-1);
  return Object.fromEntries(actions.map(({ title, url }: { title: string; url: string }) => [title, url]));
}

const fetchFile = (url = '') => fetch(bot.url + new URL(url).pathname, { method: 'POST' });
const exportsIn = async () =>
  ((await bot.rows('audit')).audit ?? [])
    .filter(({ value }) => value.what === 'leerpunten geëxporteerd')
    .map(({ value }) => [value.who, value.about]);

describe('an export', () => {
  test('is offered without a link in the chat, and made on a tap', async () => {
    await fill();
    const words = wordsOf(await bot.hear(typed(lead, 'leerpunten exporteren')));
    expect(words).toContain('Maak de links');
    expect(words).not.toContain('/bestand/');
    expect(Object.keys(await linksOf())).toEqual(['Markdown', 'CSV voor Excel', 'Word']);
    expect(await tapWords(bot, lead, 'learning.links')).toContain(
      'Erin: 2 leerpunten en 1 praktijkvoorbeeld.',
    );
  });

  test('as Markdown stands by step and pilot, and shows texts as they are', async () => {
    await fill();
    const response = await fetchFile((await linksOf()).Markdown);
    expect(response.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    const text = await response.text();
    expect(text).toContain('# Leerpunten en praktijkvoorbeelden\n');
    const order = [
      '## Stap 3',
      '### Mutaties in Delfshaven',
      '## Stap 7',
      '### Praktijkvoorbeelden van alle teams',
    ];
    const places = order.map((part) => text.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(text).toContain(
      '- \\=SOM(1) \\*\\*vet\\*\\* \\<b\\>\\&amp;\\</b\\> \\${x} \\[klik\\](http\\://evil.example) *(retro, BAG, 25 november 2026)*',
    );
    expect(text).toContain('- een collega belde eerst *(terugblik, Objectregisseur, 25 november 2026)*');
    expect(text).toContain('**Waarom het werkt:** Je hoort meteen wat er schort.');
    expect(text).not.toContain('Amira');
    // Practice of another team without what it came from.
    expect(text).not.toContain('Niet van ons');
    expect(text).not.toContain('Keten');
  });

  test('holds no name of a colleague in what the pilot is called either, in whatever format', async () => {
    await fill();
    await bot.core.pilots.change(pilot.id, (now) => ({ ...now, name: 'Overdracht met Amira' }));
    const links = await linksOf();
    for (const format of ['Markdown', 'CSV voor Excel', 'Word']) {
      const bytes = new Uint8Array(await (await fetchFile(links[format])).arrayBuffer());
      const text =
        format === 'Word'
          ? strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
          : strFromU8(bytes);
      expect(text).toContain('Overdracht met een collega');
      expect(text).not.toContain('Amira');
    }
  });

  test('as CSV calculates nothing', async () => {
    await fill();
    const response = await fetchFile((await linksOf())['CSV voor Excel']);
    const csv = readCsv(new Uint8Array(await response.arrayBuffer()));
    if ('problems' in csv) throw new Error('it cannot be read');
    expect(csv.rows.map(({ fields }) => [fields.soort, fields.stap, fields.pilot, fields.titel])).toEqual([
      ['leerpunt', '3', 'Mutaties in Delfshaven', ''],
      ['leerpunt', '3', 'Mutaties in Delfshaven', ''],
      ['praktijkvoorbeeld', '7', '', practice.title],
    ]);
    expect(csv.rows.map(({ fields }) => fields.leerpunt).sort()).toEqual([
      '',
      `'${nasty}`,
      'een collega belde eerst',
    ]);
  });

  test('for Word arrives unchanged, and holds the texts', async () => {
    await fill();
    const response = await fetchFile((await linksOf()).Word);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="leerpunten.docx"');
    const bytes = new Uint8Array(await response.arrayBuffer());
    const offer = bot.features.flatMap(({ files }) => files?.['leerpunten-docx'] ?? [])[0];
    const made = await offer?.make(lead.account);
    expect(Buffer.compare(bytes, Buffer.from(made?.body ?? ''))).toBe(0);
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    expect(xml).toContain('**vet** &lt;b&gt;&amp;amp;&lt;/b&gt; ${x}');
    for (const part of ['Mutaties in Delfshaven', 'Stap 7: Het hele proces oefenen', practice.title])
      expect(xml).toContain(part);
    expect(xml).not.toContain('Amira');
    expect(xml).not.toContain('Niet van ons');
  });

  test('is in the log, each file that was fetched', async () => {
    await fill();
    const links = await linksOf();
    expect(await exportsIn()).toEqual([]);
    await fetchFile(links.Word);
    await fetchFile(links.Markdown);
    expect((await exportsIn()).sort()).toEqual([
      [lead.account, 'leerpunten.docx'],
      [lead.account, 'leerpunten.md'],
    ]);
  });

  test('works once, not late, and not for who lost the right', async () => {
    await fill();
    const links = await linksOf();
    expect((await fetchFile(links.Word)).status).toBe(200);
    const again = await fetchFile(links.Word);
    expect(again.status).toBe(410);
    expect(await again.text()).toContain('al gebruikt');
    await bot.core.people.save([imported(lead)]);
    await bot.core.pilots.setMembers('P-1', [{ directoryId: lead.account, role: 'member' }]);
    const lost = await fetchFile(links.Markdown);
    expect(lost.status).toBe(403);
    expect(await lost.text()).not.toContain('Stap');
    bot.clock.now = bot.clock.now.add(Temporal.Duration.from({ minutes: 16 }));
    expect((await fetchFile(links['CSV voor Excel'])).status).toBe(410);
    expect(await exportsIn()).toHaveLength(1);
  });

  test('is for who leads, manages or administers, and holds what that person may see', async () => {
    await fill();
    expect(wordsOf(await bot.hear(typed(mate, 'leerpunten exporteren')))).toContain(
      'Niet iedereen kan leerpunten exporteren',
    );
    expect(await tapWords(bot, mate, 'learning.links')).not.toContain('/bestand/');
    for (const who of [manager, administrator]) {
      const text = await (await fetchFile((await linksOf(who)).Markdown)).text();
      expect(text).toContain(practice.title);
      expect(text).not.toContain('belde eerst');
    }
    // No right but leading a pilot.
    const text = await (await fetchFile((await linksOf(outsider)).Markdown)).text();
    expect(text).toContain('Niet van ons');
    expect(text).not.toContain('belde eerst');
  });

  test('of nothing says so', async () => {
    expect(await tapWords(bot, lead, 'learning.links')).toContain('Er is nog niets om te exporteren');
    await bot.core.learnings.addLearning(pilot, 'Eerst bellen', 'retro');
    const links = await linksOf();
    const { learnings } = await bot.rows('learnings');
    const [row] = learnings ?? [];
    const table = bot.storage.definitions.find(({ name }) => name === 'learnings');
    if (!row || !table) throw new Error('there is one');
    await bot.storage.table(table).remove(row.partition, row.row);
    expect(await (await fetchFile(links.Markdown)).text()).toContain('Er zijn nog geen leerpunten.');
  });
});
