import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { amira, bram, mara, type Office, olaf, otherManager, startOffice, zoe } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await startOffice();
});
afterEach(() => office.stop());

const ID = 'A-0000000a';
const target = { team: 'objecten-west', id: ID, seen: 0 };
const party = {
  organisation: 'Geobureau Delta',
  contact: 'servicedesk, 010 123 45 67',
  role: 'Geodata-engineer',
  roleFor: '',
  areas: '',
  from: '2026-12-01',
};
const saves = (who = mara, change: object = {}, at: object = {}) =>
  office.taps(who, 'assignments.save-party', { ...target, ...at, form: { ...party, ...change } });

describe('a party outside the municipality', () => {
  test('holds a role with organisation and contact, and stands on the rolkaart', async () => {
    expect(await office.taps(mara, 'assignments.party-team')).toContain('Welke organisatie?');
    const review = await office.taps(mara, 'assignments.review-party', { ...target, ...party });
    expect(review).toContain('Kijk dit na');
    expect(await office.parties.all()).toEqual([]);
    expect(await saves()).toContain('Vastgelegd.');
    const shown = await office.says(bram, 'rolkaart');
    expect(shown).toContain('Geobureau Delta');
    expect(shown).toContain('Contact: servicedesk, 010 123 45 67');
    expect(await office.taps(mara, 'assignments.list')).toContain('Geobureau Delta');
    expect(await office.logged()).toEqual([[mara.account, 'rol van een andere partij vastgelegd', ID]]);
  });

  test('without contact is warned of before it is recorded, and recorded all the same', async () => {
    const review = await office.taps(mara, 'assignments.review-party', { ...target, ...party, contact: '' });
    expect(review).toContain('Bij Geobureau Delta staat geen contact.');
    expect(await saves(mara, { contact: '' })).toContain('niet vastgelegd');
    expect(await office.says(bram, 'rolkaart')).toContain('Contact: niet vastgelegd');
  });

  test.each([
    ['no organisation', { organisation: '' }, 'Vul in welke organisatie het is.'],
    ['no role', { role: '' }, 'Kies een rol.'],
    ['no day', { from: 'ooit' }, 'Vul in vanaf welke dag'],
    ['too long a contact', { contact: 'x'.repeat(121) }, 'hooguit 120 tekens'],
  ])('with %s comes back', async (_what, wrong, words) => {
    const answer = await saves(mara, wrong);
    expect(answer).toContain(words);
    expect(await office.parties.all()).toEqual([]);
  });

  test.each([
    ['the organisation', { organisation: 'Adviesbureau Zoë Oost' }, 'Welke organisatie?'],
    ['the contact', { contact: 'bel Karin Register, 010 123 45 67' }, 'Hoe bereik je die organisatie?'],
    ['the mail address of a colleague', { contact: zoe.upn }, 'Hoe bereik je die organisatie?'],
  ])('is no colleague: a name in %s comes back, and nothing is kept', async (_what, wrong, label) => {
    for (const answer of [
      await saves(mara, wrong),
      await office.taps(mara, 'assignments.review-party', { ...target, ...party, ...wrong }),
    ]) {
      expect(answer).toContain(`Bij “${label}” staat de naam van een collega`);
      expect(answer).toContain(Object.values(wrong)[0]);
    }
    expect(await office.parties.all()).toEqual([]);
  });

  test('is reached by mail, also where its address is none of a colleague', async () => {
    expect(await saves(mara, { contact: 'servicedesk@geobureau.nl' })).toContain('Vastgelegd.');
  });

  test('who is second sees what the first wrote down', async () => {
    await saves();
    const second = await saves(olaf, { role: 'Objectregisseur' });
    expect(second).toContain('Nu staat er: Geodata-engineer voor alle registraties, Geobureau Delta');
    expect(second).toContain('"seen":1');
    await saves(olaf, { role: 'Objectregisseur' }, { seen: 1 });
    expect(await office.parties.all()).toMatchObject([{ role: { role: 'Objectregisseur' }, version: 2 }]);
  });

  test('is one of fifty at most in a team', async () => {
    for (let n = 0; n < 50; n += 1)
      expect(await saves(mara, {}, { id: `A-000001${`${n}`.padStart(2, '0')}` })).toContain('Vastgelegd.');
    expect(await saves()).toContain('Haal er eerst één weg.');
    expect(await office.parties.all()).toHaveLength(50);
    expect(await saves(mara, { contact: 'balie' }, { id: 'A-00000100', seen: 1 })).toContain('Vastgelegd.');
  });

  test('two taps of one are one', async () => {
    await saves();
    expect(await saves()).toContain('Dit is al vastgelegd.');
    expect(await office.parties.all()).toMatchObject([{ version: 1 }]);
  });

  test('of a team that ended is not overwritten by who leads another', async () => {
    const ofEnded = {
      id: ID,
      team: 'opgeheven',
      role: { role: 'Geodata-engineer' as const, registrations: [] },
      areas: [],
      organisation: 'Geobureau Delta',
      contact: '',
      from: '2026-11-20',
      day: '2026-11-20',
      version: 1,
    };
    await office.parties.save(ofEnded, 0);
    for (const seen of [0, 1])
      expect(await saves(mara, { organisation: 'Kaping' }, { seen })).toContain('Deze rol is er niet meer');
    expect(await office.parties.save({ ...ofEnded, team: 'objecten-west', version: 2 }, 1)).toBe(false);
    expect(await office.parties.all()).toEqual([ofEnded]);
  });

  test('is changed and taken away by who leads the team, and by nobody else', async () => {
    await saves();
    for (const who of [amira, otherManager]) {
      for (const verb of ['open-party', 'ask-end-party', 'end-party'])
        expect(await office.taps(who, `assignments.${verb}`, { id: ID })).toMatch(
          /Alleen wie het team leidt|Deze rol is er niet meer/,
        );
      expect(await saves(who, { organisation: 'Kaping' }, { seen: 1 })).not.toContain('Vastgelegd');
    }
    // Nor does it go along to a team of one who has its id.
    expect(
      await saves(otherManager, { organisation: 'Kaping' }, { team: 'objecten-oost', seen: 1 }),
    ).toContain('Deze rol is er niet meer');
    expect(await office.parties.all()).toMatchObject([{ organisation: 'Geobureau Delta' }]);
    expect(await office.taps(mara, 'assignments.party', { team: target.team, id: ID })).toContain(
      'Geobureau Delta',
    );
    expect(await office.taps(mara, 'assignments.ask-end-party', { id: ID })).toContain(
      'Haal je deze rol weg?',
    );
    expect(await office.taps(mara, 'assignments.end-party', { id: ID })).toContain('Weggehaald');
    expect(await office.taps(mara, 'assignments.end-party', { id: ID })).toContain(
      'Deze rol is er niet meer',
    );
    expect(await office.parties.all()).toEqual([]);
  });
});
