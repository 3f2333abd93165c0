import { type IbroRole, ibroRoles } from '../../../people/person.ts';
import { type MethodStep, stepOf } from '../../../people/steps.ts';
import { type Theme, themes } from '../../../people/themes.ts';
import { facts } from '../content/facts.ts';
import { speaksOfPilot } from '../content/pilot-words.ts';
import { type Persona, personas, type Tip, type TipBasis } from '../content/types.ts';

/** The columns of a file of tips. */
export const columns = [
  'id',
  'doelgroep',
  'persona',
  'rol',
  'stap',
  'themas',
  'doe',
  'waarom',
  'minuten',
  'steunt op',
  'pilot',
  'actief',
] as const;
type ColumnName = (typeof columns)[number];

/** A row that says a tip and whether it is off, or everything that is wrong with it. */
export type ReadRow = { tip: Tip; off: boolean } | { reasons: string[] };

/** What a cell says; with reasons, it could not be read. */
interface ReadCell<T> {
  value: T;
  reasons: string[];
}

/** The cells of one row by their column: as they are written, and in small letters. */
interface Cells {
  at(name: ColumnName): string;
  lower(name: ColumnName): string;
}

const audiences = { medewerker: 'employee', leidinggevende: 'manager' } as const;
/** In the column of steps: a tip that fits every step. */
export const GENERAL = 'algemeen';
const LONGEST_ID = 40;

/** Whether a text is one of the list. */
export const isOneOf = <T extends string>(list: readonly T[], text: string): text is T =>
  (list as readonly string[]).includes(text);

const good = <T>(value: T): ReadCell<T> => ({ value, reasons: [] });
const wrong = (reason: string): ReadCell<undefined> => ({ value: undefined, reasons: [reason] });

function readId({ at, lower }: Cells): ReadCell<string | undefined> {
  const id = lower('id');
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && id.length <= LONGEST_ID
    ? good(id)
    : wrong(`id "${at('id')}" mag alleen kleine letters, cijfers en streepjes hebben, hooguit ${LONGEST_ID}`);
}

function readAudience({ at, lower }: Cells): ReadCell<Tip['for'] | undefined> {
  const audience = lower('doelgroep');
  const known = Object.keys(audiences) as (keyof typeof audiences)[];
  return isOneOf(known, audience)
    ? good(audiences[audience])
    : wrong(`doelgroep "${at('doelgroep')}" ken ik niet: kies ${known.join(' of ')}`);
}

function readPersona({ at, lower }: Cells): ReadCell<Persona | undefined> {
  const named = lower('persona');
  if (named === '') return good(undefined);
  return isOneOf(personas, named)
    ? good(named)
    : wrong(`persona "${at('persona')}" ken ik niet: kies ${personas.join(', ')} of laat leeg`);
}

function readRole({ at, lower }: Cells): ReadCell<IbroRole | undefined> {
  if (at('rol') === '') return good(undefined);
  const role = ibroRoles.find((one) => one.toLowerCase() === lower('rol'));
  return role
    ? good(role)
    : wrong(`rol "${at('rol')}" ken ik niet: kies ${ibroRoles.join(', ')} of laat leeg`);
}

/** A tip for one style or role of employees belongs to a step of the method; one for everybody need not. */
function readStep({ at, lower }: Cells): ReadCell<MethodStep | undefined> {
  const isNeeded = lower('doelgroep') === 'medewerker' && (at('persona') !== '' || at('rol') !== '');
  const choice = isNeeded ? 'kies 1 tot en met 8' : `kies 1 tot en met 8 of ${GENERAL}`;
  if (at('stap') === '') return wrong(`stap ontbreekt: ${choice}`);
  const step = stepOf(Number(at('stap')));
  if (step) return good(step);
  if (lower('stap') !== GENERAL) return wrong(`stap "${at('stap')}" bestaat niet: ${choice}`);
  return isNeeded
    ? wrong(`stap "${at('stap')}" kan niet bij een tip voor één persona of rol van medewerkers: ${choice}`)
    : good(undefined);
}

function readThemes({ lower }: Cells): ReadCell<Theme[]> {
  const chosen = lower('themas')
    .split(/[,;|/]/)
    .map((one) => one.trim())
    .filter(Boolean);
  const known = Object.keys(themes) as Theme[];
  return {
    value: known.filter((one) => chosen.includes(one)),
    reasons: chosen
      .filter((one) => !isOneOf(known, one))
      .map((one) => `thema "${one}" ken ik niet: kies ${known.join(', ')}`),
  };
}

