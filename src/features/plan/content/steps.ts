import type { MethodStep } from '../../../people/steps.ts';
import type { Criterion, CriterionId, PlanStep } from './step.ts';

/**
 * The eight steps of the plan: facts of the method (docs/method.md), in our words. Where the method says nothing, such as in `todo`, the
 * content is ours.
 */
export const planSteps: readonly PlanStep[] = [
  {
    step: 1,
    outcome: {
      full: 'Je weet wie wat doet, waar iets dubbel is en waar iets mist. Je weet ook welke rollen dichtbij liggen, en wie wat mag.',
      light: 'Je weet wie wat doet en wie wat mag, en welke rollen dichtbij liggen.',
    },
    criteria: [
      {
        id: 'matrices',
        done: { full: 'Takenmatrices zijn ingevuld en bevestigd' },
        todo: {
          full: 'Vul met elke medewerker de takenmatrix in.',
          light: 'Voer één gesprek per medewerker, en vul samen de korte takenmatrix in.',
        },
        say: 'takenmatrix',
      },
      {
        id: 'talked',
        done: { full: 'De uitkomst is besproken met het team' },
        todo: { full: 'Bespreek met het team wat opvalt in de taken.' },
        say: 'taken van het team',
      },
      {
        id: 'recognised',
        done: { full: 'Mensen herkennen het beeld' },
        todo: { full: 'Vraag in elk team of mensen zich in het beeld herkennen.' },
        say: 'taken van het team',
      },
      {
        id: 'indications',
        done: { full: 'Rolindicaties zijn vastgelegd' },
        todo: { full: 'Laat elke takenmatrix bevestigen. Dan staat ook de rolindicatie vast.' },
        say: 'rolindicatie',
      },
    ],
    holder: 'de leidinggevende',
    along: 'HR, en wie over een proces gaat',
    aids: ['takenmatrix', 'overdrachten', 'mijn stijl', 'taken van het team'],
  },
  {
    step: 2,
    outcome: {
      full: 'Er is een koersdocument: waarom, hoe digitaal, welke doelen en wat eerst komt.',
      light: 'Er is een koersdocument van één bladzijde: aanleiding, bereik en digitalisering.',
    },
    criteria: [
      {
        id: 'adopted',
        done: { full: 'Het MT of het afdelingshoofd heeft de koers vastgesteld' },
        todo: {
          full: 'Houd de koerssessie, schrijf de koers op en laat die vaststellen.',
          light: 'Houd één sessie, vul de koers in en laat die vaststellen.',
        },
        say: 'koers',
      },
      {
        id: 'told',
        done: { full: 'Het team kent de koers' },
        todo: { full: 'Vertel elk team wat de koers is.' },
        say: 'koers',
      },
    ],
    holder: 'het afdelingshoofd of het MT',
    along: 'de leidinggevende, kennis van geogegevens, HR, communicatie en functioneel beheer of ICT',
    aids: ['koers'],
  },
  {
    step: 3,
    outcome: {
      full: 'De rolprofielen kloppen met de praktijk, want jullie hebben ermee gewerkt.',
      light: 'Een klein team werkte een week in de nieuwe rollen. De rolprofielen kloppen daarmee.',
    },
    criteria: [
      {
        id: 'tried',
        done: { full: 'Een rolpilot is gedaan', light: 'Een proefweek is gedaan, en telt als rolpilot' },
        todo: { full: 'Doe een rolpilot, en rond die af.', light: 'Doe een proefweek, en rond die af.' },
        say: 'pilot',
      },
      {
        id: 'learned',
        done: { full: 'Leerpunten zijn vastgelegd' },
        todo: { full: 'Schrijf op wat jullie leerden in de nieuwe rollen.' },
        say: 'leerpunten',
      },
      {
        id: 'shared',
        done: { full: 'Leerpunten zijn gedeeld' },
        todo: { full: 'Deel minstens één leerpunt met andere teams.' },
        say: 'leerpunten',
      },
    ],
    holder: 'de leidinggevende',
    along: 'HR, communicatie en functioneel beheer of ICT',
    aids: ['rolprofiel', 'pilot', 'leerpunten'],
  },
  {
    step: 4,
    outcome: {
      full: 'Je weet wie welke rol heeft, welke rollen samengaan, wat iemand wil leren en wie helpt.',
      light: 'Je weet wie welke rol heeft en wat iemand wil leren. De functiescheiding klopt.',
    },
    criteria: [
      {
        id: 'discussed',
        done: { full: 'De verdeling is besproken met wie het aangaat' },
        todo: {
          full: 'Voer met elke medewerker het gesprek over de rol.',
          light: 'Voer met elke medewerker een kort gesprek over de rol.',
        },
        say: 'toewijzing',
      },
      {
        id: 'recorded',
        done: { full: 'Van elke rol is vastgelegd wie die heeft' },
        todo: { full: 'Leg vast wie welke rol heeft. De medewerker zegt zelf of het klopt.' },
        say: 'toewijzing',
      },
      {
        id: 'growing',
        done: { full: 'Wie dat nodig heeft, heeft een ontwikkelplan' },
        todo: { full: 'Vraag wie nog wil groeien. Die maakt dan zelf een ontwikkelplan.' },
      },
    ],
    holder: 'de leidinggevende',
    along: 'HR, communicatie en functioneel beheer of ICT',
    aids: ['toewijzing', 'rolkaart'],
  },
  {
    step: 5,
    outcome: {
      full: 'Teams weten wat ieder meebrengt en nodig heeft. Er zijn afspraken over de begeleiding.',
      light: 'In één gesprek zijn stijlen, verwachtingen en steun besproken.',
    },
    criteria: [
      {
        id: 'dialogue',
        done: { full: 'De teamdialoog is gehouden' },
        todo: {
          full: 'Houd in elk team een teamdialoog.',
          light: 'Houd één gesprek over stijlen, verwachtingen en steun.',
        },
        say: 'teamdialoog',
      },
      {
        id: 'agreements',
        done: { full: 'Er zijn afspraken over de begeleiding' },
        todo: { full: 'Spreek af hoe je elkaar helpt, en schrijf dat op.' },
        say: 'teamdialoog',
      },
    ],
    holder: 'het afdelingshoofd of het MT',
    along: 'de leidinggevende, HR en communicatie',
    aids: ['teamdialoog', 'veranderkompas', 'check-in'],
  },
  {
    step: 6,
    outcome: {
      full: 'Elke rol heeft een leerlijn, met tijd in het rooster. Mensen leren ermee.',
      light: 'Mensen krijgen korte uitleg, kijken mee en oefenen. Training is er waar dat nodig is.',
    },
    criteria: [
      {
        id: 'lines',
        done: { full: 'De leerlijnen zijn vastgesteld' },
        todo: { full: 'Stel per rol de leerlijn vast.', light: 'Kies per rol wat mensen eerst leren.' },
        say: 'leerlijn',
      },
      {
        id: 'started',
        done: { full: 'De eerste leeractiviteit is begonnen' },
        todo: { full: 'Begin met de eerste leeractiviteit, en zet die in het rooster.' },
        say: 'leerlijn',
      },
    ],
    holder: 'het afdelingshoofd of het MT',
    along: 'de leidinggevende, en functioneel beheer of ICT',
    aids: ['leerlijn', 'terugblik'],
  },
  {
    step: 7,
    outcome: {
      full: 'Jullie hebben een heel proces geoefend, eerst op papier. Je weet wat werkt en wat niet.',
      light: 'Jullie hebben één stroom mutaties geoefend. Je weet wat werkt en wat niet.',
    },
    criteria: [
      {
        id: 'through',
        done: {
          full: 'Eén proces is van begin tot eind doorlopen',
          light: 'De gekozen stroom mutaties is doorlopen',
        },
        todo: {
          full: 'Begin een procespilot, en loop één zaak helemaal door.',
          light: 'Begin een mini-pilot met één stroom mutaties.',
        },
        say: 'pilot',
      },
      {
        id: 'lessons',
        done: { full: 'Leerpunten van het oefenen zijn vastgelegd' },
        todo: { full: 'Schrijf op wat jullie leerden van het oefenen.' },
        say: 'leerpunten',
      },
    ],
    holder: 'de projectleider, gekozen door het afdelingshoofd',
    along: 'het pilotteam',
    aids: ['pilot', 'leerpunten', 'leerpunten zoeken'],
  },
  {
    step: 8,
    outcome: {
      full: 'Wat werkt, is vastgelegd en overgedragen. Jullie vieren het resultaat.',
      light: 'De afspraken staan op één of twee bladzijden, en iedereen kent ze.',
    },
    criteria: [
      {
        id: 'secured',
        done: { full: 'De afspraken zijn vastgelegd' },
        todo: {
          full: 'Leg vast wie over elk proces en over de gegevens gaat, en wanneer jullie overleggen.',
          light: 'Leg vast wie beslist als iets vastloopt, en wanneer jullie overleggen.',
        },
        say: 'borging',
      },
      {
        id: 'evaluated',
        done: { full: 'De resultaten zijn besproken en gedeeld' },
        todo: { full: 'Kijk samen terug, deel het resultaat en vier het.' },
        say: 'borging',
      },
      {
        id: 'handed-over',
        done: { full: 'De overdracht naar het gewone werk is klaar' },
        todo: { full: 'Loop de lijst van de overdracht na. Wijs bij elk punt aan wie het overneemt.' },
        say: 'borging',
      },
    ],
    holder: 'het afdelingshoofd of het MT',
    along: 'de leidinggevende en de projectleider',
    aids: ['borging', 'verbeterbord', 'documenten'],
  },
];

/** The step with this number. */
export function planStep(step: MethodStep): PlanStep {
  const found = planSteps.find((one) => one.step === step);
  if (!found) throw new RangeError(`there is no step ${step}`);
  return found;
}

/** The step that a criterion is of. */
export function stepOfCriterion(id: CriterionId): MethodStep {
  const found = planSteps.find(({ criteria }) => criteria.some((one: Criterion) => one.id === id));
  if (!found) throw new RangeError(`no step has ${id}`);
  return found.step;
}
