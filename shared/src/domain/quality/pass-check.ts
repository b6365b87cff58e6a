import { addMonths, formatDate, type LocalDate, toLondonDate } from '../days/local-date.ts';
import { type Refusal, refused } from '../refusal.ts';
import type { CheckCommandOf, CheckStep } from './check-command.ts';
import type { CheckFacts, CheckRecord } from './check-record.ts';
import { longestValidity, neededConfirmations } from './confirmation.ts';
import { whyNotLink } from './evidence-link.ts';
import { whyNotText } from './why-not-text.ts';

const gradeWords = /\b(outstanding|requires improvement|inadequate|(rated|judged|graded)\s+['"“]?good)\b/iu;

/** R16 to R18, R20: what was seen to is named, a pass holds no longer than what it rests on, and no grade is kept as truth. */
export const passCheck: CheckStep<'pass'> = (present, command, facts) => {
  const refusal =
    whyNotText(command.confirmation, '/confirmation', 'Enter what was confirmed, in a sentence.') ??
    whyNotDates(present, command) ??
    whyNotConfirmed(present, command, facts) ??
    whyNotInspection(present, command, facts);
  if (refusal) return refusal;
  return {
    state: {
      ...present,
      outcome: 'passed',
      checkedOn: command.checkedOn,
      checkedBy: command.by.name,
      expiresOn: command.expiresOn,
      decidedBy: command.by,
      decidedAt: command.now,
      confirmed: command.confirmed,
      confirmation: command.confirmation,
      inspection: command.inspection,
      action: undefined,
      actionDueOn: undefined,
      waiver: undefined,
      waivedUntil: undefined,
      reminded: [],
    },
    what: 'Passed',
    action: 'check-passed',
    works: [{ kind: 'refresh-directory', providerRef: present.providerRef }],
    comment: command.confirmation,
  };
};

const whyNotDates = (present: CheckRecord, command: CheckCommandOf<'pass'>): Refusal | undefined => {
  const today = toLondonDate(command.now);
  const { checkedOn, expiresOn, restsOn } = command;
  const received = present.evidence && toLondonDate(present.evidence.recordedAt);
  if (checkedOn > today || (received !== undefined && checkedOn < received))
    return refused('dates-not-allowed', 'Enter the day of the check: from the day on which the evidence came in to today.', '/checkedOn');
  if (expiresOn < today) return refused('dates-not-allowed', 'Enter a last day that is today or later.', '/expiresOn');
  const months = longestValidity[present.standard];
  if (months === undefined) return undefined;
  if (restsOn === undefined || restsOn > today)
    return refused('dates-not-allowed', 'Enter the day of the training or review, today at the latest.', '/restsOn');
  const last: LocalDate = addMonths(restsOn, months);
  return expiresOn > last
    ? refused('validity-too-long', `This holds for ${months} months: until ${formatDate(last)} at the latest (R17).`, '/expiresOn')
    : undefined;
};

const whyNotConfirmed = (present: CheckRecord, command: CheckCommandOf<'pass'>, facts: CheckFacts): Refusal | undefined => {
  const missing = neededConfirmations(present.standard, facts.offersTherapy).filter((each) => !command.confirmed.includes(each));
  return missing.length === 0
    ? undefined
    : refused('not-confirmed', `Not confirmed yet: ${missing.join(', ').replaceAll('-', ' ')}.`, '/confirmed');
};

/** R20: a registered school shows when it was inspected last and where to read it. */
const whyNotInspection = (present: CheckRecord, command: CheckCommandOf<'pass'>, facts: CheckFacts): Refusal | undefined => {
  if (present.standard !== 'registration') return undefined;
  if (gradeWords.test(command.confirmation))
    return refused('grade-not-kept', 'Leave out the grade. Give the day and the link of the inspection instead (R20).', '/confirmation');
  if (!facts.registeredSchool) return undefined;
  if (!command.inspection) return refused('inspection-required', 'Enter who inspected the school last, when, and the link.', '/inspection');
  if (command.inspection.on > toLondonDate(command.now))
    return refused('dates-not-allowed', 'Enter the day of the last inspection, today at the latest.', '/inspection/on');
  return whyNotLink(command.inspection.link, '/inspection/link');
};
