import type { AwardReply } from '../../../contract/awards.ts';
import type { CouncilRole } from '../../../domain/people/membership.ts';
import type { AwardStatus } from '../../../domain/tenders/award/award-status.ts';
import { type ExclusionOutcome, exclusionOutcomes } from '../../../domain/tenders/award/exclusion-check.ts';
import type { Act } from '../Acts.tsx';
import type { useAwardsClient } from '../use-awards.tsx';
import { exclusionWords } from './award-words.tsx';

const closed: readonly AwardStatus[] = ['rejected', 'countersigned', 'in-force', 'set-aside'];

/** What somebody in these roles may try with an award as it stands. Whether it is theirs, the decision itself says. */
export const awardActs = (award: AwardReply, roles: readonly CouncilRole[], client: ReturnType<typeof useAwardsClient>): readonly Act[] => {
  const { ref, status, version, providerName, exclusionCheck } = award;
  const params = { ref };
  const commissioner = roles.includes('commissioner');
  const when = (holds: boolean, act: Act): readonly Act[] => (holds ? [act] : []);
  return [
    ...when(commissioner && status === 'proposed' && exclusionCheck === undefined, {
      title: 'Record the exclusion check',
      about: 'The grounds for exclusion and the debarment list were looked at. Then the award approvers are asked.',
      questions: [
        {
          as: 'choice',
          name: 'outcome',
          label: 'What was found?',
          missing: 'Choose what was found',
          options: exclusionOutcomes.map((value) => ({ value, label: exclusionWords[value] })),
        },
        {
          as: 'day',
          name: 'debarmentListCheckedOn',
          label: 'When was the debarment list read?',
          missing: 'Enter the day on which it was read',
        },
        { as: 'paragraph', name: 'reason', label: 'What was the ground, and how was it put right?' },
      ],
      onSend: async (given, key) => {
        const outcome = given.text('outcome') as ExclusionOutcome;
        await client.checkExclusion({
          params,
          body: { outcome, debarmentListCheckedOn: given.day('debarmentListCheckedOn'), ...given.maybe('reason') },
          key,
        });
        return 'The exclusion check is recorded.';
      },
    }),
    ...when(roles.includes('award-approver') && status === 'proposed' && exclusionCheck !== undefined, {
      title: 'Decide the award',
      about: 'Nobody who scored or proposed it approves it.',
      questions: [
        {
          as: 'choice',
          name: 'verdict',
          label: 'What do you decide?',
          missing: 'Choose whether to approve or reject',
          options: [
            { value: 'approve', label: 'Approve' },
            { value: 'reject', label: 'Reject' },
          ],
        },
        { as: 'paragraph', name: 'comment', label: 'Comment', hint: 'Needed where you reject' },
      ],
      sure: `The award to ${providerName} is decided once.`,
      onSend: async (given, key) => {
        const verdict = given.text('verdict') as 'approve' | 'reject';
        await client.decideAward({ params, body: { verdict, ...given.maybe('comment'), version }, key });
        return verdict === 'approve' ? 'The award is approved. Next is the standstill.' : 'The award is rejected.';
      },
    }),
    ...when(commissioner && status === 'approved', {
      title: 'Begin the standstill',
      about: 'Its days are working days in England: weekends and bank holidays do not count.',
      questions: [
        { as: 'day', name: 'noticePublishedOn', label: 'When was the notice published?', missing: 'Enter the day of the notice' },
      ],
      onSend: async (given, key) => {
        await client.beginAwardStandstill({ params, body: { noticePublishedOn: given.day('noticePublishedOn') }, key });
        return 'The standstill has begun.';
      },
    }),
    ...when(commissioner && status === 'standstill', {
      title: 'Send the agreement',
      about: `The prices are reserved, and ${providerName} gets a link by which it signs. Refused while the standstill lasts.`,
      questions: [
        {
          as: 'line',
          name: 'documentUrl',
          label: 'Link to the agreement',
          hint: 'Begins with https://',
          missing: 'Enter the link to the agreement',
          limit: 1_000,
        },
        { as: 'day', name: 'sentOn', label: 'As of which day?', missing: 'Enter the day' },
      ],
      onSend: async (given, key) => {
        await client.sendAgreement({ params, body: { documentUrl: given.text('documentUrl'), sentOn: given.day('sentOn') }, key });
        return `The agreement was mailed to ${providerName}.`;
      },
    }),
    ...when(commissioner && status === 'agreement-sent', {
      title: 'Record the signature',
      about: 'Where a signed copy came back by another way than the link.',
      questions: [
        { as: 'day', name: 'signedOn', label: 'When was it signed?', missing: 'Enter the day of the signature' },
        { as: 'line', name: 'name', label: 'Who signed?', missing: 'Enter the name of who signed', limit: 200 },
        { as: 'line', name: 'position', label: 'In which position?', missing: 'Enter the position', limit: 200 },
        { as: 'line', name: 'signedUrl', label: 'Link to the signed copy', missing: 'Enter the link to the signed copy', limit: 1_000 },
      ],
      onSend: async (given, key) => {
        const signatory = { name: given.text('name'), position: given.text('position') };
        await client.recordSignature({
          params,
          body: { signedOn: given.day('signedOn'), signatory, signedUrl: given.text('signedUrl') },
          key,
        });
        return 'The signature is recorded.';
      },
    }),
    ...when(commissioner && status === 'signed', {
      title: 'Countersign',
      about: `The lots of ${providerName} are enabled, its services entered and its prices approved in one recorded step.`,
      questions: [],
      sure: 'Schools can find and order its services as soon as its checks hold.',
      onSend: async (_given, key) => {
        await client.countersignAward({ params, key });
        return 'The agreement is countersigned. The lots, services and prices are being entered.';
      },
    }),
    ...when(commissioner && !closed.includes(status), {
      title: 'Set the award aside',
      questions: [{ as: 'paragraph', name: 'reason', label: 'Why?', missing: 'Enter why it is set aside' }],
      sure: 'Its prices are released. An award that was set aside is not taken up again.',
      onSend: async (given, key) => {
        await client.setAwardAside({ params, body: { reason: given.text('reason') }, key });
        return 'The award is set aside.';
      },
    }),
  ];
};
