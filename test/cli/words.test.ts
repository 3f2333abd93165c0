import { describe, expect, test } from 'vitest';
import { run } from './terminal.ts';

/** Nothing is read or written there. */
const folder = '/nowhere/at/all';
// No storage in sight: what is wrong with the words themselves is said without it.
const kompas = (...args: string[]) => run(args, { env: { KOMPAS_LOCAL: 'true' }, folder });
const english =
  /usage|options|commands?:|arguments|error|missing|unknown|required|default|display|did you mean|argument/i;

describe('help', () => {
  test.each([
    [['--help'], ['Gebruik: kompas [opties] [opdracht]', 'Opdrachten:', 'help [opdracht]']],
    [
      ['help', 'mensen'],
      ['Gebruik: kompas mensen', 'import [opties] <bestand>'],
    ],
    [
      ['mensen', 'import', '-h'],
      ['Gegevens:', 'kolommen: id, naam', 'Opties:', '--volledig'],
    ],
    [
      ['instellingen', '--help'],
      ['ritme [opties]', 'instemming [opties] [datum] [kenmerk]'],
    ],
    [['checkin', 'nu', '--help'], ['--team <naam>']],
    [
      ['mandaat', 'import', '--help'],
      ['--register <bestand>', '--akkoord'],
    ],
    [['mandaat', 'export', '--help'], ['--map <map>']],
    [['mandaat', 'vraag', '--help'], ['--gezien-op <datum>']],
  ])('%j is Dutch and ends with 0', async (args, words) => {
    const { code, out, err } = await kompas(...args);
    expect(code).toBe(0);
    expect(err).toBe('');
    for (const word of words) expect(out).toContain(word);
    expect(out).not.toMatch(english);
  });
});

describe('a command that is not right', () => {
  test.each([
    [['mensen', 'import'], 'Er ontbreekt iets: <bestand>.'],
    [['checkin', 'nu'], 'Deze optie is verplicht: --team <naam>.'],
    [['checkin', 'nu', '--team'], 'Bij deze optie hoort een waarde: --team <naam>.'],
    [['mensen', 'lijst', '--tam', 'x'], 'Deze optie ken ik niet: --tam.'],
    [['mens'], 'Deze opdracht ken ik niet: mens.'],
    [['instellingen', 'gemeente', 'Gemeente', 'Voorbeeld'], 'Er staan te veel woorden achter deze opdracht.'],
  ])('%j is explained in Dutch and ends with 1', async (args, words) => {
    const { code, out, err } = await kompas(...args);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(words);
    expect(err).toContain('Gebruik --help voor uitleg.');
    expect(err).not.toMatch(english);
  });

  test('nothing at all shows the help', async () => {
    const { code, err } = await kompas();
    expect(code).toBe(1);
    expect(err).toContain('Opdrachten:');
    expect(err).not.toMatch(english);
  });
});

describe('what is wrong around it', () => {
  test('a wrong configuration is something to mend: 1, with every fault', async () => {
    const env = { KOMPAS_LOCAL: 'true', AZURITE_PORT: 'x', PORT: 'y' };
    const { code, err } = await run(['mensen', 'lijst'], { env, folder });
    expect(code).toBe(1);
    expect(err).toContain('De configuratie klopt niet:');
    expect(err).toContain('AZURITE_PORT');
    expect(err).toContain('PORT');
  });

  test('storage that does not answer is something broken: 2', async () => {
    const nowhere =
      'DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;' +
      'QueueEndpoint=http://127.0.0.1:9/a;TableEndpoint=http://127.0.0.1:9/a';
    const env = { KOMPAS_LOCAL: 'true', STORAGE_CONNECTION_STRING: nowhere };
    const { code, err } = await run(['mensen', 'lijst'], { env, folder });
    expect(code).toBe(2);
    expect(err).toMatch(/^De opslag antwoordt niet\./);
  });
});
