import { describe, expect, test } from 'vitest';
import type { TipReader } from '../../../src/features/tips/advice/rules.ts';
import { chooseTip } from '../../../src/features/tips/advice/rules.ts';
import { builtInTips } from '../../../src/features/tips/content/index.ts';
import { personas, type Tip } from '../../../src/features/tips/content/types.ts';
import { writeTips } from '../../../src/features/tips/library/file.ts';
import { allTips, type LibraryPlan, planTips } from '../../../src/features/tips/library/import.ts';
import { readJson } from '../../../src/features/tips/library/json.ts';
import { columns } from '../../../src/features/tips/library/row.ts';
import { type LibraryChanges, MOST_CHANGES, tipsWith } from '../../../src/features/tips/library/store.ts';
import { readCsv } from '../../../src/files/csv.ts';
import { foundTown } from '../../support/town.ts';

const nothing: LibraryChanges = new Map();
const own = {
  id: 'eigen-1',
  doelgroep: 'medewerker',
  persona: '',
  rol: '',
  stap: '3',
  themas: 'leren',
  doe: 'Loop een ochtend mee bij de balie. Schrijf op wat je opvalt.',
  waarom: 'Aan de balie hoor je welke vraag het vaakst komt.',
  minuten: '45',
  'steunt op': 'stap 3',
  pilot: 'nee',
  actief: 'ja',
};
type Fields = Partial<Record<string, unknown>>;

const json = (...tips: Fields[]) => Buffer.from(JSON.stringify(tips));
const plan = (bytes: Uint8Array, name = 'tips.json', now = nothing) =>
  planTips(name.toLowerCase().endsWith('.json') ? readJson(bytes) : readCsv(bytes), now);
/** What an import of this one tip says is wrong, with its line. */
function wrongWith(change: Fields, now = nothing): string[] {
  const result = plan(json({ ...own, ...change }), 'tips.json', now);
  return 'problems' in result ? result.problems.map(({ line, reason }) => `${line}: ${reason}`) : [];
}
function planOf(bytes: Uint8Array, name = 'tips.json', now = nothing): LibraryPlan {
  const result = plan(bytes, name, now);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.plan;
}
/** The library after a plan was carried out. */
function carriedOut(now: LibraryChanges, { changes }: LibraryPlan): LibraryChanges {
  const next = new Map(now);
  for (const [id, row] of changes) row ? next.set(id, row) : next.delete(id);
  return next;
}
const tipOf = (id: string) => builtInTips.find((tip) => tip.id === id) as Tip;
const asFile = (tip: Tip, off = false) => Buffer.from(writeTips([{ tip, off }]));
const bram = tipOf('bram-3-a');

