import { describe, expect, test } from 'vitest';
import { applyColumns } from '../../../../src/features/mandates/import/apply-columns.ts';
import {
  dateText,
  endDateText,
  registrationText,
  statedText,
} from '../../../../src/features/mandates/import/cells.ts';
import { signatureOf } from '../../../../src/features/mandates/import/choose-columns.ts';
import { isOwnForm } from '../../../../src/features/mandates/import/own-form.ts';
import { proposeColumns } from '../../../../src/features/mandates/import/propose-columns.ts';
import { entryColumns } from '../../../../src/features/mandates/register/fields.ts';
import { type CsvFile, readCsv } from '../../../../src/files/csv.ts';

function csv(...lines: string[]): CsvFile {
  const file = readCsv(Buffer.from(lines.join('\n')));
  if ('problems' in file) throw new Error(JSON.stringify(file.problems));
  return file;
}

/** `column → field`, with a question mark where we are not sure. */
const proposed = (...columns: string[]) =>
  proposeColumns(columns).map(({ column, field, sure }) => `${column} → ${field ?? '-'}${sure ? '' : '?'}`);

describe('the columns of a list of a municipality', () => {
  test('are recognised by the names that municipalities use', () => {
    expect(
      proposed(
        'nr',
        'bevoegdheid',
        'gemandateerde',
        'plaatsvervanger',
        'wettelijke grondslag',
        'basisregistratie',
        'wijk',
        'max. bedrag',
        'ingangsdatum',
        'einddatum',
      ),
    ).toEqual([
      'nr → id',
      'bevoegdheid → activiteit',
      'gemandateerde → houder',
      'plaatsvervanger → vervanger',
      'wettelijke grondslag → grondslag',
      'basisregistratie → registratie',
      'wijk → gebied',
      'max. bedrag → limiet_eur',
      'ingangsdatum → geldig_van',
      'einddatum → geldig_tot_en_met',
    ]);
  });

  test('are recognised under our own names too', () => {
    expect(proposed(...entryColumns)).toEqual(entryColumns.map((name) => `${name} → ${name}`));
  });

  test('may have a typo, which we then doubt', () => {
    expect(proposed('bevoegdhied', 'Ingangsdatm', 'plaatsvervangr')).toEqual([
      'bevoegdhied → activiteit?',
      'Ingangsdatm → geldig_van?',
      'plaatsvervangr → vervanger?',
    ]);
  });

  test('that may mean something else are doubted; what we do not know gets nothing', () => {
    expect(proposed('naam', 'geldig tot', 'kleur', 'aantal')).toEqual([
      'naam → houder?',
      'geldig tot → geldig_tot_en_met?',
      'kleur → -?',
      'aantal → -?',
    ]);
  });

  test('get each of our fields at most once: a name wins from a function, and we say that we doubt', () => {
    expect(proposed('gemandateerde', 'naam medewerker')).toEqual([
      'gemandateerde → rol?',
      'naam medewerker → houder?',
    ]);
    const given = proposeColumns(['naam', 'medewerker', 'houder', 'persoon', 'gemandateerde', 'functie'])
      .map(({ field }) => field)
      .filter((field) => field !== undefined);
    expect(new Set(given).size).toBe(given.length);
  });

  test('are remembered whatever their order', () => {
    expect(signatureOf(['a', 'b'])).toBe(signatureOf(['b', 'a']));
    expect(signatureOf(['a', 'b'])).not.toBe(signatureOf(['a', 'c']));
    expect(signatureOf(['a,b'])).not.toBe(signatureOf(['a', 'b']));
  });

  test('are ours when most of our names are there: such a file is read strictly', () => {
    expect(isOwnForm([...entryColumns.slice(1), 'kleur'])).toBe(true);
    expect(isOwnForm(['id', 'soort', 'activiteit', 'houder'])).toBe(false);
  });
});

