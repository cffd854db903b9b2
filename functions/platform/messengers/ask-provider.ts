/** A provider took too long, could not be reached or is out of order: the message is to come again. */
export class ProviderDown extends Error {
  override readonly name = 'ProviderDown';
}

const patienceMs = 5000;

/**
 * One exchange of JSON with a provider.
 * @returns its status and answer, whatever it says below 500
 * @throws ProviderDown without the address or anything that was sent
 */
export async function askProvider(
  url: URL,
  init: { readonly method: 'GET' | 'POST'; readonly headers?: Record<string, string>; readonly body?: unknown },
): Promise<{ readonly status: number; readonly answer: Readonly<Record<string, unknown>> }> {
  const response = await fetch(url, {
    method: init.method,
    headers: { ...(init.body !== undefined && { 'content-type': 'application/json' }), ...init.headers },
    body: init.body === undefined ? undefined : JSON.stringify(init.body),
    signal: AbortSignal.timeout(patienceMs),
  }).catch(() => {
    throw new ProviderDown('A provider of messages did not answer');
  });
  if (response.status >= 500 || response.status === 429) throw new ProviderDown(`A provider said ${response.status}`);
  const answer: unknown = await response.json().catch(() => ({}));
  return { status: response.status, answer: Object(answer) };
}
