import type { StackPorts } from './ports.ts';

/** Where the parts of a running stack are. No address ends with a slash. */
export interface StackAddresses {
  /** `https://localhost:8443` */
  readonly tenant: string;
  /** `http://localhost:7071/api` */
  readonly api: string;
  /** Where the bot is told what happened in Teams: a route of the API. */
  readonly messages: string;
  /** `http://localhost:3001` */
  readonly tab: string;
  /** `http://localhost:3000` */
  readonly window: string;
}

export function stackAddresses(ports: StackPorts): StackAddresses {
  const api = `http://localhost:${ports.functions}/api`;
  return {
    tenant: `https://localhost:${ports.tenant}`,
    api,
    messages: `${api}/messages`,
    tab: `http://localhost:${ports.tab}`,
    window: `http://localhost:${ports.window}`,
  };
}
