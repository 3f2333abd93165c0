import type { Message } from '../../../conversation/message.ts';
import type { Phrase } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { municipalitySettings } from '../../../people/changing/municipality-settings.ts';
import { administering } from './needs.ts';

/**
 * What administrators call a setting, by its key. `alone` may be typed as it stands; the others mean something else to who works
 * here, so that there has to be said that it is to be changed.
 */
const names: Readonly<Record<string, { alone?: readonly string[]; called: readonly string[] }>> = {
  gemeente: { called: ['gemeente', 'naam gemeente', 'naam van de gemeente', 'gemeentenaam'] },
  instemming: {
    alone: ['instemming', 'instemming or', 'instemming van de or', 'instemming ondernemingsraad'],
    called: ['instemming', 'de instemming', 'instemming or', 'instemming van de ondernemingsraad'],
  },
  dpia: { alone: ['dpia', 'privacytoets'], called: ['dpia', 'de dpia', 'privacytoets'] },
  'teambeeld-directie': { called: ['teambeeld directie', 'wat de directie ziet'] },
  sluitingsdagen: {
    alone: ['sluitingsdagen', 'sluitingsdag', 'collectieve vrije dagen'],
    called: ['sluitingsdagen', 'sluitingsdag', 'de sluitingsdagen'],
  },
  gesprekspartner: { called: ['gesprekspartners', 'gesprekspartner', 'de gesprekspartners'] },
  vertrouwenspersoon: { called: ['vertrouwenspersoon', 'de vertrouwenspersoon'] },
  bedrijfsarts: { called: ['bedrijfsarts', 'arbodienst', 'de bedrijfsarts'] },
  'maatschappelijk-werk': { called: ['maatschappelijk werk', 'bedrijfsmaatschappelijk werk'] },
  'ondernemingsraad-contact': {
    alone: ['ondernemingsraad contact', 'or contact', 'contact ondernemingsraad'],
    called: ['ondernemingsraad contact', 'or contact', 'contact van de ondernemingsraad'],
  },
  'tweede-persoon': {
    alone: ['tweede persoon', 'tweede registrator'],
    called: ['tweede persoon', 'tweede registrator'],
  },
  stap: { called: ['stap', 'de stap', 'stap van de methode'] },
  voornamen: { called: ['voornamen', 'namen van stijlen'] },
  pilots: { called: ['pilots aan of uit'] },
  afwezigheid: { called: ['afwezigheid aan of uit', 'afwezigheid bij mandaten'] },
  woorden: { called: ['woorden', 'hulp bij nood'] },
  meldprocedure: { called: ['meldprocedure', 'de meldprocedure'] },
  privacyverklaring: { called: ['privacyverklaring', 'de privacyverklaring'] },
  terugkoppeling: { called: ['ritme terugkoppeling', 'ritme van de terugkoppeling'] },
};

const wordings = (name: string): string[] => [
  `${name} wijzigen`,
  `${name} instellen`,
  `${name} invullen`,
  `${name} vastleggen`,
  `leg ${name} vast`,
  `stel ${name} in`,
  `verander ${name}`,
];

/** Phrases that lead to the form of each setting; the help names `beheer` alone, where all of them stand. */
export function settingPhrases(edit: (turn: Turn, ref: { setting: string }) => Promise<Message>): Phrase[] {
  return municipalitySettings.map(({ key, title }) => {
    const { alone = [], called = [key] } = names[key] ?? { called: [key] };
    const [first = key, ...others] = called;
    return {
      say: `wijzig ${first}`,
      also: [...alone, ...others.map((name) => `wijzig ${name}`), ...called.flatMap(wordings)],
      title: `Wijzig: ${title}`,
      needs: administering,
      unlisted: true,
      run: (turn) => edit(turn, { setting: key }),
    };
  });
}
