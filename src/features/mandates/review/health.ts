import type { Temporal } from 'temporal-polyfill';
import { today } from '../../../calendar/clock.ts';
import { isPresent } from '../../../people/person.ts';
import type { SettingsStore } from '../../../people/settings.ts';
import type { PeopleStore } from '../../../people/store.ts';
import { type HealthCheck, type HealthLine, healthLine } from '../../doctor/contract.ts';
import { colleaguesOf } from '../register/colleagues.ts';
import type { MandateStore } from '../register/store.ts';
import { checkRegister } from './check.ts';
import { endingSoon, NOTICE_DAYS } from './expiry.ts';

/** What is there to say of a register: how many entries there are, end soon, and have something wrong with them. */
interface RegisterFacts {
  entries: number;
  ending: number;
  errors: number;
}

const about = 'Mandatenregister';

const NOBODY_KEEPS = 'Er is nog geen mandaatbeheerder. Geef iemand dat recht.';

/**
 * How the register is doing; `facts` is undefined when there is none. `isKept`: somebody here has the right to keep it, so that they
 * can be asked.
 */
export function registerLines(facts: RegisterFacts | undefined, isKept: boolean): HealthLine[] {
  const ask = (todo: string) => (isKept ? todo : NOBODY_KEEPS);
  if (!facts)
    return [
      healthLine(
        'amber',
        about,
        'Er is nog geen mandatenregister.',
        ask('Vraag de mandaatbeheerder om de lijst.'),
      ),
    ];
  const { entries, ending, errors } = facts;
  const lines = [
    errors > 0
      ? healthLine(
          'amber',
          about,
          errors === 1 ? 'Er klopt 1 ding niet.' : `Er kloppen ${errors} dingen niet.`,
          ask('De mandaatbeheerder ziet dat met “mandaatcontrole”.'),
        )
      : undefined,
    ending > 0
      ? healthLine(
          'amber',
          about,
          `Binnen ${NOTICE_DAYS} dagen ${ending === 1 ? 'loopt 1 mandaat' : `lopen ${ending} mandaten`} af.`,
          ask('Vraag de mandaatbeheerder welke moeten doorlopen.'),
        )
      : undefined,
  ].filter((one) => one !== undefined);
  return lines.length > 0
    ? lines
    : [
        healthLine(
          'green',
          about,
          `Het register klopt, en er loopt niets af: ${entries === 1 ? '1 mandaat' : `${entries} mandaten`}.`,
        ),
      ];
}

/** Looks at the register as `mandaat controle` does. It gives numbers alone: who keeps the register sees the rest. */
export function registerCheck({
  store,
  people,
  settings,
  now,
}: {
  store: Pick<MandateStore, 'current'>;
  people: Pick<PeopleStore, 'everybody'>;
  settings: Pick<SettingsStore, 'read'>;
  now(): Temporal.Instant;
}): HealthCheck {
  return {
    about,
    look: async () => {
      const [{ lookup, pointer }, everybody, { municipality }] = await Promise.all([
        store.current(),
        people.everybody(),
        settings.read(),
      ]);
      const isKept = everybody.some((one) => isPresent(one) && one.access.includes('mandaatbeheerder'));
      if (!pointer) return registerLines(undefined, isKept);
      const day = today(now()).toString();
      const colleagues = everybody.length > 0 ? colleaguesOf(everybody, municipality.closures) : undefined;
      const errors = checkRegister(lookup, day, colleagues).filter(({ severity }) => severity === 'fout');
      return registerLines(
        {
          entries: lookup.register.entries.length,
          ending: endingSoon(lookup, day).length,
          errors: errors.length,
        },
        isKept,
      );
    },
  };
}
