import type { ServerResponse } from 'node:http';
import type { CookieData, TypedData } from './core-types.ts';

/** Sends what an HTTP function returned. No result is a 204. */
export function sendReply(reply: ServerResponse, method: string, returned: TypedData | null | undefined): void {
  const http = returned?.http;
  if (!http) {
    reply.statusCode = 204;
    reply.end();
    return;
  }
  reply.statusCode = Number(http.statusCode ?? 200);
  for (const [name, value] of Object.entries(http.headers ?? {})) appendHeader(reply, name, value);
  if (http.cookies?.length) reply.setHeader('Set-Cookie', http.cookies.map(cookieText));
  const body = http.body?.bytes ?? http.body?.string;
  if (method === 'HEAD' || body === undefined) reply.end();
  else reply.end(body);
}

/** The function's own Vary joins the host's; any other header of the function wins. */
function appendHeader(reply: ServerResponse, name: string, value: string): void {
  const present = name.toLowerCase() === 'vary' ? reply.getHeader('Vary') : undefined;
  reply.setHeader(name, typeof present === 'string' ? `${present}, ${value}` : value);
}

const sameSites: Readonly<Record<string, string>> = { lax: 'Lax', strict: 'Strict', explicitNone: 'None' };

function cookieText(cookie: CookieData): string {
  const parts = [`${cookie.name}=${encodeURIComponent(cookie.value)}`];
  if (cookie.maxAge) parts.push(`Max-Age=${cookie.maxAge.value}`);
  if (cookie.expires) parts.push(`Expires=${new Date(cookie.expires.value.seconds * 1000).toUTCString()}`);
  if (cookie.domain) parts.push(`Domain=${cookie.domain.value}`);
  parts.push(`Path=${cookie.path?.value ?? '/'}`);
  if (cookie.secure?.value) parts.push('Secure');
  if (cookie.httpOnly?.value) parts.push('HttpOnly');
  const sameSite = sameSites[cookie.sameSite ?? ''];
  if (sameSite) parts.push(`SameSite=${sameSite}`);
  return parts.join('; ');
}