describe('a line of a file', () => {
  test('that is right is planned as it stands', () => {
    const { changes, summary } = planOf(json(own));
    expect(summary).toEqual({ added: ['eigen-1'], changed: [], off: [], restored: [], same: 0 });
    expect(changes.get('eigen-1')).toEqual({
      tip: {
        id: 'eigen-1',
        for: 'employee',
        step: 3,
        themes: ['leren'],
        act: own.doe,
        why: own.waarom,
        minutes: 45,
        basis: { step: 3 },
      },
    });
  });

  const many = Array.from({ length: 200 }, () => 'kort').join(' ');
  test.each<[string, Fields, string]>([
    ['an unknown persona', { persona: 'piet' }, 'persona "piet" ken ik niet: kies ellen, jasper,'],
    ['an unknown role', { rol: 'Baas' }, 'rol "Baas" ken ik niet: kies Objectregistrator,'],
    [
      'an unknown audience',
      { doelgroep: 'iedereen' },
      'doelgroep "iedereen" ken ik niet: kies medewerker of',
    ],
    ['an unknown theme', { themas: 'leren, geld' }, 'thema "geld" ken ik niet: kies werkdruk,'],
    ['an unknown base', { 'steunt op': 'gevoel' }, 'steunt op "gevoel" ken ik niet'],
    ['a step that is no step as base', { 'steunt op': 'stap 9' }, 'steunt op "stap 9" ken ik niet'],
    ['no step', { stap: '' }, 'stap ontbreekt: kies 1 tot en met 8 of algemeen'],
    ['a ninth step', { stap: '9' }, 'stap "9" bestaat niet: kies 1 tot en met 8 of algemeen'],
    ['no step for a style', { persona: 'bram', stap: '' }, 'stap ontbreekt: kies 1 tot en met 8'],
    [
      'a style without its step',
      { persona: 'bram', stap: 'algemeen' },
      'stap "algemeen" kan niet bij een tip voor één persona of rol van medewerkers: kies 1 tot en met 8',
    ],
    ['a role without its step', { rol: 'Objectregisseur', stap: 'algemeen' }, 'stap "algemeen" kan niet bij'],
    ['no id', { id: '' }, 'id "" mag alleen kleine letters, cijfers en streepjes hebben'],
    ['an id with a space', { id: 'eigen 1' }, 'id "eigen 1" mag alleen'],
    ['an id that is too long', { id: 'a'.repeat(41) }, `id "${'a'.repeat(41)}" mag alleen`],
    ['half minutes', { minuten: '2,5' }, 'minuten "2,5" is geen getal van 1 tot en met 60'],
    ['no minutes', { minuten: '' }, 'minuten "" is geen getal van 1 tot en met 60'],
    ['more than an hour', { minuten: 90 }, 'eigen-1 duurt geen 1 tot 60 minuten'],
    ['neither on nor off', { actief: 'misschien' }, 'actief "misschien" is geen ja of nee'],
    ['two hundred words', { doe: `${many}.` }, 'eigen-1 heeft 213 woorden, hooguit 60 mag'],
    ['HTML', { doe: 'Bel <b>eerst</b> even.' }, 'eigen-1 bevat HTML of opmaak'],
    ['a template', { doe: 'Bel $' + '{naam} even.' }, 'eigen-1 bevat HTML of opmaak'],
    ['nothing to do', { doe: ' ' }, 'eigen-1 zegt niet wat je kunt doen'],
    ['no reason', { waarom: '' }, 'eigen-1 zegt niet waarom het helpt'],
    ['a label', { doe: 'Jij bent een Ellen. Bel even.' }, 'eigen-1 plakt een etiket op iemand'],
    ['a list in a cell', { themas: ['leren'] }, 'themas moet tekst zijn, geen lijst of object'],
  ])('with %s is named, and nothing is imported', (_, change, reason) => {
    const problems = wrongWith(change);
    expect(problems.some((line) => line.startsWith(`1: ${reason}`))).toBe(true);
  });

  test('tells everything that is wrong with it, and with every other line', () => {
    const result = plan(
      json(own, { ...own, id: 'eigen-2', persona: 'piet', stap: '' }, { ...own, rol: 'Baas' }),
    );
    const lines = 'problems' in result ? result.problems.map(({ line }) => line) : [];
    expect(lines).toEqual([2, 2, 3]);
  });

  test('says which step is missing whatever the accents and capitals around it', () => {
    const role = 'kwaliteitsCOÖRDINATOR'.normalize('NFD');
    expect(planOf(json({ ...own, rol: role })).changes.get('eigen-1')?.tip?.role).toBe(
      'Kwaliteitscoördinator',
    );
  });
});

