import { dutchDay } from '../../calendar/clock.ts';
import type { LeftUnderOlder } from '../../people/key-move.ts';
import type { Municipality } from '../../people/municipality.ts';
import { isPresent, type Person } from '../../people/person.ts';
import { reachCount, unreachedBy, unreachedWords } from '../../people/reach.ts';
import { type HealthLine, healthLine as line } from './contract.ts';

const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

/** Variables by which something would record requests to storage (trust:no-request-telemetry). */
export function telemetryLines(names: readonly string[]): HealthLine[] {
  const about = 'Meekijken';
  if (names.length === 0) return [line('green', about, 'Niets legt de verzoeken aan de opslag vast.')];
  return names.map((name) =>
    line(
      'red',
      about,
      `${name} kan de verzoeken aan de opslag vastleggen. Dan staat een account naast een code.`,
      `Haal ${name} weg bij de machine waarop Kompas draait, en start Kompas opnieuw.`,
    ),
  );
}

/** Who can be reached, and how many not for which reason. Names stand in `mensen lijst`, and in the chat behind a button. */
export function peopleLines(people: readonly Person[]): HealthLine[] {
  const about = 'Mensen';
  const { all } = reachCount(people);
  if (all === 0)
    return [
      {
        ...line(
          'amber',
          about,
          'Er staat nog niemand in Kompas.',
          'Lees een mensenbestand in: mensen import.',
        ),
        inChat: {
          todo: 'Stuur jullie mensenbestand.',
          action: { verb: 'intake.upload', title: 'Upload een bestand', data: {} },
        },
      },
    ];
  const unreached = unreachedBy(people);
  if (unreached.length === 0)
    return [
      line(
        'green',
        about,
        all === 1 ? 'De enige persoon is te bereiken.' : `Alle ${all} mensen zijn te bereiken.`,
      ),
    ];
  return unreached.map(({ state, people: some }, n) => ({
    ...line('amber', about, unreachedWords(state, some.length), 'Wie het zijn, staat in: mensen lijst.'),
    inChat: {
      todo: 'Zonder chat komt er geen kaart.',
      ...(n === 0
        ? { action: { verb: 'people.unreached', title: 'Wie is niet bereikbaar', data: { page: 0 } } }
        : {}),
    },
  }));
}

/** Whether somebody may manage Kompas. */
export function administratorLines(people: readonly Person[], first: readonly string[]): HealthLine[] {
  const about = 'Beheerders';
  const appointed = people.filter((person) => isPresent(person) && person.access.includes('beheerder'));
  return appointed.length > 0 || first.length > 0
    ? [line('green', about, 'Er is iemand die Kompas mag beheren.')]
    : [
        line(
          'red',
          about,
          'Niemand mag Kompas beheren.',
          'Zet een object-id in KOMPAS_ADMINISTRATORS, of geef iemand het recht beheerder.',
        ),
      ];
}

/** What has to be recorded before anybody is asked for a score (trust:consent-first). */
export function consentLines({ consent, dpia }: Pick<Municipality, 'consent' | 'dpia'>): HealthLine[] {
  const about = 'Instemming en DPIA';
  const missing = [consent ? [] : ['geen instemming van de OR'], dpia ? [] : ['geen DPIA']].flat();
  if (missing.length === 0 && consent && dpia)
    return [
      line(
        'green',
        about,
        `De instemming is van ${dutchDay(consent.date)}, en de DPIA van ${dutchDay(dpia.date)}.`,
      ),
    ];
  return [
    {
      ...line(
        'amber',
        about,
        `Er is nog ${missing.join(' en ')} vastgelegd. Er gaat geen check-in uit.`,
        'Leg het vast zodra het besluit er is, met datum en kenmerk.',
      ),
      inChat: {
        todo: 'Leg het vast zodra het besluit er is, met datum en kenmerk.',
        action: { verb: 'setup.show', title: 'Leg het vast', data: { step: 'besluiten' } },
      },
    },
  ];
}

/** What is seen of the secret keys. */
export interface KeysSeen {
  /** The key is the one that Kompas wrote with. */
  isSame: boolean;
  /** How many rows with something sealed were tried, and did not open. */
  looked: number;
  unopened: number;
  /** Of older keys that this process was given. `waiting`: rows are still to go over to the new key. */
  older?: 'waiting' | LeftUnderOlder;
  /** Rows are going over to another key, or that broke off. */
  isMoving?: boolean;
}

/** What an older key is still needed for, as one line. */
function olderLine(older: KeysSeen['older'] & {}): HealthLine {
  const about = 'Oude sleutel';
  if (older === 'waiting')
    return line(
      'amber',
      about,
      'Er staat een nieuwe sleutel klaar. Kompas schrijft nog met de oude.',
      'Zet Kompas uit, en doe “sleutel roteer”. Lees “Een nieuwe geheime sleutel” in docs/beheer.md.',
    );
  const { rows, marked } = older;
  if (rows + marked === 0)
    return line('amber', about, 'De oude sleutel is nergens meer voor nodig.', 'Haal KOMPAS_SECRET_OUD weg.');
  return line(
    'green',
    about,
    `De oude sleutel blijft nodig: voor ${counted(rows, 'rij', 'rijen')} van mensen die Kompas niet meer kent, en voor ${counted(marked, 'kenmerk', 'kenmerken')} bij een signaal of in de kalender.`,
  );
}

/** Whether the key is the one that Kompas wrote with, whether what is sealed opens with it, and what older keys are needed for. */
export function keyLines({ isSame, looked, unopened, older, isMoving = false }: KeysSeen): HealthLine[] {
  const about = 'Geheime sleutel';
  if (!isSame)
    return [
      line(
        'red',
        about,
        'De geheime sleutel is een andere dan die waarmee Kompas schreef.',
        'Zet de oude sleutel terug in KOMPAS_SECRET, of ernaast in KOMPAS_SECRET_OUD. Is die kwijt? Lees “Een nieuwe geheime sleutel” in docs/beheer.md.',
      ),
    ];
  if (isMoving)
    return [
      line(
        'red',
        about,
        'Het overzetten naar een nieuwe sleutel is niet afgemaakt. Kompas start niet.',
        'Doe nog eens “sleutel roteer --akkoord”, met dezelfde sleutels.',
      ),
    ];
  const others = older === undefined ? [] : [olderLine(older)];
  if (unopened > 0)
    return [
      line(
        'red',
        about,
        `Van ${looked} versleutelde rijen die Kompas bekeek, ${unopened === 1 ? 'gaat er 1' : `gaan er ${unopened}`} niet open.`,
        'Zo’n rij is met een andere sleutel geschreven, of veranderd. Zoek uit wie bij de opslag kan.',
      ),
      ...others,
    ];
  return [
    line('green', about, 'De geheime sleutel is dezelfde als eerst, en wat versleuteld is, gaat open.'),
    ...others,
  ];
}
