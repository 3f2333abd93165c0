import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../src/calendar/schedule.ts';
import {
  imported,
  installation,
  somebody,
  startTestBot,
  type TestBot,
  typed,
  wordsOf,
} from '../support/bot.ts';

const amira = somebody(1, 'Amira Sol');
const gijs = somebody(9, 'Gijs Toren');
const hanna = somebody(51, 'Hanna Kering');
const douwe = somebody(52, 'Douwe Kade');
/** In a team of no department, where nobody is above. */
const lotte = somebody(53, 'Lotte Vaart');
const administrator = somebody(54, 'Ties Hof');

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({
    env: { TURNS_PER_MINUTE: '10000' },
    seed: async ({ people, settings }) => {
      const schedule = defaultSchedule;
      await settings.saveTeam({
        key: 'objecten-west',
        name: 'Objecten West',
        schedule,
        department: 'Ruimte',
      });
      await settings.saveTeam({
        key: 'objecten-oost',
        name: 'Objecten Oost',
        schedule,
        department: 'Ruimte',
      });
      await settings.saveTeam({ key: 'los', name: 'Los team', schedule });
      await settings.changeMunicipality((now) => ({
        ...now,
        counsellor: { name: 'Rosa Linde', contact: '010 000 00 00' },
        procedure: 'https://www.gemeente.example/melden',
      }));
      await people.save([
        imported(amira),
        imported(gijs, { access: ['medewerker', 'manager'] }),
        imported(hanna, { team: 'objecten-oost', access: ['medewerker', 'afdelingshoofd'] }),
        imported(douwe, { team: 'objecten-oost', access: ['medewerker', 'directie'] }),
        imported(lotte, { team: 'los', access: ['medewerker', 'manager'] }),
        imported(administrator, { team: 'los', access: ['medewerker', 'beheerder'] }),
      ]);
    },
  });
  for (const who of [amira, gijs, hanna, lotte]) await bot.hear(installation(who, 'add'));
});
afterAll(() => bot.stop());

const says = async (text: string, who = amira) => wordsOf(await bot.hear(typed(who, text)));

describe('who is above somebody', () => {
  const asked = [
    'wie is mijn leidinggevende',
    'wie is mijn baas',
    'wie is mijn chef?',
    'wie is eigenlijk mijn leidinggevende',
    'wie is mijn directe leidinggevende',
    'weet jij wie mijn baas is',
    'onder wie val ik',
    'who is my boss',
  ];
  test.each(asked)('"%s": who leads a team reads who is above them', async (text) => {
    const said = await says(text, gijs);
    expect(said).toContain('Hanna Kering');
    expect(said).toContain('Open de chat');
    expect(said).not.toContain('dat ben je zelf');
  });
  test.each(asked)('"%s": who is in a team reads who leads it', async (text) => {
    const said = await says(text);
    expect(said).toContain('Gijs Toren');
    expect(said).not.toContain('Hanna Kering');
  });
  test('who leads the department reads who is in the direction', async () => {
    expect(await says('wie is mijn leidinggevende', hanna)).toContain('Douwe Kade');
  });
  test('who leads a team without department reads whom to ask', async () => {
    const said = await says('wie is mijn baas', lotte);
    expect(said).toContain('Wie er boven jou staat, weet ik niet');
    expect(said).toContain('beheerder');
    expect(said).not.toContain('dat ben je zelf');
  });
  test.each(['wie is mijn afdelingshoofd', 'afdelingshoofd', 'wie leidt mijn afdeling'])(
    '"%s" is who leads the department',
    async (text) => expect(await says(text)).toContain('Hanna Kering'),
  );
});

