import { GUIDES, pathOf } from '../conversation/guides.ts';
import { capital } from '../language/capital.ts';
import { escapeHtml } from '../lib/escape-html.ts';
import { isAboutPeople, keptWords } from '../people/kept.ts';
import type { Municipality } from '../people/municipality.ts';
import type { AnyTable } from '../storage/index.ts';
import { type HttpPage, page } from './pages.ts';

/** What a reader wants to know the term of before the whole list, in few words, by table. */
const mostAsked: Readonly<Record<string, string>> = {
  answers: 'Je antwoord op de check-in',
  comments: 'Wat je zonder naam deelt',
  namedcomments: 'Wat je met je naam deelt',
  standups: 'Wat je in een stand-up schrijft',
  groups: 'Signalen en teambeelden',
  taskmatricesdone: 'Een bevestigde takenmatrix',
  roleassignments: 'Welke rollen je hebt',
  audit: 'Het logboek van beheer',
  people: 'Je naam, je team en wat daarbij hoort',
  register: 'Het mandatenregister',
};

const list = (lines: readonly string[]) => `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`;
const term = (holds: string, table: AnyTable) =>
  `<dt>${escapeHtml(capital(holds))}</dt><dd>${escapeHtml(capital(keptWords(table)))}.</dd>`;

/** How long what is kept, from the tables themselves: first what people ask most, then all that is about people. */
function terms(tables: readonly AnyTable[]): string {
  const first = Object.entries(mostAsked).flatMap(([name, holds]) => {
    const table = tables.find((one) => one.name === name);
    return table ? [term(holds, table)] : [];
  });
  const all = tables.filter(isAboutPeople).map((table) => term(table.holds, table));
  return (
    '<p>Elke nacht wist Kompas wat te oud is. Alles heeft een termijn, behalve het mandatenregister.</p>' +
    `<dl>${first.join('')}</dl>` +
    `<details><summary>De hele lijst</summary><dl>${all.join('')}</dl></details>` +
    `<p>Waarom zo lang, en wie het ziet: <a href="${pathOf('privacy')}#hoe-lang-blijft-wat">lees de uitleg</a>.</p>`
  );
}

/**
 * The privacy statement to which the app manifest points: what the AVG (article 13 and 14) has told to whom the data is about, as
 * far as it holds for every installation. What each municipality decides itself stands in its own statement.
 * @param of Whose installation it is; undefined when storage does not say.
 * @param tables All tables: how long each keeps what it holds.
 */
