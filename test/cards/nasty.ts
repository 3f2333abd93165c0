/** Stands in every text of a user, so that a test can tell on any card where user text ended up. */
export const MARK = '❖';

/** A name as somebody might have it in the directory, or give it to themselves. */
export const nastyName = `${MARK} Amira \${name} [hier](http://evil.example) <at>Amira</at> **Sol** 😀`;

const misleading =
  `${MARK} \${name} \${$root.period} {{DATE(2026-11-24)}} [klik](http://evil.example) <at>Amira</at>\n` +
  '# kop\n- punt\n1. een\n**vet** _schuin_ `code` <b>html</b> &lt; "aanhaling" \\ 👩🏽‍💻🇳🇱 ' +
  `${'Onafgebrokenwoord'.repeat(6)} `;

/** A comment of 1,000 characters, as long as one may be, with everything in it that a card could misread. */
export const nastyText = [
  ...misleading,
  ...'Het werk ligt stil omdat we wachten op een besluit. 😀 '.repeat(20),
]
  .slice(0, 1_000)
  .join('');
