import { createInterface } from 'node:readline';
import { Temporal } from 'temporal-polyfill';
import { at, today } from '../../../calendar/clock.ts';
import { readUpload } from '../../../cli/input.ts';
import { InputError, print, problemLines } from '../../../cli/terminal.ts';
import type { CsvFile, Problem } from '../../../files/csv.ts';
import type { Session } from '../../module.ts';
import { dateText, isDay } from '../import/cells.ts';
import { readFiles } from '../import/files.ts';
import type { RegisterLists } from '../import/lists.ts';
import { ownFormText } from '../import/own-form.ts';
import { readRegister } from '../import/read-register.ts';
import { settleOwnForm } from '../import/settle-list.ts';
import { inOneSpelling } from '../import/spelling.ts';
import type { MandateStores } from '../open.ts';
import { ownWorkInWords } from '../questions/answering/own-work.ts';
import { type AnsweredQuestion, ask } from '../questions/ask.ts';
import { createLookup, type Lookup } from '../register/lookup.ts';
import { registerOf } from '../register/records.ts';
import { answerLines } from './answer.ts';

/** The options of `mandaat vraag`. */
export interface QuestionOptions {
  register?: string;
  gebieden?: string;
  functies?: string;
  op?: string;
  gezienOp?: string;
  json: boolean;
}

/** A register to ask, and what time it is where it is kept: the demo moves its clock. */
interface QuestionSource {
  lookup: Lookup;
  now: Temporal.Instant;
}

/** The list of a file in our own form, which is read as it stands. */
function ownFormList({ lists }: RegisterLists): CsvFile | { problems: Problem[] } {
  const [list, ...more] = lists;
  if (!list || more.length > 0) {
    const reason = `Meer dan één blad is een lijst: ${lists.map(({ sheet }) => sheet).join(', ')}. Zet de lijst in een eigen bestand.`;
    return { problems: [{ line: 0, reason }] };
  }
  const { file, problems } = settleOwnForm(list);
  return problems.length > 0 ? { problems } : file;
}

async function lookupFrom(
  session: Session<MandateStores>,
  files: { register: string; areas: string; tenures?: string },
): Promise<Lookup> {
  const given = {
    register: await readUpload(session, files.register),
    areas: await readUpload(session, files.areas),
    tenures: files.tenures === undefined ? undefined : await readUpload(session, files.tenures),
  };
  const wrong = (problems: Problem[]) =>
    new InputError(`Het register klopt niet.\n${problemLines(problems)}`);
  const found = await readFiles(given);
  if ('problems' in found) throw wrong(found.problems);
  const { register, areas, tenures } = found.files;
  if (!areas) throw new Error('the areas are missing');
  const list = ownFormList(register);
  if ('problems' in list) throw wrong(list.problems);
  const read = readRegister(ownFormText(list), areas, tenures);
  if ('problems' in read) throw wrong(read.problems);
  return createLookup(inOneSpelling(read.register).register);
}

/** A day as people write it, as an ISO date. */
function dayOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const day = dateText(text.trim());
  if (!isDay(day)) throw new InputError(`${text} is geen datum. Schrijf dd-mm-jjjj of jjjj-mm-dd.`);
  return day;
}

/** The last moment of a day in Europe/Amsterdam, as records write moments. */
function endOf(day: string): string {
  const next = at(Temporal.PlainDate.from(day).add({ days: 1 }), '00:00');
  return next.subtract({ milliseconds: 1 }).toString({ smallestUnit: 'millisecond' });
}

/** The stored register as it is known now, or as it was known at the end of a day (ISO date). */
function storedLookup(session: Session<MandateStores>, seenOn: string | undefined): Promise<QuestionSource> {
  return session.open(async ({ now }, { store: register }) => {
    const known = await register.current();
    if (!known.pointer)
      throw new InputError('Er is nog geen register. Gebruik: mandaat import --register <bestand>');
    if (seenOn === undefined) return { lookup: known.lookup, now: now() };
    const then = registerOf(known.records, endOf(seenOn));
    if (then.areas.length === 0) throw new InputError(`Op ${seenOn} kende Kompas nog geen register.`);
    return { lookup: createLookup(then), now: now() };
  });
}

/** The register that was asked for: of two files, or the stored one. */
async function sourceOf(session: Session<MandateStores>, options: QuestionOptions): Promise<QuestionSource> {
  const { register, gebieden, functies, gezienOp } = options;
  if (register === undefined && gebieden === undefined && functies === undefined) {
    return storedLookup(session, gezienOp);
  }
  if (register === undefined || gebieden === undefined)
    throw new InputError(
      'Geef --register en --gebieden allebei. Zonder die twee vraag je het bewaarde register.',
    );
  if (gezienOp !== undefined)
    throw new InputError('--gezien-op werkt alleen met het bewaarde register, dus zonder --register.');
  const lookup = await lookupFrom(session, { register, areas: gebieden, tenures: functies });
  return { lookup, now: session.now() };
}

/** The answer as one JSON object: what tests and administrators rely on. Areas and people by name. */
function contractOf({ question, understood, answer }: AnsweredQuestion, lookup: Lookup): object {
  const { kind, activity, registration, areas, people, date, amount } = understood ?? {};
  const area = areas?.length === 1 ? lookup.placeName(areas[0] ?? '') : understood?.unknownArea;
  const person = people?.length === 1 ? people[0] : understood?.unknownPerson;
  return {
    question,
    understood: { kind, activity, registration, area, person, date, amount },
    outcome: answer.outcome,
    answers: answer.answers,
    reason: answer.reason,
    // A yes that holds for a part of the work only, and who does the rest.
    condition: answer.ownWork && ownWorkInWords(answer.ownWork),
    instead: answer.ownWork?.others,
  };
}

/** Answers a question from the register; of `-` each line of the session's input. */
export async function askRegister(
  session: Session<MandateStores>,
  question: string,
  options: QuestionOptions,
): Promise<void> {
  const [on, seenOn] = [dayOf(options.op), dayOf(options.gezienOp)];
  const { lookup, now } = await sourceOf(session, { ...options, gezienOp: seenOn });
  const day = on ? Temporal.PlainDate.from(on) : today(now);
  const reply = (text: string) => {
    const asked = ask(text, lookup, day);
    if (options.json) return print(session, JSON.stringify(contractOf(asked, lookup)));
    for (const line of answerLines(asked, lookup, today(now).toString())) print(session, line);
  };
  if (question !== '-') return reply(question);
  for await (const line of createInterface({ input: session.input() })) {
    const one = line.trim();
    if (one === '') continue;
    if (!options.json) print(session, `\nVraag: ${one}`);
    reply(one);
  }
}
