import { afterEach, beforeEach, expect, test } from 'vitest';
import { WEST } from '../town.ts';
import { amira, gijs, head, openSignalTown, type SignalTown, TEXT } from './town.ts';

let town: SignalTown;
beforeEach(async () => {
  town = await openSignalTown();
});
afterEach(() => town.bot.stop());

const pictureReaders = /iedereen die het teambeeld mag openen, zoals je afdelingshoofd/;

test('the head of the department reads a signal to the manager, and the chat says so', async () => {
  await town.give(amira);
  town.nextDay();
  town.nextDay();
  expect(await town.tap(head, 'signal.all', WEST)).toContain(TEXT);
  for (const question of [
    'kan mijn afdelingshoofd mijn signaal lezen?',
    'kan het afdelingshoofd mijn signaal lezen?',
    'wie leest mijn signaal?',
    'kan mijn leidinggevende mijn signaal zien?',
    'ziet de directie mijn signaal',
    'kan de ondernemingsraad mijn signaal zien?',
  ])
    expect(await town.says(amira, question), question).toMatch(pictureReaders);
});

test('who decides reads beforehand that the channel of the team reads it too', async () => {
  await town.give(amira);
  const { id } = await town.only();
  town.nextDay();
  town.nextDay();
  for (const to of ['seeing', 'answered'])
    expect(await town.tap(gijs, 'signal.step', { ...WEST, id, to })).toContain(
      'Het besluit, de reden en het antwoord komen ook in het teamkanaal, als dat er is.',
    );
});

test('what is said in short of everything that people fill in names them too', async () => {
  expect(await town.says(amira, 'wie kan dit zien?')).toMatch(
    /Dan lezen ook je team en iedereen die het teambeeld mag openen, het signaal\./,
  );
});
