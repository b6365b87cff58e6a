import type { TenantReply } from '../../exchange.ts';

/** A refusal as SharePoint REST words it. */
export class RestFault extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'RestFault';
    this.status = status;
    this.code = code;
  }
}

export const restAccessDenied = (): RestFault =>
  new RestFault(
    403,
    '-2147024891, System.UnauthorizedAccessException',
    'Access denied. You do not have permission to perform this action or access this resource.',
  );

export const restNotFound = (message: string): RestFault => new RestFault(404, '-1, System.ArgumentException', message);

export const restBadRequest = (message: string): RestFault =>
  new RestFault(400, '-1, Microsoft.SharePoint.Client.InvalidClientQueryException', message);

export const restOverThreshold = (): RestFault =>
  new RestFault(
    500,
    '-2147024860, Microsoft.SharePoint.SPQueryThrottledException',
    'The attempted operation is prohibited because it exceeds the list view threshold.',
  );

/** The reply for a fault: `{ "odata.error": { code, message: { lang, value } } }`. */
export const restFaultReply = (fault: RestFault): TenantReply => ({
  status: fault.status,
  body: { 'odata.error': { code: fault.code, message: { lang: 'en-US', value: fault.message } } },
});
