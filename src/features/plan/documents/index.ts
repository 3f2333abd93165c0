import { z } from 'zod';
import { dutchDay, today } from '../../../calendar/clock.ts';
import { linksCard } from '../../../conversation/cards/links.ts';
import { listCard } from '../../../conversation/cards/list.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import { colleagueAlone, type Needs } from '../../../conversation/needs.ts';
import { action, type FileOffer } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { TextDocument } from '../../../files/document.ts';
import { LINK_MINUTES } from '../../../files/links.ts';
import { writeDocx } from '../../../files/write-docx.ts';
import { isPresent } from '../../../people/person.ts';
import type { FeatureOffer, Tools } from '../../module.ts';
import type { ClosedPilot, ReadClosedFor, ReadClosedPilots } from '../../pilots/contract.ts';
import type { ReadRoleHolders } from '../../roles/contract.ts';
import { type CourseTools, shownCourse } from '../course/index.ts';
import { shownSecuring } from '../securing/reading.ts';
import type { SecuringTools } from '../securing/tools.ts';
import { viewOf } from '../steps/rules.ts';
import type { StepsTools } from '../steps/tools.ts';
import { toPlan } from '../steps/words.ts';
import type { DocumentData } from './data.ts';
import { pageOf } from './page.ts';
import { agreementsDocument, boardDocument, courseDocument, mtDocument, pilotDocument } from './written.ts';

