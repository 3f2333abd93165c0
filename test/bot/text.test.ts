import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IncomingActivity } from '../../src/bot/activity.ts';
import { typedText } from '../../src/bot/text.ts';
import { inChannel, somebody, type TestActivity, typed } from '../support/bot.ts';
import { effort } from '../support/effort.ts';
import { at, kompas, mentioning } from '../support/mentioning.ts';

const amira = somebody(1, 'Amira Kade');
const gijs = somebody(51, 'Gijs Toren');
const otherGijs = somebody(52, 'Gijs Toren');
const femke = somebody(53, 'Femke van den Berg');

const read = (activity: TestActivity) => typedText(activity as unknown as IncomingActivity);
/** What was typed in a chat with the bot, with nothing but a text. */
const textOf = (text: unknown, more: object = {}) => read({ ...typed(amira, text), ...more }).text;
/** The same in a channel. */
const textInChannel = (text: unknown) => read(inChannel(typed(amira, text))).text;
/** What was typed in a rich message: Teams leaves the text empty and sends the words as HTML. */
const richText = (content: string, more: object = {}) =>
  textOf('', { attachments: [{ contentType: 'text/html', content }], ...more });

describe('the mention of Kompas', () => {
  test.each([
    ['<at>Kompas</at> help', 'help'],
    ['help <at>Kompas</at>', 'help'],
    ['<at id="0">Kompas</at>&nbsp;help', 'help'],
    ['<AT>Kompas</AT>\nhelp', 'help'],
    ['\r\n<at>Kompas</at> help\n', 'help'],
    ['<at>Kompas</at>help', 'help'],
    ['<at>@Kompas</at> help', 'help'],
    ['<at>Kompas</at>, <at>Kompas</at> help', ',   help'],
    ['<at>Kompas</at>', ''],
    ['help', 'help'],
    ['', ''],
    [undefined, ''],
    [null, ''],
  ])('is left out of %o', (text, expected) => {
    expect(textOf(text)).toBe(expected);
  });

  test('is known by the id of the bot, whatever it is called and wherever it stands', () => {
    const called = { ...kompas, name: 'Kompas & co (acceptatie)' };
    const parts = ['graag ', called, ' help'];
    expect(read(mentioning(typed(amira, ''), parts)).text).toBe('graag   help');
    const capitals = { ...kompas, id: '28:KOMPAS' };
    expect(read(mentioning(typed(amira, ''), [capitals, ' help']))).toEqual({ text: 'help', mentions: [] });
  });

  test('is left out each time, also where Teams makes two of one name', () => {
    const split = [{ ...kompas, name: 'Kompas' }, ' ', { ...kompas, name: 'Rotterdam' }, ' help ', kompas];
    expect(read(mentioning(inChannel(typed(amira, '')), split)).text).toBe('help');
  });

  test('is the first in a channel that is nobody else, when Teams sends nothing beside the text', () => {
    expect(textInChannel('<at>Kompas Gemeente X</at> help <at>Bert Kade</at>')).toBe('help Bert Kade');
    expect(textInChannel('<at>Bert Kade</at> en <at>Kompas</at> help')).toBe('Bert Kade en   help');
    // Somebody else is known to be somebody else, and in one's own chat nobody has to mention the bot.
    const activity = mentioning(inChannel(typed(amira, '')), [at(gijs), ' en ', kompas, ' help']);
    const entities = (activity.entities as { mentioned?: { id: string } }[]).filter(
      ({ mentioned }) => mentioned?.id !== kompas.id,
    );
    const { name: _name, ...nameless } = { ...kompas };
    expect(read({ ...activity, entities, recipient: nameless }).text).toBe('Gijs Toren en   help');
    expect(textOf('wat mag <at>Bert Kade</at>?')).toBe('wat mag Bert Kade?');
  });
});

