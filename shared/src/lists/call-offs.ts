import { attentionReasons, mostUrgent } from '../domain/call-off/attention.ts';
import { evidenceSentence } from '../domain/call-off/award-basis.ts';
import { callOffRoutes, routeOf } from '../domain/call-off/award-route.ts';
import { type CallOff, callOffStatuses, waitingFor } from '../domain/call-off/call-off.ts';
import { payers } from '../domain/money/payer.ts';
import { orderStates } from '../domain/orders/order.ts';
import { plannedEnd, presentTotals } from '../domain/orders/order-plan.ts';
import { personKey } from '../domain/people/person.ts';
import { orderHoldStates } from '../domain/quality/order-hold.ts';
import { directAwardBases } from '../domain/register/framework.ts';
import { callOffState } from './call-off-state.ts';
import { choice, day, instant, json, money, number, person, reference, text } from './column.ts';
import { defineList, type Fields } from './list.ts';

/**
 * Request, approvals and order of one placement in one item, because SharePoint has no transactions: one conditional write decides.
 * `State` is the truth; every other column is written from it, for people to read, sort and filter.
 */
export const callOffs = defineList({
  title: 'CallOffs',
  description: 'Requests, approvals and orders. Read only for people: the product writes it, so that no step is skipped.',
  handEdited: false,
  columns: {
    Title: text({ label: 'Request', holds: 'none', required: true, indexed: true, unique: true }),
    IdempotencyKey: text({ label: 'Idempotency key', holds: 'none', required: true, indexed: true, unique: true }),
    Status: choice(callOffStatuses, {
      label: 'Status',
      holds: 'none',
      required: true,
      indexed: true,
      tones: { 'awaiting-approval': 'waiting', returned: 'waiting', rejected: 'stopped', ordered: 'good' },
    }),
    NeedsAttention: choice(attentionReasons, {
      label: 'Needs attention',
      holds: 'none',
      hint: 'A person must look at this request: open it in the app, which says why and what can be done',
      indexed: true,
      tones: { 'order-not-sent': 'stopped', 'message-not-sent': 'attention', 'message-delayed': 'waiting' },
    }),
    OrderNumber: text({ label: 'Order', holds: 'none', indexed: true }),
    OrderState: choice(orderStates, {
      label: 'Order state',
      holds: 'pupil-attribute',
      indexed: true,
      tones: {
        'awaiting-provider': 'waiting',
        accepted: 'waiting',
        declined: 'attention',
        unfilled: 'attention',
        active: 'good',
        paused: 'waiting',
        'notice-given': 'waiting',
        ended: 'stopped',
        completed: 'good',
        cancelled: 'stopped',
      },
    }),
    OrderHold: choice(orderHoldStates, {
      label: 'On hold',
      holds: 'none',
      hint: 'How the school has answered when its provider was paused for new orders',
      indexed: true,
      tones: { asked: 'waiting', unanswered: 'attention', continued: 'attention', paused: 'waiting', ended: 'stopped' },
    }),
    AnswerBy: instant({ label: 'School answers by', holds: 'none', indexed: true }),
    BuyerRef: reference({ label: 'Buyer', holds: 'none', required: true, indexed: true }),
    BuyerName: text({ label: 'Buyer name', holds: 'none', required: true }),
    Requester: person({ label: 'Requester key', holds: 'staff-identity', required: true, indexed: true }),
    RequesterName: text({ label: 'Requester', holds: 'staff-identity', required: true }),
    FrameworkRef: reference({ label: 'Framework', holds: 'none', required: true, indexed: true }),
    LotKey: reference({ label: 'Lot', holds: 'none', required: true, indexed: true }),
    ProviderRef: reference({ label: 'Provider', holds: 'none', required: true, indexed: true }),
    ProviderName: text({ label: 'Provider name', holds: 'none', required: true }),
    ServiceRef: reference({ label: 'Service', holds: 'pupil-attribute', required: true, indexed: true }),
    ServiceName: text({ label: 'Service name', holds: 'pupil-attribute', required: true }),
    PupilRef: text({ label: "School's pupil reference", holds: 'pupil-reference', required: true }),
    Route: choice(callOffRoutes, {
      label: 'Route',
      holds: 'none',
      hint: 'Whether it is bought by itself, after a competition, or through a block purchase that is owed already',
    }),
    BlockRef: reference({ label: 'Block purchase', holds: 'none' }),
    EnquiryRef: reference({ label: 'Competition', holds: 'none' }),
    Basis: choice(directAwardBases, { label: 'Basis of the direct award', holds: 'pupil-attribute' }),
    BasisEvidence: text({ label: 'How the basis was proved', holds: 'free-text' }),
    Payer: choice(payers, { label: 'Payer', holds: 'pupil-attribute', required: true, indexed: true }),
    StartDate: day({ label: 'Start', holds: 'pupil-attribute', required: true, indexed: true }),
    EndDate: day({ label: 'End', holds: 'pupil-attribute', required: true }),
    Units: number({ label: 'Units', holds: 'pupil-attribute', required: true }, { decimalPlaces: 'two' }),
    Unit: text({ label: 'Unit', holds: 'none', required: true }),
    UnitPrice: money({ label: 'Unit price (ex VAT)', holds: 'none', required: true }),
    Net: money({ label: 'Net', holds: 'none', required: true }),
    Vat: money({ label: 'VAT', holds: 'none', required: true }),
    Gross: money({ label: 'Total', holds: 'none', required: true }),
    RateRef: reference({ label: 'Rate', holds: 'none', required: true, indexed: true }),
    RateHash: text({ label: 'Rate hash', holds: 'none', required: true }),
    WaitingFor: text({ label: 'Waiting for', holds: 'staff-identity' }),
    SubmittedAt: instant({ label: 'Sent', holds: 'none', required: true, indexed: true }),
    Version: number({ label: 'Version', holds: 'none', required: true }),
    State: json(callOffState, {
      label: 'State',
      holds: ['pupil-reference', 'pupil-attribute', 'staff-identity', 'free-text'],
      hint: 'The whole call-off as JSON. Written by the product only.',
      required: true,
    }),
  },
  views: [
    {
      title: 'All call-offs',
      columns: [
        'Title',
        'NeedsAttention',
        'OrderNumber',
        'Status',
        'OrderState',
        'BuyerName',
        'ServiceName',
        'ProviderName',
        'Gross',
        'WaitingFor',
        'StartDate',
      ],
      orderBy: 'SubmittedAt',
      descending: true,
    },
    {
      title: 'Needs attention',
      columns: ['Title', 'NeedsAttention', 'OrderNumber', 'BuyerName', 'ServiceName', 'ProviderName', 'StartDate', 'RequesterName'],
      orderBy: 'StartDate',
      filter: { column: 'NeedsAttention', oneOf: attentionReasons },
    },
    {
      title: 'Waiting for approval',
      columns: ['Title', 'BuyerName', 'ServiceName', 'Gross', 'WaitingFor', 'SubmittedAt'],
      orderBy: 'SubmittedAt',
      filter: { column: 'Status', equals: 'awaiting-approval' },
    },
    {
      title: 'Orders on hold',
      columns: ['OrderNumber', 'OrderHold', 'AnswerBy', 'BuyerName', 'ProviderName', 'ServiceName', 'RequesterName'],
      orderBy: 'AnswerBy',
      filter: { column: 'OrderHold', oneOf: ['asked', 'unanswered', 'continued', 'paused'] },
    },
    {
      title: 'Orders',
      columns: ['OrderNumber', 'OrderState', 'BuyerName', 'ProviderName', 'ServiceName', 'StartDate', 'EndDate', 'Gross'],
      orderBy: 'OrderNumber',
      descending: true,
      filter: { column: 'Status', equals: 'ordered' },
    },
  ],
});

