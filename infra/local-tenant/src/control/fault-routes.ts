import type { TenantRoute } from '../exchange.ts';
import { asObject } from '../reply.ts';
import type { FaultRegister, FaultResponse } from '../server/fault-register.ts';
import { ControlRefusal, control, type Fields, optionalText, requiredText } from './control-body.ts';

const number = (fields: Fields, name: string): number | undefined => {
  const value = fields[name];
  if (value !== undefined && (typeof value !== 'number' || value < 0)) throw new ControlRefusal(400, `${name} must be a number`);
  return value;
};

const flag = (fields: Fields, name: string): boolean | undefined => {
  const value = fields[name];
  if (value !== undefined && typeof value !== 'boolean') throw new ControlRefusal(400, `${name} must be true or false`);
  return value;
};

const known = ['status', 'code', 'detail', 'message', 'retryAfter', 'applied', 'dropConnection', 'hold', 'delayMs', 'html'];

const parseResponse = (fields: Fields): FaultResponse => {
  const foreign = Object.keys(fields).find((name) => !known.includes(name));
  if (foreign) throw new ControlRefusal(400, `respond.${foreign} is unknown`);
  const asked = {
    status: number(fields, 'status'),
    code: optionalText(fields, 'code'),
    detail: optionalText(fields, 'detail'),
    message: optionalText(fields, 'message'),
    retryAfter: number(fields, 'retryAfter'),
    applied: flag(fields, 'applied'),
    dropConnection: flag(fields, 'dropConnection'),
    hold: flag(fields, 'hold'),
    delayMs: number(fields, 'delayMs'),
    html: flag(fields, 'html'),
  };
  if (asked.status !== undefined && (asked.status < 400 || asked.status > 599))
    throw new ControlRefusal(400, 'status must be an error, 400 to 599');
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
};

/** Asking the tenant to fail. */
export const faultRoutes = (faults: FaultRegister): readonly TenantRoute[] => [
  {
    method: 'POST',
    pattern: '/_local/faults',
    handle: control((_request, body) => {
      const match = asObject(body.match) ?? {};
      const method = optionalText(match, 'method');
      const agent = optionalText(match, 'agent');
      const times = number(body, 'times');
      const skip = number(body, 'skip');
      const fault = {
        match: {
          path: requiredText(match, 'path'),
          ...(method === undefined ? {} : { method }),
          ...(agent === undefined ? {} : { agent }),
        },
        respond: parseResponse(asObject(body.respond) ?? {}),
        ...(times === undefined ? {} : { times }),
        ...(skip === undefined ? {} : { skip }),
      };
      try {
        return { status: 201, body: { id: faults.add(fault) } };
      } catch (failure) {
        if (failure instanceof SyntaxError) throw new ControlRefusal(400, `match is no regular expression: ${failure.message}`);
        throw failure;
      }
    }),
  },
  { method: 'GET', pattern: '/_local/faults', handle: () => ({ status: 200, body: faults.list() }) },
  {
    method: 'DELETE',
    pattern: '/_local/faults',
    handle: ({ query }) => {
      faults.clear(query.get('id'));
      return { status: 204 };
    },
  },
];
