import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fuse from 'fuse.js';
import { Temporal } from 'temporal-polyfill';
import { ask } from '../src/features/mandates/questions/ask.ts';
import { createLookup } from '../src/features/mandates/register/lookup.ts';
import type { Area, Register, RegisterEntry } from '../src/features/mandates/register/register.ts';
import { mandateStore } from '../src/features/mandates/register/store.ts';
import { openKompasStorage } from '../src/kompas.ts';
import { startOwnAzurite } from '../src/storage/index.ts';
import { OWN_ACTIVITIES, ownActivity, ownQuestion } from './own-words.ts';

export interface MandatesBenchOptions {
  mandates: number;
  areas: number;
  /** Questions that are timed; each is asked once. */
  questions: number;
  /** Questions that Fuse.js gets: it takes so long that a few dozen tell enough. */
  fuseQuestions: number;
}

const TODAY = Temporal.PlainDate.from('2026-11-24');
const activities = ['verwerken', 'valideren', 'goedkeuren', 'koppelen', 'regie', 'opdracht verstrekken'];
const registrations = ['BAG', 'BGT', 'WOZ', 'BRO', 'BRK', ''];
const first =
  'Anna Bram Chantal Driss Eefje Farid Gijs Hanna Ilse Joris Karim Lotte Mehmet Noud Oumaima'.split(' ');
const family = 'Berg Dijk Eik Haven Kade Kreek Linde Polder Singel Sluis Toren Vaart Veld Werf Wiel'.split(
  ' ',
);
const before = ['Nieuw', 'Oud', 'Groot', 'Klein', 'Hoog', 'Laag', 'Noorder', 'Zuider', 'Ooster', 'Wester'];
const middle = ['water', 'land', 'veen', 'hout', 'berg', 'dam', 'dorp', 'haven', 'kerk', 'molen'];
const behind = ['buurt', 'wijk', 'park', 'kwartier', 'hoek', 'zijde', 'plein', 'erf', 'oord', 'stede'];

/** A region has some thousands of people who hold anything. */
const PEOPLE = 5_000;

const at = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

/** Made-up names: enough different ones, and many that are nearly the same, as in a real region. */
const areaName = (n: number) =>
  `${at(before, n)}${at(middle, Math.floor(n / 10))}${at(behind, Math.floor(n / 100))}${n < 1_000 ? '' : ` ${Math.floor(n / 1_000) + 1}`}`;
const personName = (n: number) =>
  `${at(first, n)} ${at(family, Math.floor(n / first.length))}${n < 225 ? '' : ` ${at(family, Math.floor(n / 225))}`}${Math.floor(n / 3_375) || ''}`;

/** A region of one gemeente with wijken and buurten, and entries spread over them. */
function madeUp({ mandates, areas }: MandatesBenchOptions): Register {
  const wijken = Math.max(1, Math.floor(areas / 10));
  const places: Area[] = [{ code: 'GM', name: 'Rivierstad', kind: 'gemeente', aliases: [] }];
  for (let n = 0; n < areas - 1; n += 1) {
    const isWijk = n < wijken;
    places.push({
      code: `A${n}`,
      name: areaName(n),
      kind: isWijk ? 'wijk' : 'buurt',
      parent: isWijk ? 'GM' : `A${n % wijken}`,
      aliases: [],
    });
  }
  const entries = Array.from({ length: mandates }, (_, n): RegisterEntry => {
    const activity = at(activities, n);
    return {
      id: `M${n}`,
      kind: 'machtiging',
      activity,
      registration: at(registrations, Math.floor(n / 6)),
      area: at(places, Math.floor(n / 36) + n * 7).code,
      role: '',
      holder: personName((n * 13) % PEOPLE),
      deputies: [personName((n * 17 + 5) % PEOPLE)],
      organisation: 'Gemeente Rivierstad',
      basis: 'Mandaatbesluit 2026',
      publication: `GMB-${n % 500}`,
      fourEyes: n % 3 === 0,
      subGranting: false,
      conditions: '',
      from: '2026-01-01',
      limit: activity === 'opdracht verstrekken' ? (n % 50) * 1_000 : undefined,
    };
  });
  return { entries, areas: places, tenures: [] };
}

const typo = (text: string) => text.slice(0, 3) + text.slice(4);

