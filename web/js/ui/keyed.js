import { longestIncreasing } from '../core/ranking.js';

/**
 * Which rows may stay where they are, so that as few as possible are moved.
 *
 * @param {readonly number[]} source for each wanted row its old index, −1 where it is new
 * @param {number} focused the wanted index of the row that has focus; −1 for none: it never moves
 * @returns {Set<number>} wanted indices
 */
export function staying(source, focused) {
  const keep = longestIncreasing(source);
  const pin = source[focused] ?? -1;
  if (pin < 0 || keep.has(focused)) return keep;
  const before = source.map((old, index) => index < focused && old < pin ? old : -1);
  const after = source.map((old, index) => index > focused && old > pin ? old : -1);
  return new Set([...longestIncreasing(before), focused, ...longestIncreasing(after)]);
}

/**
 * Makes the nodes, in their order, the children of the parent.
 *
 * Every engine drops focus from a node that is moved: the others move around it.
 *
 * @param {Element} parent
 * @param {readonly Element[]} nodes
 * @param {Element | null} [active] what has focus
 */
export function arrange(parent, nodes, active = document.activeElement) {
  const wanted = new Set(nodes);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  const old = new Map([...parent.children].map((child, index) => [child, index]));
  const source = nodes.map((node) => old.get(node) ?? -1);
  const focused = active ? nodes.findIndex((node) => node.contains(active)) : -1;
  const keep = staying(source, focused);
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = /** @type {Element} */ (nodes[index]);
    if (!keep.has(index)) parent.insertBefore(node, nodes[index + 1] ?? null);
  }
}
