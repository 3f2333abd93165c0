/** Where people learn: most of it in the work, then with others, and the least in a course (70/20/10). */
export const places = ['work', 'together', 'course'] as const;
export type Place = (typeof places)[number];

export const placeWords: Record<Place, string> = {
  work: 'In het werk',
  together: 'Samen',
  course: 'Opleiding',
};

/** The forms in which people learn, by an id that plans keep, in our words (aanpasbaar; docs/method.md step 6). */
const byPlace: Record<Place, Readonly<Record<string, string>>> = {
  work: {
    taakroulatie: 'Taken ruilen',
    'nieuwe-taak': 'Een nieuwe taak of rol',
    stage: 'Stage lopen',
    detachering: 'Een tijd ergens anders werken',
    presentatie: 'Een presentatie geven',
    werkgroep: 'Meedoen aan een werkgroep',
    project: 'Meedoen aan een project',
    kennisbank: 'Schrijven voor de kennisbank',
    werkbezoek: 'Op werkbezoek gaan',
    nieuwsbrief: 'Schrijven voor de nieuwsbrief',
    werkproces: 'Een werkproces beschrijven',
  },
  together: {
    reactie: 'Vragen wat een ander ervan vindt',
    mentor: 'Een mentor',
    coaching: 'Coaching',
    sparren: 'Sparren',
    meekijken: 'Meekijken met een collega',
    begeleiden: 'Een collega begeleiden',
    netwerk: 'Een netwerk',
    terugkijken: 'Samen terugkijken op werk',
    problemen: 'Samen een probleem oplossen',
    casusbespreking: 'Een casus bespreken',
    intervisie: 'Intervisie of supervisie',
    fouten: 'Vertellen wat misging',
  },
  course: {
    workshop: 'Een workshop',
    opleiding: 'Een opleiding',
    'e-learning': 'E-learning',
    training: 'Een training',
    congres: 'Een seminar of congres',
  },
};

export interface LearningForm {
  id: string;
  place: Place;
  title: string;
}

export const learningForms: readonly LearningForm[] = places.flatMap((place) =>
  Object.entries(byPlace[place]).map(([id, title]) => ({ id, place, title })),
);
