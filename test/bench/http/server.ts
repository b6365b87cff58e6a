import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { startHost } from '../../../infra/local/host/start-host.ts';

// What is asked: the app in the local Functions host, and beside it in the same process a server of Node's own that answers one short text.
const bare = http.createServer((request, reply) => {
  reply.setHeader('content-type', 'application/json');
  reply.end(request.url === '/work' ? JSON.stringify(process.cpuUsage()) : '{"ok":true}');
});
await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));
const host = await startHost({
  root: process.argv[2] ?? '',
  port: 0,
  log: ({ level, message }) => level === 'error' && console.error(message),
});
console.log(`ready ${JSON.stringify({ bare: (bare.address() as AddressInfo).port, host: host.port })}`);
process.once('SIGTERM', () => process.exit(0));
