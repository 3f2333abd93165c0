import { today } from '../../../calendar/clock.ts';
import { InputError, OPERATOR, print } from '../../../cli/terminal.ts';
import { beginMoving, endMoving, isKeyMoving, isSameKey } from '../../../people/key-check.ts';
import { type Moved, moveToKey } from '../../../people/key-move.ts';
import type { Services, Session } from '../../module.ts';

const rowsInWords = (count: number) => (count === 1 ? '1 rij' : `${count} rijen`);

function tell(session: Session<undefined>, { moved, resealed, unknown, unopened }: Moved): void {
  print(
    session,
    `Naar een nieuwe code: ${rowsInWords(moved)}. Opnieuw versleuteld: ${rowsInWords(resealed)}.`,
  );
  if (unknown > 0)
    print(
      session,
      unknown === 1
        ? 'Onder een code van de oude sleutel blijft 1 rij, van iemand die Kompas niet meer kent. Die rij gaat weg als de termijn om is.'
        : `Onder een code van de oude sleutel blijven ${unknown} rijen, van mensen die Kompas niet meer kent. Die rijen gaan weg als hun termijn om is.`,
    );
  if (unopened > 0)
    print(
      session,
      `${unopened === 1 ? '1 rij gaat met geen enkele sleutel open. Die blijft zoals die is.' : `${unopened} rijen gaan met geen enkele sleutel open. Die blijven zoals ze zijn.`} Ontbreekt er een sleutel in KOMPAS_SECRET_OUD? Zet die erbij, en doe dit nog eens.`,
    );
}

/** Moves everything to the key of KOMPAS_SECRET. Throws `InputError` while nobody agreed, or where there is no other key. */
export async function rotate(
  session: Session<undefined>,
  services: Services,
  isAgreed: boolean,
): Promise<void> {
  const { audit, settings, secret, ring, now } = services;
  // Asks for the key before anything is written.
  const keyCheck = (ring.next ?? secret)('key check').toString('base64url');
  if (!(await isSameKey(services)))
    throw new InputError(
      'Met geen van deze sleutels schreef Kompas tot nu toe. Er is niets gewijzigd. Zet de sleutel van eerst in KOMPAS_SECRET_OUD. Is die kwijt? Dan blijft alleen “sleutel vernieuwd”.',
    );
  if (ring.others('key check').length === 0) {
    print(
      session,
      'Er is maar een sleutel. Zet de nieuwe in KOMPAS_SECRET, en de oude in KOMPAS_SECRET_OUD.',
    );
    if (isKeyMoving(await settings.read()))
      throw new InputError('Het overzetten is niet afgemaakt: daar zijn beide sleutels voor nodig.');
    return;
  }
  if (!isAgreed)
    throw new InputError(
      'Alles wat onder een code staat of versleuteld is, gaat over naar de sleutel in KOMPAS_SECRET. Mensen houden wat zij invulden. Er is nog niets gewijzigd. Maak een reservekopie, zet Kompas uit, en doe dit nog eens met --akkoord.',
    );
  await audit.record(OPERATOR, 'sleutel geroteerd', 'gemeente');
  await beginMoving(services);
  const moved = await moveToKey(services);
  await endMoving(services, keyCheck, today(now()).toString());
  tell(session, moved);
  print(
    session,
    'Klaar. Kompas kan weer aan, met beide sleutels. kompas doctor zegt wanneer de oude weg mag.',
  );
}
