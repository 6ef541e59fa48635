/** An address ends before the punctuation of the sentence that it stands in. */
const ADDRESS = /https?:\/\/[^\s<>"'\x60\u202a-\u202e\u2066-\u2069]+/giu;
const TRAILING = /[.,;:!?)\]}»”’]+$/u;

/**
 * A text in parts; only what begins with http:// or https:// is an address.
 *
 * @param {string} text
 * @returns {{ text: string, href: string | null }[]}
 */
export function linked(text) {
  const parts = [];
  let at = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = found.replace(TRAILING, (end) => balanced(found, end));
    const href = safe(address);
    if (!href) continue;
    if (index > at) parts.push({ text: text.slice(at, index), href: null });
    parts.push({ text: address, href });
    at = index + address.length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), href: null });
  return parts;
}

/**
 * A bracket that was opened inside the address belongs to it.
 *
 * @param {string} found
 * @param {string} end
 */
function balanced(found, end) {
  return end.startsWith(')') && found.includes('(') ? ')' : '';
}

/** @param {string} address */
export function safe(address) {
  try {
    const { protocol, href, host } = new URL(address);
    return host && (protocol === 'https:' || protocol === 'http:') ? href : null;
  } catch {
    return null;
  }
}
