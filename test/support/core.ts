import type { Temporal } from 'temporal-polyfill';
import type { App } from '../../src/app.ts';
import type { Config } from '../../src/config.ts';
import { type DeliveryStore, deliveryStore } from '../../src/delivery/store.ts';
import { checkin } from '../../src/features/checkin/index.ts';
import { checkinRounds } from '../../src/features/checkin/rounds.ts';
import { type Opened, openAll } from '../../src/features/compose.ts';
import { mandates } from '../../src/features/mandates/index.ts';
import type { Services } from '../../src/features/module.ts';
import { pilots } from '../../src/features/pilots/index.ts';
import { team } from '../../src/features/team/index.ts';
import { weeklyTips } from '../../src/features/tips/advice/round.ts';
import { tips } from '../../src/features/tips/index.ts';
import { kompas, tablesOf } from '../../src/kompas.ts';
import { subjectOf } from '../../src/people/subject.ts';
import { createServices } from '../../src/services.ts';
import type { Storage } from '../../src/storage/index.ts';

/** Everything that is kept, side by side, for tests that set up or look at several features at once. */
function flat(services: Services, delivery: DeliveryStore, opened: Opened) {
  const { people, settings, pseudonymise } = services;
  const answers = opened(checkin).store;
  const rounds = [
    ...checkinRounds(
      answers,
      pseudonymise,
      (occurrence) => delivery.sentBefore(occurrence),
      opened(team).sinceLast,
    ),
    weeklyTips(pseudonymise),
  ];
  const { posts: pilotPosts, actions: pilotActions, ...ofPilots } = opened(pilots);
  const { store: register, gaps, proposals } = opened(mandates);
  const { store: ofTips, library, dialogues, compasses } = opened(tips);
  return {
    ...services,
    opened,
    answers,
    store: delivery,
    rounds,
    planner: {
      store: delivery,
      rounds,
      readSettings: () => settings.read(),
      members: (key: string) => people.members(key),
      everybody: () => people.everybody(),
    },
    readSettings: () => settings.read(),
    register,
    gaps,
    proposals,
    tips: ofTips,
    library,
    dialogues,
    compasses,
    ...ofPilots,
    pilotPosts,
    pilotActions,
    ...opened(team),
    subject: (directoryId: string) => subjectOf(directoryId, services),
  };
}

export type Core = ReturnType<typeof flat>;

/** What an installation keeps, opened without a bot around it. */
export function createCore(config: Config, storage: Storage, now: () => Temporal.Instant): Core {
  const services = createServices(config, storage, now);
  return flat(services, deliveryStore(storage, services.tenant), openAll(kompas, services));
}

/** What a running bot keeps, through the bot's own stores. */
export function coreOf({ services, delivery, opened }: App): Core {
  return flat(services, delivery, opened);
}

/** Every table there is. */
export const tables = tablesOf();
