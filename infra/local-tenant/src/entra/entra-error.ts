import { randomUUID } from 'node:crypto';
import type { TenantReply } from '../exchange.ts';

/** A refusal of the token endpoint. `aadsts` is Entra's number; the text follows Entra's own. */
export interface EntraRefusal {
  readonly status: number;
  readonly error: string;
  readonly aadsts: number;
  readonly description: string;
}

export const refusal = (status: number, error: string, aadsts: number, description: string): EntraRefusal => ({
  status,
  error,
  aadsts,
  description,
});

/** True for a refusal among the results of a step that may refuse. */
export const isRefusal = (value: object): value is EntraRefusal => 'aadsts' in value;

/** Entra's error body: MSAL reads `error` and `suberror`, people read `error_description`. */
export const refusalReply = ({ status, error, aadsts, description }: EntraRefusal, now: Date, correlationId?: string): TenantReply => {
  const trace = randomUUID();
  const correlation = correlationId ?? randomUUID();
  const timestamp = `${now.toISOString().slice(0, 19).replace('T', ' ')}Z`;
  return {
    status,
    body: {
      error,
      error_description: `AADSTS${aadsts}: ${description} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
      error_codes: [aadsts],
      timestamp,
      trace_id: trace,
      correlation_id: correlation,
    },
  };
};
