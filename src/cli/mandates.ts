import { createInterface } from 'node:readline';
import { type Command, Option } from 'commander';
import { Temporal } from 'temporal-polyfill';
import { at, today } from '../calendar/clock.ts';
import {
  type Asked,
  ask,
  createLookup,
  dateText,
  inOneSpelling,
  isDay,
  type Lookup,
  ownFormText,
  readFiles,
  readRegister,
  registerOf,
  type Upload,
} from '../features/mandates/index.ts';
import type { Problem } from '../files/csv.ts';
import { answerLines } from './answer.ts';
import { readInput } from './input.ts';
import { print, problemLines, Told, withCore } from './session.ts';

interface Options {
  register?: string;
  gebieden?: string;
  functies?: string;
  op?: string;
  gezienOp?: string;
  json: boolean;
}

/** A register to ask, and what time it is where it is kept: the demo moves its clock. */
interface Source {
  lookup: Lookup;
  now: Temporal.Instant;
}

async function uploadOf(path: string): Promise<Upload> {
  return { name: path, bytes: await readInput(path) };
}

async function lookupFrom(register: string, areas: string, tenures?: string): Promise<Lookup> {
  const [list, places] = [await uploadOf(register), await uploadOf(areas)];
  const functions = tenures === undefined ? undefined : await uploadOf(tenures);
  const wrong = (problems: Problem[]) => new Told(`Het register klopt niet.\n${problemLines(problems)}`);
  const found = await readFiles({ register: list, areas: places, tenures: functions });
  if ('problems' in found) throw wrong(found.problems);
  const { files } = found;
  if (!files.areas) throw new Error('the areas are missing');
  const read = readRegister(ownFormText(files.register), files.areas, files.tenures);
  if ('problems' in read) throw wrong(read.problems);
  return createLookup(inOneSpelling(read.register).register);
}

/** A day as people write it, as an ISO date. */
function dayOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const day = dateText(text.trim());
  if (!isDay(day)) throw new Told(`${text} is geen datum. Schrijf dd-mm-jjjj of jjjj-mm-dd.`);
  return day;
}

/** The last moment of a day in Europe/Amsterdam, as records write moments. */
function endOf(day: string): string {
  const next = at(Temporal.PlainDate.from(day).add({ days: 1 }), '00:00');
  return next.subtract({ milliseconds: 1 }).toString({ smallestUnit: 'millisecond' });
}

/** The stored register as it is known now, or as it was known at the end of a day (ISO date). */
function storedLookup(seenOn: string | undefined): Promise<Source> {
  return withCore(async ({ register, now }) => {
    const known = await register.current();
    if (!known.pointer)
      throw new Told('Er is nog geen register. Gebruik: mandaat import --register <bestand>');
    if (seenOn === undefined) return { lookup: known.lookup, now: now() };
    const then = registerOf(known.records, endOf(seenOn));
    if (then.areas.length === 0) throw new Told(`Op ${seenOn} kende Kompas nog geen register.`);
    return { lookup: createLookup(then), now: now() };
  });
}

/** The register that was asked for: of two files, or the stored one. */
async function sourceOf({ register, gebieden, functies, gezienOp }: Options): Promise<Source> {
  if (register === undefined && gebieden === undefined && functies === undefined) {
    return storedLookup(gezienOp);
  }
  if (register === undefined || gebieden === undefined)
    throw new Told('Geef --register en --gebieden allebei. Zonder die twee vraag je het bewaarde register.');
  if (gezienOp !== undefined)
    throw new Told('--gezien-op werkt alleen met het bewaarde register, dus zonder --register.');
  return { lookup: await lookupFrom(register, gebieden, functies), now: Temporal.Now.instant() };
}

/** The answer as one JSON object: what tests and administrators rely on. Areas and people by name. */
export function contractOf({ question, understood, answer }: Asked, lookup: Lookup): object {
  const { kind, activity, registration, areas, people, date, amount } = understood ?? {};
  const area = areas?.length === 1 ? lookup.area(areas[0] ?? '')?.name : understood?.unknownArea;
  const person = people?.length === 1 ? people[0] : understood?.unknownPerson;
  return {
    question,
    understood: { kind, activity, registration, area, person, date, amount },
    outcome: answer.outcome,
    answers: answer.answers,
    reason: answer.reason,
  };
}

/** `mandaat vraag`; gives the command `mandaat` for what else it can do. */
export function addMandateCommands(program: Command): Command {
  const mandate = program.command('mandaat').description('het mandatenregister');
  mandate
    .command('vraag')
    .description('stel een vraag aan het register; met - één vraag per regel van standaardinvoer')
    .argument('<vraag>', 'bijvoorbeeld "wie valideert BAG in Delfshaven?"')
    .option('--register <bestand>', 'lijst met mandaten (CSV of Excel); standaard het bewaarde register')
    .option('--gebieden <bestand>', 'lijst met gebieden, bij --register')
    .option('--functies <bestand>', 'lijst met wie welke functie heeft, bij --register')
    .addOption(
      new Option(
        '--op <datum>',
        'de dag waarop je het wilt weten, dd-mm-jjjj of jjjj-mm-dd; standaard vandaag',
      ),
    )
    .option('--gezien-op <datum>', 'met wat er aan het eind van die dag bekend was, dd-mm-jjjj of jjjj-mm-dd')
    .option('--json', 'één JSON-regel per vraag', false)
    .action(async (question: string, options: Options) => {
      const [on, seenOn] = [dayOf(options.op), dayOf(options.gezienOp)];
      const { lookup, now } = await sourceOf({ ...options, gezienOp: seenOn });
      const day = on ? Temporal.PlainDate.from(on) : today(now);
      const reply = (text: string) => {
        const asked = ask(text, lookup, day);
        if (options.json) return print(JSON.stringify(contractOf(asked, lookup)));
        for (const line of answerLines(asked, lookup, today(now).toString())) print(line);
      };
      if (question !== '-') return reply(question);
      for await (const line of createInterface({ input: process.stdin })) {
        const one = line.trim();
        if (one === '') continue;
        if (!options.json) print(`\nVraag: ${one}`);
        reply(one);
      }
    });
  return mandate;
}
