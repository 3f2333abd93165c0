import type { Command } from 'commander';
import type { Temporal } from 'temporal-polyfill';
import type { Terminal } from '../cli/terminal.ts';
import type { Messenger } from '../conversation/messenger.ts';
import type { Feature, Offer } from '../conversation/offer.ts';
import type { ClockState } from '../delivery/clockwork.ts';
import type { Job, OnceName } from '../delivery/jobs.ts';
import type { Round } from '../delivery/round.ts';
import type { DeliveryStore } from '../delivery/store.ts';
import type { Links } from '../files/links.ts';
import type { Audit } from '../people/audit.ts';
import type { KeyRing } from '../people/key-ring.ts';
import type { Person } from '../people/person.ts';
import type { Pseudonymise } from '../people/pseudonym.ts';
import type { SettingsStore } from '../people/settings.ts';
import type { Silence } from '../people/silence.ts';
import type { PeopleStore } from '../people/store.ts';
import type { TakenBack } from '../people/taken-back.ts';
import type { TeamLinks } from '../people/team-links.ts';
import type { AnyTable, Storage } from '../storage/index.ts';

/** What every feature may use, at its desk and on the command line. Nothing in it belongs to one feature. */
export interface Services {
  /** The municipality's tenant in Microsoft 365: the first part of every key. */
  tenant: string;
  storage: Storage;
  /** The same as it stands there: nothing sealed is opened, and what is removed is not noted as taken back. */
  asStored: Storage;
  /** What was erased or taken back, so that no backup brings it back. */
  takenBack: TakenBack;
  now(): Temporal.Instant;
  /** A new id that people can read to each other, such as `K-1a2b3c4d`. */
  newId(prefix: string): string;
  people: PeopleStore;
  /** Which teams in Teams belong to which of ours. */
  teamLinks: TeamLinks;
  settings: SettingsStore;
  audit: Audit;
  /** On this machine only, without tokens. */
  isLocal: boolean;
  /** Where files and pages are reached from outside, without a slash at the end. */
  publicUrl: string;
  /** Signed links to the files that features offer. */
  links: Links;
  pseudonymise: Pseudonymise;
  /** Who is not written to until they write first. */
  silence: Silence;
  /** False where this process was given no secret key: what needs one throws `KeyNeeded`. */
  hasKey: boolean;
  /** Thirty-two bytes derived from the installation's key, different for each purpose. */
  secret(purpose: string): Buffer;
  /** The other secret keys that this process was given: what was written with them stays readable. */
  ring: KeyRing;
  /** Directory ids of the first administrators, who may not be in any file yet. */
  administrators: readonly string[];
}

/** How this process was set up and how it runs, for who looks after it. Nothing secret. */
export interface Installation {
  /** Names of variables by which something would record requests to storage. */
  telemetry: readonly string[];
  /** Where Bot Framework says what it signs with. */
  openId: string;
  /** How things stand with the clock; undefined where nothing happens by it. */
  clock(): ClockState | undefined;
}

/** What a running bot adds: ways to reach people, and what delivery keeps. Messages draw on the share of people. */
export interface Tools extends Services, Messenger {
  /** Everybody, those who left included. */
  everybody(): Promise<Person[]>;
  /** Does the work unless it was done under this name before, whichever instance comes first. */
  once(name: OnceName, work: () => Promise<void>): Promise<void>;
  /** Who got which message, under the names that rounds use. */
  delivered: Pick<DeliveryStore, 'sentIn' | 'sentBefore' | 'record'>;
  /** Takes somebody out of every message that waits in a queue. */
  forgetQueued(personId: string): Promise<void>;
  installation: Installation;
  /** What all features together offer; there once everything is composed. */
  features(): readonly Feature[];
}

/** What a feature offers to people and to the clock. */
export interface FeatureOffer extends Offer {
  /** Messages that the calendar sends. */
  rounds?: readonly Round[];
  /** Work that the clock does. */
  jobs?: readonly Job[];
}

/** What the commands of a feature have of their surroundings. */
export interface Session<Opened, Needs = unknown> extends Terminal {
  /**
   * Runs a command on this installation's storage, with what the feature itself opened there and what it is given of others. Rejects
   * where the secret key is not the one that Kompas writes with, unless the command is about just that (`withAnyKey`).
   */
  open<R>(
    work: (services: Services, opened: Opened, needs: Needs) => Promise<R>,
    options?: { withAnyKey: boolean },
  ): Promise<R>;
}

/**
 * A capability: one folder, one line in `kompas.ts`, and a row in `docs/storage.md` for each table.
 * `Opened` is what others may be given of it, `Needs` what it is given of others on its line.
 */
export interface FeatureModule<Opened = unknown, Needs = void> {
  name: string;
  /** The heading of its phrases in the help; without one they come last. */
  title?: string;
  tables: readonly AnyTable[];
  /** Opens its stores. Reads nothing yet. */
  open(services: Services): Opened;
  offer(opened: Opened, tools: Tools, needs: Needs): FeatureOffer;
  /** Adds its part of the command line. What it loads for that, it loads when a command runs. */
  commands?(program: Command, session: Session<Opened, Needs>): void;
}
