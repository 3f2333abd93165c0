import { plainText } from '../../../language/words.ts';

/**
 * The closed list of words with which people ask, beside those that name nothing at all (stop-words.ts): they need no
 * explanation by the register. No word is in it that could be what a mandate is about.
 */
const asking = `
  ben bent heb hebt gehad weet weten wist zeg zegt zeggen kom komt komen ligt liggen blijft blijven moest moesten hoef hoeft
  hoeven zult zullen dient laat laten geef gezocht zoeken nodig deed deden gedaan vroeg vragen kunt zou geachte lukt snap begrijp denk dacht klopt heet
  al alweer weer toen dus maar want omdat zodat hoewel tenzij tussen tegen boven onder tijdens rond rondom langs sinds wegens
  vanwege volgens via buiten binnen zonder zichzelf mezelf hemzelf elkaar zoiets iets wat dit daarover hierover daarvoor
  hiervoor daarbij hierbij daarvan hiervan waarover waarvoor waarbij erover ervoor ervan
  volgens degene diegene anyone other than ter ten
  contact opnemen bellen bel mailen mail vragen vraag aankloppen wenden richten spreken bereiken terecht aanspreekpunt
  contactpersoon baas chef verantwoordelijke verantwoordelijkheid eindverantwoordelijkheid draagt dragen uiteindelijk
  uiteindelijke belast geval moment ogenblik tijd keer maal situatie overzicht lijst lijstje totaal
  aub svp alsjeblieft alstublieft graag vriendelijke hartelijke beste collega collegas korte kleine snelle help helpen oppakken pakt opgepakt bezig hakt hakken beslist beslissen besluit besluiten
  dorp dorpen kern kernen polder plaats straat adres vd vdr bedoel bedoelt namelijk zojuist net pas juist precies
  functie functies rol rollen functionaris medewerker medewerkers houder houders mandaathouder register mandatenregister
  nummer nr geldt gelden geldig vervult bekleedt
  an have hold holds held whose please tell know need want would should our us it if then also still now right currently this
  that with about into out off ultimately person people someone anyone somebody does do did has had been be the a and or not
  me him her them they their his your you any all some there here when while moment list overview
`;

export const askingWords = new Set(asking.trim().split(/\s+/).map(plainText));
