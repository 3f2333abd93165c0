import { afterEach, beforeEach, expect, test } from 'vitest';
import { amira, bram, karin, mara, type Office, olaf, startOffice } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await startOffice();
});
afterEach(() => office.stop());

const of = { who: amira.account };
const writes = (words: object) =>
  office.taps(amira, 'assignments.save-learning', { technique: '', process: '', together: '', ...words });

test('from the card that asks, somebody writes what they want to learn, and then says that the role is right', async () => {
  await office.records(mara, amira, { technique: 'FME leren' });
  expect(JSON.stringify(office.sentTo(amira).at(-1))).toContain('Wat wil je leren?');
  const form = await office.taps(amira, 'assignments.learn');
  // What was talked about stands there to change.
  expect(form).toContain('FME leren');
  const mine = await writes({ technique: 'FME leren en Python', process: 'De keten van de BAG' });
  expect(mine).toContain('Jij wilt leren over techniek');
  expect(mine).toContain('De keten van de BAG');
  expect(mine).toContain('Klopt deze rol?');
  // Saving it is no change to what was asked.
  const [, seen] = /"seen":"([^"]+)"/.exec(mine) ?? [];
  expect(await office.taps(amira, 'assignments.agree', { seen })).toContain('staat nu op de rolkaart');
  expect(await office.taps(amira, 'assignments.mine')).toContain('FME leren en Python');
});

test('what was written down for them stays as it was, and what they wrote themselves is read by them alone', async () => {
  await office.agreed(amira, { technique: 'FME leren' });
  await writes({ technique: 'GEHEIM' });
  expect(await office.taps(amira, 'assignments.mine')).toMatch(
    /Jij wilt leren over techniek.*GEHEIM.*FME leren/,
  );
  for (const who of [mara, olaf, bram, karin])
    for (const verb of ['assignments.open', 'assignments.form'])
      expect(await office.taps(who, verb, of)).not.toContain('GEHEIM');
  expect(await office.taps(mara, 'assignments.open', of)).toContain('FME leren');
  expect(await office.says(bram, 'rolkaart')).not.toContain('GEHEIM');
  expect(JSON.stringify(office.connector.sent)).not.toContain('GEHEIM');
  expect(await office.says(amira, 'mijn gegevens')).not.toBe('');
});

test('it stays when who leads the team records other roles, until it is emptied', async () => {
  await office.agreed(amira);
  await writes({ together: 'Vaker bellen' });
  await office.agreed(amira, { first: 'Objectregisseur' });
  expect(await office.taps(amira, 'assignments.mine')).toContain('Vaker bellen');
  await writes({});
  expect(await office.taps(amira, 'assignments.mine')).not.toContain('Vaker bellen');
  expect((await office.kept(amira))?.learning).toBeUndefined();
});

test('a text that is too long comes back, and without a role there is nothing to write', async () => {
  await office.agreed(amira);
  expect(await writes({ technique: 'x'.repeat(201) })).toContain('hooguit 200 tekens');
  expect((await office.kept(amira))?.learning).toBeUndefined();
  expect(await office.taps(bram, 'assignments.learn')).toContain('nog geen rol');
});