export type CallOffFields = Fields<typeof callOffs>;

export const toCallOff = (fields: CallOffFields): CallOff => fields.State;

const lineOf = (names: readonly string[]): string | undefined => (names.length > 0 ? names.join(', ').slice(0, 255) : undefined);

export const fromCallOff = (callOff: CallOff): CallOffFields => ({
  Title: callOff.ref,
  IdempotencyKey: callOff.idempotencyKey,
  Status: callOff.status,
  NeedsAttention: mostUrgent(callOff),
  OrderNumber: callOff.order?.number,
  OrderState: callOff.order?.state,
  OrderHold: callOff.hold?.state,
  AnswerBy: callOff.hold?.answerBy,
  BuyerRef: callOff.request.buyerRef,
  BuyerName: callOff.buyerName,
  Requester: personKey(callOff.requester),
  RequesterName: callOff.requester.name,
  FrameworkRef: callOff.frameworkRef,
  LotKey: callOff.lotKey,
  ProviderRef: callOff.providerRef,
  ProviderName: callOff.providerName,
  ServiceRef: callOff.request.serviceRef,
  ServiceName: callOff.serviceName,
  PupilRef: callOff.request.pupilRef,
  Route: routeOf(callOff.request),
  BlockRef: callOff.request.blockRef,
  EnquiryRef: callOff.request.enquiryRef,
  Basis: callOff.award?.basis,
  BasisEvidence: callOff.award && evidenceSentence(callOff.award),
  Payer: callOff.request.payer,
  StartDate: callOff.order?.startedOn ?? callOff.request.startDate,
  EndDate: callOff.order?.end?.on ?? plannedEnd(callOff),
  Units: presentTotals(callOff).units,
  Unit: callOff.price.unit,
  UnitPrice: callOff.price.unitPrice,
  Net: presentTotals(callOff).net,
  Vat: presentTotals(callOff).vat,
  Gross: presentTotals(callOff).gross,
  RateRef: callOff.price.rateRef,
  RateHash: callOff.price.rateHash,
  WaitingFor: lineOf(waitingFor(callOff).map((approver) => approver.name)),
  SubmittedAt: callOff.submittedAt,
  Version: callOff.version,
  State: callOff,
});
