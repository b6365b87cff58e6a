import { formatDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import type { CheckRecord } from '@ap/shared/domain/quality/check-record';
import { providerName } from '@ap/shared/domain/register/provider';
import type { Performed } from '../effects/performed.ts';
import { mailHtml } from '../mail/mail-html.ts';
import type { Ports } from '../ports/ports.ts';
import { titleOf } from './commissioner-news.ts';

type Needs = Pick<Ports, 'mail' | 'providers' | 'quality' | 'clock' | 'policies'>;

interface Letter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

/** Mails a provider about one of its checks, to the address that the register has. */
const mailProvider = async (ports: Needs, check: CheckRecord, letterOf: (standard: string) => Letter): Promise<Performed> => {
  const { provider } = await ports.providers.provider(check.providerRef, 'known');
  if (!provider) return { state: 'stuck', reason: 'no-provider' };
  if (provider.status === 'removed') return { state: 'superseded' };
  const [standard, phone] = await Promise.all([titleOf(ports, check.standard), ports.policies.commissioningPhone()]);
  const { subject, paragraphs } = letterOf(standard);
  const howTo = `Do not send certificates or disclosures by e-mail: say where the commissioning team can see them${phone ? `, or phone ${phone}` : ''}.`;
  await ports.mail.send({
    to: provider.email,
    subject,
    html: mailHtml({ greeting: `Dear ${providerName(provider)}`, paragraphs: [...paragraphs, howTo, `Reference ${check.ref}.`] }),
  });
  return { state: 'done' };
};

/** Asks for the evidence that a check looks at. */
export const askForEvidence =
  (ports: Needs) =>
  async (check: CheckRecord): Promise<Performed> =>
    check.outcome === 'evidence-requested'
      ? mailProvider(ports, check, (standard) => ({
          subject: `Evidence needed: ${standard}`,
          paragraphs: [
            `To stay in the directory of alternative provision, show the commissioning team evidence for '${standard}'${check.evidenceDueOn ? ` by ${formatDate(check.evidenceDueOn)}` : ''}.`,
          ],
        }))
      : { state: 'superseded' };

/** Reminds of a check that ends soon; not of one that has ended or was renewed meanwhile. */
export const remindProvider =
  (ports: Needs) =>
  async (check: CheckRecord): Promise<Performed> => {
    const today = toLondonDate(ports.clock.now());
    const { expiresOn } = check;
    if (check.outcome !== 'due' || expiresOn === undefined || expiresOn < today) return { state: 'superseded' };
    const checks = await ports.quality.checksOf(check.providerRef, 'known');
    if (checks.some(({ ref, standard, expiresOn: until }) => ref !== check.ref && standard === check.standard && (until ?? '') > expiresOn))
      return { state: 'superseded', reason: 'renewed' };
    return mailProvider(ports, check, (standard) => ({
      subject: `${standard}: holds until ${formatDate(expiresOn, 'short')}`,
      paragraphs: [
        `What the commissioning team has seen for '${standard}' holds until ${formatDate(expiresOn)}.`,
        check.mandatory
          ? 'Without new evidence by that day you are taken out of the directory at midnight, and no new order can be made.'
          : 'Show the team new evidence by that day.',
      ],
    }));
  };

/** Tells what has to be put right, and by when. */
export const tellWhatToDo =
  (ports: Needs) =>
  async (check: CheckRecord): Promise<Performed> => {
    const { action, actionDueOn } = check;
    if (check.outcome !== 'action-required' || action === undefined || actionDueOn === undefined) return { state: 'superseded' };
    return mailProvider(ports, check, (standard) => ({
      subject: `Action needed by ${formatDate(actionDueOn, 'short')}: ${standard}`,
      paragraphs: [`The commissioning team looked at '${standard}'. Put this right by ${formatDate(actionDueOn)}: ${action}`],
    }));
  };
