/** The parts of the course, in the groups in which they are filled in (docs/method.md step 2). The words are ours: "aanpasbaar". */
export const courseGroups = {
  why: {
    title: 'Waarom en waarheen',
    fields: {
      why: 'Waarom doen we dit?',
      now: 'Waar staan we nu?',
      future: 'Hoe werkt het over twee of drie jaar?',
    },
  },
  choices: {
    title: 'Wat we kiezen',
    fields: {
      method: 'Werkwijze, zoals ZM(G)GW of anders',
      digital: 'Hoe digitaal?',
      scope: 'Bereik: welke registraties, in fasen of in één keer',
      ambition: 'Ambitie, zoals 98 % goed en 30 % sneller in 18 maanden',
      governance: 'Wie gaat erover?',
    },
  },
  first: {
    title: 'Wat het vraagt, en wat eerst komt',
    fields: {
      impact: 'Wat vraagt dit van mensen, proces en techniek?',
      obstacles: 'Wat staat er in de weg?',
      priorities: 'Wat komt eerst?',
    },
  },
} as const;
export type CourseGroup = keyof typeof courseGroups;
export const courseGroupIds = Object.keys(courseGroups) as CourseGroup[];

export const courseFieldIds = [
  'why',
  'now',
  'future',
  'method',
  'digital',
  'scope',
  'ambition',
  'governance',
  'impact',
  'obstacles',
  'priorities',
] as const;
export type CourseField = (typeof courseFieldIds)[number];

/** The light form asks for these alone: the reason, the scope and how digital. */
export const lightFields: readonly CourseField[] = ['why', 'digital', 'scope'];

/** How digital the work becomes: by the number of mutations, people, faults and money. */
export const digitalWays = {
  analoog: 'Met de hand: goedkoper bij weinig mutaties en weinig fouten',
  half: 'Half automatisch',
  volledig: 'Helemaal automatisch',
} as const;

/** The letters of a goal that can be followed, with what each asks. */
export const smart = {
  S: 'zeg precies wat er anders is',
  M: 'noem een getal',
  A: 'kijk of het haalbaar is met de tijd en mensen die er zijn',
  R: 'kijk of het bij de koers past',
  T: 'kies een datum',
} as const;
export type SmartLetter = keyof typeof smart;

/** The session in which a municipality finds its course: what to do, and how long that may take in minutes. */
export const courseSession = [
  {
    title: 'Wie erbij is',
    lines: [
      'Afdelingshoofden, leidinggevenden, functioneel beheer en één of twee medewerkers per registratie.',
      'Is er een geo-adviseur of gegevensbeheerder? Die hoort erbij.',
    ],
  },
  {
    title: 'Waarom (20 minuten)',
    lines: ['Vraag: waarom doen we dit? Schrijf de drie belangrijkste redenen op.'],
  },
  {
    title: 'Waar staan we (20 minuten)',
    lines: ['Vraag: wat gaat goed, en wat loopt vast? Noem voorbeelden, geen namen.'],
  },
  {
    title: 'Toekomst (30 minuten)',
    lines: ['Ieder tekent een kaart: zo werkt het over twee of drie jaar. Leg ze naast elkaar.'],
  },
  {
    title: 'Kiezen (30 minuten)',
    lines: [
      'Kies de werkwijze, hoe digitaal, het bereik, de ambitie en wie erover gaat.',
      'Vijf mutaties per dag zonder fouten gaan met de hand goedkoper.',
    ],
  },
  {
    title: 'Doelen (20 minuten)',
    lines: ['Maak drie tot vijf doelen. Elk doel heeft iemand die het bewaakt, en een datum.'],
  },
] as const;