describe('a complaint about who leads the team', () => {
  test.each([
    'mijn chef luistert niet',
    'mijn baas negeert mijn mails',
    'mijn leidinggevende doet niks met mijn vraag',
    'mijn leidinggevende luistert nooit naar mij',
    'mijn chef reageert niet op mijn mails',
    'mijn baas neemt me niet serieus',
    'mijn manager heeft nooit tijd voor me',
    'mijn teamleider helpt me niet',
    'mijn chef komt afspraken niet na',
    'ik voel me niet gehoord door mijn leidinggevende',
    'mijn leidinggevende begrijpt me niet',
    'mijn baas ziet me niet staan',
    'my boss ignores me',
    'my manager does not listen to me',
    'ik krijg geen reactie van mijn leidinggevende',
    'mijn chef trekt anderen voor',
  ])('"%s" leads to somebody else, and to a signal past the manager', async (text) => {
    const said = await says(text);
    expect(said).toContain('Rosa Linde');
    expect(said).toContain('"text":"praten buiten mijn team"');
    expect(said).toContain('Geef een signaal');
    expect(said).not.toContain('wie is mijn leidinggevende');
    expect(said).not.toContain('Gijs Toren');
  });
  test.each([
    'ik ben boos op chantal ze doet niks',
    'ik ben boos op Chantal, ze doet niks',
    'ik ben kwaad op bert want hij liegt',
    'ik ben boos op gijs die luistert nooit',
  ])('"%s" is heard as anger at somebody', async (text) => {
    expect(await says(text)).toContain('Dat is vervelend');
  });
  test.each(['mijn leidinggevende is er niet', 'mijn chef is met vakantie', 'mijn baas luistert goed'])(
    '"%s" is no complaint',
    async (text) => expect(await says(text)).not.toContain('praten buiten mijn team'),
  );
});

describe('what is no signal', () => {
  test.each([
    'ik wil iets melden over pesten',
    'ik wil discriminatie melden',
    'ik wil iets melden over intimidatie',
    'melding van seksuele intimidatie',
    'klacht over racisme',
    'klacht over machtsmisbruik',
    'mijn baas negeert me',
    'ik wil een melding doen van ongewenst gedrag',
    'ik heb een klacht over agressie van een collega',
    'signaal over pesten',
    'hoe meld ik pesten',
    'waar kan ik intimidatie melden',
  ])('"%s" is the card with the counsellor and the procedure', async (text) => {
    const said = await says(text);
    expect(said).toContain('Dit hoort niet');
    expect(said).toContain('Rosa Linde');
    expect(said).toContain('gemeente.example/melden');
    expect(said).not.toContain('signal.send');
  });
  test.each([
    'ik wil iets melden over fraude',
    'ik wil fraude melden',
    'melding corruptie',
    'ik wil een integriteitsmelding doen',
    'ik vermoed fraude',
    'ik wil iets melden over diefstal',
    'hoe meld ik een misstand',
    'signaal over belangenverstrengeling',
  ])('"%s" leads to the procedure', async (text) => {
    const said = await says(text);
    expect(said).toContain('Hiervoor is een vaste weg');
    expect(said).toContain('Rosa Linde');
    expect(said).toContain('gemeente.example/melden');
    expect(said).not.toContain('signal.send');
  });
  test.each([
    'ik wil iets melden over de scanner',
    'klacht over de printer',
    'signaal: er is te weinig tijd',
  ])('"%s" is the form of a signal, which quotes nothing', async (text) => {
    const said = await says(text);
    expect(said).toContain('signal.send');
    expect(said).not.toContain('achter signaal');
    expect(said).toContain('neem ik niet over');
  });
});

