import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../src/calendar/schedule.ts';
import { account, person } from '../support/town.ts';
import { openTerminal, type Terminal } from './terminal.ts';

let terminal: Terminal;

beforeEach(async () => {
  terminal = await openTerminal();
  await terminal.core.settings.saveTeam({
    key: 'objecten-west',
    name: 'Objecten West',
    schedule: defaultSchedule,
  });
  await terminal.core.people.save([person('p01', { name: 'Amira Sol' })]);
});
afterEach(() => terminal.close());

/** Writes lines in the log, each at its moment. */
async function logged(...lines: [at: string, who: string, what: string, about: string][]): Promise<void> {
  const { audit } = terminal.core;
  for (const [at, who, what, about] of lines)
    await audit.record(who, what, about, { at: Temporal.Instant.from(at), name: what });
}
const outOf = async (...args: string[]) => {
  const { code, out, err } = await terminal.kompas('beheerlog', ...args);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out.split('\n').filter(Boolean);
};

describe('beheerlog', () => {
  test('says who did what and when, oldest first, over the turn of a month and a year', async () => {
    await logged(
      ['2026-11-24T10:30:00.12Z', 'cli', 'instellingen dpia', 'gemeente'],
      ['2026-11-24T10:30:00.1Z', 'kompas', 'rechten vervallen: manager', 'p01'],
      ['2026-10-31T23:30:00Z', account(1), 'teambeeld geëxporteerd', 'objecten-west'],
      ['2025-12-31T22:30:00Z', account(9), 'pilot begonnen', 'P-1'],
      ['2024-01-01T10:00:00Z', 'cli', 'lang geleden', 'gemeente'],
    );
    expect(await outOf('--dagen', '400')).toEqual([
      `2025-12-31 23:30  ${account(9)}  pilot begonnen  P-1`,
      '2026-11-01 00:30  Amira Sol (p01@gemeente.example)  teambeeld geëxporteerd  Objecten West',
      '2026-11-24 11:30  Kompas zelf  rechten vervallen: manager  p01',
      '2026-11-24 11:30  de opdrachtregel  instellingen dpia  gemeente',
    ]);
  });

  test('is of the last thirty days when nobody says how many', async () => {
    await logged(
      ['2026-10-24T12:00:00Z', 'cli', 'te oud', 'gemeente'],
      ['2026-10-26T12:00:00Z', 'cli', 'net op tijd', 'gemeente'],
    );
    expect((await outOf()).join()).toContain('net op tijd');
    expect((await outOf()).join()).not.toContain('te oud');
  });

  test('says that somebody looked, the next time', async () => {
    expect(await outOf('--dagen', '1')).toEqual(['Van deze dagen staat er niets in het logboek.']);
    expect(await outOf()).toEqual(['2026-11-24 12:00  de opdrachtregel  beheerlog bekeken  1 dag']);
    expect((await terminal.log()).at(-1)).toBe('cli: beheerlog bekeken (30 dagen)');
  });

  test('is JSON for machines: one line for each, and nothing where there is none', async () => {
    expect(await outOf('--json')).toEqual([]);
    await logged(['2026-11-20T10:00:00Z', account(1), 'retro afgerond', 'P-1']);
    expect(JSON.parse((await outOf('--json'))[0] ?? '')).toEqual({
      at: '2026-11-20T10:00:00Z',
      who: account(1),
      name: 'Amira Sol',
      what: 'retro afgerond',
      about: 'P-1',
    });
  });

  test.each(['0', '732', '1,5', 'x', '-3', ''])('refuses %j days', async (days) => {
    const { code, err } = await terminal.kompas('beheerlog', `--dagen=${days}`);
    expect({ code, err: err.trim() }).toEqual({ code: 1, err: 'Kies 1 tot en met 731 dagen.' });
    expect(await terminal.log()).toEqual([]);
  });
});
