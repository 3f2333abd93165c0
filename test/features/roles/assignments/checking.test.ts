import { afterEach, beforeEach, expect, test } from 'vitest';
import { entry } from '../../mandates/town.ts';
import { amira, bram, cem, karin, mara, type Office, someEntries, startOffice } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await startOffice({
    entries: [
      ...someEntries,
      entry({ id: 'R3', activity: 'valideren', registration: 'BGT', holder: 'Persoon 1' }),
    ],
  });
});
afterEach(() => office.stop());

test('the mandaatbeheerder sees all warnings and differences, and whose team it is', async () => {
  await office.agreed(amira, { second: 'Kwaliteitscoördinator', secondFor: 'WOZ', firstFor: 'WOZ' });
  await office.core.people.change('objecten-west', bram.id, (now) => ({ ...now, role: 'Objectregisseur' }));
  await office.agreed(bram, { first: 'Geodata-engineer', firstFor: '' });
  const shown = await office.says(karin, 'toewijzingen controle');
  for (const words of [
    'Persoon 1 verwerkt en controleert: WOZ.',
    'Niemand valt in voor Persoon 1',
    'Volgens het mandatenregister mag Persoon 1 valideren: BGT.',
    'In het mensenbestand staat bij Persoon 2 wel Objectregisseur, en niet Geodata-engineer.',
    'Niemand heeft deze rol, ook niet in een ander team: Objectregisseur.',
    'Objecten West',
  ])
    expect(shown).toContain(words);
  expect(shown).toContain('Een rol geeft geen mandaat');
});

test('nothing that was not agreed to stands in it, and nothing of what somebody wants to learn', async () => {
  await office.records(mara, cem, { technique: 'GEHEIM' });
  expect(await office.says(karin, 'toewijzingen controle')).toContain('Nog niemand heeft een rol');
  await office.agreed(amira, { technique: 'GEHEIM' });
  const shown = await office.says(karin, 'toewijzingen controle');
  expect(shown).not.toContain('Persoon 3');
  expect(shown).not.toContain('GEHEIM');
});

test('a long list goes in parts', async () => {
  await office.agreed(amira, { firstFor: 'WOZ' });
  await office.agreed(bram, { firstFor: 'BGT' });
  await office.agreed(cem, { first: 'Objectregisseur', firstFor: 'BRK' });
  for (let n = 0; n < 8; n += 1)
    await office.parties.save(
      {
        id: `A-0000000${n}`,
        team: 'objecten-west',
        role: { role: 'Geodata-engineer', registrations: [] },
        areas: [],
        organisation: `Bureau ${n}`,
        contact: '',
        from: '2026-12-01',
        day: '2026-11-25',
        version: 1,
      },
      0,
    );
  expect(await office.says(karin, 'toewijzingen controle')).toContain('Volgende');
  const last = await office.taps(karin, 'assignments.check', { page: 99 });
  expect(last).toContain('Vorige');
  expect(last).not.toContain('Volgende');
});

test('is for the mandaatbeheerder', async () => {
  for (const who of [amira, mara])
    expect(await office.says(who, 'toewijzingen controle')).toContain('Dit is voor de mandaatbeheerder');
});
