/** @import { Session } from '../core/session.js' */
/** @import { Announcer } from '../ui/announce.js' */
/** @import { Words } from '../ui/i18n.js' */

const BANNER_AFTER = 2_000;

/**
 * Says aloud what is wrong between this page and its meeting, and that it is right again: the
 * connection, the server's disk, and that nothing more will come.
 *
 * @param {Session} session
 * @param {Announcer} announcer
 * @param {() => void} redraw
 */
export function createWatch(session, announcer, redraw) {
  let offlineSince = 0;
  let toldOffline = false;
  let toldFinal = false;
  /** @type {Session['storage']} */
  let toldDisk = null;

  /** Longer than a moment, so that nothing flaps. */
  const isOffline = () => offlineSince > 0 && Date.now() - offlineSince >= BANNER_AFTER;

  /** @param {Words} words */
  function connection(words) {
    if (session.final) {
      const key = `final.${session.final}`;
      if (!toldFinal) announcer.assertive(words.t(words.has(key) ? key : 'final.removed'));
      toldFinal = true;
    } else if (session.connection === 'live') {
      if (toldOffline) announcer.polite('net', words.t('net.back'));
      offlineSince = 0;
      toldOffline = false;
    } else if (!offlineSince) {
      offlineSince = Date.now();
      setTimeout(redraw, BANNER_AFTER + 50);
    } else if (!toldOffline && isOffline()) {
      toldOffline = true;
      announcer.polite('net', words.t('net.banner'));
    }
  }

  /** @param {Words} words */
  function disk(words) {
    const { storage } = session;
    if (storage === toldDisk) return;
    announcer.polite('disk', words.t(`disk.${storage ?? 'ok'}`));
    toldDisk = storage;
  }

  return {
    isOffline,
    /** @param {Words} words */
    tell(words) {
      connection(words);
      disk(words);
    },
  };
}
