import { resolve } from 'node:path';
import type { Command } from 'commander';
import { Temporal } from 'temporal-polyfill';
import { InputError, OPERATOR, print } from '../../cli/terminal.ts';
import { BACKUP_DAYS, rememberedSince } from '../../people/taken-back.ts';
import type { Services, Session } from '../module.ts';
import type { OpenedBackup } from './health.ts';
import { type Elsewhere, isEmpty, planRestore } from './plan.ts';
import { isListed, madeAt, momentInWords, standingIn, takenBackIn } from './reading.ts';
import { emptyAll, restore } from './restore.ts';
import { isSaved, savedParts } from './save.ts';
import { exists, openSealed, type SealedFile, writeSealed } from './sealed-file.ts';
import { inLog, tellPlan } from './telling.ts';
import { kompasVersion } from './version.ts';

interface RestoreChoices {
  wissingen?: string;
  zonderWissingen: boolean;
  vervang: boolean;
  akkoord: boolean;
}

const FILE_SECRET = 'backup';

/** Runs work on a file, and closes it whatever happens. */
async function withFile<R>(
  session: Session<OpenedBackup>,
  { secret, ring }: Services,
  name: string,
  work: (file: SealedFile) => Promise<R>,
): Promise<R> {
  const file = await openSealed(resolve(session.folder, name), name, [
    secret(FILE_SECRET),
    ...ring.others(FILE_SECRET),
  ]);
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}

/**
 * Before a list takes the place of the one before: throws `InputError` where storage began to remember after that one was made, and does
 * not know all that it names. It was lost or emptied since, and the list may be all that is left to keep away what people erased
 * (trust:see-and-erase). Also where the file is no list.
 */
async function refuseToLose(session: Session<OpenedBackup>, services: Services, name: string): Promise<void> {
  if (!(await exists(resolve(session.folder, name)))) return;
  const { takenBack, now } = services;
  const stored = await takenBack.all();
  const since = rememberedSince(stored);
  const known = new Map(stored.map(({ row, value }) => [row, value.at]));
  const isKnown = (row: string, at: string) => {
    const then = known.get(row);
    return then !== undefined && Temporal.Instant.compare(then, at) >= 0;
  };
  const isDue = ({ at }: { at: string }) => now().since(at).total('hours') < 24 * BACKUP_DAYS;
  const isLost = await withFile(session, services, name, async (file) => {
    if (file.header.kind !== 'taken back')
      throw new InputError(
        `${name} is een reservekopie van alles. Er is niets gewijzigd. Kies een andere naam.`,
      );
    if (isKnownFrom(since, Temporal.Instant.from(file.header.made))) return false;
    const listed = await takenBackIn(file);
    return since === undefined || listed.some(({ row, value }) => isDue(value) && !isKnown(row, value.at));
  });
  if (isLost)
    throw new InputError(
      `In ${name} staat wat deze opslag niet weet: wat mensen eerder wisten of introkken. Er is niets gewijzigd. Is de opslag nieuw of leeg? Zet eerst de reservekopie terug, met deze lijst. Verplaats de lijst pas als je haar niet meer nodig hebt.`,
    );
}

async function save(session: Session<OpenedBackup>, name: string, isListOnly: boolean): Promise<void> {
  await session.open(async (services) => {
    const { asStored, tenant, now, secret, audit, takenBack } = services;
    // First, since without the key nothing is to be written, nor that it was.
    const fileSecret = secret(FILE_SECRET);
    const made = now();
    if (isListOnly) await refuseToLose(session, services, name);
    const about = {
      kind: isListOnly ? ('taken back' as const) : ('everything' as const),
      kompas: kompasVersion(),
      made: made.toString(),
    };
    await audit.record(
      OPERATOR,
      isListOnly ? 'lijst van wat is gewist bewaard' : 'reservekopie gemaakt',
      'alles',
    );
    // From here on storage remembers what is taken back, or since longer: the file says so too.
    await takenBack.begin(made);
    const chosen = (table: { name: string }) => isSaved(table) && (!isListOnly || isListed(table));
    const path = { path: resolve(session.folder, name), name, isReplaced: isListOnly };
    await writeSealed(path, about, fileSecret, savedParts(asStored, tenant, chosen));
    print(
      session,
      isListOnly
        ? `Bewaard in ${name}: wat is gewist en ingetrokken, en hoe het nu staat.`
        : `Bewaard in ${name}. Zonder de geheime sleutel kan niemand het lezen. Gooi het na ${BACKUP_DAYS} dagen weg.`,
    );
  });
}

type Moment = Parameters<typeof momentInWords>[0];

/** What is known of erasures, and until when; undefined when nobody knows. */
interface Known extends Elsewhere {
  until?: string;
}

const isKnownFrom = (since: Moment | undefined, made: Moment): boolean =>
  since !== undefined && since.epochMilliseconds <= made.epochMilliseconds;

