import { beforeEach, describe, expect, test } from 'vitest';
import { outcomeTable } from '../../../src/delivery/tables.ts';
import { answersTable, commentsTable, namedCommentsTable } from '../../../src/features/checkin/tables.ts';
import { MY_DATA } from '../../../src/features/privacy/index.ts';
import { settingsTable } from '../../../src/people/tables.ts';
import { rowsAbout } from '../../../src/storage/index.ts';
import { tables } from '../../support/core.ts';
import { account, dump } from '../../support/town.ts';
import { type Household, openHousehold } from './household.ts';

let home: Household;

beforeEach(async () => {
  home = await openHousehold();
  await home.fillAll(2);
});

describe('my data', () => {
  interface Shown {
    holds: string;
    seenBy: string;
    kept: string;
    lines: string[];
  }
  async function shown(n: number): Promise<Shown[]> {
    const { card } = await home.tap('privacy.show', n);
    return (card?.data as { tables?: Shown[] } | undefined)?.tables ?? [];
  }

  test('names every table that holds something, in Dutch, and nothing of anybody else', async () => {
    await home.fillAll(1);
    const parts = await shown(1);
    const personal = tables.filter(
      ({ name, person }) => person.kind !== 'none' || person.official || name === settingsTable.name,
    );
    expect(parts.map(({ holds }) => holds.toLowerCase()).sort()).toEqual(
      personal.map(({ holds }) => holds.toLowerCase()).sort(),
    );
    expect(home.found(JSON.stringify(parts), 2)).toEqual([]);
    for (const { lines, kept, seenBy } of parts) {
      expect(lines.length).toBeGreaterThan(0);
      expect(new Set(lines).size, lines.join('\n')).toBe(lines.length);
      expect(`${kept}${seenBy}`).not.toContain('undefined');
    }
    const words = parts.flatMap(({ lines }) => lines);
    expect(words).toEqual(
      expect.arrayContaining([
        'Naam Amira Sol, e-mailadres amira@gemeente.example, werkdagen ma di wo do vr, check-ins aan.',
        'Je account hoort bij team Objecten West.',
        'Je leidt Objecten Oost.',
        'Je bent gesprekspartner: coach 1.',
        expect.stringMatching(
          /^Week 46 van 2026: zwaar, over leren\. Je schreef \(leest: .+\): geheim van Amira Sol$/,
        ),
        'Week 46 van 2026: gedeeld door Amira Sol',
        'Bericht van 23 november 2026: aangekomen.',
        '24 november 2026: register bekeken (Objecten West).',
        'M-Amira Sol: jij mag dit. Valideren, GM1, vanaf 1 januari 2026.',
      ]),
    );
    expect(parts.map(({ kept }) => kept)).toEqual(
      expect.arrayContaining([
        'tot 30 dagen nadat je uit Kompas bent. Een afwezigheid blijft na de laatste dag nog 7 dagen',
        '26 weken. Een toelichting blijft 12 weken',
        '2 jaar',
      ]),
    );
  });

  test.each([
    [
      { absentFrom: '2026-12-01', absentUntil: '2026-12-04' },
      'afwezig 1 december 2026 tot en met 4 december 2026',
    ],
    [{ absentFrom: '2026-12-01', absentUntil: '2026-12-01' }, 'afwezig 1 december 2026'],
    [{ absentFrom: '2026-12-01' }, 'afwezig vanaf 1 december 2026'],
    [{ absentUntil: '2026-12-04' }, 'afwezig tot en met 4 december 2026'],
  ])('says in words when somebody is away: %j', async (absence, words) => {
    await home.fillAll(1);
    await home.town.core.people.change('objecten-west', 'p01', (now) => ({ ...now, ...absence }));
    const lines = (await shown(1)).flatMap((part) => part.lines);
    expect(lines).toContain(
      `Naam Amira Sol, e-mailadres amira@gemeente.example, werkdagen ma di wo do vr, check-ins aan, ${words}.`,
    );
  });

  test('has the lines of the log that are about somebody, whoever wrote them', async () => {
    await home.fillAll(1);
    const { audit } = home.town.core;
    await audit.record('kompas', 'rechten vervallen: manager', 'p01');
    await audit.record('cli', 'mensen koppel', 'p02');
    const lines = (await shown(1)).flatMap((part) => part.lines);
    expect(lines).toContain('24 november 2026: rechten vervallen: manager (p01).');
    expect(lines.join()).not.toContain('mensen koppel');
  });

  test('is complete in the file, and again of nobody else', async () => {
    await home.fillAll(1);
    const file = await home.feature().files?.[MY_DATA]?.make(account(1));
    if (!file) throw new Error('there is no file');
    expect(file).toMatchObject({
      name: 'kompas-mijn-gegevens.json',
      type: 'application/json; charset=utf-8',
    });
    const body = `${file.body}`;
    const { watKompasVanJouBewaart: parts } = JSON.parse(body);
    expect(parts.map(({ tabel }: { tabel: string }) => tabel).sort()).toEqual(
      tables
        .filter(
          ({ name, person }) => person.kind !== 'none' || person.official || name === settingsTable.name,
        )
        .map(({ name }) => name)
        .sort(),
    );
    const answers = parts.find(({ tabel }: { tabel: string }) => tabel === answersTable.name);
    expect(answers.rijen).toHaveLength(4);
    expect(home.found(body, 2)).toEqual([]);
    expect(home.found(body, 1)).toContain('Amira Sol');
  });

  test('tells what was done about somebody, and not the account of the colleague who did it', async () => {
    await home.fillAll(1);
    const { audit } = home.town.core;
    await audit.record(account(8), 'mensen koppel', 'p01');
    await audit.record(account(1), 'team exporteren', 'objecten-west');
    const file = await home.feature().files?.[MY_DATA]?.make(account(1));
    const { watKompasVanJouBewaart: parts } = JSON.parse(`${file?.body}`);
    const lines = parts.find(({ tabel }: { tabel: string }) => tabel === 'audit').rijen;
    expect(lines).toContainEqual(expect.objectContaining({ what: 'mensen koppel' }));
    expect(lines).toContainEqual(expect.objectContaining({ what: 'team exporteren', who: account(1) }));
    expect(JSON.stringify(lines)).not.toContain(account(8));
  });

  test('writes dates in words, and calls a team by its name', async () => {
    await home.fillAll(1);
    const lines = (await shown(1)).flatMap((part) => part.lines);
    expect(lines).toEqual(
      expect.arrayContaining([
        'Je account hoort bij team Objecten West.',
        'Bericht van 23 november 2026: aangekomen.',
        '24 november 2026: register bekeken (Objecten West).',
      ]),
    );
    expect(lines.join(' ')).not.toMatch(/\d{4}-\d{2}-\d{2}|objecten-west/);
  });

  test.each([
    [5, 'En nog 1 regel van eerder. Die staat in het bestand.'],
    [10, 'En nog 6 regels van eerder. Die staan in het bestand.'],
  ])('shows the newest lines and says how many more the file has: %d more answers', async (more, words) => {
    await home.fillAll(1);
    for (let week = 10; week < 10 + more; week += 1)
      await home.town.core.answers.change('objecten-west', account(1), `2026-W${week}`, () => ({
        score: 3,
        themes: [],
      }));
    const part = (await shown(1)).find(
      ({ holds }) => holds.toLowerCase() === answersTable.holds.toLowerCase(),
    );
    expect(part?.lines).toHaveLength(7);
    // Four rows more, two of which say the same in both teams.
    expect(part?.lines.at(-1)).toBe(words);
  });

  test('is still shown to somebody who left, and says so kindly when there is nothing', async () => {
    await home.fillAll(1);
    await home.town.core.people.change('objecten-west', 'p01', (now) => ({ ...now, removed: '2026-11-20' }));
    expect((await shown(1)).flatMap(({ lines }) => lines).join()).toContain('Naam Amira Sol');
    expect((await home.tap('privacy.show', 7)).text).toContain('Ik bewaar niets van jou');
  });

  test('writes nothing', async () => {
    await home.fillAll(1);
    home.town.requests.length = 0;
    await home.tap('privacy.show', 1);
    await home.tap('privacy.ask-erase', 1);
    await home.tap('privacy.keep', 1);
    expect(home.town.writes()).toEqual([]);
  });
});

describe('typed words', () => {
  test('get an answer without anything personal, since it stays in the chat', async () => {
    await home.fillAll(1);
    const before = await dump(home.town.storage);
    for (const phrase of home.feature().phrases) {
      const answer = JSON.stringify(await phrase.run({ ...home.turnOf(1), text: phrase.say }, ''));
      expect(home.found(answer, 1), phrase.say).toEqual([]);
      expect(answer).not.toContain('geheim');
      expect(phrase.needs.where, phrase.say).toBe('own chat');
    }
    expect(await dump(home.town.storage)).toEqual(before);
  });
});

test('the tables of shared comments lead to their writer and to nobody else', async () => {
  await home.fillAll(1);
  for (const definition of [commentsTable, namedCommentsTable, outcomeTable]) {
    const held = (await rowsAbout(home.town.core.storage, await home.town.core.subject(account(1)))).find(
      (part) => part.definition.name === definition.name,
    );
    expect(held?.rows.length, definition.name).toBeGreaterThan(0);
    expect(home.found(JSON.stringify(held?.rows.map(({ row, value }) => [row, value])), 2)).toEqual([]);
  }
});
