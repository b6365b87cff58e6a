import type { INetworkModule, NetworkRequestOptions } from '@azure/msal-node';
import { tenantCaller } from './started-tenant.ts';

/** How msal speaks to a tenant of this process: it would trust the authority only in a process that starts with it. */
export const trustedNetwork = (url: string, caPath: string): INetworkModule => {
  const call = tenantCaller(url, caPath);
  const send = async <T>(method: string, address: string, options?: NetworkRequestOptions) => {
    const form = options?.body === undefined ? {} : { form: Object.fromEntries(new URLSearchParams(options.body)) };
    const { status, headers, body } = await call(method, address.slice(url.length), form);
    return { status, headers: headers as Record<string, string>, body: body as unknown as T };
  };
  return {
    sendGetRequestAsync: (address, options) => send('GET', address, options),
    sendPostRequestAsync: (address, options) => send('POST', address, options),
  };
};
