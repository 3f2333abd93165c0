import type { Message } from '../../src/conversation/message.ts';
import {
  askCard,
  filesCard,
  outcomeCard,
  ownCard,
  practiceCard,
  withdrawCard,
} from '../../src/features/pilots/learning/cards.ts';
import { lookBackForm, newForm, searchForm, shareForm } from '../../src/features/pilots/learning/forms.ts';
import { ownResult, practiceResult } from '../../src/features/pilots/learning/found-cards.ts';
import type { Learning } from '../../src/features/pilots/learning/learning.ts';
import { type Somebody, somebody } from '../support/bot.ts';
import { pilotOf } from '../support/pilot.ts';
import { nastyName, nastyText } from './nasty.ts';

interface Talk {
  says(who: Somebody, text: string): Promise<Message>;
  taps(who: Somebody, verb: string, data?: object): Promise<Message>;
}

const pilot = pilotOf({ name: 'Mutaties in Delfshaven', until: '2026-12-11' });

const usual: Learning = {
  id: 'L-0123456789abcdef',
  pilot: 'P-1',
  text: 'Eerst bellen, dan pas terugsturen.',
  step: 3,
  role: 'Objectregistrator',
  registration: 'BAG',
  source: 'retro',
  day: '2026-11-20',
  state: 'asked',
  title: 'Bel voordat je terugstuurt',
  why: 'Je hoort meteen wat er schort.',
  reason: 'Elke week kwamen er tien mutaties terug.',
  process: 'Mutaties BAG',
  figures: 'Van 12 naar 8 dagen.',
  link: 'https://intranet.example/werkwijze',
  result: 'Een mutatie is drie dagen sneller klaar.',
  team: 'objecten-west',
  proposal: 1,
};

const cut = (length: number) => [...nastyText].slice(0, length).join('');
/** As long as each text may be, with everything in it that a card could misread. */
const nasty: Learning = {
  ...usual,
  text: cut(300),
  registration: cut(40),
  title: cut(120),
  why: cut(500),
  result: cut(500),
  process: cut(300),
  reason: cut(300),
  figures: cut(200),
  link: cut(300),
};

const names = {
  pilotName: () => nastyName,
  calledOf: () => ({ teamName: nastyName, person: nastyName }),
};

/** What people meet around learning points. */
export async function learningSamples({ says, taps }: Talk): Promise<Record<string, Message>> {
  const reader = somebody(5);
  const administrator = somebody(40);
  const many = Array.from({ length: 14 }, (_, n) => ({ ...nasty, id: `L-${n}` }));
  const named = { pilotName: () => pilot.name, calledOf: () => ({ teamName: 'Objecten West' }) };
  const mixed: Learning[] = [
    { ...usual, id: 'L-1', state: 'own' },
    { ...usual, id: 'L-2', text: 'Met twee samen kijken scheelt een ronde.', source: 'terugblik' },
    {
      ...usual,
      id: 'L-3',
      text: 'Een vaste dag voor overdracht geeft rust.',
      state: 'shared',
      role: undefined,
    },
  ];
  return {
    'learning-none': await says(reader, 'leerpunten'),
    'learning-stranger': await says(somebody(99), 'leerpunten'),
    'learning-no-pilot': await says(reader, 'leerpunt'),
    'learning-not-mine': await taps(reader, 'learning.share', { id: 'L-1' }),
    'learning-search-empty': await says(reader, 'leerpunten zoeken'),
    'learning-export-refused': await says(reader, 'leerpunten exporteren'),
    'learning-export-offer': await says(administrator, 'leerpunten exporteren'),
    'learning-export-nothing': await taps(administrator, 'learning.links'),
    'practice-none': await says(reader, 'praktijk zoeken bag'),
    'practice-nothing-to-withdraw': await says(reader, 'trek praktijk terug'),
    'learning-own': ownCard({ ...named, list: mixed, query: '', skip: 0, called: new Set(['L-3']) }),
    'learning-own-many': ownCard({ ...names, list: many, query: nastyText.slice(0, 200), skip: 6 }),
    'learning-new': newForm(pilot, { text: 'Eerst bellen' }),
    'learning-new-problems': newForm(
      { ...pilot, name: nastyName },
      { text: nastyText, registration: nastyText },
      ['Haal de naam Amira weg: een leerpunt gaat over het werk.'],
    ),
    'learning-look-back': lookBackForm(pilot),
    'learning-look-back-long': lookBackForm(
      pilot,
      { intended: nastyText, happened: nastyText, why: nastyText, keep: nastyText, change: nastyText },
      ['Wat houden we zo: hooguit 287 tekens. Het zijn er 1.000. Alleen het begin staat er nog.'],
    ),
    'learning-search-form': searchForm('practice.list', 'Zoek in praktijkvoorbeelden'),
    'learning-share': shareForm({ ...usual, title: undefined }),
    'learning-share-nasty': shareForm(nasty, {}, [
      `Haal de naam ${nastyName} weg: een leerpunt gaat over het werk.`,
    ]),
    'learning-ask': askCard(usual, pilot.name, { teamName: 'Objecten West', person: 'Amira Sol' }),
    'learning-ask-nasty': askCard(nasty, nastyName, { teamName: nastyName, person: nastyName }),
    'learning-ask-proposer': askCard(usual, pilot.name, {}, false),
    'learning-shared': outcomeCard(usual, 'shared', pilot.name, { called: { teamName: 'Objecten West' } }),
    'learning-refused': outcomeCard(usual, 'refused', pilot.name, {
      reason: 'Nog even afwachten of het echt helpt.',
    }),
    'learning-withdrawn': outcomeCard(nasty, 'withdrawn', nastyName),
    'practice-found': practiceCard({ ...named, list: [usual], query: 'bag bellen', skip: 0 }),
    'practice-many': practiceCard({ ...names, list: many, query: nastyText.slice(0, 200), skip: 4 }),
    'practice-withdraw': withdrawCard({ ...names, list: many, skip: 0 }),
    'practice-in-a-message': practiceResult(nasty, nastyName).message,
    'learning-in-a-message': ownResult(nasty).message,
    'learning-links': filesCard(
      ['Markdown', 'CSV voor Excel', 'Word'].map((title) => ({
        title,
        url: `https://kompas.gemeente.example/bestand/${title.length}`,
      })),
      'Erin: 2 leerpunten en 1 praktijkvoorbeeld.',
    ),
  };
}
