import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTestBot, type TestBot } from '../../../support/bot.ts';
import { crewOf, pilotOf } from '../../../support/pilot.ts';
import { amira, bea, bert, cor, filled, hanna, joris, municipality, stranger, tap } from '../town.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await startTestBot({ seed: municipality });
});
afterEach(() => bot.stop());

const kinds = ['afspraken', 'koers', 'bestuur', 'mt'] as const;
/** The page and the Word file of a document, as their links give them. */
async function filesOf(kind: string): Promise<{ page: string; word: string }> {
  const card = await tap(bot, amira, 'documents.files', { kind });
  const [page, word] = [...card.matchAll(/"url":"(http[^"]+)"/g)].map(([, url = '']) => new URL(url));
  const get = async (url: URL | undefined) =>
    fetch(`${bot.url}${url?.pathname}${url?.search}`, { method: 'POST' });
  const bytes = new Uint8Array(await (await get(word)).arrayBuffer());
  return {
    page: await (await get(page)).text(),
    word: strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()),
  };
}

describe('the documents of a municipality that has nothing yet', () => {
  test.each(kinds)('%s opens, says what is missing, and never "undefined"', async (kind) => {
    const { page, word } = await filesOf(kind);
    for (const text of [page, word]) {
      expect(text).not.toMatch(/undefined|null|NaN|\[object/);
      expect(text.length).toBeGreaterThan(500);
    }
    if (kind !== 'mt') expect(page).toContain('Ontbreekt nog');
  });
});

describe('the documents', () => {
  test('are one line in the log of who fetches one again and again that day', async () => {
    await filesOf('mt');
    await filesOf('mt');
    await filesOf('koers');
    const log = await bot.core.audit.since(bot.clock.now.subtract({ hours: 1 }));
    const made = log.filter(({ what }) => what === 'document gemaakt');
    expect(made.map(({ who, about }) => [who, about]).sort()).toEqual([
      [amira.account, 'koers'],
      [amira.account, 'mt'],
    ]);
  });

  test('hold what stands in Kompas, escaped', async () => {
    await tap(bot, joris, 'plan.save', {
      step: 1,
      seen: 0,
      ...filled({ holder: bert.account, until: '2026-11-01' }),
    });
    await tap(bot, joris, 'course.save-goal', {
      goal: 'g1',
      seen: 0,
      text: 'Alles <b>op tijd</b> in de BAG',
      measure: '',
      until: '',
      checks: '',
      owner: bert.account,
    });
    await tap(bot, joris, 'securing.save', {
      seen: 0,
      escalation: 'De Objectregisseur beslist',
      meeting: '',
    });
    const mt = await filesOf('mt');
    expect(mt.page).toContain(bert.name);
    expect(mt.page).not.toContain('te laat');
    const koers = await filesOf('koers');
    expect(koers.page).toContain('Alles &#60;b&#62;op tijd&#60;/b&#62;');
    expect(koers.page).not.toContain('<b>');
    expect(koers.word).toContain('Alles &lt;b&gt;op tijd');
    expect((await filesOf('afspraken')).word).toContain('De Objectregisseur beslist');
  });

  test('are for who works here, and one that is not there is told of', async () => {
    expect(await tap(bot, stranger, 'documents.files', { kind: 'mt' })).not.toContain('plan-pagina');
    expect(await tap(bot, amira, 'documents.pilot', { pilot: 'P-9' })).toContain('Dit document is er niet');
  });
});

describe('the evaluation of a pilot', () => {
  beforeEach(async () => {
    const closed = pilotOf({ closedOn: '2026-11-13', name: 'Mutaties', kind: 'procespilot' });
    await bot.core.pilots.add(closed, crewOf([bert], [cor]));
    await bot.core.pilots.closeMembers(closed.id, '2026-11-13');
  });

  test.each([
    ['who led it', bert],
    ['who was in it', cor],
    ['a project lead', joris],
    ['an administrator', bea],
  ])('is for %s', async (_, who) => {
    expect(await tap(bot, who, 'documents.show')).toContain('Procespilot');
    expect(await tap(bot, who, 'documents.pilot', { pilot: 'P-1' })).toContain(
      'Evaluatie van een procespilot',
    );
  });

  test.each([
    ['a colleague', amira],
    ['a head of department', hanna],
  ])('is not for %s, who sees no sign of it', async (_, who) => {
    expect(await tap(bot, who, 'documents.show')).not.toContain('Procespilot');
    expect(await tap(bot, who, 'documents.pilot', { pilot: 'P-1' })).toContain('Dit document is er niet');
  });
});
