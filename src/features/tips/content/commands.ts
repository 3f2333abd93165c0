/** Lines that everybody who works here can type in their own chat and that a tip may point to. A test types each of them. */
const forEverybody = [
  'afspraken',
  'check-in',
  'compliment',
  'herken mijn stijl',
  'ik wil even praten',
  'kalender',
  'mijn gegevens',
  'mijn mandaten',
  'mijn werkdagen',
  'praktijk zoeken',
  'signaal',
  'team',
  'teampunten',
  'terugkoppeling',
  'van mij',
  'veranderkompas',
  'wekelijkse tip',
  'wie is mandaatbeheerder',
  'wie valideert BAG?',
];
/** Lines for the channel of a team. */
const inChannel = ['teamdialoog', 'teamgesprek'];
/** Lines that the help shows to managers. */
const forManagers = ['bezetting', 'gesprek'];
/** Lines that only somebody in a pilot can use. */
const inPilot = ['demo', 'leerpunt', 'leerpunten', 'pilot', 'retro', 'standup', 'terugblik'];

const all = new Set(
  [...forEverybody, ...inChannel, ...forManagers, ...inPilot].map((one) => one.toLowerCase()),
);
const pilot = new Set(inPilot);

/** Whether a tip may say to type this. */
export const isTypedLine = (line: string): boolean => all.has(line.toLowerCase());

/** Whether only somebody in a pilot can use it. */
export const isPilotLine = (line: string): boolean => pilot.has(line.toLowerCase());
