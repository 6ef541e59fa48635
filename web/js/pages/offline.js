let isDone = false;

/** Where nothing can be kept, such as without TLS or in a frame, everything works without it. */
export async function keepOffline() {
  if (isDone) return;
  isDone = true;
  if (!isSecureContext || !navigator.serviceWorker) return;
  const registration = await navigator.serviceWorker.register(address());
  await registration.update();
  const { active } = await navigator.serviceWorker.ready;
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  active?.postMessage({ keep: [location.origin + location.pathname, ...loaded] });
}

/** The constant address, as something that browsers with Trusted Types let run. */
function address() {
  const { trustedTypes } = /** @type {any} */ (globalThis);
  const policy = trustedTypes?.createPolicy('worker', { createScriptURL: () => '/sw.js' });
  return policy?.createScriptURL('') ?? '/sw.js';
}