describe('the mention of a colleague', () => {
  test('leaves the name in the text, with who it is and where it stands', () => {
    const { text, mentions } = read(
      mentioning(inChannel(typed(amira, '')), [kompas, ' wat mag ', at(gijs), '?']),
    );
    expect(text).toBe('wat mag Gijs Toren?');
    expect(mentions).toEqual([
      { name: 'Gijs Toren', account: gijs.user, directoryId: gijs.account, start: 8, end: 18 },
    ]);
  });

  test('has only the id of the channel when Teams tells no more', () => {
    const { mentions } = read(
      mentioning(typed(amira, ''), ['wat mag ', at(gijs, { aadObjectId: undefined }), '?']),
    );
    expect(mentions).toEqual([{ name: 'Gijs Toren', account: gijs.user, start: 8, end: 18 }]);
  });

  test('is of each of two people with one name', () => {
    const { text, mentions } = read(
      mentioning(typed(amira, ''), ['mag ', at(otherGijs), ' of ', at(gijs), ' dat?']),
    );
    expect(text).toBe('mag Gijs Toren of Gijs Toren dat?');
    expect(mentions.map(({ directoryId }) => directoryId)).toEqual([otherGijs.account, gijs.account]);
    for (const { start, end } of mentions) expect(text.slice(start, end)).toBe('Gijs Toren');
  });

  test.each([
    'Toren, Gijs (RDAM)',
    'Gijs Toren | Gemeente X',
    'G. Toren (extern)',
    "Gijs d'Été & zn",
    'Gijs <x>',
  ])('stands in the text as Teams shows it: %s', (name) => {
    const { text, mentions } = read(mentioning(typed(amira, ''), ['wat mag ', at(gijs, { name }), '?']));
    expect(text).toBe(`wat mag ${name}?`);
    expect(mentions).toMatchObject([{ name, directoryId: gijs.account, start: 8, end: 8 + name.length }]);
  });

  test('of which the writer took off the family name is still that colleague', () => {
    const activity = mentioning(typed(amira, ''), ['wat mag ', at(gijs), '?']);
    const entity = { type: 'mention', text: '<at>Gijs</at>', mentioned: at(gijs) };
    const shorter = { ...activity, text: 'wat mag <at>Gijs</at>?', entities: [entity] };
    expect(read(shorter)).toEqual({
      text: 'wat mag Gijs?',
      mentions: [{ name: 'Gijs Toren', account: gijs.user, directoryId: gijs.account, start: 8, end: 12 }],
    });
  });

  test('of which Teams makes one for each word of the name is one', () => {
    const parts = [
      'wie vervangt ',
      at(femke, { name: 'Femke' }),
      ' ',
      at(femke, { name: 'van den Berg' }),
      '?',
    ];
    const { text, mentions } = read(mentioning(typed(amira, ''), parts));
    expect(text).toBe('wie vervangt Femke van den Berg?');
    expect(mentions).toMatchObject([
      { name: 'Femke van den Berg', directoryId: femke.account, start: 13, end: 31 },
    ]);
  });

  test.each([
    { id: '19:channel', name: 'Delfshaven' },
    { id: '29:tag', name: 'Delfshaven', type: 'tag' },
    { id: '19:team', name: 'Delfshaven', type: 'team' },
  ])('is none when it is of a channel, a tag or a team: %j', (place) => {
    expect(read(mentioning(typed(amira, ''), ['wie valideert BAG in ', place, '?']))).toEqual({
      text: 'wie valideert BAG in Delfshaven?',
      mentions: [],
    });
  });

  test('that no entity tells about is a name that was typed', () => {
    expect(read(typed(amira, 'wat mag <at>Gijs Toren</at>?'))).toEqual({
      text: 'wat mag Gijs Toren?',
      mentions: [],
    });
  });

  test.each([
    [{ entities: 'x' }],
    [{ entities: [null, 1, {}, { type: 'mention' }, { type: 'mention', mentioned: { id: 5 } }] }],
    [{ entities: [{ type: 'mention', mentioned: { id: '29:x' } }], attachments: 'x' }],
    [{ recipient: undefined, conversation: undefined, attachments: [null, { contentType: 'text/html' }] }],
  ])('survives what no Teams sends: %j', (change) => {
    expect(textOf('wat mag <at>Gijs Toren</at>?', change)).toBe('wat mag Gijs Toren?');
  });

  test('says nothing of an <at> that is not closed, and nothing of one that was typed in words', () => {
    expect(textOf('<at>wat mag Gijs?')).toBe('wat mag Gijs?');
    expect(textOf('wat mag Gijs?</at>')).toBe('wat mag Gijs?');
    expect(textOf('<at><at>Kompas</at></at> help')).toBe('help');
    expect(textOf('&lt;at&gt;Kompas&lt;/at&gt; help')).toBe('<at>Kompas</at> help');
  });
});

