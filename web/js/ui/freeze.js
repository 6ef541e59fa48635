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
  // Measured when somebody scrolls, and not at each drawing: that would lay the page out twice.
  let scrolled = false;

  function frozen() {
    const active = document.activeElement;
    const focused = active instanceof HTMLElement && list.contains(active) &&
      active.closest('[data-row]') !== null;
    return down || focused || scrolled;
  }

  function check() {
    const is = frozen();
    if (was && !is) rests();
    was = is;
  }

  const later = () => setTimeout(check, 50);
  function measure() {
    scrolled = globalThis.scrollY > 8 && list.getBoundingClientRect().top < 0;
    later();
  }
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
  addEventListener('scroll', measure, { passive: true });

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
