import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod';
import { clientConnector } from './client-connector.ts';
import { type Mirror, mirror } from './mirror.ts';
import type { TenantChat } from './tenant-chat.ts';

const activity = z.object({
  type: z.string(),
  name: z.string().optional(),
  serviceUrl: z.url(),
  text: z.string().optional(),
  replyToId: z.string().optional(),
  conversation: z.object({ id: z.string() }),
  recipient: z.object({ id: z.string() }),
  value: z.unknown().optional(),
});
type ClientActivity = z.infer<typeof activity>;

const execute = z.object({ action: z.object({ verb: z.string().default(''), data: z.unknown().optional() }) });

export interface Gateway {
  readonly endpoint: string;
  /** Rejects when the chat client or the tenant no longer answers. */
  readonly failed: Promise<never>;
  readonly close: () => Promise<void>;
}

interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

const pollMs = 700;

/**
 * Stands where the chat client expects a bot. What the person does there is done in their name at the local tenant, which signs it
 * and delivers it to the real bot, and what the bot says in the tenant is told to the client: so no token is skipped, and the
 * product knows nothing of this tool. For development only: whoever reaches it on loopback acts as the chosen person.
 */
export const startGateway = async (chat: TenantChat, port = 0): Promise<Gateway> => {
  let copy: Mirror | undefined;
  let fail: (error: unknown) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failed.catch(() => undefined);

  const connect = async ({ serviceUrl, conversation, recipient }: ClientActivity): Promise<Mirror> => {
    if (!copy) {
      copy = mirror(chat, clientConnector(serviceUrl, conversation.id, recipient.id));
      await chat.install();
    }
    return copy;
  };

  const pressed = async (told: ClientActivity, known: Mirror, verb: string, data: unknown): Promise<unknown> => {
    const activityId = known.tenantIdOf(told.replyToId ?? '');
    const conversationId = (await chat.read())?.conversationId;
    if (!activityId || !conversationId) throw new Error('That card is not one of the bot.');
    const type = told.type === 'invoke' ? 'Action.Execute' : 'Action.Submit';
    return chat.press({ conversationId, activityId, type, verb, data });
  };

  const answer = async (told: ClientActivity): Promise<Reply> => {
    const known = await connect(told);
    if (told.type === 'invoke') {
      if (told.name !== 'adaptiveCard/action') return { status: 501, body: { error: `${told.name} is not passed on` } };
      const { action } = execute.parse(told.value);
      return { status: 200, body: await pressed(told, known, action.verb, action.data) };
    }
    if (told.type === 'message' && told.value !== undefined) await pressed(told, known, '', told.value);
    else if (told.type === 'message' && told.text) await chat.say(told.text);
    void known.refresh().catch(fail);
    return { status: 200 };
  };

  const server = createServer((request, response) => {
    void handle(request, answer).then(
      (reply) => send(response, reply),
      (error: Error) => send(response, { status: 500, body: { error: error.message } }),
    );
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const timer = setInterval(() => void copy?.refresh().catch(fail), pollMs);
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`,
    failed,
    close: () => {
      clearInterval(timer);
      return closed(server);
    },
  };
};

const handle = async (request: IncomingMessage, answer: (told: ClientActivity) => Promise<Reply>): Promise<Reply> => {
  if (request.method !== 'POST' || request.url !== '/api/messages') return { status: 404 };
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const told = activity.safeParse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
  return told.success ? answer(told.data) : { status: 400, body: { error: z.prettifyError(told.error) } };
};

const send = (response: ServerResponse, { status, body }: Reply): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(body === undefined ? '' : JSON.stringify(body));
};

const closed = (server: Server): Promise<void> => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
};
