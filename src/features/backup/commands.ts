import { resolve } from 'node:path';
import type { Command } from 'commander';
import { InputError, OPERATOR, print } from '../../cli/terminal.ts';
import { BACKUP_DAYS, type TakenBackRow } from '../../people/taken-back.ts';
import type { Services, Session } from '../module.ts';
import { listed, madeAt, momentInWords, silencesIn, takenBackIn } from './reading.ts';
import { emptyAll, isEmpty, planRestore, type RestorePlan, restore } from './restore.ts';
import type { SavedRow } from './rows.ts';
import { isSaved, savedParts } from './save.ts';
import { openSealed, type SealedFile, writeSealed } from './sealed-file.ts';
import { kompasVersion } from './version.ts';

interface RestoreChoices {
  wissingen?: string;
  zonderWissingen: boolean;
  vervang: boolean;
  akkoord: boolean;
}

const FILE_SECRET = 'backup';

/** What was erased and taken back, with until when that is known; undefined when nothing tells. */
interface Known {
  rows: readonly { row: string; value: TakenBackRow }[];
  /** Who is not to be written to, from a list. */
  silences: readonly SavedRow[];
  until?: string;
}

/** Runs work on a file, and closes it whatever happens. */
async function withFile<R>(
  session: Session<undefined>,
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

async function save(session: Session<undefined>, name: string, isListOnly: boolean): Promise<void> {
  await session.open(async (services) => {
    const { asStored, tenant, now, secret, audit } = services;
    // First, since without the key nothing is to be written, nor that it was.
    const fileSecret = secret(FILE_SECRET);
    const about = {
      kind: isListOnly ? ('taken back' as const) : ('everything' as const),
      kompas: kompasVersion(),
      made: now().toString(),
    };
    await audit.record(
      OPERATOR,
      isListOnly ? 'lijst van wat is gewist bewaard' : 'reservekopie gemaakt',
      'alles',
    );
    const chosen = isListOnly ? (table: { name: string }) => listed.includes(table.name) : isSaved;
    const path = { path: resolve(session.folder, name), name, isReplaced: isListOnly };
    await writeSealed(path, about, fileSecret, savedParts(asStored, tenant, chosen));
    print(
      session,
      isListOnly
        ? `Bewaard in ${name}: wat is gewist en teruggenomen.`
        : `Bewaard in ${name}. Zonder de geheime sleutel kan niemand het lezen. Gooi het na ${BACKUP_DAYS} dagen weg.`,
    );
  });
}

/** What is known of erasures: by a list, and by storage itself where that is still there. */
async function knownOf(
  session: Session<undefined>,
  services: Services,
  { wissingen, zonderWissingen }: RestoreChoices,
  { made, isBare }: { made: Parameters<typeof momentInWords>[0]; isBare: boolean },
): Promise<Known> {
  const stored = await services.takenBack.all();
  if (wissingen === undefined) {
    if (isBare && stored.length === 0 && !zonderWissingen)
      throw new InputError(
        'De opslag is leeg, dus ik weet niet wie zich na deze reservekopie wiste of iets terugnam. Er is niets teruggezet. Geef de lijst erbij: --wissingen <bestand>. Is er geen lijst? Dan kan het met --zonder-wissingen, en komt alles terug wat daarna is gewist.',
      );
    return { rows: stored, silences: [], until: isBare ? undefined : 'nu' };
  }
  return withFile(session, services, wissingen, async (file) => {
    const listed = madeAt(file, wissingen, 'taken back', services.now());
    if (listed.epochMilliseconds < made.epochMilliseconds)
      throw new InputError(
        `${wissingen} is ouder dan de reservekopie, en zegt dus niets over daarna. Er is niets teruggezet.`,
      );
    const until = isBare ? momentInWords(listed) : 'nu';
    return { rows: [...stored, ...(await takenBackIn(file))], silences: await silencesIn(file), until };
  });
}

function tellPlan(session: Session<undefined>, plan: RestorePlan, { until }: Known, kompas: string): void {
  const { made, rows, left, erased, unknown } = plan;
  print(session, `De reservekopie is van ${momentInWords(made)}, gemaakt met Kompas ${kompas}.`);
  print(
    session,
    `Terug komen ${rows} rijen. Weg blijven ${left} rijen die later zijn gewist of teruggenomen.`,
  );
  if (erased.length > 0)
    print(
      session,
      `Van ${erased.length} ${erased.length === 1 ? 'mens' : 'mensen'} in de kopie komt niets terug: zij wisten zich daarna.`,
    );
  print(
    session,
    until === undefined
      ? 'Let op: wat na de reservekopie is gewist of teruggenomen, komt terug.'
      : until === 'nu'
        ? 'Wat tot nu is gewist of teruggenomen, blijft weg.'
        : `Wat tot ${until} is gewist of teruggenomen, blijft weg. Wat daarna is gewist, komt terug.`,
  );
  if (unknown.length > 0)
    print(session, `Deze versie kent deze tabellen niet meer, dus die blijven weg: ${unknown.join(', ')}.`);
}

async function putBack(session: Session<undefined>, name: string, choices: RestoreChoices): Promise<void> {
  await session.open((services) =>
    withFile(session, services, name, async (file) => {
      const made = madeAt(file, name, 'everything', services.now());
      const isBare = await isEmpty(services);
      if (!isBare && !choices.vervang)
        throw new InputError(
          'De opslag is niet leeg. Er is niets teruggezet. Moet de reservekopie in de plaats komen van wat er nu staat? Doe het nog eens met --vervang.',
        );
      const known = await knownOf(session, services, choices, { made, isBare });
      const plan = await planRestore(services, file, made, known);
      tellPlan(session, plan, known, file.header.kompas);
      if (!choices.akkoord) {
        print(session, 'Er is nog niets gewijzigd. Zet Kompas uit, en geef dezelfde opdracht met --akkoord.');
        return;
      }
      await services.audit.record(OPERATOR, 'reservekopie teruggezet', `van ${made.toString()}`);
      // Whoever breaks off in between finds what may not come back all the same.
      await services.takenBack.add(plan.known);
      if (!isBare) await emptyAll(services);
      await restore(services, plan);
      print(
        session,
        'Teruggezet. De wachtrij blijft zoals zij is: rondes komen vanzelf opnieuw. Kompas kan weer aan.',
      );
    }),
  );
}

/** `bewaar` and `terugzet`: all tables to a file and back, for who runs Kompas. */
export function addBackupCommands(program: Command, session: Session<undefined>): void {
  program
    .command('bewaar')
    .description('bewaar alles in een versleuteld bestand')
    .argument('<bestand>', 'een nieuw bestand; met --wissingen mag het er al zijn')
    .option('--wissingen', 'alleen wat is gewist en teruggenomen: doe dit elk uur', false)
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
