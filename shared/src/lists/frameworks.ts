import { buyerTypes } from '../domain/register/buyer-type.ts';
import { directAwardBases, type Framework, frameworkStatuses } from '../domain/register/framework.ts';
import type { FrameworkTender } from '../domain/tenders/framework/framework-tender.ts';
import { toFrameworkInUse } from '../domain/tenders/framework/framework-tender.ts';
import { choice, day, json, keyList, money, multiChoice, reference, text } from './column.ts';
import { defineList, type Fields } from './list.ts';
import { systemNote } from './system-note.ts';
import { frameworkState } from './tenders/framework-state.ts';

export const frameworks = defineList({
  title: 'Frameworks',
  description: 'Frameworks of the authority: who may buy, for how long, up to what value.',
  handEdited: true,
  columns: {
    Title: reference({
      label: 'Framework',
      holds: 'none',
      hint: 'Reference, such as AP-2026',
      required: true,
      indexed: true,
      unique: true,
    }),
    Name: text({ label: 'Name', holds: 'none', required: true }),
    ContractingAuthority: text({ label: 'Contracting authority', holds: 'business-contact', required: true }),
    Status: choice(frameworkStatuses, {
      label: 'Status',
      holds: 'none',
      required: true,
      indexed: true,
      tones: { coming: 'waiting', open: 'good', pending: 'waiting', standstill: 'waiting', live: 'good', cancelled: 'stopped' },
    }),
    LiveFrom: day({ label: 'Live from', holds: 'none', required: true }),
    ExpiresOn: day({ label: 'Expires on', holds: 'none', required: true, indexed: true, pastWord: 'Expired' }),
    EligibleBuyerTypes: multiChoice(buyerTypes, { label: 'Who may buy', holds: 'none', required: true }),
    PermittedBases: keyList({
      label: 'Direct award bases',
      holds: 'none',
      hint: `In order, parted by semicolons: ${directAwardBases.join('; ')}`,
      required: true,
    }),
    MaxValue: money({ label: 'Maximum value (ex VAT)', holds: 'none' }),
    Note: text({ label: 'Note', holds: 'free-text' }),
    State: json(frameworkState, {
      label: 'State',
      holds: ['staff-identity', 'free-text'],
      hint: 'Terms, standstill and history as JSON. Written by the product only; empty for a framework that was entered by hand.',
    }),
    SystemNote: systemNote,
  },
  views: [
    {
      title: 'All frameworks',
      columns: ['Title', 'Name', 'Status', 'LiveFrom', 'ExpiresOn', 'MaxValue', 'SystemNote'],
      orderBy: 'ExpiresOn',
      descending: true,
    },
  ],
});

export type FrameworkFields = Fields<typeof frameworks>;

const isBasis = (word: string): word is Framework['permittedBases'][number] => directAwardBases.some((basis) => basis === word);

export const toFramework = (fields: FrameworkFields): Framework => ({
  ref: fields.Title,
  name: fields.Name,
  authority: fields.ContractingAuthority,
  status: fields.Status,
  liveFrom: fields.LiveFrom,
  expiresOn: fields.ExpiresOn,
  eligibleBuyerTypes: fields.EligibleBuyerTypes,
  permittedBases: fields.PermittedBases.filter(isBasis),
  maxValue: fields.MaxValue,
});

export const fromFramework = (framework: Framework, note?: string): FrameworkFields => ({
  Title: framework.ref,
  Name: framework.name,
  ContractingAuthority: framework.authority,
  Status: framework.status,
  LiveFrom: framework.liveFrom,
  ExpiresOn: framework.expiresOn,
  EligibleBuyerTypes: framework.eligibleBuyerTypes,
  PermittedBases: framework.permittedBases,
  MaxValue: framework.maxValue,
  Note: note,
});

/** A framework that the product leads from its plan to its end: the columns are written from its state. */
export const fromFrameworkTender = (tender: FrameworkTender): FrameworkFields => ({
  ...fromFramework(toFrameworkInUse(tender)),
  State: tender,
});
