import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import { askedWait } from '../graph/asked-wait.ts';
import { inCallSpan } from './call-span.ts';

const number = (text: string | undefined): number | undefined => (text && Number.isFinite(Number(text)) ? Number(text) : undefined);
const header = (given: unknown, name: string): string | undefined => new Headers(given as HeadersInit | undefined).get(name) ?? undefined;
/** Refusals that are an answer: nothing of that name, somebody was there before. */
const answers = [404, 409, 412];

/** Makes every try of a call of Graph a span. It stands inside what tries again and what gives way, so each span is one request that was sent. */
export class GraphSpan implements Middleware {
  #next: Middleware | undefined;

  async execute(context: Context): Promise<void> {
    const url = new URL(typeof context.request === 'string' ? context.request : context.request.url);
    const facts = { 'http.request.resend_count': number(header(context.options?.headers, 'retry-attempt')) ?? 0 };
    await inCallSpan(context.options?.method ?? 'GET', url, facts, async (span) => {
      await this.#next?.execute(context);
      const { response } = context;
      if (!response) return;
      const told = (name: string): string | undefined => response.headers.get(name) ?? undefined;
      span.say({
        'http.response.status_code': response.status,
        'ap.units_left': number(told('ratelimit-remaining')),
        'ap.asked_wait': response.status === 429 || response.status === 503 ? askedWait(told) : undefined,
        'ap.client_request_id': header(context.options?.headers, 'client-request-id'),
        'ap.request_id': told('request-id'),
      });
      if (response.status >= 400 && !answers.includes(response.status)) span.fail(String(response.status));
    });
  }

  setNext(next: Middleware): void {
    this.#next = next;
  }
}
