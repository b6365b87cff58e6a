import type { Enquiry } from '@ap/shared/domain/enquiries/enquiry';
import type { RecordHome } from '../commands/run-record.ts';
import type { Ports } from '../ports/ports.ts';

/** Where enquiries lie. */
export const enquiriesHome = ({ enquiries }: Pick<Ports, 'enquiries'>): RecordHome<Enquiry> => ({ list: 'Enquiries', register: enquiries });
