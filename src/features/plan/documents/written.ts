import { dutchDay } from '../../../calendar/clock.ts';
import type { DocumentBlock, TextDocument } from '../../../files/document.ts';
import { capital } from '../../../language/capital.ts';
import type { ClosedPilot } from '../../pilots/contract.ts';
import { courseGroupIds, courseGroups } from '../content/course.ts';
import {
  agreementFields,
  agreementShort,
  handOverIds,
  registrations,
  toHandOver,
} from '../content/securing.ts';
import { textIn } from '../content/step.ts';
import { planStep } from '../content/steps.ts';
import { textOf } from '../course/cards.ts';
import { fieldsOf, labelOf } from '../course/rules.ts';
import { ownerName } from '../securing/cards.ts';
import { ageInWords, agreementsIn, onBoard } from '../securing/rules.ts';
import { nextThing } from '../steps/rules.ts';
import { NO_HOLDER, statusWords } from '../steps/words.ts';
import type { DocumentData } from './data.ts';
import { adoptionWords, goalBlocks, heading, missing, opening, point, text } from './parts.ts';

/** What a municipality agreed on, in one to two pages (docs/method.md step 8, light form). */
export function agreementsDocument(data: DocumentData): TextDocument {
  const { securing, holders } = data;
  const { texts, handedOver } = securing.securing.agreements;
  const roleBlocks = holders.map(({ role, holders: theirs }) => {
    const names = theirs.map(({ name, team }) => (team ? `${name} (${team})` : name)).join(', ');
    return text(names || 'niemand, niet vastgelegd', role);
  });
  const owners = registrations.flatMap((one): DocumentBlock[] => {
    const [process, owner] = [ownerName(securing, `proces-${one}`), ownerName(securing, `data-${one}`)];
    if (!process && !owner) return [];
    return [
      text(
        `proceseigenaar ${process ?? 'niet vastgelegd'}, data-eigenaar ${owner ?? 'niet vastgelegd'}`,
        one,
      ),
    ];
  });
  return {
    title: 'Afspraken over rollen en samenwerken',
    blocks: [
      opening(data),
      heading('Wie heeft welke rol?'),
      text('Een rol is wat je doet, geen functie. Deze bladzijde geeft geen mandaat.'),
      ...roleBlocks,
      ...(holders.every(({ holders: theirs }) => theirs.length === 0)
        ? [missing('Nog niemand heeft een rol.', 'toewijzing')]
        : []),
      heading('Overdracht en mandaat'),
      text(
        'Wie wat mag beslissen, staat in het mandatenregister. Vraag het aan Kompas, zoals: “wie valideert BAG?”',
      ),
      text('Niemand valideert wat die zelf verwerkte.'),
      ...owners,
      heading('Vastlopen, overleg en volgen'),
      ...agreementsIn(securing.form).map((field) =>
        texts[field]
          ? text(texts[field], agreementFields[field])
          : missing(`${capital(agreementShort[field])}.`, 'borging'),
      ),
      heading('Wat is overgedragen aan het gewone werk?'),
      ...handOverIds.map((id) => {
        const day = handedOver[id];
        return point(toHandOver[id], day ? `klaar op ${dutchDay(day)}` : 'nog niet klaar');
      }),
    ],
  };
}

/** The course as one document. */
export function courseDocument(data: DocumentData): TextDocument {
  const { form } = data.course;
  return {
    title: 'Koersdocument',
    blocks: [
      opening(data),
      text(adoptionWords(data)),
      ...courseGroupIds.flatMap((group) => {
        const fields = fieldsOf(group, form);
        if (fields.length === 0) return [];
        return [
          heading(courseGroups[group].title),
          ...fields.map((field) => {
            const written = textOf(data.course, field);
            return written
              ? text(written, labelOf(field))
              : missing(`Nog leeg: ${labelOf(field).replace(/[?.]$/, '')}.`, 'koers');
          }),
        ];
      }),
      heading('Doelen'),
      ...goalBlocks(data),
    ],
  };
}

