import type { Persona } from './types.ts';

/** A way of answering: neither is better, and `fits` says in whose voice it sounds. */
interface Option {
  text: string;
  fits: readonly Persona[];
}

/**
 * Six either-or situations for who likes to find a persona by playing. In each one every persona is on one side, three
 * and three, so that all are named equally often and each comes out on top for some way of answering.
 */
export const quiz: readonly { question: string; a: Option; b: Option }[] = [
  {
    question: 'Er komt een nieuw scherm in de regiekamer. Wat doe je het eerst?',
    a: {
      text: 'Ik klik wat rond op een oefenplek en kijk wat er gebeurt.',
      fits: ['jasper', 'noor', 'sanne'],
    },
    b: { text: 'Ik lees rustig de uitleg en volg dan de stappen.', fits: ['ellen', 'bram', 'mila'] },
  },
  {
    question: 'Een overleg valt uit en je hebt ineens een uur over. Wat doe je ermee?',
    a: {
      text: 'Ik bel of zoek een collega en we pakken samen een klus op.',
      fits: ['ellen', 'jasper', 'noor'],
    },
    b: { text: 'Ik werk in alle rust aan iets wat al een tijd ligt.', fits: ['bram', 'sanne', 'mila'] },
  },
  {
    question: 'Je ziet voor het eerst het plan voor de proef. Waar begin je over?',
    a: {
      text: 'Over wat er beter kan, want ik zie al voor me hoe.',
      fits: ['noor', 'bram', 'sanne'],
    },
    b: { text: 'Over wie wat doet en met wie ik samen begin.', fits: ['ellen', 'jasper', 'mila'] },
  },
  {
    question: 'Jullie kiezen een mutatie om op te oefenen. Welke pak je?',
    a: {
      text: 'Een lastige, want daar valt het meeste aan te ontdekken.',
      fits: ['jasper', 'bram', 'sanne'],
    },
    b: { text: 'Een gewone, want daaraan zie je goed hoe het loopt.', fits: ['ellen', 'noor', 'mila'] },
  },
  {
    question: 'De proef zit erop. Hoe sluit je die af?',
    a: { text: 'Met taart, en een rondje langs wat ons is bijgebleven.', fits: ['ellen', 'jasper', 'sanne'] },
    b: { text: 'Met een korte lijst van wat we voortaan zo blijven doen.', fits: ['noor', 'bram', 'mila'] },
  },
  {
    question: 'Er komt een nieuwe afspraak over de overdracht. Wat hoor je het liefst als eerste?',
    a: {
      text: 'Waarom die er komt en wat we er in het werk aan hebben.',
      fits: ['ellen', 'noor', 'bram'],
    },
    b: { text: 'Wat ik morgen al kan doen, want dan begin ik meteen.', fits: ['jasper', 'sanne', 'mila'] },
  },
];
