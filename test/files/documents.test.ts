import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeDocx } from '../../src/files/write-docx.ts';
import { escapeMarkdown, writeMarkdown } from '../../src/files/write-markdown.ts';

const document = (text: string) => ({
  title: text,
  blocks: [
    { kind: 'heading' as const, level: 1 as const, text },
    { kind: 'text' as const, label: 'Resultaat', text },
    { kind: 'point' as const, text, small: text },
    { kind: 'point' as const, text: 'tweede', small: 'klein' },
  ],
});

describe('Markdown', () => {
  test.each([
    ['gewone tekst, met 3 punten.', 'gewone tekst, met 3 punten.'],
    ['# kop', '\\# kop'],
    ['- punt', '\\- punt'],
    ['1. een', '1\\. een'],
    ['a\n\n- b\r\n# c', 'a - b \\# c'],
    ['**vet** _schuin_ `code`', '\\*\\*vet\\*\\* \\_schuin\\_ \\`code\\`'],
    ['<script>&lt;', '\\<script\\>\\&lt;'],
    ['![x](y) | ~~z~~ \\', '!\\[x\\](y) \\| \\~\\~z\\~\\~ \\\\'],
    ['http://a.nl www.a.nl a@b.nl', 'http\\://a.nl www\\.a.nl a\\@b.nl'],
    ['${x} $y$', '\\${x} \\$y\\$'],
  ])('shows %j as it is', (typed, written) => {
    expect(escapeMarkdown(typed)).toBe(written);
  });

  test('has headings, labels and lists', () => {
    expect(writeMarkdown(document('x'))).toBe(
      '# x\n\n## x\n\n**Resultaat:** x\n\n- x *(x)*\n- tweede *(klein)*\n',
    );
  });
});

describe('a file for Word', () => {
  const xmlOf = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());

  test('shows texts as they are, and leaves out what would make Word refuse it', async () => {
    const xml = xmlOf(await writeDocx(document('<w:p> & "x" ${y}\u0000\u0007\uFFFE\uD800 😀'), '2026-11-25'));
    expect(xml).toContain('&lt;w:p&gt; &amp; &quot;x&quot; ${y} 😀');
    for (const unwritable of ['\u0000', '\u0007', '\uFFFE', '\uFFFD']) expect(xml).not.toContain(unwritable);
  });

  test('names nobody, and is the same for the same document', async () => {
    const [one, other] = await Promise.all([
      writeDocx(document('x'), '2026-11-25'),
      writeDocx(document('x'), '2026-11-25'),
    ]);
    expect(Buffer.compare(one, other)).toBe(0);
    const core = strFromU8(unzipSync(one)['docProps/core.xml'] ?? new Uint8Array());
    expect(core).toContain('<dc:creator>Kompas</dc:creator>');
    expect(core.match(/2026-11-25T12:00:00Z/g)).toHaveLength(2);
  });
});
