import type { ConcernCategory, ConcernSeverity } from './concern-category.ts';
import type { ConcernStatus } from './concern-status.ts';

type Words<Code extends string> = Readonly<Record<Code, string>>;

/** What a concern is about, as people choose and read it. */
export const categoryWords: Words<ConcernCategory> = {
  'child-may-be-harmed': 'A child may be suffering harm, or be at risk of it',
  'adult-may-have-harmed': 'Somebody who works there may have harmed a child or be a risk to children',
  'staff-checks': 'Staff may not have been checked',
  'site-not-safe': 'The site is not safe',
  'not-registered': 'It may be running a school that is not registered',
  'poor-provision': 'The provision is poor or not what was agreed',
  other: 'Something else',
};

export const severityWords: Words<ConcernSeverity> = {
  'danger-now': 'A child is in danger now',
  serious: 'Serious: somebody must act today',
  'less-serious': 'Less serious: it can wait for a working day',
};

export const statusWords: Words<ConcernStatus> = {
  open: 'Open, nobody has begun yet',
  joined: 'Looked into with an earlier concern',
  'under-enquiry': 'Being looked into',
  closed: 'Closed',
};
