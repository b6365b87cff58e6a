import type { IncomingMessage, ServerResponse } from 'node:http';
import { type HostLog, reasonOf } from './host-log.ts';
import { HttpRefusal } from './http-refusal.ts';
import { readBody } from './request-body.ts';
import type { RequestTarget } from './request-target.ts';
import type { Timers } from './timers.ts';

/**
 * The host's own routes for development: `GET /admin/host/status` and `POST /admin/functions/{name}`, which runs a timer.
 * Unlike in the real host the reply waits for the run: 202 when it is done, 500 with the reason when it failed.
 * Only a program on this machine may call them: another origin, another Host name and a body that is not JSON are refused.
 */
export function adminRoutes(timers: Timers, log: HostLog) {
  return async (request: IncomingMessage, reply: ServerResponse, target: RequestTarget): Promise<void> => {
    refuseStrangers(request, target);
    const [, area, name, ...rest] = target.segments;
    if (request.method === 'GET' && area === 'host' && name === 'status' && rest.length === 0) {
      sendJson(reply, 200, { state: 'Running', timers: timers.names });
      return;
    }
    if (request.method !== 'POST' || area !== 'functions' || name === undefined || rest.length > 0) {
      throw new HttpRefusal(404, 'The host has no such route.');
    }
    if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) throw new HttpRefusal(415, 'The body must be JSON.');
    await readBody(request, 1024 * 1024);
    if (!timers.names.some((each) => each.toLowerCase() === name.toLowerCase())) throw new HttpRefusal(404, 'There is no such timer.');
    try {
      await timers.trigger(name);
    } catch (error) {
      log({ level: 'error', category: 'system', message: reasonOf(error), functionName: name });
      sendJson(reply, 500, { error: error instanceof Error ? error.message : String(error) });
      return;
    }
    reply.statusCode = 202;
    reply.end();
  };
}

function refuseStrangers(request: IncomingMessage, target: RequestTarget): void {
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(target.url.hostname);
  if (!local || request.headers.origin !== undefined) throw new HttpRefusal(403, 'The admin routes answer this machine only.');
}

function sendJson(reply: ServerResponse, status: number, body: unknown): void {
  reply.statusCode = status;
  reply.setHeader('Content-Type', 'application/json');
  reply.end(JSON.stringify(body));
}
