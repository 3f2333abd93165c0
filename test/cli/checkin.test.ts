import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../src/calendar/schedule.ts';
import { readMessage } from '../../src/delivery/queue-message.ts';
import { instant } from '../calendar/examples.ts';
import { agreed, person } from '../support/town.ts';
import { openTerminal, type Terminal } from './terminal.ts';

let terminal: Terminal;
const now = (team = 'Objecten West', ...more: string[]) =>
  terminal.kompas('checkin', 'nu', '--team', team, ...more);

beforeAll(async () => {
  terminal = await openTerminal();
  await terminal.core.settings.saveTeam({
    key: 'objecten-west',
    name: 'Objecten West',
    schedule: defaultSchedule,
  });
  terminal.setClock(instant('2026-11-24T12:00+01:00'));
});
afterAll(() => terminal.close());

describe('checkin nu, in this order', () => {
  test('is refused for a team that nobody knows', async () => {
    expect(await now('Nergens')).toEqual({
      code: 1,
      out: '',
      err: 'Ik ken het team Nergens niet. Bekend: Objecten West.\n',
    });
  });

  test('is refused before consent and DPIA are recorded', async () => {
    const result = await now();
    expect(result).toMatchObject({ code: 1, out: '' });
    expect(result.err).toContain('Leg eerst de instemming van de OR en de DPIA vast');
  });

  test('is refused outside a window, and says when the next one opens', async () => {
    await terminal.core.settings.changeMunicipality((now) => ({ ...now, ...agreed }));
    terminal.setClock(instant('2026-11-28T12:00+01:00'));
    expect(await now()).toEqual({
      code: 1,
      out: '',
      err: 'Er is nu geen check-in open. De volgende begint maandag 30 november om 10.00 uur.\n',
    });
    expect(await terminal.log()).toEqual([]);
  });

  test('says that nobody can be reached', async () => {
    terminal.setClock(instant('2026-11-24T12:00+01:00'));
    expect(await now()).toMatchObject({
      code: 0,
      out: 'Kompas bereikt niemand in dit team. Er is niets verstuurd. Met “mensen lijst” zie je waarom.\n',
    });
  });

  test('puts a card in the queue for everybody who can be reached, once a day, and in the log', async () => {
    // That nobody could be reached before did not count as sent.
    await terminal.core.people.save([person('p01')]);
    await terminal.core.people.save([person('p03', { reach: 'none', address: undefined })]);
    expect((await now()).out).toBe('1 kaart staat klaar. De bot verstuurt hem binnen een halve minuut.\n');
    expect((await terminal.log()).at(-1)).toBe('cli: checkin nu (objecten-west)');
    const log = await terminal.log();
    expect(await now()).toEqual({
      code: 1,
      out: '',
      err: 'De kaart is vandaag al verstuurd aan Objecten West. Toch nog een keer? Zet er --nogmaals achter.\n',
    });
    expect(await terminal.log()).toEqual(log);
  });

  test('goes out again that day when that is asked for, and by itself the next day', async () => {
    await terminal.core.people.save([person('p02')]);
    const words = '2 kaarten staan klaar. De bot verstuurt ze binnen een halve minuut.\n';
    for (let time = 0; time < 2; time += 1)
      expect((await now('Objecten West', '--nogmaals')).out).toBe(words);
    terminal.setClock(instant('2026-11-25T12:00+01:00'));
    expect((await now()).out).toBe(words);
    const messages = await terminal.core.store.queue.receive(32, 1);
    const recipients = messages
      .map(({ body }) => readMessage(body)?.recipients)
      .filter((ids) => ids?.includes('p01'));
    expect(recipients.sort((a = [], b = []) => a.length - b.length)).toEqual([
      ['p01'],
      ['p01', 'p02'],
      ['p01', 'p02'],
      ['p01', 'p02'],
    ]);
    for (const message of messages) await terminal.core.store.queue.remove(message);
  });
});
