import type { Notice } from '@ap/shared/domain/notices/notice';
import type { RecordHome } from '../commands/run-record.ts';
import type { Ports } from '../ports/ports.ts';

/** Where notices lie. */
export const noticesHome = ({ notices }: Pick<Ports, 'notices'>): RecordHome<Notice> => ({ list: 'Notices', register: notices });