/** Why storage does not tell what was erased since a backup. */
const whyUnsure = (isBare: boolean, since: Moment | undefined): string =>
  isBare
    ? 'De opslag is leeg, dus ik weet niet wie zichzelf na deze reservekopie wiste of iets introk.'
    : since
      ? `Deze opslag onthoudt pas sinds ${momentInWords(since)} wat mensen wissen. De reservekopie is ouder.`
      : 'Deze opslag is van na de reservekopie, of onthield nog niet wat mensen wissen. Ik weet dus niet wie zichzelf daarna wiste of iets introk.';

/**
 * What is known of erasures: by a list, and by storage itself where that remembers since the backup was made. Storage that was
 * emptied or begun anew does not, whatever is in it by now.
 */
async function knownOf(
  session: Session<OpenedBackup>,
  services: Services,
  { wissingen, zonderWissingen }: RestoreChoices,
  { made, isBare }: { made: Moment; isBare: boolean },
): Promise<Known> {
  const stored = await services.takenBack.all();
  const since = rememberedSince(stored);
  const isStored = isKnownFrom(since, made);
  if (wissingen === undefined) {
    if (!isStored && !zonderWissingen)
      throw new InputError(
        `${whyUnsure(isBare, since)} Er is niets teruggezet. Geef de lijst erbij: --wissingen <bestand>. Is er geen lijst? Dan kan het met --zonder-wissingen, en komt alles terug wat daarna is gewist.`,
      );
    return { rows: stored, silences: [], isStored, until: isStored ? 'nu' : undefined };
  }
  return withFile(session, services, wissingen, async (file) => {
    const at = madeAt(file, wissingen, 'taken back', services.now());
    if (at.epochMilliseconds < made.epochMilliseconds)
      throw new InputError(
        `${wissingen} is ouder dan de reservekopie, en zegt dus niets over daarna. Er is niets teruggezet.`,
      );
    const listed = await takenBackIn(file);
    const isListed = isKnownFrom(rememberedSince(listed), made);
    if (!isStored && !isListed && !zonderWissingen)
      throw new InputError(
        `${wissingen} is van een opslag die na de reservekopie begon, en noemt dus niet alles wat daarna is gewist. Er is niets teruggezet. Geef een oudere lijst. Is die er niet? Dan kan het met --zonder-wissingen, en komt alles terug wat daarna is gewist.`,
      );
    const { silences, rows } = await standingIn(file);
    return {
      rows: [...stored, ...listed],
      silences,
      isStored,
      listed: isListed ? { at, rows } : undefined,
      until: isStored ? 'nu' : isListed ? momentInWords(at) : undefined,
    };
  });
}

async function putBack(session: Session<OpenedBackup>, name: string, choices: RestoreChoices): Promise<void> {
  await session.open((services) =>
    withFile(session, services, name, async (file) => {
      const made = madeAt(file, name, 'everything', services.now());
      // All of it, before anything is said that rests on it.
      for await (const _part of file.parts());
      const isBare = await isEmpty(services);
      if (!isBare && !choices.vervang)
        throw new InputError(
          'De opslag is niet leeg. Er is niets teruggezet. Moet de reservekopie in de plaats komen van wat er nu staat? Doe het nog eens met --vervang.',
        );
      const known = await knownOf(session, services, choices, { made, isBare });
      const plan = await planRestore(services, file, made, known);
      tellPlan((line) => print(session, line), plan, { until: known.until, kompas: file.header.kompas });
      if (!choices.akkoord) {
        print(session, 'Er is nog niets gewijzigd. Zet Kompas uit, en geef dezelfde opdracht met --akkoord.');
        return;
      }
      await services.audit.record(OPERATOR, 'reservekopie teruggezet', inLog(plan, known.until));
      // Whoever breaks off in between finds what may not come back all the same.
      await services.takenBack.add(plan.known);
      if (!isBare) await emptyAll(services, plan);
      await restore(services, plan);
      print(
        session,
        'Teruggezet. De wachtrij blijft zoals die is: berichten die Kompas uit zichzelf stuurt, komen vanzelf opnieuw. Kompas kan weer aan.',
      );
    }),
  );
}

/** `bewaar` and `terugzet`: all tables to a file and back, for who runs Kompas. */
export function addBackupCommands(program: Command, session: Session<OpenedBackup>): void {
  program
    .command('bewaar')
    .description('bewaar alles in een versleuteld bestand')
    .argument('<bestand>', 'een nieuw bestand; met --wissingen mag het er al zijn')
    .option('--wissingen', 'wat is gewist en ingetrokken, en hoe het nu staat: doe dit elk uur', false)
    .action((file: string, { wissingen }: { wissingen: boolean }) => save(session, file, wissingen));

  program
    .command('terugzet')
    .description('zet een bewaard bestand terug; doe dit met Kompas uit')
    .argument('<bestand>', 'gemaakt met bewaar')
    .option('--wissingen <bestand>', 'wat daarna is gewist: gemaakt met bewaar --wissingen')
    .option('--zonder-wissingen', 'er is geen lijst: wat daarna is gewist, komt terug', false)
    .option('--vervang', 'in de plaats van wat er nu staat', false)
    .option('--akkoord', 'doe het echt', false)
    .action((file: string, choices: RestoreChoices) => putBack(session, file, choices));
}