export interface DocumentsTools
  extends Pick<Tools, 'links' | 'settings' | 'people' | 'now' | 'audit'>,
    StepsTools,
    CourseTools,
    SecuringTools {
  holders: ReadRoleHolders;
  closed: ReadClosedPilots;
  closedFor: ReadClosedFor;
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const kinds = {
  afspraken: {
    title: 'Afspraken',
    about: 'Wie welke rol heeft, en wat is afgesproken',
    write: agreementsDocument,
  },
  koers: { title: 'Koersdocument', about: 'Waarom, wat we kiezen en onze doelen', write: courseDocument },
  bestuur: { title: 'Voor het bestuur', about: 'Waar het om gaat, en waar we staan', write: boardDocument },
  mt: {
    title: 'Voor het MT',
    about: 'Hoe elke stap ervoor staat, wat we vragen en wat een risico is',
    write: mtDocument,
  },
} as const satisfies Record<
  string,
  { title: string; about: string; write(data: DocumentData): TextDocument }
>;
const kindIds = Object.keys(kinds) as (keyof typeof kinds)[];

const PILOT = /^pilot-(.+)$/;
/** The evaluation of a pilot is for who may read the pilot itself. */
const readsPilot: Needs = {
  ...colleagueAlone,
  checked: 'doet mee aan de pilot; na het afronden ook een projectleider of beheerder',
};
/** So many pilots can be chosen. */
const MOST_PILOTS = 10;

type Reader = Parameters<ReadClosedFor>[0];

const gone = notice(
  'plan',
  'Dit document is er niet',
  'Of je deed niet mee aan deze pilot. Een afgeronde pilot blijft 2 jaar. Kies een ander document.',
  [{ verb: 'documents.show', title: 'Naar de documenten', data: {} }],
);

function listOf(closed: readonly ClosedPilot[]): Message {
  const open = (kind: string) => ({ verb: 'documents.files', title: 'Kies', data: { kind } });
  return listCard({
    kind: 'plan',
    text: 'Deze documenten maakt Kompas voor je.',
    title: 'Documenten',
    lead: 'Ze zijn gemaakt van wat er nu in Kompas staat. In Word pas je ze aan.',
    sections: [
      {
        title: '',
        lines: kindIds.map((kind) => ({
          text: kinds[kind].title,
          detail: kinds[kind].about,
          action: open(kind),
        })),
      },
      ...(closed.length > 0
        ? [
            {
              title: 'Evaluatie van een pilot',
              lines: closed.slice(0, MOST_PILOTS).map(({ id, title, closedOn }) => ({
                text: title,
                detail: `afgerond op ${dutchDay(closedOn)}`,
                action: { verb: 'documents.pilot', title: 'Kies', data: { pilot: id } },
              })),
            },
          ]
        : []),
    ],
    actions: [toPlan],
  });
}

/** Documents filled from what stands in Kompas, as a page to print and for Word: each says what is missing still. */
export function documents(tools: DocumentsTools): FeatureOffer {
  const { links, settings, people, now, audit, holders, closed, closedFor, plan, facts, everybody } = tools;

  async function dataOf(): Promise<DocumentData> {
    const [{ municipality }, kept, known, all, course, securing, held, pilots] = await Promise.all([
      settings.read(),
      plan.read(),
      facts(),
      everybody(),
      shownCourse(tools),
      shownSecuring(tools),
      holders(),
      closed(),
    ]);
    const day = today(now()).toString();
    return {
      municipality: municipality.name,
      day,
      view: viewOf(kept, known, all, day),
      course,
      securing,
      holders: held,
      closed: pilots,
    };
  }

  /** Undefined where there is no such document, or it is not for the reader. */
  async function written(about: string, reader: Reader): Promise<TextDocument | undefined> {
    const kind = kindIds.find((one) => one === about);
    if (kind) return kinds[kind].write(await dataOf());
    const [, id] = PILOT.exec(about) ?? [];
    const pilot = id === undefined ? undefined : (await closedFor(reader)).find((one) => one.id === id);
    return pilot && pilotDocument(await dataOf(), pilot);
  }
  const readerOf = (directoryId: string): Reader => ({ directoryId, person: () => people.find(directoryId) });

  const file = (
    ending: string,
    type: string,
    write: (document: TextDocument) => Promise<string | Uint8Array>,
  ): FileOffer => ({
    title: 'Documenten van het stappenplan',
    needs: { who: 'colleague' },
    allowed: async (directoryId) => {
      const me = await people.find(directoryId);
      return me !== undefined && isPresent(me);
    },
    make: async (directoryId, about = '') => {
      const document = await written(about, readerOf(directoryId));
      if (!document) throw new Error('there is no such document');
      const name = `${about.startsWith('pilot-') ? 'evaluatie' : about}.${ending}`;
      await audit.recordDownload(directoryId, 'document gemaakt', about);
      return { name, type, body: await write(document) };
    },
  });

  async function files(turn: Turn, kind: string): Promise<Message> {
    const { directoryId } = turn;
    const document = await written(kind, turn);
    if (!document) return gone;
    return linksCard({
      kind: 'plan',
      text: `Dit document staat klaar: ${document.title}.`,
      title: document.title,
      body: 'Wat nog ontbreekt, staat in het document zelf.',
      small: `De links werken één keer en hooguit ${LINK_MINUTES} minuten. Wie een link heeft, kan het document openen.`,
      links: [
        { title: 'Pagina om te printen', url: links.create(`plan-pagina:${kind}`, directoryId) },
        { title: 'Word', url: links.create(`plan-word:${kind}`, directoryId) },
      ],
      actions: [{ verb: 'documents.show', title: 'Andere documenten', data: {} }],
    });
  }

  return {
    phrases: [
      {
        say: 'documenten',
        also: [
          'de documenten',
          'afsprakendocument',
          'samenvatting voor het bestuur',
          'samenvatting voor het mt',
          'bestuurssamenvatting',
          'mt-samenvatting',
        ],
        title: 'Maak een document: afspraken, koers, voor het bestuur of het MT',
        unlisted: true,
        needs: colleagueAlone,
        run: async (turn) => listOf(await closedFor(turn)),
      },
    ],
    actions: {
      'documents.show': action(z.object({}), async (turn) => listOf(await closedFor(turn)), {
        needs: colleagueAlone,
      }),
      'documents.files': action(z.object({ kind: z.enum(kindIds) }), (turn, { kind }) => files(turn, kind), {
        needs: colleagueAlone,
      }),
      'documents.pilot': action(
        z.object({ pilot: z.string().max(100) }),
        (turn, { pilot }) => files(turn, `pilot-${pilot}`),
        { needs: readsPilot },
      ),
    },
    files: {
      'plan-pagina': file('html', 'text/html; charset=utf-8', async (document) => pageOf(document)),
      'plan-word': file('docx', DOCX, (document) => writeDocx(document, today(now()).toString())),
    },
  };
}