describe('who sees what', () => {
  test.each([
    'kan gijs zien wat ik heb ingevuld?',
    'kan Bert zien wat ik koos',
    'ziet Gijs mijn antwoord',
    'kan Gijs Toren mijn antwoord zien',
    'weet bert hoe ik erbij zit',
    'kan hanna zien dat ik zwaar heb ingevuld',
    'ziet mijn collega Bert wat ik aanklik',
    'kan gijs mijn keuze terugzien',
    'kan mijn baas mijn antwoord zien?',
  ])('"%s": not what was answered', async (text) => {
    expect(await says(text)).toMatch(/Nee\. .*antwoord op de check-in niet/);
  });
  test.each([
    'kan Bert zien dat ik niet heb geantwoord',
    'ziet Gijs of ik meedoe',
    'weet mijn leidinggevende of ik heb ingevuld',
    'kan mijn team zien dat ik heb overgeslagen',
    'ziet iemand dat ik niet meedoe',
    'kan gijs zien wie er heeft ingevuld',
  ])('"%s": nor whether', async (text) => {
    expect(await says(text)).toMatch(/Nee\. .*(?:of jij antwoordde)|ertel ik nooit/);
  });
  test.each([
    'ziet mijn afdelingshoofd mijn toelichting',
    'kan Gijs mijn toelichting lezen',
    'leest bert mijn toelichting',
  ])('"%s": only what somebody shares', async (text) =>
    expect(await says(text)).toContain('Nee, tenzij jij dat kiest'),
  );
  test.each(['kan Gijs mijn signaal zien', 'leest hanna mijn signaal'])(
    '"%s": by whom it is for',
    async (text) => {
      expect(await says(text)).toContain('Dat hangt af van wie je kiest');
    },
  );
  test.each([
    'wie ziet dit',
    'wie leest dit',
    'wie kan dit zien',
    'kan mijn baas dit zien?',
    'is dit anoniem',
  ])('"%s" names each kind, the check-in first', async (text) => {
    for (const who of [amira, gijs]) {
      const said = await says(text, who);
      for (const kind of ['check-in', 'toelichting', 'signaal', 'praten', 'stand-up', 'register'])
        expect(said.toLowerCase()).toContain(kind);
      expect(said).toContain('Wie ziet dit?');
    }
  });
  test.each(['kan gijs zien wie BAG mag valideren', 'kan bert het mandaat zien', 'ziet bert het pand'])(
    '"%s" is about something else',
    async (text) => expect(await says(text)).not.toMatch(/antwoord niet|of jij antwoordde/),
  );
});

describe('who it was', () => {
  test.each([
    'wie zat er slecht bij deze week',
    'wie zat er zwaar bij',
    'wie voelde zich vorige week niet goed',
    'wie had het zwaar vorige week',
    'wie heeft dat signaal gegeven',
    'wie heeft het signaal gestuurd',
    'wie stuurde dit signaal',
    'van wie is dat signaal',
    'wie zit er achter dat signaal',
    'wie heeft die toelichting geschreven',
    'van welke collega komt dit signaal',
  ])('"%s" is never told', async (text) => {
    expect(await says(text, gijs)).toContain('ertel ik nooit');
  });
  test('of a signal it says that a name may stand there by choice', async () => {
    expect(await says('wie heeft dat signaal gegeven', gijs)).toContain('met naam');
  });
});

describe('who takes care of signals', () => {
  test.each([
    'signaal afhandelen',
    'signalen afhandelen',
    'een signaal afhandelen',
    'ik wil een signaal afhandelen',
    'ik heb per ongeluk afgehandeld',
    'ik heb een signaal per ongeluk afgehandeld',
    'signaal beantwoorden',
    'signaal oppakken',
    'is er nog iets binnengekomen',
    'zijn er nieuwe signalen',
    'heb ik nog signalen',
    'bekijk de signalen',
  ])('"%s" leads to the signals that are there', async (text) => {
    const said = await says(text, gijs);
    expect(said).not.toContain('signal.send');
    expect(said).toMatch(/Signalen voor jou|Er staan geen signalen open|Een signaal dat klaar is/);
    expect(said).toContain('signal.all');
  });
});

test.each(['wie ziet wat ik typ', 'ik werk thuis'])(
  '"%s", which a button says, is answered',
  async (text) => {
    expect(await says(text)).not.toContain('Dat begrijp ik niet');
  },
);

describe('not at the office', () => {
  test.each([
    'ik ben morgen niet op kantoor',
    'ik ben vrijdag niet op kantoor',
    'morgen niet op kantoor',
    'ik kom morgen niet naar kantoor',
    'ik ben dinsdag niet op het stadhuis',
  ])('"%s" is asked about', async (text) => {
    const said = await says(text);
    expect(said).toContain('Ben je vrij of werk je ergens anders?');
    expect(said).toContain('afwezig ');
  });
  test.each([
    'ik wil vrij op vrijdag',
    'ik wil vrijdag vrij',
    'mag ik vrijdag vrij',
    'kan ik volgende week vrij krijgen',
    'ik wil graag een dag vrij',
    'ik wil een vrije dag',
  ])('"%s" is no leave here', async (text) => {
    expect(await says(text)).toContain('Verlof vraag je niet bij mij aan');
  });
});

