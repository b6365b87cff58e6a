import type { TenantReply, TenantRequest } from '../exchange.ts';
import type { Organisation, OrganisationTenant, OrganisationUser } from '../organisation.ts';
import { findTenant, findUser } from '../organisation-lookup.ts';
import { errorReply, jsonObject } from '../reply.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** A control request that asks for something that is not there or not well formed. */
export class ControlRefusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The handler of a control route, with its refusals turned into answers. */
export const control =
  (answer: (request: TenantRequest, body: Fields) => Promise<TenantReply> | TenantReply) =>
  async (request: TenantRequest): Promise<TenantReply> => {
    const body = request.body.length === 0 ? {} : jsonObject(request.body);
    if (!body) return errorReply(400, 'badRequest', 'LOCAL TENANT: the body is not a JSON object');
    try {
      return await answer(request, body);
    } catch (failure) {
      if (failure instanceof ControlRefusal) return errorReply(failure.status, 'badRequest', `LOCAL TENANT: ${failure.message}`);
      throw failure;
    }
  };

/** A text that must be there. */
export const requiredText = (body: Fields, name: string): string => {
  const value = body[name];
  if (typeof value !== 'string' || value === '') throw new ControlRefusal(400, `${name} must be a text`);
  return value;
};

/** A text that may be absent, never something else. */
export const optionalText = (body: Fields, name: string): string | undefined =>
  body[name] === undefined ? undefined : requiredText(body, name);

/** The person of the organisation that a control request names. */
export const requiredPerson = (organisation: Organisation, body: Fields): { tenant: OrganisationTenant; user: OrganisationUser } => {
  const tenant = findTenant(organisation, requiredText(body, 'tenantId'));
  if (!tenant) throw new ControlRefusal(404, `there is no tenant ${requiredText(body, 'tenantId')}`);
  const user = findUser(tenant, requiredText(body, 'userId'));
  if (!user) throw new ControlRefusal(404, `there is no user ${requiredText(body, 'userId')} in ${tenant.displayName}`);
  return { tenant, user };
};