export function privacyPage(
  of: Pick<Municipality, 'name' | 'privacyStatement'> | undefined,
  tables: readonly AnyTable[],
): HttpPage {
  const name = escapeHtml(of?.name || 'Je gemeente');
  const own = of?.privacyStatement
    ? `<p><a href="${escapeHtml(of.privacyStatement)}">Privacyverklaring van de gemeente</a></p>`
    : '<p>Die staat nog niet in Kompas. Vraag erom bij je gemeente.</p>';
  return page(
    'Privacy in Kompas',
    '<p>Kompas is een programma in Microsoft Teams, voor medewerkers van de gemeente. Hier lees je wat er met je gegevens gebeurt.</p>' +
      '<p>Niet alles is bij elke gemeente gelijk. Wat jouw gemeente zelf kiest, staat in haar eigen verklaring.</p>' +
      own +
      '<h2>Wie is verantwoordelijk?</h2>' +
      `<p>${name} is verantwoordelijk voor wat Kompas met je gegevens doet.` +
      ' In de wet heet dat: verwerkingsverantwoordelijke.</p>' +
      '<p>Heb je een vraag of een klacht? Schrijf aan de functionaris gegevensbescherming (FG) van je gemeente. Die let op de privacy. ' +
      'Hoe je de FG bereikt, zegt je gemeente.</p>' +
      '<h2>Wat bewaart Kompas?</h2>' +
      list([
        '<b>Met je naam</b>: je e-mailadres, team, rollen, rechten, werkdagen en de dagen dat je weg bent. Ook je mandaten, je takenmatrix en wat je met je naam deelt.',
        '<b>Onder een code</b>: je antwoord op de check-in, je stijl, welke tips je zag en wat je van een pilot vindt.',
      ]) +
      '<p>De eerste gegevens geef je niet zelf. Die komen uit het mensenbestand van de gemeente, of uit je team in Teams.</p>' +
      '<h2>Wie ziet het?</h2>' +
      '<p>Een antwoord op de check-in staat onder een code, niet onder je naam. Je leidinggevende ziet in Kompas niet wat jij koos, wel hoe je team er als geheel bij zit. ' +
      'Wie Kompas inricht, kan met de geheime sleutel uitrekenen wat iemand koos. Dat mogen hooguit twee mensen kunnen, en zij mogen het niet doen.</p>' +
      `<p>Van elk deel staat in <a href="${pathOf('privacy')}">de uitleg over privacy</a> wie het ziet. Op een kaart staat het achter “Wie ziet dit?”.</p>` +
      '<h2>Hoe lang?</h2>' +
      terms(tables) +
      '<h2>Wat zijn je rechten?</h2>' +
      list([
        '<b>Inzien en meenemen</b>: typ <b>mijn gegevens</b> in de chat. Je ziet wat Kompas van je bewaart, en kunt het downloaden.',
        '<b>Wissen</b>: typ <b>vergeet mij</b>. Je leest dan ook wat blijft, zoals mandaten en het logboek van beheer.',
        '<b>Verbeteren</b>: wijzig je antwoord zolang de check-in open is. Klopt je naam of je team niet? Vraag de beheerder van Kompas.',
        '<b>Bezwaar tegen de check-in</b>: typ <b>stop check-ins</b>. Je hoeft niet te zeggen waarom.',
        '<b>Ander bezwaar, of gebruik laten beperken</b>: schrijf aan je gemeente. Zij antwoordt binnen een maand.',
        '<b>Een klacht</b>: praat met de FG, of ga naar de <a href="https://www.autoriteitpersoonsgegevens.nl">Autoriteit Persoonsgegevens</a> (AP).',
      ]) +
      '<h2>Waarvoor, en op welke grond?</h2>' +
      '<p>De gemeente kiest de grond uit de wet, voor elk doel. Hier gaat Kompas van uit:</p>' +
      list([
        '<b>Merken hoe het met teams gaat, en daar iets aan doen</b>: een gerechtvaardigd belang van de gemeente als werkgever (artikel 6, lid 1, onder f AVG). ' +
          'Dat zijn de check-in, tips, signalen en pilots.',
        '<b>Taken, rollen en leren</b>: ook zo’n belang. Daar horen je takenmatrix, je rollen en je ontwikkelplan bij.',
        '<b>Weten wie wat mag beslissen</b>: een taak van algemeen belang (artikel 6, lid 1, onder e AVG). Dat is het mandatenregister.',
      ]) +
      '<p>Meedoen aan de check-in is vrij. Check-ins komen pas na instemming van de ondernemingsraad en een toets op privacy (DPIA).</p>' +
      '<p>Kompas vraagt niet naar je gezondheid. Schrijf daar ook niets over.</p>' +
      '<h2>Wie werkt er nog meer met de gegevens?</h2>' +
      '<p>Microsoft levert Teams en bewaart de gegevens van Kompas, voor de gemeente. De wet noemt dat een verwerker. ' +
      'Onderhoudt een leverancier Kompas? Dan is die ook verwerker.</p>' +
      '<p>De makers van Kompas krijgen geen gegevens.</p>' +
      '<h2>Waar staan de gegevens?</h2>' +
      '<p>In het Azure en het Microsoft 365 van de gemeente. Wie Kompas installeert zoals wij het leveren, krijgt de opslag en de bot in de regio West-Europa. ' +
      'Die ligt in Nederland. Koos je gemeente een andere plek? Dan staat dat in haar eigen verklaring.</p>' +
      '<p>Microsoft is een Amerikaans bedrijf. Je gemeente legt vast wat toch buiten de EU kan komen, en welke afspraken daarvoor gelden.</p>' +
      '<h2>Wat bewaart Microsoft 365?</h2>' +
      '<p>De berichten in je chat met Kompas: wat je zelf typt, en dat Kompas je een kaart of een herinnering stuurde. ' +
      'Wat je op een kaart aantikt, wordt geen bericht. Alleen een oude versie van Teams verstuurt een tik als bericht.</p>' +
      '<p>Hoe lang chats blijven en wie erin mag zoeken, beslist je gemeente.</p>' +
      '<h2>Beslist Kompas iets over je?</h2>' +
      '<p>Nee. Kompas kiest wel een tip die past bij je antwoord, je rol en je stijl. Alleen jij ziet die tip. ' +
      'Uit je taken rekent Kompas uit hoe dicht die bij elke rol liggen. Dat is voorlopig. Een mens geeft je een rol, na een gesprek.</p>' +
      `<p>Lees ook <a href="/voorwaarden">de voorwaarden</a> en <a href="${GUIDES}">alle uitleg</a>.</p>`,
  );
}