describe('what else is asked', () => {
  test.each([
    'wie is er vandaag niet',
    'wie is er vandaag',
    'wie is er morgen vrij',
    'wie is er allemaal weg',
  ])('"%s": who may sees the way to it, others why not', async (text) => {
    expect(await says(text, gijs)).toContain('"text":"bezetting"');
    const said = await says(text);
    expect(said).not.toContain('"text":"bezetting"');
    expect(said).toContain('Wie er vandaag is, vertel ik niet');
  });
  test.each([
    'wie weet hoe dit werkt, wie kan ik bellen',
    'wie kan ik bellen',
    'wie kan mij helpen met Kompas',
    'wie is de beheerder van kompas',
    'waar kan ik terecht met vragen',
    'wie beheert kompas',
  ])('"%s" names who takes care of Kompas and the pages', async (text) => {
    const said = await says(text);
    expect(said).toContain('Ties Hof');
    expect(said).toContain('"text":"uitleg"');
  });
  test.each(['wat is er gemeld', 'wat is er allemaal gemeld?', 'is er iets gemeld'])(
    '"%s" is asked about',
    async (text) => {
      const said = await says(text, gijs);
      expect(said).toContain('"text":"signalen"');
      expect(said).toContain('"text":"toelichtingen"');
    },
  );
  test.each(['maak dat ongedaan', 'maak dit ongedaan', 'kan ik dat ongedaan maken', 'haal dat terug'])(
    '"%s" says what can be undone',
    async (text) => expect(await says(text)).toContain('Wat wil je ongedaan maken?'),
  );
  test.each([
    'laat maar',
    'laat maar zitten',
    'nee laat maar',
    'hoeft niet',
    'never mind',
    'niks, laat maar',
  ])('"%s" does nothing', async (text) => expect(await says(text)).toContain('Goed, ik doe niets'));
  test.each(['wat is er met mijn signaal gebeurd', 'hoe staat het met mijn signaal', 'mijn signalen'])(
    '"%s" tells of signals with and without name',
    async (text) => {
      const said = await says(text);
      expect(said).toContain('met naam');
      expect(said).toContain('signal.mine');
    },
  );
});

describe('words that nobody foresaw', () => {
  test.each([
    'pak het signaal over werkdruk op',
    'ik wil antwoord geven op een signaal',
    'hoe sluit ik een signaal',
    'maak er een einde aan, signaal is klaar',
  ])('"%s" leads who takes care of signals to those', async (text) => {
    expect(await says(text, gijs)).toContain('signalen');
    expect(await says(text, gijs)).not.toContain('Geef een signaal');
  });

  test.each(['wat heb ik nog te doen', 'moet ik nog iets doen', 'wat staat er op mijn lijstje'])(
    '"%s" is one’s own list',
    async (text) => expect(await says(text)).toMatch(/wacht(?:en)?/),
  );

  test.each(['wat ziet gijs van mij?', 'wat weet mijn team van mij'])(
    '"%s" is about the answer',
    async (text) => expect(await says(text)).toContain('antwoord op de check-in niet'),
  );

  test('lead to phrases that are about the same, and help and a talk stay within reach', async () => {
    const said = await says('hoeveel complimenten zijn er gegeven');
    expect(said).toContain('"title":"compliment"');
    expect(said).toContain('"title":"help"');
    expect(said).toContain('"title":"ik wil even praten"');
  });

  test('with nothing in common lead to help as before', async () => {
    const said = await says('blauwe fietsen rijden hard');
    expect(said).toContain('Dit kan ik wel voor je doen');
    expect(said).toContain('"title":"help"');
  });

  test.each(['verhuis mijn account', 'wis de tafel'])(
    'never lead to what stops or erases: "%s"',
    async (text) => {
      expect(await says(text)).not.toContain('vergeet mij');
    },
  );
});
