import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { asLabel, type DocumentBlock, type TextDocument } from './document.ts';

/** Characters that XML 1.0 knows no way to write: one of them, and Word opens nothing. */
const unwritable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const written = (text: string) => text.replace(unwritable, '');

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };

/** Room above a heading, and less below it (twentieths of a point). */
const heading = { paragraph: { spacing: { before: 280, after: 80 }, keepNext: true } };

function paragraphOf(block: DocumentBlock): Paragraph {
  const text = written(block.text);
  if (block.kind === 'heading') return new Paragraph({ heading: levels[block.level], text });
  if (block.kind === 'point')
    return new Paragraph({
      bullet: { level: 0 },
      children: [
        new TextRun(text),
        ...(block.small === ''
          ? []
          : [new TextRun({ text: ` (${written(block.small)})`, italics: true, color: '595959' })]),
      ],
    });
  const label = block.label ? [new TextRun({ text: `${asLabel(written(block.label))} `, bold: true })] : [];
  return new Paragraph({ children: [...label, new TextRun(text)] });
}

/** The parts of the file carry a time: a fixed one, so that the same document gives the same bytes. */
const ZIP_TIME = new Date('2000-01-01T12:00:00');

/** A document for Word (.docx). `day` is the ISO date that the file says it was made on. */
export async function writeDocx({ title, blocks }: TextDocument, day: string): Promise<Uint8Array> {
  const document = new Document({
    title: written(title),
    creator: 'Kompas',
    lastModifiedBy: 'Kompas',
    description: '',
    styles: {
      default: {
        document: {
          run: { font: 'Calibri', size: 22, language: { value: 'nl-NL' } },
          paragraph: { spacing: { after: 80 } },
        },
        title: { paragraph: { spacing: { after: 120 } } },
        heading1: heading,
        heading2: heading,
        heading3: heading,
      },
    },
    sections: [
      {
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, text: written(title) }),
          ...blocks.map(paragraphOf),
        ],
      },
    ],
  });
  const parts = unzipSync(await Packer.toBuffer(document));
  // The library takes the clock of the machine for when the document was made.
  const core = strFromU8(parts['docProps/core.xml'] ?? new Uint8Array());
  parts['docProps/core.xml'] = strToU8(core.replace(/(<dcterms:\w+ [^>]*>)[^<]*/g, `$1${day}T12:00:00Z`));
  return zipSync(parts, { mtime: ZIP_TIME });
}