describe('the characters of a text', () => {
  test.each([
    ['R&amp;D', 'R&D'],
    ['a&nbsp;b', 'a b'],
    ['3 &lt; 4 &gt; 2', '3 < 4 > 2'],
    ['&quot;ja&quot; &#39;nee&#x27;', `"ja" 'nee'`],
    ['caf&eacute;', 'café'],
    ['&amp;lt;', '&lt;'],
    ['&amp;amp;', '&amp;'],
    ['R&D & co, &c', 'R&D & co, &c'],
    ['a\u00a0b\u202fc', 'a b c'],
    ['af\u200bwe\ufeffzig\u00ad', 'afwezig'],
    ['een\r\ntwee\rdrie\u2028vier', 'een\ntwee\ndrie\nvier'],
    ['Rene\u0301', 'René'],
    ['👨‍👩‍👧 hoi', '👨‍👩‍👧 hoi'],
    ['x\u200dy', 'xy'],
    ['\ud800 half', 'half'],
    ['text <data> <b>x</b>', 'text <data> <b>x</b>'],
  ])('%o is read as %o', (text, expected) => {
    expect(textOf(text)).toBe(expected);
    expect(textOf(text, { textFormat: 'plain' })).toBe(expected);
  });

  test('are those of markup where the format says that it is', () => {
    for (const textFormat of ['xml', 'html', 'XML'])
      expect(textOf('<p>R&amp;D <b>help</b></p><p>&amp;lt;</p>', { textFormat })).toBe('R&D help\n&lt;');
  });

  test('that stands for a message that is quoted is no typed word', () => {
    const text = '<quoted messageId="1763"/> wat mag Gijs?';
    expect(textOf(text)).toBe('wat mag Gijs?');
  });

  test('are otherwise left as they are', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), (text) => {
        fc.pre(!/<\/?at\b|&/i.test(text));
        expect(textOf(`<at>Kompas</at>${text}`)).toBe(text.trim());
      }),
    );
  });

  test('are looked at up to a length that nobody types, without half a character at the end', () => {
    const long = textOf(`<at>Kompas</at> ${'👍'.repeat(4_000)}`);
    expect(long.length).toBeLessThanOrEqual(5_000);
    expect(long.isWellFormed()).toBe(true);
  });
});

