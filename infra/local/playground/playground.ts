import type { ChildProgram } from '../process/start-child.ts';
import { botAppId } from '../sample/ids.ts';
import { samplePerson } from '../sample/people.ts';
import { connectTenant } from '../window/tenant-connection.ts';
import { startPlayground } from './client-process.ts';
import { startGateway } from './gateway.ts';
import { tenantChat } from './tenant-chat.ts';

export interface PlaygroundRun {
  readonly url: string;
  readonly child: ChildProgram;
  /** Rejects when the client or the tenant no longer answers. */
  readonly failed: Promise<never>;
  readonly stop: () => Promise<void>;
}

export interface PlaygroundPlace {
  /** Key of the sample person whose chat is opened. */
  readonly personKey: string;
  readonly tenantUrl: string;
  readonly caPath: string;
  readonly stateDir: string;
  /** Default: any free port. */
  readonly port?: number;
  readonly opensBrowser?: boolean;
}

/** Opens Microsoft's chat client on one sample person's chat with the local bot. The stack must be running. */
export const openPlayground = async (place: PlaygroundPlace): Promise<PlaygroundRun> => {
  const person = samplePerson(place.personKey);
  const tenant = connectTenant(place.tenantUrl, place.caPath);
  const gateway = await startGateway(tenantChat(tenant, { tenantId: person.tenantId, userId: person.userId }));
  const closeRest = async (): Promise<void> => {
    await gateway.close();
    tenant.close();
  };
  try {
    const { child, url } = await startPlayground({
      person,
      botAppId,
      endpoint: gateway.endpoint,
      stateDir: place.stateDir,
      port: place.port ?? 0,
      opensBrowser: place.opensBrowser ?? false,
    });
    return {
      url,
      child,
      failed: gateway.failed,
      stop: async () => {
        await child.stop();
        await closeRest();
      },
    };
  } catch (error) {
    await closeRest();
    throw error;
  }
};
