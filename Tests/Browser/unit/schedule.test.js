import { createSchedule } from '../../../web/js/ui/schedule.js';
import { same } from './support.js';

/** @param {boolean} hidden @param {(draw: () => void) => void} frame */
function page(hidden, frame) {
  Object.assign(globalThis, {
    document: { hidden },
    requestAnimationFrame: (/** @type {() => void} */ draw) => {
      frame(draw);
      return 1;
    },
    cancelAnimationFrame: () => {},
  });
}

Deno.test('A hidden page is drawn without a frame', async () => {
  page(true, () => same('a frame', 'none'));
  await new Promise((drawn) => createSchedule(() => drawn(null)).request(false));
});

Deno.test('A page that is hidden before its frame comes is drawn all the same, once', async () => {
  page(false, () => {});
  let times = 0;
  await new Promise((drawn) => createSchedule(() => drawn(times++)).request(false));
  same(times, 1);
});
