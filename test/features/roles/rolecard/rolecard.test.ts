import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rolecardCard } from '../../../../src/features/roles/rolecard/cards.ts';
import { documentOf, pageOf } from '../../../../src/features/roles/rolecard/document.ts';
import { inChannel, typed, wordsOf } from '../../../support/bot.ts';
import {
  amira,
  bram,
  cem,
  karin,
  mara,
  type Office,
  otherManager,
  someEntries,
  startOffice,
  zoe,
} from '../assignments/office.ts';

let office: Office;
beforeEach(async () => {
  office = await startOffice({ entries: someEntries });
});
afterEach(() => office.stop());

const linkIn = (answer: string, title: string): string => {
  const found = new RegExp(
    `"title":"${title}"[^}]*?"url":"([^"]+)"|"url":"([^"]+)"[^}]*?"title":"${title}"`,
  ).exec(answer);
  return (found?.[1] ?? found?.[2] ?? '').replace(/^https?:\/\/[^/]+/, '');
};

describe('the rolkaart of a team', () => {
  test('says of each role who holds it, for what, and who steps in', async () => {
    await office.agreed(amira, { second: 'Kwaliteitscoördinator', secondFor: 'BGT' });
    await office.agreed(bram, { areas: 'N', from: '2027-01-01' });
    await office.agreed(cem, { firstFor: '' });
    const shown = await office.says(bram, 'rolkaart');
    for (const words of [
      'Een rol is een groeipad: niemands functie verandert. Een rol geeft geen mandaat.',
      'Objectregistrator',
      'BAG, overal',
      'BGT, overal · tweede rol',
      'BAG, in Noord · vanaf 1 januari 2027',
      'Valt in: Persoon 3',
      'Valt in: niemand, niet vastgelegd',
      'Niemand, niet vastgelegd',
    ])
      expect(shown).toContain(words);
  });

  test('says of each part of a role who steps in, the same as the warning does', async () => {
    await office.agreed(amira);
    await office.agreed(bram, { firstFor: 'BAG,BGT' });
    await office.agreed(cem, { first: 'Geodata-engineer', firstFor: '' });
    expect(await office.says(bram, 'rolkaart')).toContain('Valt in: Persoon 1 voor BAG; niemand voor BGT');
    expect(await office.says(karin, 'toewijzingen controle')).toContain(
      'Niemand valt in voor Persoon 2 als Objectregistrator: BGT.',
    );
  });

  test('names the deputy of the register as such, where the warning is silent for it', async () => {
    await office.agreed(amira, { first: 'Kwaliteitscoördinator', areas: 'N' });
    await office.agreed(bram, { firstFor: '' });
    const deputy = /Valt in: ([^"]+) \(mandatenregister\)/.exec(await office.says(bram, 'rolkaart'));
    expect(deputy?.[1]).toBeTruthy();
    expect(await office.says(karin, 'toewijzingen controle')).not.toContain('Niemand valt in voor Persoon 1');
  });

  test('leads to the files, to what a role is here, and to another team', async () => {
    const shown = await office.says(bram, 'rolkaart');
    for (const title of ['Print of download', 'Rolprofielen', 'Ander team'])
      expect(shown).toContain(`"title":"${title}"`);
    expect(await office.taps(bram, 'profile.all')).toContain('Objectregisseur');
  });

  test('of another team is one name further, for everybody who works here', async () => {
    await office.agreed(amira);
    expect(await office.says(zoe, 'rolkaart')).not.toContain('Persoon 1');
    for (const text of ['rolkaart Objecten West', 'rolkaart van team objecten west', 'rolkaart west'])
      expect(await office.says(zoe, text)).toContain('Persoon 1');
    expect(await office.says(zoe, 'rolkaart objecten')).toContain('Dit past bij meer teams.');
    expect(await office.says(zoe, 'rolkaart xyzzy')).toContain('Dat team of die collega ken ik niet');
    expect(await office.taps(zoe, 'rolecard.choose', { page: 0 })).toContain('Objecten Oost');
    expect(await office.taps(zoe, 'rolecard.show', { team: 'weg' })).toContain(
      'Dat team of die collega ken ik niet',
    );
    expect(await office.taps(zoe, 'rolecard.files', { team: 'weg' })).toContain(
      'Dat team of die collega ken ik niet',
    );
  });

  test('of a colleague is that of their team, with them on top, for everybody who works here', async () => {
    await office.agreed(amira);
    await office.agreed(bram, { first: 'Geodata-engineer', firstFor: '' });
    for (const text of [
      'rolkaart Persoon 2',
      'rolkaart van Persoon 2',
      'rollen van Persoon 2',
      'welke rol heeft Persoon 2?',
      'welke rollen heeft persoon 2',
    ]) {
      const shown = await office.says(zoe, text);
      expect(shown).toMatch(/Geodata-engineer.*Persoon 2.*Objectregistrator.*Persoon 1/);
    }
    expect(await office.says(zoe, 'rolkaart Persoon 3')).toContain('Deze collega staat niet op de rolkaart');
    // Of several it is asked which.
    const which = await office.says(zoe, 'rolkaart Persoon');
    expect(which).toContain('Dit past bij meer collega’s.');
    expect(which).toContain(`"first":"${bram.account}"`);
    expect(await office.taps(zoe, 'rolecard.show', { team: 'objecten-west', first: bram.account })).toMatch(
      /Geodata-engineer.*Persoon 2/,
    );
    expect(await office.says(zoe, 'welke rollen heb ik')).toContain('Bekijk je rollen');
  });

  test('typed in a channel goes to the own chat', async () => {
    await office.agreed(amira);
    const sent = await office.hear(inChannel(typed(bram, 'rolkaart')));
    const inThere = sent.filter(({ conversation }) => conversation.startsWith('19:'));
    expect(wordsOf(inThere)).not.toContain('Persoon 1');
  });
});

describe('the files', () => {
  test('a page of A4 and a document come by links that work once', async () => {
    await office.agreed(amira);
    const card = await office.taps(bram, 'rolecard.files', { team: 'objecten-west' });
    const pageLink = linkIn(card, 'Pagina om te printen');
    const page = await office.http(pageLink, { method: 'POST' });
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    for (const words of ['@page{size:A4', 'Rolkaart Objecten West', 'Persoon 1', 'BAG, overal', 'groeipad'])
      expect(page.text).toContain(words);
    expect((await office.http(pageLink, { method: 'POST' })).status).toBe(410);

    const response = await fetch(office.url + linkIn(card, 'Word'), { method: 'POST' });
    const parts = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    for (const words of ['Rolkaart Objecten West', 'Persoon 1, BAG, overal', 'Objectregisseur'])
      expect(text).toContain(words);
    expect((await office.logged()).map(([, what]) => what)).toContain('rolkaart geëxporteerd');
  });

  test('who left since the link was made gets nothing', async () => {
    const card = await office.taps(bram, 'rolecard.files', { team: 'objecten-west' });
    await office.core.people.change('objecten-west', bram.id, (now) => ({ ...now, removed: '2026-11-25' }));
    expect((await office.http(linkIn(card, 'Word'), { method: 'POST' })).status).toBe(403);
  });

  test('works out who steps in for what the card shows alone, and for no party', () => {
    let workedOut = 0;
    const line = (n: number, contact?: string) => ({
      name: `Persoon ${n}`,
      about: 'BAG, overal',
      more: '',
      stepsIn: () => {
        workedOut += 1;
        return [];
      },
      contact,
    });
    const lines = [line(1, 'Bel de balie'), ...Array.from({ length: 40 }, (_, n) => line(n + 2))];
    rolecardCard({ key: 'west', name: 'West' }, [{ role: 'Objectregistrator', lines }]);
    expect(workedOut).toBe(5);
  });

  test('what people typed is text on the page and nothing else', () => {
    const line = {
      name: '<img src=x onerror=alert(1)>',
      about: 'BAG, overal',
      more: '',
      stepsIn: () => [{ names: ['"><script>'], about: '' }],
      contact: undefined,
    };
    const file = {
      municipality: 'A & B',
      team: '<b>West</b>',
      day: '25 november 2026',
      sheet: [{ role: 'Objectregistrator' as const, lines: [line] }],
    };
    const page = pageOf(file);
    expect(page).not.toMatch(/<img|<script|<b>/);
    expect(page).toContain('&#60;img');
    expect(page).toContain("default-src 'none'");
    expect(JSON.stringify(documentOf(file))).toContain('<img');
  });
});

describe('wie is …', () => {
  test('is answered from the rolkaart, with what the register says kept apart', async () => {
    await office.agreed(amira, { first: 'Kwaliteitscoördinator', firstFor: 'BAG,BGT' });
    const answer = await office.says(zoe, 'wie is kwaliteitscoördinator voor de BAG?');
    const [, roles = '', register = ''] = /Op de rolkaart(.*)In het mandatenregister(.*)/.exec(answer) ?? [];
    expect(roles).toContain('Persoon 1');
    expect(roles).toContain('BAG en BGT, overal');
    expect(roles).not.toContain('Ans Bos');
    expect(register).toContain('Ans Bos mag valideren');
    expect(register).not.toContain('Persoon 1');
    expect(answer).toContain('Een rol geeft geen mandaat.');
  });

  test('a role never makes a mandate, and a mandate never a role', async () => {
    await office.agreed(amira, { first: 'Kwaliteitscoördinator', firstFor: 'WOZ' });
    const woz = await office.says(zoe, 'wie is kwaliteitscoördinator voor de WOZ?');
    expect(woz).toContain('Persoon 1');
    expect(/In het mandatenregister(.*)/.exec(woz)?.[1]).toContain('Niet vastgelegd');
    const bag = await office.says(zoe, 'wie is kwaliteitscoördinator voor de BAG?');
    expect(/Op de rolkaart(.*)In het/.exec(bag)?.[1]).toContain('Niemand, niet vastgelegd');
    expect(bag).toContain('Ans Bos mag valideren');
  });

  test('nobody is said as nobody, with who to ask', async () => {
    await office.agreed(amira);
    const answer = await office.says(bram, 'wie is objectregisseur voor de BGT?');
    expect(answer).toContain('Niemand, niet vastgelegd');
    expect(answer).toMatch(/Vraag het aan [^·"]*Persoon 9/);
    expect(answer).toContain('Karin Register');
    // Of another team it is who leads that one.
    expect(await office.says(bram, 'wie is objectregisseur in objecten oost?')).toContain(
      'Vraag het aan Bas Oost',
    );
  });

  test('an area counts: who holds it elsewhere is not named', async () => {
    await office.agreed(amira, { areas: 'N' });
    await office.agreed(bram, { areas: 'Z' });
    const answer = await office.says(zoe, 'wie is objectregistrator BAG in Haven?');
    expect(answer).toContain('Persoon 2');
    expect(answer).not.toContain('Persoon 1');
  });

  test('the register answers as before while nobody holds a role, in a channel, and for all that is more', async () => {
    const before = await office.says(bram, 'wie is kwaliteitscoördinator voor de BAG?');
    expect(before).not.toContain('Op de rolkaart');
    expect(before).toContain('Ans Bos');
    await office.agreed(amira, { first: 'Kwaliteitscoördinator', firstFor: 'BAG' });
    const there = wordsOf(
      await office.hear(inChannel(typed(bram, 'wie is kwaliteitscoördinator voor de BAG?'))),
    );
    expect(there).not.toContain('Op de rolkaart');
    expect(there).not.toContain('Persoon 1');
    expect(there).toContain('Ans Bos');
    for (const text of ['wie valideert BAG?', 'wie is kwaliteitscoördinator voor de BAG op 1 mei 2026'])
      expect(await office.says(bram, text)).not.toContain('Op de rolkaart');
    expect(await office.says(bram, 'wat doet een kwaliteitscoördinator')).toContain(
      'Controleert en valideert',
    );
  });

  test('leads on to the register', async () => {
    await office.agreed(amira);
    const answer = await office.says(zoe, 'wie is objectregistrator voor de BAG in Noord?');
    const question = {
      kind: 'who',
      activity: 'verwerken',
      registration: 'BAG',
      area: 'N',
      date: '2026-11-25',
    };
    expect(answer).toContain('"verb":"mandates.ask"');
    expect(answer).toContain(JSON.stringify(question));
    expect(await office.taps(zoe, 'mandates.ask', { question })).toContain('Cor Dam');
  });
});

test('neither the rolkaart nor its files hold what somebody wants to learn', async () => {
  await office.agreed(amira, { technique: 'GEHEIM' });
  expect(await office.says(otherManager, 'rolkaart objecten west')).not.toContain('GEHEIM');
  const card = await office.taps(mara, 'rolecard.files', { team: 'objecten-west' });
  expect((await office.http(linkIn(card, 'Pagina om te printen'), { method: 'POST' })).text).not.toContain(
    'GEHEIM',
  );
});