/** Questions of all kinds, a third of them with a typo in the name of a place or person. */
function questionsFor({ areas, entries }: Register, count: number): string[] {
  return Array.from({ length: count }, (_, n) => {
    const area = at(areas, n * 37 + 11).name;
    const place = n % 3 === 0 ? typo(area) : area;
    const { holder } = at(entries, n * 101 + 7);
    const registration = at(registrations.slice(0, 5), n);
    const kinds = [
      `Wie valideert ${registration} in ${place}?`,
      `wie controleert de ${registration} mutaties in de wijk ${place} op 1 maart 2026`,
      `Mag ${n % 2 === 0 ? typo(holder) : holder} ${registration} verwerken in ${place}?`,
      `Wie vervangt ${holder}?`,
      `Welke mandaten heeft ${holder}?`,
      `Wie mag in ${place} een opdracht van 12 duizend euro verstrekken?`,
      `Naar wie escaleer ik een geschil over ${registration} in ${place}?`,
      `Wie is kwaliteitscoördinator ${registration} in ${place}?`,
    ];
    return at(kinds, n);
  });
}

function percentile(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

function timed(questions: readonly string[], work: (question: string) => unknown): number[] {
  return questions.map((question) => {
    const started = performance.now();
    work(question);
    return performance.now() - started;
  });
}

/**
 * The same register with activities in own words, prepared and asked. `preparedMs` is without storage, which costs the
 * same as for the other register.
 */
function benchOwnWords(register: Register, count: number) {
  const own: Register = {
    ...register,
    entries: register.entries.map((entry, n) => ({ ...entry, activity: ownActivity(n), registration: '' })),
  };
  const preparing = performance.now();
  const lookup = createLookup(own);
  const preparedMs = performance.now() - preparing;
  const questions = Array.from({ length: count }, (_, n) => {
    const area = at(own.areas, n * 37 + 11).name;
    return `${ownQuestion(n)} in ${n % 3 === 0 ? typo(area) : area}?`;
  });
  for (const question of questions.slice(0, 200)) ask(question, lookup, TODAY);
  const times = timed(questions, (question) => ask(question, lookup, TODAY));
  const understood = questions.filter((question, n) => {
    const { activity = '' } = ask(question, lookup, TODAY).understood ?? {};
    return activity === ownActivity(n % OWN_ACTIVITIES);
  }).length;
  return {
    activities: OWN_ACTIVITIES,
    preparedMs: Math.round(preparedMs),
    askP50Ms: round(percentile(times, 0.5)),
    askP99Ms: round(percentile(times, 0.99)),
    questions: count,
    understood,
  };
}

const round = (value: number) => Math.round(value * 1_000) / 1_000;

/**
 * Imports a made-up register into Azurite, loads it as a bot that just started does (every request to storage
 * included), and asks. Fuse.js searches the same entries for activity, registration and place: it gets just those
 * words, where we get whole questions. `peakRssMb` is of this process: both, and the made-up register.
 */
export async function benchMandates(options: MandatesBenchOptions) {
  const folder = await mkdtemp(join(tmpdir(), 'kompas-bench-'));
  const azurite = await startOwnAzurite(folder);
  try {
    const register = madeUp(options);
    const storage = await openKompasStorage({ connectionString: azurite.connectionString });
    const writer = mandateStore(storage, 't');
    const importing = performance.now();
    await writer.replace(await writer.current(), register, '2026-11-24T09:00:00Z');
    const importMs = performance.now() - importing;

    const loading = performance.now();
    const { lookup } = await mandateStore(storage, 't').current();
    const loadMs = performance.now() - loading;

    const questions = questionsFor(register, options.questions);
    // The first questions pay for compiling the code; a bot that has been up for a while does not.
    for (const question of questionsFor(register, 200)) ask(question, lookup, TODAY);
    const times = timed(questions, (question) => ask(question, lookup, TODAY));
    const answered = questions.filter((question) => ask(question, lookup, TODAY).understood).length;

    const names = new Map(register.areas.map(({ code, name }) => [code, name]));
    const fuse = new Fuse(
      register.entries.map(({ activity, registration, area, holder }) => ({
        text: `${activity} ${registration} ${names.get(area)} ${holder}`,
      })),
      { keys: ['text'], ignoreLocation: true },
    );
    const wanted = Array.from({ length: options.fuseQuestions }, (_, n) => {
      const { name } = at(register.areas, n * 37 + 11);
      return `valideren ${at(registrations.slice(0, 5), n)} ${name}`;
    });
    const fuseTimes = timed(wanted, (words) => fuse.search(words, { limit: 10 }));
    const [askP50Ms, fuseP50Ms] = [percentile(times, 0.5), percentile(fuseTimes, 0.5)];
    return {
      bench: 'mandates',
      mandates: options.mandates,
      loadMs: Math.round(loadMs),
      askP50Ms: round(askP50Ms),
      askP99Ms: round(percentile(times, 0.99)),
      peakRssMb: Math.round(process.resourceUsage().maxRSS / 1_024),
      fuseP50Ms: round(fuseP50Ms),
      timesFaster: Math.round(fuseP50Ms / askP50Ms),
      importMs: Math.round(importMs),
      areas: options.areas,
      questions: questions.length,
      understood: answered,
      ownWords: benchOwnWords(register, options.questions),
    };
  } finally {
    await azurite.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