describe('a message of which only the HTML has the words', () => {
  test.each([
    ['<div><p>wie valideert BAG?</p></div>', 'wie valideert BAG?'],
    ['<div><div>afwezig tot <strong>1</strong> <em>december</em></div>\n</div>', 'afwezig tot 1 december'],
    ['<p>een</p><p>twee</p>', 'een\ntwee'],
    ['een<br>twee<br/>drie', 'een\ntwee\ndrie'],
    ['<ul><li>een</li><li>twee</li></ul>drie', 'een\ntwee\ndrie'],
    ['<table><tr><td>een</td><td>twee</td></tr></table>', 'een twee'],
    ['<p>R&amp;D &lt;b&gt; &amp;lt; a&nbsp;b caf&eacute; &#43;</p>', 'R&D <b> &lt; a b café +'],
    ['<p>hel<span>p</span></p>', 'help'],
    ['<p><b>help<p>nu', 'help\nnu'],
    ['</p></div>help</b>', 'help'],
    ['<p>help</p><script>alert(1)</script><style>p{}</style><!-- geheim --><title>x</title>', 'help'],
    ['<p>prima <img alt="👍"> <emoji alt="😀">:)</emoji></p>', 'prima 👍 😀'],
    ['<p>hoi <img itemtype="http://schema.skype.com/Emoji" alt=":kompas:" src="x"></p>', 'hoi :kompas:'],
    ['<p>kijk <img alt="foto van Gijs" src="x"></p>', 'kijk'],
    ['<p>help\n  nu</p>', 'help nu'],
    ['<p></p><div><br></div>', ''],
    ['<attachment id="1"></attachment>', ''],
    [
      '<blockquote itemtype="http://schema.skype.com/Reply" itemid="1"><strong>Gijs Toren</strong><p>wat mag Femke?</p></blockquote><p>help</p>',
      'help',
    ],
    ['<blockquote><blockquote>a</blockquote>b</blockquote>help', 'help'],
  ])('is read as typed: %s', (content, expected) => {
    expect(richText(content)).toBe(expected);
    expect(richText(content, { text: '<at>Kompas</at>\n' })).toBe(expected);
    expect(richText(content, { text: undefined })).toBe(expected);
  });

  test('has the mentions as the text has them', () => {
    const whole = mentioning(inChannel(typed(amira, '')), [
      kompas,
      ' wat mag ',
      at(otherGijs),
      ' en ',
      at(gijs),
      '?',
    ]);
    const plain = read(whole);
    for (const text of ['', undefined, '<at>Kompas</at>', ' \u00a0 '])
      expect(read({ ...whole, text })).toEqual(plain);
    expect(plain.mentions.map(({ directoryId }) => directoryId)).toEqual([otherGijs.account, gijs.account]);
  });

  test('has mentions written as <at> too', () => {
    const { entities } = mentioning(typed(amira, ''), [kompas, at(gijs)]);
    const content = '<p><at id="0">Kompas</at>&nbsp;wat mag <at id="1">Gijs Toren</at>?</p>';
    const { text, mentions } = read({
      ...typed(amira, ''),
      entities,
      attachments: [{ contentType: 'text/html', content }],
    });
    expect(text).toBe('wat mag Gijs Toren?');
    expect(mentions).toMatchObject([{ directoryId: gijs.account, start: 8, end: 18 }]);
  });

  test('is not looked at when the text has words', () => {
    expect(richText('<p>iets anders</p>', { text: 'help' })).toBe('help');
    // A colleague is mentioned and nothing else is said.
    const { text } = read({ ...mentioning(typed(amira, ''), [at(gijs)]), attachments: [] });
    expect(text).toBe('Gijs Toren');
  });

  test('is the first that is text, whatever else is attached', () => {
    const file = { contentType: 'application/vnd.microsoft.teams.file.download.info', content: {} };
    const html = { contentType: 'text/html; charset=utf-8', content: '<p>help</p>' };
    expect(textOf('', { attachments: [file, html] })).toBe('help');
  });

  test.each([
    '<',
    '<at',
    '<at>',
    '</at>',
    '<div>',
    '<b>',
    '</x>',
    '&',
    '&#',
    '<!--',
    '<a href="',
    '<blockquote>',
    '\u00a0',
  ])('of a hundred thousand characters of "%s" takes no time', (piece) => {
    const hostile = piece.repeat(Math.ceil(100_000 / piece.length));
    for (const read of [
      () => richText(hostile),
      () => textOf(hostile),
      () => textOf(hostile, { textFormat: 'xml' }),
    ]) {
      read();
      expect(effort(read)).toBeLessThan(250);
    }
  });

  test('is read without a fault whatever it is, and mentions stand where they are said to', () => {
    const markup = fc.array(
      fc.constantFrom(
        '<div>',
        '</div>',
        '<p>',
        '<br>',
        '<at>',
        '</at>',
        '<at id="1">',
        '<blockquote>',
        '</blockquote>',
        '<li>',
        'Gijs Toren',
        'Kompas',
        ' wat mag ',
        '&amp;',
        '&nbsp;',
        '<',
        '\n',
        '<script>',
        '</script>',
        '<img alt="👍">',
        '<span itemtype="http://schema.skype.com/Mention" itemid="0">',
      ),
      { maxLength: 25 },
    );
    const { entities } = mentioning(typed(amira, ''), [kompas, at(gijs), at(otherGijs)]);
    fc.assert(
      fc.property(markup, fc.boolean(), (parts, isRich) => {
        const content = parts.join('');
        const rich = { text: '', attachments: [{ contentType: 'text/html', content }] };
        const { text, mentions } = read({ ...typed(amira, content), entities, ...(isRich ? rich : {}) });
        expect(text).toBe(text.trim());
        for (const { start, end } of mentions) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(end - start).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });
});

test('an edited message is read as a new one', () => {
  const activity = mentioning(typed(amira, ''), [kompas, ' wat mag ', at(gijs), '?']);
  const edited = { ...activity, type: 'messageUpdate', channelData: { eventType: 'editMessage' } };
  expect(read(edited)).toEqual(read(activity));
});
