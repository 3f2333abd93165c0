/**
 * Writes docs/rechten.md: who may ask Kompas for what, and where, from what each feature declares. `npm run rights`.
 */
import { writeFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { readConfig } from '../src/config.ts';
import type { Needs, Where } from '../src/conversation/needs.ts';
import type { Feature } from '../src/conversation/offer.ts';
import { type DeliveryStore, deliveryStore } from '../src/delivery/store.ts';
import { offerAll, openAll } from '../src/features/compose.ts';
import { kompas } from '../src/kompas.ts';
import { accessWords } from '../src/people/person.ts';
import { createServices } from '../src/services.ts';
import type { Storage } from '../src/storage/index.ts';

/** One thing that people may ask for, as it stands on the page. */
interface Asked {
  what: string;
  needs: Omit<Needs, 'where'>;
  where: string;
}

const places: Record<Where, string> = {
  anywhere: 'overal',
  'own chat': 'eigen chat',
  'channel or group': 'kanaal of groep',
  channel: 'kanaal',
};

/** A phrase for the own chat may be typed elsewhere. */
const placeTyped = (where: Where) =>
  where === 'own chat' ? 'overal; het antwoord komt in de eigen chat' : places[where];

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} en ${words.at(-1)}`;
}

const collega = 'iedereen die hier werkt';

/** Who may ask, in words. */
function people(who: Needs['who']): string {
  if (who === 'everybody') return 'elk account van de gemeente';
  const rights = typeof who === 'string' ? [who] : who;
  return listed(rights.map((one) => (one === 'colleague' ? collega : accessWords[one])));
}

function askedIn({ phrases, actions, searches = {}, files = {}, hears = [] }: Feature): Asked[] {
  return [
    ...phrases.map(({ say, needs }) => ({ what: `“${say}”`, needs, where: placeTyped(needs.where) })),
    ...hears.map(({ needs }) => ({ what: 'vrije tekst', needs, where: placeTyped(needs.where) })),
    ...Object.entries(actions).map(([verb, { needs }]) => ({
      what: `\`${verb}\``,
      needs,
      where: places[needs.where],
    })),
    ...Object.entries(searches).map(([id, { needs }]) => ({
      what: `zoeken met \`${id}\``,
      needs,
      where: places[needs.where],
    })),
    ...Object.entries(files).map(([name, { needs }]) => ({
      what: `bestand \`${name}\``,
      needs,
      where: 'via een eigen link',
    })),
  ];
}

/** One row for all that the same people may ask for in the same place. */
function rowsOf(features: readonly Feature[]): string[] {
  const groups = Map.groupBy(
    features.flatMap(askedIn),
    ({ needs: { who, checked = '' }, where }) => `${people(who)} | ${checked} | ${where}`,
  );
  return [...groups].map(
    ([who, all]) => `| ${[...new Set(all.map(({ what }) => what))].join(', ')} | ${who} |`,
  );
}

/** The page, in Markdown. */
export function rightsPage(features: readonly Feature[]): string {
  const titled = Map.groupBy(
    features.toSorted((a, b) => Number(a.title === undefined) - Number(b.title === undefined)),
    ({ title = 'Verder' }) => title,
  );
  const parts = [...titled].map(([title, all]) =>
    [
      `## ${title}`,
      '',
      '| wat | wie | voorwaarde | waar |',
      '| --- | --- | --- | --- |',
      ...rowsOf(all),
    ].join('\n'),
  );
  return `# Wie mag wat, en waar?

Deze pagina is gemaakt met \`npm run rights\`, uit wat elk onderdeel van Kompas zelf opgeeft. Een test houdt haar gelijk. Kompas kijkt
naar deze rechten voordat er iets gebeurt, bij elke getypte zin, elke knop, elk bestand en elke zoekvraag. Het gaat daarbij uit van het
account dat Microsoft doorgeeft, en van de regel over die persoon. Wat een kaart meestuurt, geeft geen rechten.

- **Wat**: tussen aanhalingstekens staat wat je typt. Een naam als \`pilot.show\` is een knop op een kaart.
- **Wie**: “elk account van de gemeente” is ook iemand die niemand heeft toegevoegd, of die weg is.
- **Voorwaarde**: wat Kompas daarna nog nagaat van wie het vraagt, omdat het afhangt van het team, de pilot of het voorstel.
- **Waar**: in een kanaal ziet alleen wie op een knop tikt het antwoord daarop.

${parts.join('\n\n')}
`;
}

/** What all features offer. They are put together as in a bot, on storage that is never asked for anything. */
export function allFeatures(): readonly Feature[] {
  const nothing = () => ({});
  const storage = { table: nothing, queue: nothing, definitions: [] } as unknown as Storage;
  const now = () => Temporal.Now.instant();
  const services = createServices(readConfig({ KOMPAS_LOCAL: 'true' }), storage, now);
  const delivered: DeliveryStore = deliveryStore(storage, services.tenant);
  return offerAll(kompas, openAll(kompas, services), {
    ...services,
    send: async () => ({ kind: 'sent' }),
    post: async () => ({ kind: 'sent', id: '' }),
    rewrite: async () => ({ kind: 'sent' }),
    everybody: async () => [],
    once: async () => {},
    delivered,
    forgetQueued: async () => {},
    installation: { telemetry: [], openId: '', clock: () => undefined },
  });
}

if (import.meta.main) {
  writeFileSync(new URL('../docs/rechten.md', import.meta.url), rightsPage(allFeatures()));
}
