const EVERY = 250;

/**
 * Draws at most four times a second, at once where asked, and by a timer while the page is
 * hidden: animation frames never come there, and a covered shared screen would stay as it was.
 *
 * @param {() => void} draw
 */
export function createSchedule(draw) {
  let drewAt = -Infinity;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let frame = 0;
  let asked = false;

  function run() {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    timer = undefined;
    asked = false;
    drewAt = performance.now();
    draw();
  }

  function drawSoon() {
    if (document.hidden) return run();
    frame = requestAnimationFrame(run);
    // Whoever turns to another tab just now gets no frame.
    timer = setTimeout(run, EVERY);
  }

  return {
    /** @param {boolean} urgent */
    request(urgent) {
      if (urgent) {
        if (asked) return;
        asked = true;
        queueMicrotask(() => asked && run());
      } else if (timer === undefined) {
        const wait = Math.max(0, EVERY - (performance.now() - drewAt));
        timer = setTimeout(drawSoon, wait);
      }
    },
  };
}