describe('a date', () => {
  test.each([
    ['1-3-2026', '2026-03-01'],
    ['01/03/2026', '2026-03-01'],
    ['1.3.2026', '2026-03-01'],
    ['1 maart 2026', '2026-03-01'],
    ['15 dec. 2026', '2026-12-15'],
    ['2026-03-01', '2026-03-01'],
  ])('%s is the day first', (text, day) => {
    expect(dateText(text)).toBe(day);
  });

  test.each(['1-3-26', 'maart 2026', '1-3/2026', '3 brumaire 2026', 'volgend jaar', '30-2-2026'])(
    '%s stays as it is, to be refused',
    (text) => {
      expect(dateText(text)).toBe(text);
    },
  );

  test('that is said not to be there is empty, as last day', () => {
    expect(['onbepaald', 'n.v.t.', '-', ''].map(endDateText)).toEqual(['', '', '', '']);
  });
});

describe('a cell that says nothing', () => {
  test.each(['n.v.t.', 'nvt', '-', '?', 'onbekend', 'Geen', ' – ', ''])('%j is empty', (text) => {
    expect(statedText(text)).toBe('');
  });

  test.each(['Geen bezwaar 2026', 'GMB-1', 'art. 5', '§'])('%s is a text', (text) => {
    expect(statedText(text)).toBe(text);
  });

  test('of which nobody knows the end is not taken for ever', () => {
    expect(endDateText('?')).toBe('?');
  });
});

describe('a registration', () => {
  test.each(['alle', 'Alle registraties', 'allemaal', 'alles', '*'])('%s is all of them', (text) => {
    expect(registrationText(text)).toBe('');
  });

  test.each(['BAG', 'Alle vergunningen', '**'])('%s is a name', (text) => {
    expect(registrationText(text)).toBe(text);
  });
});

describe('a list under our names', () => {
  const mapping = { taak: 'activiteit', wie: 'houder', plek: 'gebied', bij: 'vervanger' } as const;
  const defaults = { kind: 'mandaat', from: '2026-01-01', area: 'G1', emptyArea: 'everywhere' } as const;
  const reference = {
    areas: [
      { code: 'G1', name: 'Zandstad', kind: 'gemeente' as const, aliases: [] },
      { code: 'W1', name: 'Noord', kind: 'wijk' as const, parent: 'G1', aliases: [] },
    ],
    tenures: [],
  };
  const rowsOf = (...lines: string[]) =>
    applyColumns(csv('taak;wie;plek;bij', ...lines), mapping, defaults, reference).rows.map(
      ({ fields }) => fields,
    );

  test('gets what holds for the whole list where it has no column, and nothing more than it says', () => {
    expect(rowsOf('valideren;Ans;hele gemeente;"Bo; Cas"')).toMatchObject([
      {
        soort: 'mandaat',
        activiteit: 'valideren',
        houder: 'Ans',
        gebied: 'G1',
        vervanger: 'Bo|Cas',
        geldig_van: '2026-01-01',
        geldig_tot_en_met: '',
        limiet_eur: '',
        vier_ogen: '',
        ondermandaat_toegestaan: '',
        registratie: '',
      },
    ]);
  });

  test('keeps a comma inside a name', () => {
    expect(rowsOf('valideren;Bos, A.;;Dijk, B.')).toMatchObject([
      { houder: 'Bos, A.', vervanger: 'Dijk, B.' },
    ]);
  });

  test('gives a row the same id wherever it stands and however it is written, also when its deputy changes', () => {
    const [a, b] = rowsOf('valideren;Ans;Noord;', 'verwerken;Bo;Noord;');
    const [c, d] = rowsOf('verwerken;Bo;Noord;Cas', 'Valideren;ans;noord;');
    expect([d?.id, c?.id]).toEqual([a?.id, b?.id]);
    expect(a?.id).not.toBe(b?.id);
  });

  test('tells rows apart that differ only in what may change, and not those that say the same', () => {
    const ids = rowsOf('valideren;Ans;;Bo', 'valideren;Ans;;Cas', 'valideren;Ans;;Bo').map(({ id }) => id);
    expect(ids[0]).toBe(ids[2]);
    expect(ids[0]).not.toBe(ids[1]);
  });

  test('keeps ids when the whole municipality gets another code', () => {
    const file = csv('taak;wie;plek;bij', 'valideren;Ans;;');
    const idWith = (area: string) =>
      applyColumns(file, mapping, { ...defaults, area }, reference).rows[0]?.fields.id;
    expect(idWith('G1')).toBe(idWith('GM0599'));
  });
});
