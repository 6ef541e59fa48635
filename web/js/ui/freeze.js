/**
 * Tells when a list must not change its order: a finger is down, a row has focus, or the list has
 * been scrolled away from its start.
 *
 * @param {HTMLElement} list
 * @param {() => void} rests called when the list may move again
 */
export function createFreeze(list, rests) {
  let down = false;
  let was = false;

  function frozen() {
    const active = document.activeElement;
    const focused = active instanceof HTMLElement && list.contains(active) &&
      active.closest('[data-row]') !== null;
    const scrolled = globalThis.scrollY > 8 && list.getBoundingClientRect().top < 0;
    return down || focused || scrolled;
  }

  function check() {
    const is = frozen();
    if (was && !is) rests();
    was = is;
  }

  const later = () => setTimeout(check, 50);
  list.addEventListener('pointerdown', () => {
    down = true;
    was = true;
  });
  for (const type of ['pointerup', 'pointercancel']) {
    addEventListener(type, () => {
      if (!down) return;
      down = false;
      // What was held back while the finger was down is drawn now, in its frozen order.
      setTimeout(rests, 50);
    }, { passive: true });
  }
  list.addEventListener('focusout', later);
  addEventListener('scroll', later, { passive: true });

  return {
    /** A finger is down: not even a row may come or go. */
    get held() {
      return down;
    },
    get frozen() {
      return was = frozen();
    },
  };
}
