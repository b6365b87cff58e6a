import type {
  ApplicationView,
  moveApplication as moveDeclared,
  saveApplication as saveDeclared,
  signDeclaration as signDeclared,
  startApplication as startDeclared,
  viewApplication as viewDeclared,
} from '@ap/shared/contract/applications';
import type { ReplyOf } from '@ap/shared/contract/endpoint';
import { formatClock } from '@ap/shared/domain/days/local-date';
import type { Application } from '@ap/shared/domain/tenders/application/application';
import type { ApplicationCommand } from '@ap/shared/domain/tenders/application/application-command';
import { decideApplication } from '@ap/shared/domain/tenders/application/decide-application';
import type { LinkCall } from '../http/link-route.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Ports } from '../ports/ports.ts';
import { runTender, type TenderNeeds } from '../tenders/run-tender.ts';
import { toView } from './application-view.ts';
import { lastApplication } from './last-application.ts';
import { applicantBy, type OpenedApplication, openApplication } from './opened-application.ts';

type Needs = TenderNeeds & Pick<Ports, 'links' | 'secrets' | 'lots'>;
type Bare<C> = C extends unknown ? Omit<C, 'id' | 'by' | 'receipted'> : never;
type Told = Bare<ApplicationCommand>;

export const viewApplication =
  (ports: Needs) =>
  async ({ body }: LinkCall<typeof viewDeclared>): Promise<ReplyOf<typeof viewDeclared>> =>
    toView(ports, await openApplication(ports, body.link));

/** Another window changed it since this one read it: nothing is overwritten. */
const staleFault = (present: Application | undefined, version: number | undefined): ProblemError | undefined => {
  if (present?.version === version) return undefined;
  const at = present?.history.at(-1)?.at;
  return new ProblemError(
    'stale-version',
    `Your application was changed in another window${at === undefined ? '' : ` at ${formatClock(at)}`}. Copy what you have written here, load the page again, and put it in there.`,
    { pointer: '/version' },
  );
};

/** Gives one command of an applicant about its own application, by the round as it is now, and shows what came of it. */
const change = async (
  ports: Needs,
  { link, version, key, content }: { link: { linkId: string; secret: string }; version: number | undefined; key: string; content: unknown },
  toldOf: (opened: OpenedApplication) => Told,
): Promise<ApplicationView> => {
  const opened = await openApplication(ports, link);
  const told = toldOf(opened);
  const given = { ...applicantBy(opened, key), ref: opened.link.subject, content };
  let round = opened.round;
  const stored = await runTender(ports, 'applications', given, async (present, { command, facts, now }) => {
    round = (await ports.tenders.rounds.find(round.ref))?.state ?? round;
    const last = told.kind === 'start-application' ? await lastApplication(ports, round, opened.holder.providerRef) : undefined;
    const decision = decideApplication(present, { ...told, ...command } as ApplicationCommand, { ...facts, round, last }, now);
    // What the clock or a rule refuses is said first: a new load of the page would not help.
    const stale = decision.ok ? staleFault(present, version) : undefined;
    if (stale) throw stale;
    return decision;
  });
  return toView(ports, { holder: opened.holder, round, application: stored.state });
};

export const startApplication =
  (ports: Needs) =>
  async ({ body, key }: LinkCall<typeof startDeclared>): Promise<ReplyOf<typeof startDeclared>> => {
    const { link, version, lotKeys, reuseLast } = body;
    return change(ports, { link, version, key, content: { lotKeys, reuseLast, version } }, ({ holder }) => ({
      kind: 'start-application',
      providerRef: holder.providerRef,
      providerName: holder.organisation,
      contact: { email: holder.email, registryNumber: holder.registryNumber },
      lotKeys,
      reuseLast,
    }));
  };

export const saveApplication =
  (ports: Needs) =>
  async ({ body, key }: LinkCall<typeof saveDeclared>): Promise<ReplyOf<typeof saveDeclared>> => {
    const { link, version, ...content } = body;
    return change(ports, { link, version, key, content: { ...content, version } }, () => ({ kind: 'save-application', ...content }));
  };

export const signDeclaration =
  (ports: Needs) =>
  async ({ body, key }: LinkCall<typeof signDeclared>): Promise<ReplyOf<typeof signDeclared>> => {
    const { link, version, declaration } = body;
    return change(ports, { link, version, key, content: { declaration, version } }, () => ({ kind: 'sign-declaration', declaration }));
  };

export const moveApplication =
  (ports: Needs) =>
  async ({ body, key }: LinkCall<typeof moveDeclared>): Promise<ReplyOf<typeof moveDeclared>> => {
    const { link, version, move } = body;
    return change(ports, { link, version, key, content: { move, version } }, () => ({ kind: `${move}-application` }));
  };
