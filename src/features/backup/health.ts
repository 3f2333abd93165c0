import { Temporal } from 'temporal-polyfill';
import { dutchDay, today } from '../../calendar/clock.ts';
import { type HealthCheck, type HealthLine, healthLine } from '../doctor/contract.ts';
import type { Services } from '../module.ts';

/** What of a backup others may look at. */
export interface OpenedBackup {
  check: HealthCheck;
}

const about = 'Reservekopie';
/** The list of what was erased is to be made every hour, so one of before yesterday is late. */
const LATE_DAYS = 2;

/** Whether what would be lost with storage is kept elsewhere: by the day of the last backup or list, undefined where there is none. */
export function savedLines(saved: string | undefined, day: Temporal.PlainDate): HealthLine[] {
  const line = (level: 'green' | 'amber', text: string, todo?: string): HealthLine => ({
    ...healthLine(level, about, text, todo),
    ...(todo === undefined
      ? {}
      : { inChat: { todo: 'Vraag het aan wie Kompas inricht. Zonder lijst komt terug wat mensen wisten.' } }),
  });
  if (saved === undefined)
    return [
      line(
        'amber',
        'Er is geen reservekopie van de laatste 30 dagen.',
        'Maak er een met bewaar, en laat elk uur de lijst van wissingen bewaren. Lees docs/beheer.md.',
      ),
    ];
  const days = Temporal.PlainDate.from(saved).until(day).days;
  return days < LATE_DAYS
    ? [line('green', `Er is voor het laatst iets bewaard op ${dutchDay(saved)}.`)]
    : [
        line(
          'amber',
          `Er is sinds ${dutchDay(saved)} niets bewaard.`,
          'Laat elk uur de lijst van wissingen bewaren: bewaar met --wissingen. Lees docs/beheer.md.',
        ),
      ];
}

/** Looks when something was last saved. On this machine alone there is nothing that has to be. */
export function savedCheck({
  takenBack,
  isLocal,
  now,
}: Pick<Services, 'takenBack' | 'isLocal' | 'now'>): HealthCheck {
  return {
    about,
    look: async () => (isLocal ? [] : savedLines(await takenBack.lastSaved(), today(now()))),
  };
}
