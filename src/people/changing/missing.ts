import type { Municipality, Settings } from '../municipality.ts';
import { counsellor } from './contacts.ts';
import { consent, dpia } from './decisions.ts';
import { municipalityName } from './municipality-settings.ts';
import type { Setting } from './setting.ts';

/** What a first check-in still needs: a setting, or people in teams. */
export type Missing = { kind: 'setting'; setting: Setting<Municipality> } | { kind: 'people' };

/** What is missing for the first check-in, in the order in which it is best done. Nobody is in Kompas before there are teams. */
export function missingFor({ municipality, teams }: Settings): Missing[] {
  const unless = (setting: Setting<Municipality>): Missing[] =>
    setting.isSet(municipality) ? [] : [{ kind: 'setting', setting }];
  return [
    ...unless(municipalityName),
    ...(teams.length === 0 ? [{ kind: 'people' } as const] : []),
    ...unless(counsellor),
    ...unless(consent),
    ...unless(dpia),
  ];
}
