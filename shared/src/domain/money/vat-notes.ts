import type { ServiceType } from '../register/service.ts';
import type { VatTreatment } from './vat-treatment.ts';

/** Where it stands, so that a commissioner looks it up in the edition in force. The product never advises (R38). */
const staffSource = 'HM Revenue and Customs, VAT Notice 700/34 on staff';

const staff: readonly ServiceType[] = ['teaching-assistant', 'teacher'];

/** R38: what a commissioner should ask about a statement that is unusual; `undefined` for any other. Nothing is refused or changed by it. */
export const vatNote = (type: ServiceType, treatment: VatTreatment): string | undefined =>
  staff.includes(type) && (treatment === 'exempt-education' || treatment === 'exempt-health-or-welfare')
    ? `An agency that supplies staff normally charges VAT (${staffSource}, in its edition in force). Ask the provider why this is exempt; this is no advice.`
    : undefined;
