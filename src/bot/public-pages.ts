import { GUIDES } from '../conversation/guides.ts';
import { type HttpPage, page } from './pages.ts';

/** The pages to which the app manifest points, that are the same for everybody; the privacy statement is in privacy-page.ts. */
export const publicPages: Readonly<Record<string, HttpPage>> = {
  '/': page(
    'Kompas',
    '<p>Kompas is een programma in Microsoft Teams. Het helpt gemeenten die met de vier IBRO-rollen gaan werken.</p>' +
      '<p>Open Teams en zoek bij Apps naar Kompas.</p>' +
      `<p>Lees <a href="${GUIDES}">de uitleg</a>, wat er met <a href="/privacy">je gegevens</a> gebeurt, en <a href="/voorwaarden">de voorwaarden</a>.</p>`,
  ),
  '/voorwaarden': page(
    'Voorwaarden',
    '<p>Dit geldt als je Kompas gebruikt. Het past bij de regels van je gemeente voor ICT en Teams, en vervangt die niet.</p>' +
      '<h2>Van wie is Kompas?</h2>' +
      '<p>Je gemeente biedt Kompas aan en beslist hoe zij het gebruikt. De code is open, met de MIT-licentie. De makers geven geen garantie.</p>' +
      '<p>Werkt er iets niet? Vraag het de beheerder van Kompas bij je gemeente.</p>' +
      '<h2>Voor wie is het?</h2>' +
      '<p>Voor wie bij de gemeente werkt, met een eigen account in Teams. Gebruik alleen je eigen account.</p>' +
      '<h2>Wat Kompas niet is</h2>' +
      '<ul>' +
      '<li><b>Geen hulp bij nood.</b> Kompas waarschuwt niemand. Bel <a href="tel:112">112</a> bij gevaar. Denk je aan zelfmoord? Bel <a href="tel:113">113</a> of <a href="tel:08000113">0800-0113</a> (gratis).</li>' +
      '<li><b>Geen meldpunt.</b> Wil je een officiële melding doen? Volg dan de procedure van je gemeente.</li>' +
      '<li><b>Geen ziekmelding.</b> Ziekmelden doe je zoals altijd.</li>' +
      '<li><b>Geen besluit.</b> Kompas zegt wat er in het mandatenregister staat. Bij twijfel telt het besluit zelf.</li>' +
      '<li><b>Geen beoordeling.</b> Een check-in, een takenmatrix of een rolindicatie zegt niet hoe goed iemand werkt.</li>' +
      '</ul>' +
      '<h2>Wat we van je vragen</h2>' +
      '<ul>' +
      '<li>Schrijf niets over iemands gezondheid, ook niet over die van jezelf.</li>' +
      '<li>Laat namen van collega’s en inwoners weg waar Kompas daarom vraagt.</li>' +
      '<li>Vraag een collega niet naar diens antwoord, en reken niet uit wie wat koos.</li>' +
      '<li>Schrijf over een ander wat je ook zelf zou willen lezen.</li>' +
      '</ul>' +
      '<h2>Meedoen en stoppen</h2>' +
      '<p>Meedoen aan de check-in is vrij. Typ <b>stop check-ins</b> om te stoppen, en <b>vergeet mij</b> om je gegevens te wissen.</p>' +
      '<h2>Als er iets verandert</h2>' +
      '<p>Verandert wat Kompas vraagt, wie het ziet of hoe lang het blijft? Dan bespreekt je gemeente dat eerst met de ondernemingsraad.</p>' +
      '<p>Wat er met je gegevens gebeurt, lees je bij <a href="/privacy">privacy in Kompas</a>.</p>',
  ),
};
