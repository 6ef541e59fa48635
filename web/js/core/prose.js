/**
 * @typedef {object} Span A run of text.
 * @property {string} text
 * @property {boolean} [strong]
 * @property {string} [target] where it leads; not looked at yet
 */
/**
 * @typedef {{ is: 'heading', level: number, spans: Span[] } | { is: 'paragraph', lines: Span[][] }
 *   | { is: 'list', items: Span[][] } | { is: 'quote', paragraphs: Span[][][] }
 *   | { is: 'table', head: Span[][], rows: Span[][][] }} Block
 */

/**
 * Reads headings, paragraphs, lists, quotations and tables: what the server's transcripts are made
 * of, and what an operator can write. Anything else is text as it stands, markup above all.
 *
 * @param {string} text
 * @returns {Block[]}
 */
export function prose(text) {
  /** @type {Block[]} */
  const blocks = [];
  for (const part of text.replace(/\r\n?/g, '\n').split(/\n{2,}/)) {
    let rest = part.split('\n').filter((line) => line.trim());
    while (rest.length) {
      const kind = kindOf(rest[0] ?? '');
      const end = rest.findIndex((line) => kindOf(line) !== kind);
      const lines = kind === '#' ? rest.slice(0, 1) : end < 0 ? rest : rest.slice(0, end);
      blocks.push(block(kind, lines));
      rest = rest.slice(lines.length);
    }
  }
  return blocks;
}

/** @param {string} line */
function kindOf(line) {
  return /^#{1,4} /.test(line) ? '#' : /^- /.test(line) ? '-' : /^[>|]/.test(line) ? line[0] : '';
}

/** @param {string | undefined} kind @param {string[]} lines @returns {Block} */
function block(kind, lines) {
  switch (kind) {
    case '#': {
      const [, marks = '', words = ''] = /^(#+) +(.*)$/.exec(lines[0] ?? '') ?? [];
      return { is: 'heading', level: marks.length, spans: spans(words) };
    }
    case '-':
      return { is: 'list', items: lines.map((line) => spans(line.slice(2))) };
    case '>':
      return { is: 'quote', paragraphs: paragraphs(lines) };
    case '|': {
      const [head = [], ...rows] = lines.map(cells);
      return { is: 'table', head, rows: rows.slice(1) };
    }
    default:
      return { is: 'paragraph', lines: lines.map((line) => spans(broken(line))) };
  }
}

/** @param {string[]} lines each with its mark */
function paragraphs(lines) {
  /** @type {Span[][][]} */
  const all = [[]];
  for (const line of lines) {
    const words = line.replace(/^> ?/, '');
    if (words) all.at(-1)?.push(spans(broken(words)));
    else all.push([]);
  }
  return all.filter((paragraph) => paragraph.length);
}

/**
 * A line without the backslash that only asks for a break; an even number of them is text.
 *
 * @param {string} line
 */
function broken(line) {
  const [end = ''] = /\\*$/.exec(line) ?? [];
  return end.length % 2 ? line.slice(0, -1) : line;
}

/** @param {string} line */
function cells(line) {
  const inner = line.trim().replace(/^\|/, '').replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => spans(cell.trim()));
}

/**
 * One line: `**strong**`, `[words](target)`, and a backslash before what is meant as it is.
 *
 * @param {string} line
 * @returns {Span[]}
 */
function spans(line) {
  /** @type {Span[]} */
  const found = [];
  let strong = false;
  let text = '';
  /** @param {Span} [next] */
  const close = (next) => {
    if (text) found.push(strong ? { text, strong } : { text });
    text = '';
    if (next) found.push(next);
  };
  const parts = line.matchAll(/\\([!-/:-@[-\x60{-~])|(\*\*)|\[([^\]\\]+)\]\(([^()\s\\]+)\)|[^]/gu);
  for (const [whole, escaped, mark, words, target] of parts) {
    if (mark) {
      close();
      strong = !strong;
    } else if (words && target) close({ text: words, target });
    else text += escaped ?? whole;
  }
  close();
  return found;
}
