/**
 * Single keys, only while focus is inside a list (WCAG 2.1.4), and never while somebody types.
 *
 * @param {HTMLElement} root
 * @param {string} lists a selector
 * @param {(key: string, row: HTMLElement | null, target: HTMLElement, shift: boolean) => boolean
 *   } pressed whether the key meant something
 */
export function listenInLists(root, lists, pressed) {
  root.addEventListener('keydown', (event) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || event.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (target.matches('input, textarea, select')) return;
    if (!target.closest(lists) && !target.matches('.view')) return;
    const row = /** @type {HTMLElement | null} */ (target.closest('[data-row]'));
    if (pressed(event.key, row, target, event.shiftKey)) event.preventDefault();
  });
}

/**
 * The next or the previous row of the same list region.
 *
 * @param {HTMLElement} target what has focus
 * @param {HTMLElement | null} row its row
 * @param {1 | -1} by
 */
export function goToRow(target, row, by) {
  const region = row?.parentElement?.closest('.view') ?? target.closest('.view');
  const rows = [...region?.querySelectorAll('[data-row]') ?? []].filter((one) =>
    one instanceof HTMLElement && one.checkVisibility()
  );
  const at = row ? rows.indexOf(row) + by : by > 0 ? 0 : rows.length - 1;
  const next = rows[at];
  if (!(next instanceof HTMLElement)) return false;
  next.focus();
  return true;
}
