import { type Context, GraphClientError, type Middleware } from '@microsoft/microsoft-graph-client';

const isJson = (response: Response): boolean => /\bjson\b/i.test(response.headers.get('content-type') ?? '');

/** A failure that the service did not word itself, with its status and headers kept: of a page the client would lose `Retry-After`. */
const worded = ({ status, headers: given }: Response): Response => {
  const headers = new Headers(given);
  headers.set('content-type', 'application/json');
  for (const name of ['content-length', 'content-encoding', 'transfer-encoding']) headers.delete(name);
  const error = { code: 'notWordedByGraph', message: `Graph's web server answered ${status}` };
  return new Response(JSON.stringify({ error }), { status, headers });
};

/**
 * The outermost link of the client's chain. It follows no link to another host than Graph's own, however it came by it (a page's nextLink is an answer, not our
 * word), and gives every failure the shape that the client understands.
 */
export class GraphEdge implements Middleware {
  readonly #origin: string;
  #next: Middleware | undefined;

  constructor(graphUrl: string) {
    this.#origin = new URL(graphUrl).origin;
  }

  async execute(context: Context): Promise<void> {
    const asked = typeof context.request === 'string' ? context.request : context.request.url;
    const { origin } = new URL(asked);
    if (origin !== this.#origin) throw new GraphClientError(`A link leads to ${origin}, which is not Graph: it is not followed`);
    await this.#next?.execute(context);
    const { response } = context;
    if (response && response.status >= 400 && !isJson(response)) {
      await response.body?.cancel();
      context.response = worded(response);
    }
  }

  setNext(next: Middleware): void {
    this.#next = next;
  }
}
