/**
 * Fetches what a key opens, and hands it to the browser's downloads.
 *
 * @param {string} address
 * @param {string | null} key goes into a header, never into an address
 * @param {string} name the file's
 */
export async function download(address, key, name) {
  const answer = await fetch(address, { headers: bearing(key) });
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * The headers of a request with a key, or without one.
 *
 * @param {string | null} key
 * @returns {Record<string, string>}
 */
export function bearing(key) {
  return key ? { Authorization: `Bearer ${key}` } : {};
}
