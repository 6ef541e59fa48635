/**
 * Asks in a dialog, for views that are there before the first dialog is needed.
 *
 * The chat brings the dialogs along, so that there is nothing to wait for, also without a network.
 *
 * @param {Parameters<typeof import('../ui/dialog.js').ask>} asked
 */
export async function ask(...asked) {
  const dialog = await import('../ui/dialog.js');
  return dialog.ask(...asked);
}
