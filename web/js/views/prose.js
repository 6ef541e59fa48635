/** @import { Block, Span } from '../core/prose.js' */
import { linked, safe } from '../core/links.js';
import { h } from '../ui/dom.js';

/** Where a text of the operator may lead besides the web: to the own pages, and to a mailbox. */
const OWN = /^(\/(?![/\\])|mailto:)/;

/**
 * Text with its structure; every word of it is text, never markup.
 *
 * @param {Block[]} blocks
 * @returns {HTMLElement[]}
 */
export function proseNodes(blocks) {
  return blocks.map(node);
}

/** @param {Block} block @returns {HTMLElement} */
function node(block) {
  switch (block.is) {
    case 'heading': {
      const level = /** @type {'h1' | 'h2' | 'h3' | 'h4'} */ (`h${block.level}`);
      return h(level, { dir: 'auto' }, ...run(block.spans));
    }
    case 'list':
      return h('ul', {}, ...block.items.map((item) => h('li', { dir: 'auto' }, ...run(item))));
    case 'quote':
      return h('blockquote', {}, ...block.paragraphs.map(paragraph));
    case 'table':
      return h(
        'div',
        { class: 'wide' },
        h(
          'table',
          {},
          h(
            'thead',
            {},
            h('tr', {}, ...block.head.map((cell) => h('th', { scope: 'col' }, ...run(cell)))),
          ),
          h('tbody', {}, ...block.rows.map(row)),
        ),
      );
    default:
      return paragraph(block.lines);
  }
}

/** @param {Span[][]} cells the first one names the row */
function row([first = [], ...others]) {
  return h(
    'tr',
    {},
    h('th', { scope: 'row', dir: 'auto' }, ...run(first)),
    ...others.map((cell) => h('td', { dir: 'auto' }, ...run(cell))),
  );
}

/** @param {Span[][]} lines */
function paragraph(lines) {
  return h(
    'p',
    { dir: 'auto' },
    ...lines.flatMap((line, at) => at ? [h('br'), ...run(line)] : run(line)),
  );
}

/** @param {Span[]} spans */
function run(spans) {
  return spans.flatMap(spanNodes);
}

/** @param {Span} span @returns {(Node | string)[]} */
function spanNodes({ text, strong, target }) {
  const href = target && (OWN.test(target) ? target : safe(target));
  if (href) return [link(text, href)];
  const parts = linked(text).map((part) => part.href ? link(part.text, part.href) : part.text);
  return strong ? [h('strong', {}, ...parts)] : parts;
}

/** @param {string} text @param {string} href */
function link(text, href) {
  return h('a', { href, rel: 'noopener noreferrer nofollow' }, text);
}