describe('a file', () => {
  const wrong = (bytes: Uint8Array, name = 'tips.csv') => {
    const result = plan(bytes, name);
    return 'problems' in result ? result.problems.map(({ line, reason }) => `${line}: ${reason}`) : [];
  };
  const csv = (head: readonly string[], ...rows: string[][]) =>
    Buffer.from([head, ...rows].map((cells) => cells.join(';')).join('\n'));
  const row = columns.map((column) => own[column]);

  test('without a column, or with one that is not known, is refused with the name of each', () => {
    const fewer = columns.filter((one) => one !== 'stap');
    expect(wrong(csv([...fewer, 'kleur'], row))).toEqual([
      '0: de kolom "stap" ontbreekt',
      '0: de kolom "kleur" ken ik niet',
    ]);
    expect(wrong(json({ ...own, kleur: 'blauw' }), 'a.json')).toEqual(['0: de kolom "kleur" ken ik niet']);
  });

  test('without the column "actief" has tips that are on', () => {
    const head = columns.filter((one) => one !== 'actief');
    expect(planOf(csv(head, row.slice(0, -1)), 'a.csv').summary.added).toEqual(['eigen-1']);
  });

  test('with one id twice names the second line and the first', () => {
    expect(wrong(csv(columns, row, row))).toEqual(['3: id eigen-1 staat ook op regel 2']);
  });

  test.each([
    ['', 'tips.csv', '0: Het bestand is leeg.'],
    ['  \n ', 'tips.csv', '0: Het bestand is leeg.'],
    [columns.join(';'), 'tips.csv', '0: Er staan geen tips in.'],
    ['', 'tips.json', '0: Dit is geen JSON.'],
    ['[{', 'tips.json', '0: Dit is geen JSON.'],
    ['[]', 'tips.json', '0: Er staan geen tips in.'],
    ['{"tips": []}', 'tips.json', '0: Ik verwacht een lijst van tips, elk met de namen van de kolommen.'],
    ['null', 'tips.JSON', '0: Ik verwacht een lijst van tips, elk met de namen van de kolommen.'],
    ['["bel even"]', 'tips.json', '1: Dit is geen tip met de namen van de kolommen.'],
  ])('that holds %j (%s) is refused: %s', (text, name, problem) => {
    expect(wrong(Buffer.from(text), name)).toEqual([problem]);
  });

  test('with a line that cannot be read names what is wrong in the others as well', () => {
    const bad = row.map((cell) => (cell === 'leren' ? 'geld' : cell));
    expect(wrong(csv(columns, ['eigen-2'], bad)).map((line) => line.slice(0, 22))).toEqual([
      '2: Deze regel heeft 1 ',
      '3: thema "geld" ken ik',
    ]);
  });

  test('from Dutch Excel, in Windows-1252 with semicolons, is read', () => {
    const cells = row.map((cell) =>
      cell === own.waarom ? 'Eén vraag per keer geeft vaart aan het gesprek.' : cell,
    );
    const bytes = Buffer.from([columns, cells].map((line) => line.join(';')).join('\r\n'), 'latin1');
    expect(planOf(bytes, 'a.csv').changes.get('eigen-1')?.tip?.why).toBe(
      'Eén vraag per keer geeft vaart aan het gesprek.',
    );
  });

  test('that says nearly what a built-in tip says is refused, wherever the other stands', () => {
    expect(wrongWith({ doe: bram.act, waarom: bram.why })).toEqual([
      '1: eigen-1 zegt bijna hetzelfde als bram-3-a',
    ]);
    // Not when that one is off.
    const off = new Map([['bram-3-a', { off: true }]]);
    expect(wrongWith({ doe: bram.act, waarom: bram.why }, off)).toEqual([]);
  });

  test('in which a built-in tip comes to say what an own one says is refused as well', () => {
    const now = carriedOut(nothing, planOf(json(own)));
    const same = asFile({ ...bram, act: own.doe, why: own.waarom });
    const result = plan(same, 'a.csv', now);
    expect('problems' in result && result.problems).toEqual([
      { line: 2, reason: 'eigen-1 zegt bijna hetzelfde als bram-3-a' },
    ]);
  });

  test('that changes more tips than fit in one transaction is refused as a whole', () => {
    const off = (count: number) =>
      Buffer.from(writeTips(builtInTips.slice(0, count).map((tip) => ({ tip, off: true }))));
    expect(planOf(off(MOST_CHANGES), 'a.csv').changes.size).toBe(100);
    expect(wrong(off(MOST_CHANGES + 1))).toEqual([
      '0: Er veranderen 101 tips. Hooguit 100 per keer: splits het bestand.',
    ]);
  });
});

describe('export and import', () => {
  const exported = (now: LibraryChanges) => Buffer.from(writeTips(allTips(now)));

  test('change nothing, of the tips as they come', () => {
    const { changes, summary } = planOf(exported(nothing), 'a.csv');
    expect(changes.size).toBe(0);
    expect(summary.same).toBe(builtInTips.length);
  });

  test('change nothing, of a library with own, changed and switched-off tips', () => {
    const formula = {
      ...own,
      id: 'eigen-2',
      doe: '=Vraag; "wie" weet dit?',
      waarom: '-Zo hoor je het snel.',
    };
    let now = carriedOut(nothing, planOf(json(own, { ...formula, stap: 'algemeen' })));
    now = carriedOut(now, planOf(asFile({ ...bram, minutes: 7 }), 'a.csv', now));
    now = carriedOut(now, planOf(asFile(tipOf('ellen-1-a'), true), 'a.csv', now));
    now = carriedOut(now, planOf(json({ ...own, actief: false }), 'a.json', now));
    expect(now.size).toBe(4);
    const { changes, summary } = planOf(exported(now), 'a.csv', now);
    expect(changes.size).toBe(0);
    expect(summary.same).toBe(builtInTips.length + 2);
  });

  test('switch a built-in tip off and on again, and leave no trace', () => {
    const off = carriedOut(nothing, planOf(asFile(bram, true), 'a.csv'));
    expect(tipsWith(off).some(({ id }) => id === bram.id)).toBe(false);
    const on = planOf(asFile(bram), 'a.csv', off);
    expect(on.summary.restored).toEqual([bram.id]);
    expect(carriedOut(off, on)).toEqual(nothing);
  });

  test('switch an own tip off and on again', () => {
    let now = carriedOut(nothing, planOf(json(own)));
    const off = planOf(json({ ...own, actief: 'nee' }), 'a.json', now);
    expect(off.summary.off).toEqual(['eigen-1']);
    now = carriedOut(now, off);
    expect(tipsWith(now).some(({ id }) => id === 'eigen-1')).toBe(false);
    const on = planOf(json(own), 'a.json', now);
    expect(on.summary).toMatchObject({ added: [], off: [], restored: [] });
    expect(tipsWith(carriedOut(now, on)).some(({ id }) => id === 'eigen-1')).toBe(true);
  });

  test('change a built-in tip, and back to as it came', () => {
    const changed = planOf(asFile({ ...bram, minutes: 7 }), 'a.csv');
    expect(changed.summary.changed).toEqual([bram.id]);
    const now = carriedOut(nothing, changed);
    expect(tipsWith(now).find(({ id }) => id === bram.id)?.minutes).toBe(7);
    const back = planOf(asFile(bram), 'a.csv', now);
    expect(back.summary).toMatchObject({ restored: [bram.id], changed: [] });
    expect(carriedOut(now, back)).toEqual(nothing);
  });
});

