/**
 * What learning brings, in five levels, and three figures of the process (docs/method.md step 6). In our words (aanpasbaar). `per`: in
 * what it is counted. `best`: whether more or less is better.
 */
export const figures = {
  satisfaction: { title: 'Tevredenheid', per: 'van 1 tot 10', best: 'more' },
  result: { title: 'Uitkomst', per: '% van de leerdoelen gehaald', best: 'more' },
  use: { title: 'Toepassing', per: '% gebruikt het in het werk', best: 'more' },
  yield: { title: 'Opbrengst', per: 'uren bespaard', best: 'more' },
  returned: { title: 'Rendement', per: 'euro terug per euro', best: 'more' },
  quality: { title: 'Kwaliteit', per: '% in één keer goed', best: 'more' },
  leadTime: { title: 'Doorlooptijd', per: 'dagen per mutatie', best: 'less' },
  customers: { title: 'Klantimpact', per: 'klachten', best: 'less' },
} as const;
export type Figure = keyof typeof figures;
export const figureIds = Object.keys(figures) as Figure[];
