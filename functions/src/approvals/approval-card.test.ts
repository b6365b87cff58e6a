import { type CallOff, openStep } from '@ap/shared/domain/call-off/call-off';
import {
  aCallOff,
  aCommand,
  accepted,
  aListing,
  anOrder,
  aProvider,
  aRequest,
  aSubmission,
  decided,
  deputy,
  facts,
  head,
  officer,
  senco,
  stranger,
} from '@ap/shared/domain/call-off/call-off.fixture';
import { submitCallOff } from '@ap/shared/domain/call-off/submit-call-off';
import { withdrawCallOff } from '@ap/shared/domain/call-off/withdraw-call-off';
import { pence } from '@ap/shared/domain/money/money';
import type { AdaptiveCard, CardElement } from '../cards/adaptive-card.ts';
import { cardFaults } from '../cards/card-rules.ts';
import { approvalCard, approvalVerbs, type CardFace } from './approval-card.ts';

const pageUrl = 'https://ap.council.example/requests/CO-7K3M-9QXT';
const key = 'key-of-one-click-0001';
const faces: readonly CardFace[] = ['request', 'confirm-approve', 'confirm-reject', 'confirm-return'];

const second = decided(aCallOff({ payer: 'council-budget' }), 'approve', { comment: 'Go ahead.' });
const states: readonly [string, CallOff][] = [
  ['waits for its first step', aCallOff()],
  ['waits for the council', second],
  ['was sent back', decided(aCallOff(), 'return')],
  ['was rejected', decided(aCallOff(), 'reject')],
  ['was withdrawn', accepted(withdrawCallOff(aCallOff(), aCommand(senco))).state],
  ['was ordered', anOrder()],
];

const texts = (body: readonly CardElement[]): readonly string[] =>
  body.flatMap((element) => (element.type === 'TextBlock' ? [element.text] : element.type === 'Container' ? texts(element.items) : []));
const allText = (card: AdaptiveCard): string => texts(card.body).join('\n');
const verbs = (card: AdaptiveCard) => (card.actions ?? []).map((action) => (action.type === 'Action.Execute' ? action.verb : action.type));

describe.each(states)('the card of a request that %s', (_state, callOff) => {
  test.each(faces)('E34: can be shown by every client of Teams: %s', (face) => {
    for (const viewer of [head, deputy, officer, stranger])
      for (const notice of [undefined, 'The framework price has changed since this request was made.'])
        expect(cardFaults(approvalCard(callOff, viewer, face, { pageUrl, ...(notice ? { notice } : {}) }, key))).toEqual([]);
  });

  test('has buttons for whoever is waited for and for nobody else', () => {
    const waited = callOff.status === 'awaiting-approval' ? (callOff.approvals[openStep(callOff)]?.approvers ?? []) : [];
    for (const viewer of [head, deputy, officer, senco, stranger])
      expect(verbs(approvalCard(callOff, viewer, 'request', { pageUrl }, key))).toEqual(
        waited.includes(viewer) ? ['ask-approve', 'ask-return', 'ask-reject'] : ['Action.OpenUrl'],
      );
  });
});

describe('a click', () => {
  const click = (face: CardFace) => approvalCard(second, officer, face, { pageUrl }, key).actions ?? [];

  test.each(faces)('on %s carries which request, round, step and key, and nothing else', (face) => {
    for (const action of click(face)) {
      if (action.type !== 'Action.Execute') throw new Error('Every button of this card decides or asks.');
      expect(action.data).toEqual({ ref: 'CO-7K3M-9QXT', round: 1, step: 1, commandKey: key });
      expect(approvalVerbs).toContain(action.verb);
      // Older clients submit: the same, with the verb in the data.
      expect(action.fallback).toEqual({ type: 'Action.Submit', title: action.title, data: { ...action.data, verb: action.verb } });
    }
  });

  test('on the first card only asks; the second click decides, and says for how much', () => {
    expect(click('request').map((action) => action.title)).toEqual(['Approve', 'Ask for changes', 'Reject']);
    expect(click('confirm-approve').map((action) => action.title)).toEqual(['Approve £1,440.00', 'Back']);
    expect(verbs(approvalCard(second, officer, 'confirm-reject', { pageUrl }, key))).toEqual(['reject', 'back']);
    expect(verbs(approvalCard(second, officer, 'confirm-return', { pageUrl }, key))).toEqual(['return', 'back']);
  });

  test('that rejects or sends back is asked why, with the warning about pupils beside the field', () => {
    for (const face of ['confirm-reject', 'confirm-return'] as const) {
      const { body } = approvalCard(second, officer, face, { pageUrl }, key);
      expect(body).toContainEqual(expect.objectContaining({ type: 'Input.Text', id: 'comment', isMultiline: true, maxLength: 1000 }));
      expect(allText({ ...approvalCard(second, officer, face, { pageUrl }, key) })).toContain('identify pupils');
    }
  });
});

