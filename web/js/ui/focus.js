/**
 * Draws, and brings focus back if its place went away: to the same control of the same row, else
 * of the next row, else to the fallback. Rows carry `data-row`, their controls `data-act`.
 *
 * @param {HTMLElement} root
 * @param {HTMLElement} fallback
 * @param {() => void} draw
 */
export function keepingFocus(root, fallback, draw) {
  const active = document.activeElement;
  const row = active instanceof HTMLElement && root.contains(active) ? rowOf(active) : null;
  if (!row || !(active instanceof HTMLElement)) return draw();
  const rows = [...root.querySelectorAll('[data-row]')];
  const following = rows.slice(rows.indexOf(row));
  draw();
  if (document.activeElement === active && visible(active)) return;
  for (const next of following) {
    if (!next.isConnected) continue;
    const target = controlIn(next, active);
    if (target) return target.focus({ preventScroll: next === row });
  }
  fallback.focus({ preventScroll: true });
}

/** @param {HTMLElement} element */
function rowOf(element) {
  return element.closest('[data-row]');
}

/**
 * The same control in a row, else one of the same group, else the first.
 *
 * @param {Element} row
 * @param {HTMLElement} lost
 */
function controlIn(row, lost) {
  const controls = /** @type {HTMLElement[]} */ ([...row.querySelectorAll('[data-act]')]);
  const usable = controls.filter(visible);
  return usable.find((control) => control.dataset.act === lost.dataset.act) ??
    usable.find((control) => control.parentElement === lost.parentElement) ?? usable[0] ?? null;
}

/** @param {HTMLElement} element */
function visible(element) {
  return element.isConnected && element.checkVisibility();
}
