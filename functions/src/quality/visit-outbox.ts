import { formatDate } from '@ap/shared/domain/days/local-date';
import type { QualityEffectWork } from '@ap/shared/domain/quality/quality-effect';
import type { Visit } from '@ap/shared/domain/quality/visit';
import { providerName } from '@ap/shared/domain/register/provider';
import type { Outbox } from '../effects/outbox.ts';
import type { Performed } from '../effects/performed.ts';
import { recordOutbox } from '../effects/record-outbox.ts';
import { mailHtml } from '../mail/mail-html.ts';
import type { Ports } from '../ports/ports.ts';
import { everyListPerforms } from './quality-performers.ts';
import { visitsHome } from './visits.ts';

/** Tells the provider what was agreed at a visit and by when: one action in each mail, as one command agrees one. */
const tellWhatToDo = async (ports: Ports, visit: Visit, actionRef: string | undefined): Promise<Performed> => {
  const { provider } = await ports.providers.provider(visit.providerRef, 'known');
  if (!provider) return { state: 'stuck', reason: 'no-provider' };
  const action = visit.actions.find(({ ref }) => ref === actionRef);
  if (!action || action.doneAt !== undefined) return { state: 'superseded' };
  const phone = await ports.policies.commissioningPhone();
  await ports.mail.send({
    to: provider.email,
    subject: `Action needed by ${formatDate(action.dueOn, 'short')} after our visit`,
    html: mailHtml({
      greeting: `Dear ${providerName(provider)}`,
      paragraphs: [
        `After the visit of ${formatDate(visit.heldOn ?? visit.plannedFor)} this has to be done by ${formatDate(action.dueOn)}: ${action.text}`,
        `Tell the commissioning team where they can see that it is done${phone === undefined ? '' : `: phone ${phone}`}. Do not send details of pupils or of staff by e-mail. Reference ${action.ref}.`,
      ],
    }),
  });
  return { state: 'done' };
};

/** The outbox of visits. */
export const visitOutbox = (ports: Ports): Outbox =>
  recordOutbox<QualityEffectWork, Visit>(
    visitsHome(ports),
    {
      ...everyListPerforms(ports),
      'tell-provider-what-to-do': ({ state }, { actionRef }) => tellWhatToDo(ports, state, actionRef),
    },
    ports.log,
  );
