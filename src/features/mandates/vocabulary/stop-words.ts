import { plainText } from '../../../language/words.ts';

/** Words of these questions that name nothing: none of them is taken for a place or a person with a typo. */
export const stopWords = new Set(
  [
    'de het een van in op bij voor naar door met over te en of om dat die deze dit er is zijn was waren wordt worden heeft hebben had',
    'wie wat waar welke welk wanneer hoe hoeveel mag mogen mocht kan kunnen kon moet moeten zal zou ik je jij wij we hij zij ze u mijn zijn haar',
    'eigen niet geen wel ook nog als dan maar aan af uit na tot tot en met per vanaf sinds nu vandaag morgen gisteren',
    'wijk wijken buurt buurten gebied gemeente regio stad stadsdeel mutatie mutaties wijziging wijzigingen gegevens data registratie registraties',
    'mandaat mandaten bevoegd bevoegdheid bevoegdheden gemachtigd machtiging volmacht verantwoordelijk eindverantwoordelijk organisatie partij',
    'vervanger vervangers vervangt vervangen vervanging waarnemer weg terecht zijn geschil conflict probleem',
    'bedrag euro limiet maximaal maximum hoogste lopen loopt af eindigt eindigen allemaal alles alle mensen iemand persoon',
    'who whom what where which may can could is are was in of the for to at by on from my own mutation mutations changes area district',
    'neighbourhood amount limit deputy replaces stand responsible accountable holds mandates expire before after does do did',
    'meneer mevrouw dhr mevr mij me mezelf hem hen hun jezelf iets niets zo zoals sta staan staat naam basisregistratie namens hier daar ergens eigenlijk nou toch misschien precies dan nodig hoor zeg vraag vraagje weten vertellen zoek zoeken hulp here there actually currently',
    'hoi hallo hey hi hello dag goedemorgen goedemiddag goedendag beste groet groeten kompas allowed authorised authorized gerechtigd recht',
    'wil willen wilt zou zouden ja nee yes no klopt kloppen niemand iedereen iemand heel hele gehele alleen zelf ex excl exclusief btw vat bv',
    'momenteel tegenwoordig inmiddels intussen straks binnenkort alvast sowieso gewoon gewoonlijk normaal altijd steeds meestal eens eerst zelfs dus immers trouwens',
    'currently now today tomorrow still already any some there here really officieel formeel rechtsgeldig',
    'ga gaat gaan doe doet doen deed deden gedaan regelt regelen ongeveer graag even alsjeblieft please kun kunt jullie ons onze',
  ]
    .join(' ')
    .split(' ')
    .map(plainText),
);
