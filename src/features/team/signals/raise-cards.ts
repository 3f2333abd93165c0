import { noticeCard } from '../../../conversation/cards/notice.ts';
import { type Field, formCard } from '../../../conversation/form.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { helpersIn, type Municipality } from '../../../people/municipality.ts';
import { inRow } from '../cards/words.ts';
import { placeData } from '../groups/place.ts';
import { type Door, doorsKey } from './routing.ts';
import { LONGEST_SIGNAL } from './signal.ts';

/** What somebody filled in. */
export interface Raising {
  text: string;
  /** 'ja' or 'nee'. */
  named: string;
  to: string;
}

const doorTitles: Record<Door['kind'], string> = {
  team: 'Mijn leidinggevende en team',
  department: 'Het afdelingshoofd',
  council: 'De ondernemingsraad',
};

/** What a signal is not (trust:talk-with-whom-you-choose). */
const notOfficial = ({ procedure }: Municipality): string =>
  procedure
    ? 'Dit is geen officiële melding van een misstand. Volg daarvoor de meldprocedure.'
    : 'Dit is geen officiële melding van een misstand. Vraag bij de gemeente hoe je zo’n melding doet.';

/** Everybody who is there for a talk in confidence, each on a line. */
const confidants = (municipality: Municipality): string[] => {
  const helpers = helpersIn(municipality);
  return helpers.length > 0 ? ['Vertrouwelijk praten kan met:', ...helpers] : [];
};

const procedureOf = ({ procedure }: Municipality) =>
  procedure ? { title: 'Meldprocedure', url: procedure } : undefined;

const talk: NoticeAction = {
  verb: 'help.say',
  title: 'Ik wil even praten',
  data: { text: 'ik wil even praten' },
};

/** So many names stand with the way to who leads the team; of more only how many. Past them each is named, as was promised. */
const MOST_NAMES = 5;

/** In a sentence of ours each is said otherwise than as a choice of who fills it in. */
const doorsInWords: Record<Door['kind'], string> = {
  team: 'Naar je leidinggevende en team',
  department: 'Naar het afdelingshoofd',
  council: 'Naar de ondernemingsraad',
};

/** Whom each way leads to, by name: who gives a signal knows beforehand who takes it up. */
function takenUpBy(doors: readonly Door[]): string {
  const each = doors.map(({ kind, keepers }) => {
    const names = keepers.map(({ name }) => name);
    return `${doorsInWords[kind]}: ${kind === 'team' && names.length > MOST_NAMES ? `${names.length} mensen` : inRow(names)}.`;
  });
  return `Wie pakt het op? ${each.join(' ')}`;
}

/** Who reads a signal, given the doors that there are. */
function readersOf(doors: readonly Door[]): string {
  const has = (kind: Door['kind']) => doors.some((door) => door.kind === kind);
  return [
    ...(has('team')
      ? [
          'Gaat het naar je leidinggevende? Dan leest ook je team het, en iedereen die het teambeeld mag openen.',
        ]
      : []),
    ...(has('department') || has('council')
      ? [
          'Gaat het buiten je leidinggevende om? Dan kan alleen wie je kiest het lezen. Wie later die plaats krijgt, leest het niet.',
        ]
      : []),
    'Alleen wie het oppakt, ziet je naam. Geef je het zonder naam? Dan bewaar ik niet van wie het is. De tekst blijft bewaard tot 26 weken na het antwoord.',
  ].join(' ');
}

/** Who hears nothing back, given the doors that there are. */
function unheard(doors: readonly Door[]): string[] {
  const has = (kind: Door['kind']) => doors.some((door) => door.kind === kind);
  const past = [
    ...(has('department') ? ['het afdelingshoofd'] : []),
    ...(has('council') ? ['de ondernemingsraad'] : []),
  ];
  return past.length > 0 ? [`Zonder naam naar ${past.join(' of ')}? Dan krijg je er niets over terug.`] : [];
}

const fieldsOf = (doors: readonly Door[], typed: Raising | undefined): Field[] => [
  {
    id: 'text',
    kind: 'long',
    label: 'Wat speelt er?',
    value: typed?.text,
    hint: 'Hooguit 1.000 tekens',
    longest: LONGEST_SIGNAL,
    required: true,
  },
  {
    id: 'named',
    kind: 'one',
    label: 'Met of zonder je naam?',
    value: typed?.named || 'nee',
    choices: [
      { value: 'nee', title: 'Zonder mijn naam' },
      { value: 'ja', title: 'Met mijn naam' },
    ],
  },
  {
    id: 'to',
    kind: 'one',
    label: 'Voor wie?',
    value: typed?.to || doors[0]?.kind,
    choices: doors.map(({ kind }) => ({ value: kind, title: doorTitles[kind] })),
  },
];