/** For who governs the municipality: what it is about, how it goes and what it gives. The words are ours: "aanpasbaar". */
export function boardDocument(data: DocumentData): TextDocument {
  const { view, closed } = data;
  const done = view.steps.filter(({ status }) => status === 'done').length;
  const stepsDone = done === 1 ? '1 van de 8 stappen is klaar.' : `${done} van de 8 stappen zijn klaar.`;
  const pilotsClosed =
    closed.length === 0
      ? 'Er is nog geen pilot afgerond.'
      : `${closed.length === 1 ? '1 pilot is' : `${closed.length} pilots zijn`} afgerond.`;
  return {
    title: 'Samenvatting voor het bestuur',
    blocks: [
      opening(data),
      heading('Waar het om gaat'),
      text('Inwoners en bedrijven rekenen op gegevens over gebouwen, adressen en grond die kloppen.'),
      text(
        'Daarom werken we in vier rollen, op één herkenbare manier. Een rol is wat iemand doet, geen functie.',
      ),
      text(
        'Dit is geen reorganisatie. Het kost maanden, geen weken. Er is tijd nodig om te leren, te oefenen en soms dubbel te werken.',
      ),
      heading('Hoe we het doen'),
      text(
        view.form === 'light'
          ? 'We zetten acht stappen, in de lichte vorm: dezelfde uitkomst, met minder papier.'
          : 'We zetten acht stappen: van weten waar we staan tot vastleggen wat werkt.',
      ),
      ...view.steps.map(({ step, title, status }) => point(`${step}. ${title}`, statusWords[status])),
      heading('Waar we staan'),
      text(`${stepsDone} ${pilotsClosed}`),
      text(adoptionWords(data), 'Koers'),
      heading('Onze doelen'),
      ...goalBlocks(data),
      heading('Wat het oplevert'),
      text('Gegevens die kloppen, minder wachten en werk dat niet van één persoon afhangt.'),
    ],
  };
}

/** For the MT: how each step stands, what is asked, and what is a risk. */
export function mtDocument(data: DocumentData): TextDocument {
  const { view, securing, day } = data;
  const next = nextThing(view);
  const open = view.steps.filter(({ status }) => status !== 'done');
  const without = open.filter(({ holder }) => !holder);
  const forMt = onBoard(securing.securing.points, false).filter(({ table }) => table === 'mt');
  const risks = without.map(({ step, title }) => point(`Stap ${step}, ${title}, heeft nog geen actiehouder`));
  return {
    title: 'Samenvatting voor het MT',
    blocks: [
      opening(data),
      heading('Hoe staat elke stap ervoor?'),
      ...view.steps.map(({ step, title, status, holder, until, criteria }) =>
        point(
          `${step}. ${title}: ${statusWords[status]}`,
          `${criteria.filter(({ isDone }) => isDone).length} van ${criteria.length} klaar; ${holder?.name ?? NO_HOLDER}${
            status !== 'done' && until ? `; uiterlijk ${dutchDay(until)}` : ''
          }`,
        ),
      ),
      heading('Wat komt nu?'),
      text(next ? `Stap ${next.step.step}: ${next.todo}` : 'Alle stappen zijn klaar.'),
      ...(next ? [text(textIn(view.form, planStep(next.step.step).outcome), 'Wat het oplevert')] : []),
      heading('Wat vragen we aan het MT?'),
      ...forMt.map((one) => point(one.text, ageInWords(one.since, day))),
      ...(forMt.length === 0
        ? [text('Op het verbeterbord staat niets voor het MT of een afdelingshoofd.')]
        : []),
      heading('Wat zijn de risico’s?'),
      ...(risks.length > 0 ? risks : [text('Elke stap heeft een actiehouder.')]),
    ],
  };
}

/** What came of one pilot, without anybody's words: for who may read that pilot. */
export function pilotDocument(data: DocumentData, pilot: ClosedPilot): TextDocument {
  const { title, closedOn, step, whole, learned, shared } = pilot;
  return {
    title: `Evaluatie van een ${title.toLowerCase()}`,
    blocks: [
      opening(data),
      text(`${title}, afgerond op ${dutchDay(closedOn)}. Hoort bij stap ${step}.`),
      heading('Wat is ervan gekomen?'),
      point(
        whole
          ? 'Wat we wilden proberen, is helemaal gedaan'
          : 'Wat we wilden proberen, is niet helemaal gedaan',
      ),
      point(learned === 1 ? 'Er is 1 leerpunt vastgelegd' : `Er zijn ${learned} leerpunten vastgelegd`),
      point(shared === 1 ? 'Er is 1 leerpunt gedeeld' : `Er zijn ${shared} leerpunten gedeeld`),
      heading('Lees verder'),
      text(
        'Wie meedeed, vindt met “afgeronde pilots” ook de doelen en de leerpunten. Wat gedeeld is, vindt iedereen met “zoek praktijkvoorbeelden”.',
      ),
    ],
  };
}
