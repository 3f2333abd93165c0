import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMatcher } from '../../src/bot/match.ts';
import {
  imported,
  installation,
  somebody,
  startTestBot,
  type TestBot,
  typed,
  wordsOf,
} from '../support/bot.ts';

const gijs = somebody(9, 'Gijs Toren');

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({
    env: { TURNS_PER_MINUTE: '10000' },
    seed: ({ people }) =>
      people.save([imported(gijs, { access: ['medewerker', 'manager', 'projectleider'] })]),
  });
  await bot.hear(installation(gijs, 'add'));
});
afterAll(() => bot.stop());

/** What the pages for employees, managers and project leaders say that can be done, typed as a wish, by the phrase for it. */
const wishes: Record<string, readonly string[]> = {
  tip: [
    'wat kan ik deze week proberen?',
    'ik wil iets om deze week te proberen',
    'geef me iets om uit te proberen',
    'heb je een tip voor mij',
    'wat kan ik deze week doen voor mijn team',
    'iets wat ik deze week kan proberen',
    'ik wil een tip',
    'mag ik een tip',
    'wat kan ik vandaag proberen',
    'geef mij nog een tip',
  ],
  'wekelijkse tip': ['ik wil elke week een tip', 'stuur me iedere dinsdag een tip'],
  team: [
    'hoe zit mijn team als geheel erbij',
    'ik wil zien hoe mijn team als geheel erbij zit',
    'hoe zat ons team erbij vorige week',
    'hoe gaat het met mijn team',
    'ik wil het teambeeld zien',
  ],
  'van mij': ['ik wil alles zien wat op mij wacht', 'ik wil iets op gedaan zetten'],
  signaal: ['ik wil doorgeven wat beter kan', 'ik wil een signaal aan iemand anders geven'],
  'mijn gegevens': ['ik wil zien wat kompas van mij bewaart', 'laat zien wat je van mij weet'],
  help: ['ik wil zien wat er nog meer kan', 'wat kan er nog meer'],
  'deze week niet': ['ik wil deze week overslaan', 'een week overslaan', 'de check-in overslaan'],
  'check-in': [
    'ik wil mijn keuze toelichten',
    'ik wil een ander antwoord geven',
    'ik wil mijn antwoord weghalen',
  ],
  'praten buiten mijn team': ['waar staat de meldprocedure', 'de meldprocedure'],
  'ik ben er weer': ['ik ben eerder terug', 'ik ben eerder terug van vakantie'],
  'start check-ins': ['ik wil weer check-ins krijgen', 'zet de check-ins weer aan'],
  stop: ['ik wil geen check-ins meer krijgen', 'ik wil geen wekelijkse tip meer', 'stop met die tips'],
  toelichtingen: [
    'wat deelt mijn team',
    'ik wil lezen wat mijn team deelt',
    'hoe reageer ik op een toelichting',
    'ik wil reageren op iets zonder naam',
  ],
  veranderkompas: ['per stijl wat die nodig heeft', 'hoe zeg ik iets lastigs tegen een bepaalde stijl'],
  gesprek: ['een leidraad voor een gesprek', 'ik wil een gesprek over iemands rol'],
  teamdialoog: ['een gesprek van 45 minuten met mijn team', 'ik wil een gesprek met mijn hele team'],
  afspraken: ['welke afspraken hebben we gemaakt', 'wat hebben we afgesproken'],
  teamgesprek: ['waar zijn we trots op', 'ik wil verbeterpunten kiezen met mijn team'],
  teampunten: ['welke verbeterpunten hebben we', 'ik wil de punten downloaden'],
  kalender: ['wat verandert er wanneer en voor wie', 'ik wil iets op de kalender zetten'],
  terugkoppeling: [
    'wat is er met de signalen van mijn team gedaan',
    'wat is er de afgelopen maand met de signalen gebeurd',
  ],
  'team exporteren': ['ik wil het teambeeld als bestand', 'een bestand voor excel met het teambeeld'],
  retro: ['samen terugkijken', 'ik wil samen terugkijken met mijn team', 'ik wil terugkijken met het team'],
  'zoek praktijkvoorbeelden': ['wat leerden andere teams', 'wat hebben pilotteams geleerd'],
  'leerpunten exporteren': ['ik wil leerpunten delen als bestand', 'een bestand met alle leerpunten'],
  pilot: ['hoe ver zijn we met de pilot', 'de doelen van de pilot', 'ik wil doelen opschrijven'],
  'kanaal koppelen': ['ik wil het kanaal koppelen', 'hoe koppel ik de pilot aan ons kanaal'],
  'meting toevoegen': ['ik wil opschrijven hoe het nu is', 'een meting invullen'],
  'pilotteam wijzigen': ['ik wil nog iemand toevoegen aan de pilot', 'een collega moet uit de pilot'],
  'leiding overgeven': ['ik wil de leiding aan een ander geven', 'iemand anders moet de pilot leiden'],
  'pilot verlengen': ['de pilot moet langer door', 'ik wil de pilot een week langer'],
  'periode en naam': ['ik wil de pilot een andere naam geven', 'de einddatum van de pilot is anders'],
  acties: ['welke acties staan open', 'welke open acties zijn er'],
  'rollen in de pilot': ['ik wil kiezen welke rol ik heb', 'welke rol probeer ik'],
  ronde: ['ik wil een ding veranderen in deze ronde', 'een ronde beginnen'],
  demo: ['ik wil een demo plannen', 'we willen een demo geven'],
  toets: ['een oefenvraag voor het team', 'ik wil het pilotteam iets toetsen'],
  leerpunt: ['ik wil opschrijven wat we leerden', 'ik wil een leerpunt noteren'],
  terugblik: ['vijf vragen na een stuk werk', 'terugkijken op een stuk werk'],
  leerpunten: ['ik wil een praktijkvoorbeeld maken', 'ik wil een praktijkvoorbeeld delen'],
  evaluatie: ['wat vond het team van de pilot', 'het team vragen wat ze van de pilot vonden'],
  'afgeronde pilots': ['waar vind ik oude pilots', 'toon de eerdere pilots'],
  'stand-up vandaag': ['wat schreef iedereen in de stand-up', 'wat deelden ze vandaag in de stand-up'],
  'stand-up vorige week': ['wat schreef iedereen in de stand-up vorige week'],
};

describe.each(Object.entries(wishes))('a wish for "%s"', (say, lines) => {
  test.each(lines)('"%s"', async (text) => {
    const { find, wished } = createMatcher(bot.features);
    expect((find(text) ?? wished(text))?.phrase.say).toBe(say);
    expect(wordsOf(await bot.hear(typed(gijs, text)))).toBe(wordsOf(await bot.hear(typed(gijs, say))));
  });
});

test('nothing that stops or erases is done for a wish', () => {
  const wished = bot.features.flatMap(({ phrases }) => phrases.filter((phrase) => phrase.wished));
  expect(wished.length).toBeGreaterThan(40);
  expect(wished.filter(({ careful }) => careful)).toEqual([]);
});