/** The form for a signal. In answer to typed text it is a stored message, so it holds nothing of what was typed. */
export function raiseForm(
  doors: readonly Door[],
  missing: readonly string[],
  municipality: Municipality,
  { typed, problems, lead }: { typed?: Raising; problems?: readonly string[]; lead?: string } = {},
): Message {
  return formCard({
    kind: 'signal',
    title: 'Geef een signaal',
    lead: [lead ?? 'Iets wat anders moet, of wat iemand moet weten.', notOfficial(municipality)].join(' '),
    notes: [
      'Noem geen namen van collega’s. Wie je manier van schrijven kent, kan je herkennen.',
      takenUpBy(doors),
      ...unheard(doors),
      ...missing,
      ...confidants(municipality),
    ],
    link: procedureOf(municipality),
    problems,
    fields: fieldsOf(doors, typed),
    seenBy: readersOf(doors),
    submit: { verb: 'signal.send', title: 'Verstuur', data: { shown: doorsKey(doors) } },
  });
}

/** For somebody for whom nobody takes care of signals. */
export function nobodyThere(missing: readonly string[], municipality: Municipality, typed = ''): Message {
  return noticeCard({
    kind: 'signal',
    text: 'Nu is er niemand die je signaal kan oppakken. Er is niets verstuurd.',
    title: 'Nu is er niemand die je signaal kan oppakken',
    body: 'Er is niets verstuurd of bewaard. Je kunt wel iemand vragen om met je te praten.',
    lines: [
      ...missing,
      notOfficial(municipality),
      ...confidants(municipality),
      ...(typed ? ['Dit typte je:', typed] : []),
    ],
    link: procedureOf(municipality),
    actions: [talk],
  });
}

const raisedReaders = (kind: Door['kind'], named: boolean): string =>
  [
    kind === 'team'
      ? `Wie het oppakt, je team, en wie het teambeeld mag openen.${named ? ' Alleen wie het oppakt, ziet je naam.' : ''}`
      : `Alleen wie het oppakt, leest dit${named ? ' en ziet je naam' : ''}.`,
    named
      ? 'Typ je “vergeet mij”, dan wis ik ook je naam hier.'
      : 'Ik bewaar niet van wie het is. Tot morgen ziet niemand het: dan verraadt het moment niet van wie het is.',
  ].join(' ');

/** What happens now, for who gave a signal. */
export function raisedCard(
  { kind, place, keepers, readers }: Door,
  { id, named }: { id: string; named: boolean },
  cut: boolean,
): Message {
  const names = inRow(keepers.map(({ name }) => name));
  const back =
    kind === 'team'
      ? `${named ? 'Typ “mijn signalen”.' : 'Typ vanaf morgen “team”.'} Dan zie je hoe het met je signaal staat, en later wat eruit kwam.`
      : named
        ? 'Je hoort het van wie het oppakt.'
        : 'Je krijgt er niets over terug: ik weet niet van wie het is.';
  return noticeCard({
    kind: 'signal',
    text: 'Je signaal is verstuurd. Op de kaart staat wie het oppakt en wat er nu gebeurt.',
    title: 'Je signaal is verstuurd',
    lines: [
      `${names} ${keepers.length > 1 ? 'pakken' : 'pakt'} dit op.`,
      named
        ? 'Wie het oppakt, krijgt op de volgende werkdag een bericht.'
        : kind === 'team'
          ? 'Vanaf morgen staat het bij de signalen van je team. Wie het oppakt, krijgt op de volgende werkdag een bericht.'
          : 'Wie het oppakt, kan het vanaf morgen lezen, en krijgt op de volgende werkdag een bericht.',
      ...(readers.length > keepers.length
        ? [
            named
              ? 'Jij krijgt dat bericht ook.'
              : 'Jij krijgt dat bericht ook. Anders valt op dat jij het gaf.',
          ]
        : []),
      named
        ? 'Toch niet? Vandaag kun je het intrekken met de knop hieronder, zolang niemand ermee begon.'
        : 'Toch niet? Vandaag kun je het nog intrekken, met de knop hieronder.',
      'Wie het oppakt, kijkt eerst wat er speelt en beslist dan. Binnen tien werkdagen hoort er een antwoord te zijn.',
      back,
      ...(cut ? ['Je tekst was te lang. Alleen de eerste 1.000 tekens zijn verstuurd.'] : []),
    ],
    actions: [{ verb: 'signal.withdraw', title: 'Trek in', data: { ...placeData(place), id } }],
    seenBy: raisedReaders(kind, named),
  });
}