describe('an own tip without style and role', () => {
  const { tip } = planOf(json({ ...own, stap: 'algemeen' })).changes.get('eigen-1') ?? {};
  const readers: TipReader[] = [undefined, ...personas].flatMap((persona) =>
    [[], ['Objectregisseur' as const]].map((roles) => ({
      audience: 'employee' as const,
      persona,
      roles,
      inPilot: false,
      themes: [],
      seed: 'een',
    })),
  );

  test('may be of no step, and is for every employee', () => {
    expect(tip).not.toHaveProperty('step');
    for (const reader of readers)
      expect(
        chooseTip({ tips: tip ? [tip] : [], history: [], helpful: new Map(), today: '2026-11-25' }, reader)
          ?.id,
      ).toBe('eigen-1');
  });
});

describe('the library in storage', () => {
  test('is there as planned, all of it, and gone when taken back', async () => {
    const { library } = (await foundTown()).core;
    const first = planOf(
      json(own, {
        ...own,
        id: 'eigen-2',
        doe: 'Ruil een dag van werkplek met iemand.',
        waarom: 'Daar zie je hoe een ander de dag indeelt.',
      }),
    );
    await library.save(first.changes);
    expect(await library.changes()).toEqual(first.changes);
    expect(await library.tips()).toHaveLength(builtInTips.length + 2);
    await library.save(new Map([['eigen-1', undefined]]));
    expect([...(await library.changes()).keys()]).toEqual(['eigen-2']);
  });
});

describe('a tip for who is in a pilot', () => {
  const pilotTip = { ...own, id: 'eigen-p', doe: 'Zet in de proef één fout op het bord.', pilot: 'ja' };
  const { pilot: _pilot, ...older } = own;

  test('says so in its own column, and an export brings that back', () => {
    const now = carriedOut(nothing, planOf(json(pilotTip, { ...own, pilot: 'ja' })));
    expect([...now.values()].map(({ tip }) => tip?.forPilot)).toEqual([true, true]);
    const exported = Buffer.from(writeTips(allTips(now)));
    expect(planOf(exported, 'a.csv', now).summary.same).toBe(builtInTips.length + 2);
  });

  test.each(['ja nee', 'x', '1'])('is neither yes nor no with "%s" in that column', (pilot) => {
    expect(wrongWith({ pilot })).toEqual([`1: pilot "${pilot}" is geen ja of nee`]);
  });

  test.each(['pilot', 'rolpilot', 'mini-pilot', 'proef', 'rolproef', 'proefweek', 'proefteam', 'stand-up'])(
    'is not for everybody when it speaks of a %s',
    (word) => {
      expect(wrongWith({ doe: `Zet in de ${word} één fout op het bord.` })).toEqual([
        '1: noemt een pilot: zet pilot op ja, of laat het woord weg',
      ]);
    },
  );

  test('is none for speaking of a sample or of trying', () => {
    expect(wrongWith({ doe: 'Neem een steekproef en probeer het uit.' })).toEqual([]);
  });

  test('of a file from before that column: what it says of a pilot goes to who is in one, the rest as it was', () => {
    const { changes } = planOf(
      json(older, {
        ...older,
        id: 'eigen-p',
        doe: pilotTip.doe,
        waarom: 'Een fout op het bord zie je samen.',
      }),
    );
    expect([...changes.values()].map((row) => row?.tip?.forPilot)).toEqual([undefined, true]);
    const known = builtInTips.find(({ forPilot }) => forPilot) as Tip;
    const file = writeTips([{ tip: known, off: false }]);
    const [head = '', line = ''] = file.split('\r\n');
    const at = head.split(';').indexOf('pilot');
    const without = [head, line].map((cells) => cells.split(';').toSpliced(at, 1).join(';')).join('\r\n');
    expect(planOf(Buffer.from(without), 'oud.csv').summary).toMatchObject({ changed: [], same: 1 });
  });

  test('stored before that field was there goes by its words', () => {
    const planned = planOf(json(pilotTip)).changes.get('eigen-p');
    const { forPilot: _forPilot, ...stored } = planned?.tip ?? bram;
    const now: LibraryChanges = new Map([['eigen-p', { tip: stored }]]);
    expect(tipsWith(now).find(({ id }) => id === 'eigen-p')?.forPilot).toBe(true);
    expect(planOf(json(pilotTip), 'a.json', now).summary.same).toBe(1);
  });
});