function readMinutes({ at }: Cells): ReadCell<number | undefined> {
  return /^\d{1,2}$/.test(at('minuten'))
    ? good(Number(at('minuten')))
    : wrong(`minuten "${at('minuten')}" is geen getal van 1 tot en met 60`);
}

function readBasis({ at, lower }: Cells): ReadCell<TipBasis | undefined> {
  const basis = lower('steunt op');
  const step = stepOf(Number(basis.match(/^stap (\d)$/)?.[1]));
  if (step) return good({ step });
  const fact = (Object.keys(facts) as (keyof typeof facts)[]).find(
    (one) => one === basis || facts[one].toLowerCase() === basis,
  );
  return fact
    ? good({ fact })
    : wrong(
        `steunt op "${at('steunt op')}" ken ik niet: kies stap 1 tot en met stap 8, of een feit (zie tips feiten)`,
      );
}

function readOff({ at, lower }: Cells): ReadCell<boolean | undefined> {
  const on = lower('actief');
  return ['', 'ja', 'nee'].includes(on)
    ? good(on === 'nee')
    : wrong(`actief "${at('actief')}" is geen ja of nee`);
}

/**
 * Whether it is for who is in a pilot alone. A file from before that column says nothing of it: the tip then stays what it
 * `was`. What speaks of a pilot is for who is in one.
 */
function readPilot({ at, lower }: Cells, was: Tip | undefined): ReadCell<boolean | undefined> {
  const said = lower('pilot');
  if (!['', 'ja', 'nee'].includes(said)) return wrong(`pilot "${at('pilot')}" is geen ja of nee`);
  const speaks = speaksOfPilot({ act: at('doe'), why: at('waarom') });
  if (said === 'nee' && speaks) return wrong('noemt een pilot: zet pilot op ja, of laat het woord weg');
  return good(said === 'ja' || speaks || (said === '' && was?.forPilot === true));
}

/** Reads a row of every column. `known`: the tips as they are now. */
export function readTipRow(fields: Record<string, string>, known: ReadonlyMap<string, Tip>): ReadRow {
  // A letter and its accent as one character, as the names of roles are written here.
  const at = (name: ColumnName) => (fields[name] ?? '').normalize('NFC').trim();
  const cells = { at, lower: (name: ColumnName) => at(name).toLowerCase() };
  const id = readId(cells);
  const audience = readAudience(cells);
  const persona = readPersona(cells);
  const role = readRole(cells);
  const step = readStep(cells);
  const about = readThemes(cells);
  const minutes = readMinutes(cells);
  const basis = readBasis(cells);
  const pilot = readPilot(cells, known.get(id.value ?? ''));
  const off = readOff(cells);
  const reasons = [id, audience, persona, role, step, about, minutes, basis, pilot, off].flatMap(
    (cell) => cell.reasons,
  );
  if (
    reasons.length > 0 ||
    id.value === undefined ||
    audience.value === undefined ||
    minutes.value === undefined ||
    basis.value === undefined
  )
    return { reasons };
  return {
    off: off.value === true,
    tip: {
      id: id.value,
      for: audience.value,
      ...(persona.value ? { persona: persona.value } : {}),
      ...(role.value ? { role: role.value } : {}),
      ...(step.value ? { step: step.value } : {}),
      ...(pilot.value ? { forPilot: true as const } : {}),
      themes: about.value,
      act: at('doe'),
      why: at('waarom'),
      minutes: minutes.value,
      basis: basis.value,
    },
  };
}

/** Reads a row that only switches a tip on or off. */
export function readSwitchRow(
  { id = '', actief = '' }: Record<string, string>,
  known: ReadonlyMap<string, Tip>,
): ReadRow {
  const tip = known.get(id.trim().toLowerCase());
  const on = actief.trim().toLowerCase();
  const reasons = [
    ...(tip ? [] : [`id "${id}" ken ik niet`]),
    ...(['ja', 'nee'].includes(on) ? [] : [`actief "${actief}" is geen ja of nee`]),
  ];
  return tip && reasons.length === 0 ? { tip, off: on === 'nee' } : { reasons };
}
