import { randomUUID } from 'node:crypto';
import { GraphFault } from '../sharepoint/graph-fault.ts';

/** An endpoint has this long to answer the handshake. */
export const HANDSHAKE_MS = 10_000;

const failed = (why: string): GraphFault => new GraphFault(400, 'ValidationError', `Subscription validation request ${why}`);

/**
 * Proves that the endpoint expects us: it must answer the token, decoded, as 200 text/plain within ten seconds. Throws the 400
 * that the service answers when it does not. The token holds what URLs must encode, so that an endpoint that echoes it raw fails.
 */
export async function shakeHands(notificationUrl: string, patience = HANDSHAKE_MS): Promise<void> {
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${randomUUID()}`;
  const url = new URL(notificationUrl);
  url.searchParams.set('validationToken', token);
  let response: Response;
  let answered: string;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    answered = await response.text();
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'TimeoutError') throw failed('timed out.');
    throw failed('failed. Notification endpoint must respond with 200 OK to validation request.');
  }
  if (response.status !== 200) throw failed('failed. Notification endpoint must respond with 200 OK to validation request.');
  if (!/^text\/plain\b/i.test(response.headers.get('content-type') ?? '')) {
    throw failed("failed. Notification endpoint must respond with content type 'text/plain'.");
  }
  if (answered !== token) throw failed('failed. Response must exactly match validationToken query parameter.');
}
