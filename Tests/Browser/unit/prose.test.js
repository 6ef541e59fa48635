/// <reference lib="deno.ns" />
/** @import { Block, Span } from '../../../web/js/core/prose.js' */
import { prose } from '../../../web/js/core/prose.js';
import { holds, ROOT, same } from './support.js';

/** @param {Span[]} spans */
const words = (spans) => spans.map(({ text }) => text).join('');

/** @param {string} name @returns {Block[]} */
function transcript(name) {
  return prose(Deno.readTextFileSync(new URL(`Tests/Fixtures/transcripts/${name}`, ROOT)));
}

/** @param {Block} block @returns {Span[]} */
function spansOf(block) {
  switch (block.is) {
    case 'heading':
      return block.spans;
    case 'list':
      return block.items.flat();
    case 'quote':
      return block.paragraphs.flat(2);
    case 'table':
      return [...block.head, ...block.rows.flat()].flat();
    default:
      return block.lines.flat();
  }
}

Deno.test('A transcript is read as its headings, tables and quotations', () => {
  const blocks = transcript('polls.md');
  const [title] = blocks;
  holds(title?.is === 'heading' && title.level === 1, 'The title is a heading.');
  same(title && words(spansOf(title)), 'Nacht <der> Fragen');
  const tables = blocks.filter((block) => block.is === 'table');
  same(tables[1]?.head.map(words), ['Antwort', 'Stimmen', 'Anteil']);
  same(tables[1]?.rows[0]?.map(words), ['Akten | Ämter', '2', '67 %']);
  same(tables[1]?.rows[1]?.map(words), ['<b>Portale</b>', '0', '0 %']);
  same(tables[2]?.rows[0]?.map(words), ['Ada *Stern*, Stadt|A', 'Akten | Ämter']);
});

Deno.test('Nothing is left of the marks of a transcript but what somebody typed', () => {
  for (const { name } of Deno.readDirSync(new URL('Tests/Fixtures/transcripts/', ROOT))) {
    if (!name.endsWith('.md')) continue;
    for (const block of transcript(name)) {
      for (const { text } of spansOf(block)) {
        holds(!/\\[<>*_#|]/.test(text), `${name}: ${text}`);
      }
    }
  }
});

Deno.test('Lines of a quotation stay lines, and empty ones part paragraphs', () => {
  same(prose('> eins\\\n> zwei \\\\\n>\n> drei'), [{
    is: 'quote',
    paragraphs: [[[{ text: 'eins' }], [{ text: 'zwei \\' }]], [[{ text: 'drei' }]]],
  }]);
});

Deno.test('Markup, scripts and broken marks in an operator’s text are text', () => {
  const hostile = '<script>alert(1)</script> **offen\n\n[x](javascript:alert(1) y';
  same(prose(hostile).map((block) => words(spansOf(block))), [
    '<script>alert(1)</script> offen',
    '[x](javascript:alert(1) y',
  ]);
});

Deno.test('An operator writes headings, lists, strong words and links', () => {
  same(prose('# Impressum\nStadt **Idstein**\n- [Wir](/about/help)\r\n- a\n\nEnde'), [
    { is: 'heading', level: 1, spans: [{ text: 'Impressum' }] },
    { is: 'paragraph', lines: [[{ text: 'Stadt ' }, { text: 'Idstein', strong: true }]] },
    { is: 'list', items: [[{ text: 'Wir', target: '/about/help' }], [{ text: 'a' }]] },
    { is: 'paragraph', lines: [[{ text: 'Ende' }]] },
  ]);
});