describe('what the card says', () => {
  test('E32: is what a decision needs: who asks, what, what the cost rests on, when, why and until when', () => {
    const text = allText(approvalCard(aCallOff(), head, 'request', { pageUrl }, key));
    for (const line of [
      'Approve CO-7K3M-9QXT?',
      '**For:** Stour Vale School',
      '**Asked by:** Sena Coombe',
      '**Service:** Day programme, Blackmore Vale',
      '**Dates:** 12 Jan 2027 to 18 Mar 2027',
      '**Units:** 9 weeks x 2 days = 18 days',
      '**Why this provider:** It is the lowest price that meets the need',
      '**Paid by:** The school',
      '**Total:** £1,440.00, no VAT',
      '**Decide by:** Tuesday 12 January 2027, the first day',
    ])
      expect(text).toContain(line);
  });

  test('names the VAT where the provider charges it', () => {
    const listing = aListing({ provider: aProvider({ vatTreatment: 'standard-rated' }) });
    const { state } = accepted(submitCallOff(aSubmission({ request: aRequest(), shownGross: pence(172_800) }), facts({ listing })));
    expect(allText(approvalCard(state, head, 'request', { pageUrl }, key))).toContain('£1,728.00 with VAT, £1,440.00 without');
  });

  test('after the decision: by whom, when and why, under a heading that says how it stands', () => {
    const headings = states.map(([, callOff]) => texts(approvalCard(callOff, stranger, 'request', { pageUrl }, key).body)[0]);
    expect(headings).toEqual([
      'CO-7K3M-9QXT is with the next approver',
      'CO-7K3M-9QXT is with the next approver',
      'CO-7K3M-9QXT was sent back for changes',
      'CO-7K3M-9QXT was rejected',
      'CO-7K3M-9QXT was withdrawn by the requester',
      'CO-7K3M-9QXT was approved: order AP-000042',
    ]);
    expect(allText(approvalCard(second, head, 'request', { pageUrl }, key))).toContain(
      'Approved by Hedda Marsh on Tuesday 24 November 2026 at 10am: Go ahead.',
    );
  });

  test('a refusal stands on top, in its own words', () => {
    const card = approvalCard(aCallOff(), head, 'request', { pageUrl, notice: 'The price has *changed*.' }, key);
    expect(texts(card.body)[0]).toBe('The price has \\*changed\\*.');
  });

  test('a school, a service and a comment cannot write Markdown or a link into it', () => {
    const evil = '[Approve](https://evil.example) **now** <at>everyone</at>';
    const hostile: CallOff = {
      ...decided(aCallOff(), 'reject', { comment: evil }),
      buyerName: evil,
      serviceName: evil,
      providerName: evil,
      lotName: evil,
      requester: { ...senco, name: evil },
    };
    for (const callOff of [
      hostile,
      { ...hostile, ...aCallOff(), buyerName: evil, serviceName: evil, requester: { ...senco, name: evil } },
    ]) {
      for (const face of faces) {
        const text = allText(approvalCard(callOff, head, face, { pageUrl }, key));
        expect(text).not.toContain('[Approve](');
        expect(text).not.toContain('<at>');
        expect(text).not.toContain('**now**');
      }
    }
  });

  test('E32: never the reference of the pupil, a flag about them, the objectives or the invoice', () => {
    const canaries = { pupilRef: 'ZQ-7319', objectives: 'Canary objectives', billTo: 'Canary invoice', costCode: 'CANARY-1' };
    const told = aCallOff({ ...canaries, ehcPlan: true, lookedAfter: true });
    for (const callOff of [told, decided(told, 'approve'), decided(told, 'reject')])
      for (const face of faces) {
        const card = JSON.stringify(approvalCard(callOff, head, face, { pageUrl }, key));
        expect(card).not.toMatch(/ZQ-7319|canary|EHC|looked.after|compulsory/i);
      }
  });
});
