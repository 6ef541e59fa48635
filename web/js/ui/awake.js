/**
 * Keeps the screen on as long as it is wanted; where browsers cannot, nothing happens.
 *
 * @param {{ request(type: 'screen'): Promise<{ release(): Promise<void> }> } | undefined} means
 */
export function createAwake(means) {
  /** @type {{ release(): Promise<void> } | null} */
  let lock = null;
  let isWanted = false;
  let isAsked = false;

  async function ask() {
    if (isAsked || lock || document.hidden) return;
    isAsked = true;
    try {
      lock = await means?.request('screen') ?? null;
      if (!isWanted) letGo();
    } catch {
      // A battery that runs low, or a frame without leave: the screen does as it likes.
    }
    isAsked = false;
  }

  function letGo() {
    lock?.release().catch(() => {});
    lock = null;
  }

  // The browser lets go of it whenever the page is hidden.
  document.addEventListener('visibilitychange', () => {
    lock = null;
    if (isWanted) ask();
  });

  /** @param {boolean} wanted */
  return (wanted) => {
    if (wanted === isWanted) return;
    isWanted = wanted;
    if (wanted) ask();
    else letGo();
  };
}
