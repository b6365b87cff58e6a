import { randomInt, randomUUID } from 'node:crypto';
import type { OrganisationTenant, OrganisationUser } from '../organisation.ts';

/** A program that waits for a person to sign in elsewhere. */
export interface DeviceCode {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly tenant: OrganisationTenant;
  readonly clientId: string;
  readonly until: Date;
  approvedBy?: OrganisationUser;
}

/** Who a refresh token is of. */
export interface Session {
  readonly tenant: OrganisationTenant;
  readonly user: OrganisationUser;
  readonly clientId: string;
  /** Of a sign-in at the page: it comes back in the ID token. */
  readonly nonce?: string | undefined;
  /** A page's session ends, however often it fetches new tokens. */
  readonly until?: Date | undefined;
}

/** Sign-ins by device code, and the sessions that came of them. They end with the tenant's process. */
export interface DeviceCodes {
  begin(tenant: OrganisationTenant, clientId: string): DeviceCode;
  find(deviceCode: string): DeviceCode | undefined;
  /** True when a program waits under this code. */
  approve(userCode: string, user: OrganisationUser): boolean;
  end(deviceCode: string): void;
  remember(session: Session): string;
  session(refreshToken: string): Session | undefined;
}

/** Seconds that a code may be used, as Entra's. */
export const deviceCodeLifetime = 900;

const letters = 'BCDFGHJKLMNPQRSTVWXZ';
const newUserCode = (): string => Array.from({ length: 9 }, () => letters[randomInt(letters.length)]).join('');

export const deviceCodes = (now: () => Date): DeviceCodes => {
  const waiting = new Map<string, DeviceCode>();
  const sessions = new Map<string, Session>();
  return {
    begin: (tenant, clientId) => {
      const until = new Date(now().getTime() + deviceCodeLifetime * 1000);
      const code: DeviceCode = { deviceCode: randomUUID(), userCode: newUserCode(), tenant, clientId, until };
      waiting.set(code.deviceCode, code);
      return code;
    },
    find: (deviceCode) => waiting.get(deviceCode),
    approve: (userCode, user) => {
      const code = [...waiting.values()].find((each) => each.userCode === userCode);
      if (code) code.approvedBy = user;
      return code !== undefined;
    },
    end: (deviceCode) => {
      waiting.delete(deviceCode);
    },
    remember: (session) => {
      const token = `1.${randomUUID()}`;
      sessions.set(token, session);
      return token;
    },
    session: (refreshToken) => sessions.get(refreshToken),
  };
};
