import { appCatalogue } from './catalogue/app-catalogue.ts';
import { catalogueRoom } from './catalogue/catalogue-room.ts';
import { botDelivery } from './connector/bot-delivery.ts';
import { endorsedChannels } from './connector/bot-token.ts';
import { chatStore } from './connector/chat-store.ts';
import { connectorRoom } from './connector/connector-room.ts';
import { installations } from './connector/installations.ts';
import { controlRoom } from './control/control-room.ts';
import { directoryRoom } from './directory/directory-room.ts';
import { mailbox } from './directory/mailbox.ts';
import { authoriser } from './entra/authorise.ts';
import { deviceCodes } from './entra/device-codes.ts';
import { entraRoom } from './entra/entra-room.ts';
import { keyRing } from './entra/signing-keys.ts';
import type { Organisation } from './organisation.ts';
import { parseOrganisation } from './parse-organisation.ts';
import { livingOrganisation } from './registrations/living-organisation.ts';
import { registrationStore } from './registrations/registration-store.ts';
import { registrationsRoom } from './registrations/registrations-room.ts';
import type { RoomSupplies } from './room.ts';
import { ensureCertificates, type ServerCertificates } from './server/certificates.ts';
import { faultRegister } from './server/fault-register.ts';
import { type FilePersistence, filePersistence } from './server/file-persistence.ts';
import { router } from './server/router.ts';
import { startTenantServer } from './server/tenant-server.ts';
import { usageMeter } from './server/usage-meter.ts';
import { oddities } from './sharepoint/oddities.ts';
import { sharePointRoomIn } from './sharepoint/room.ts';
import type { Strictness } from './sharepoint/strictness.ts';
import { feedStore } from './teamwork/feed-store.ts';
import { teamworkRoom } from './teamwork/teamwork-room.ts';
import { limitsFor, quota } from './throttling/quota.ts';
import { openWebhooks } from './webhooks/webhooks.ts';

export interface LocalTenantOptions {
  readonly organisation: Organisation;
  /** 0 takes any free port. */
  readonly port: number;
  /** Where state and signing keys are kept between runs. */
  readonly dataDir: string;
  /** Where the certificates are kept; `ca.pem` in it is what clients must trust. */
  readonly caDir: string;
  /** The tenant's clock; tests may fix it. */
  readonly now?: () => Date;
  /** 'strict' (unless told otherwise) refuses what the service silently ignores; 'faithful' ignores it too. */
  readonly strictness?: Strictness;
  /** Throttles as SharePoint does for a tenant with so many licences; nothing is throttled unless told. */
  readonly licences?: number;
  /** Told, in sentences, what goes wrong inside the tenant. */
  readonly log?: (sentence: string) => void;
}

export interface LocalTenant {
  /** `https://localhost:8443` */
  readonly url: string;
  readonly caPath: string;
  /** Stops serving and writes the state that is not yet on the disk. */
  close(): Promise<void>;
}

const printed = (sentence: string): void => console.error(sentence);

const assemble = async (
  { port, now = () => new Date(), log = printed, strictness = 'strict', licences }: LocalTenantOptions,
  stated: Organisation,
  certificates: ServerCertificates,
  persistence: FilePersistence,
): Promise<LocalTenant> => {
  const registrations = registrationStore(persistence);
  const catalogue = appCatalogue(persistence);
  const codes = deviceCodes(now);
  const organisation = livingOrganisation(stated, registrations.read, () => {
    const uploaded = catalogue.latest();
    return uploaded ? { installedFor: stated.teamsApp?.installedFor ?? [], manifest: uploaded.manifest } : stated.teamsApp;
  });
  const entraKeys = await keyRing(persistence, 'entra-keys');
  const botKeys = await keyRing(persistence, 'bot-framework-keys', endorsedChannels);
  const supplies: RoomSupplies = { organisation, persistence, now, authorise: authoriser({ organisation, now }, entraKeys) };

  const mails = mailbox(persistence);
  const connector = { chats: chatStore(persistence, now), installed: installations(organisation, persistence) };
  const feed = feedStore(persistence);
  const webhooks = openWebhooks(persistence, now);
  const faults = faultRegister();
  const usage = usageMeter();
  const deliver = botDelivery(organisation.bot, botKeys, now);
  const steered = { webhooks, quota: quota(now), oddities: oddities() };
  if (licences !== undefined) steered.quota.limit(limitsFor(licences));
  const rooms = [
    entraRoom(entraKeys, codes),
    registrationsRoom(registrations),
    catalogueRoom(catalogue),
    sharePointRoomIn(strictness, steered),
    directoryRoom(mails),
    teamworkRoom({ feed, installed: connector.installed }),
    connectorRoom(connector, botKeys),
    controlRoom({
      ...connector,
      deliver,
      keys: { entra: entraKeys, bot: botKeys },
      mails,
      feed,
      faults,
      usage,
      strictness,
      registrations,
      codes,
      ...steered,
    }),
  ];
  const match = router(rooms.flatMap((room) => room(supplies)));
  const server = await startTenantServer({ door: { match, faults, usage, log }, certificates, port, now });
  return {
    url: server.origin,
    caPath: certificates.caPath,
    close: async () => {
      webhooks.notifier.stop();
      await server.close();
      await persistence.flush();
    },
  };
};

/**
 * Starts a Microsoft 365 tenant on this machine: Entra ID, Graph with SharePoint, and the Bot Connector, on one HTTPS port.
 * Rejects with a plain sentence when the organisation is not usable or the port is taken.
 */
export const startLocalTenant = async (options: LocalTenantOptions): Promise<LocalTenant> => {
  const { log = printed } = options;
  const organisation = parseOrganisation(options.organisation);
  const certificates = await ensureCertificates(options.caDir);
  const persistence = filePersistence(options.dataDir, log);
  try {
    return await assemble(options, organisation, certificates, persistence);
  } catch (failure) {
    persistence.discard();
    throw failure;
  }
};
