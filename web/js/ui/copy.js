/**
 * Puts words on the clipboard.
 *
 * @param {string} words
 */
export async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    copySelected(words);
  }
}

/**
 * Without a secure context there is no other way.
 *
 * @param {string} words
 */
function copySelected(words) {
  const active = document.activeElement;
  const field = document.createElement('textarea');
  field.className = 'unseen';
  field.value = words;
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
  if (active instanceof HTMLElement) active.focus({ preventScroll: true });
}
