import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { today } from '../../calendar/clock.ts';
import { lastRound } from '../../delivery/last-round.ts';
import { deliveryStore } from '../../delivery/store.ts';
import { isKeyMoving, isSameKey } from '../../people/key-check.ts';
import { leftUnderOlder } from '../../people/key-move.ts';
import { isUnopened, type Storage } from '../../storage/index.ts';
import type { Services } from '../module.ts';
import type { HealthCheck, HealthLine } from './contract.ts';
import { probeQueue, probeTables } from './probe.ts';
import {
  addressLines,
  clockLines,
  openIdLines,
  probeLines,
  queueLines,
  roundLines,
  tickLines,
} from './rules.ts';
import { administratorLines, consentLines, keyLines, peopleLines } from './setup-rules.ts';

/** So long an address on the network may take, in milliseconds: less than a check as a whole. */
const ANSWER_MS = 3_000;
/** So many rows of each table are tried with the key: to open them all would take minutes. */
const TRIED_ROWS = 200;

/** What /healthz says of the clock. */
const healthSchema = z.object({ lastTick: z.string(), clock: z.enum(['ok', 'behind']) });

/** The status of an address, and what it answers where that is JSON; undefined when nothing answers. Never rejects. */
async function ask(url: string): Promise<{ status: number; json: unknown } | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS), redirect: 'error' });
    return { status: response.status, json: await response.json().catch(() => undefined) };
  } catch {
    return undefined;
  }
}

/** How many rows with something sealed do not open, of the first ones of each table. */
async function unopenedIn(storage: Storage): Promise<{ looked: number; unopened: number }> {
  const sealed = storage.definitions.filter((definition) => definition.sealed);
  const pages = await Promise.all(
    sealed.map(async (definition) => {
      for await (const page of storage.table(definition).pages(TRIED_ROWS)) return page;
      return [];
    }),
  );
  const rows = pages.flat();
  return { looked: rows.length, unopened: rows.filter(({ value }) => isUnopened(value)).length };
}

/** What is seen of storage, of what was sent, and of how Kompas was set up. */
export function storedChecks(services: Services): HealthCheck[] {
  const { storage, tenant, settings, people, now, administrators } = services;
  const day = () => today(now());
  return [
    {
      about: 'Tabellen',
      look: async () => probeLines('Tabellen', await probeTables(storage, tenant, day().toString())),
    },
    {
      about: 'Wachtrij',
      look: async () => {
        const { queue, setAside } = deliveryStore(storage, tenant);
        const probed = await probeQueue(storage);
        const lines = probeLines('Wachtrij', probed);
        if (probed.is !== 'well') return lines;
        const [depth, oldest, aside] = await Promise.all([queue.depth(), queue.oldest(), setAside()]);
        const since = oldest && Temporal.Instant.fromEpochMilliseconds(oldest.getTime());
        return [...lines, ...queueLines({ depth, oldest: since, setAside: aside }, now())];
      },
    },
    { about: 'Laatste verzending', look: async () => roundLines(await lastRound(storage, tenant, day())) },
    { about: 'Mensen', look: async () => peopleLines(await people.everybody()) },
    {
      about: 'Beheerders',
      look: async () => administratorLines(await people.everybody(), administrators),
    },
    {
      about: 'Instemming en DPIA',
      look: async () => consentLines((await settings.read()).municipality),
    },
  ];
}

/**
 * Whether the key is the one that Kompas wrote with. For a process that has it. With `isThorough` it looks through all rows for what an
 * older key is still needed for.
 */
export function keyCheck(services: Services, isThorough: boolean): HealthCheck {
  return {
    about: 'Geheime sleutel',
    look: async () => {
      const isSame = await isSameKey(services);
      const { looked, unopened } = isSame ? await unopenedIn(services.storage) : { looked: 0, unopened: 0 };
      const { settings, ring } = services;
      const read = await settings.read();
      const { keySince } = read.municipality;
      const hasOlder = ring.others('key check').length > 0;
      return keyLines({
        isSame,
        looked,
        unopened,
        isMoving: isKeyMoving(read),
        older: ring.next
          ? 'waiting'
          : hasOlder && isThorough
            ? await leftUnderOlder(services, keySince ?? '')
            : undefined,
      });
    },
  };
}

/** The clock of this machine beside that of storage. In local mode it may be put forward on purpose: then nothing is compared. */
export function clockCheck({ storage, now }: Pick<Services, 'storage' | 'now'>): HealthCheck {
  return {
    about: 'Tijd',
    look: async () => {
      const there = await storage.serverTime();
      return clockLines(now(), there && Temporal.Instant.fromEpochMilliseconds(there.getTime()));
    },
  };
}

/** The address by which Teams and browsers reach Kompas, asked for from within or from elsewhere, and what it says of the clock. */
export function addressCheck(publicUrl: string, isInside: boolean): HealthCheck {
  return {
    about: 'Adres van buiten',
    look: async (): Promise<readonly HealthLine[]> => {
      const answer = await ask(`${publicUrl}/healthz`);
      const lines = addressLines(answer?.status, isInside);
      const told = healthSchema.safeParse(answer?.json).data;
      if (isInside || !told) return lines;
      return [...lines, ...tickLines(Temporal.Instant.from(told.lastTick), told.clock === 'behind')];
    },
  };
}

/** The list at `url` by which tokens of Teams are checked. */
export function openIdCheck(url: string): HealthCheck {
  return {
    about: 'Sleutels van Teams',
    look: async () => {
      const answer = await ask(url);
      return openIdLines(answer?.status === 200 && answer.json !== undefined);
    },
  };
}
