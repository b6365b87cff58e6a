import { vatTreatments } from '../domain/money/vat-treatment.ts';
import { deliveryModes, keyStages, needs, type Service, serviceKinds, serviceStatuses, serviceTypes } from '../domain/register/service.ts';
import { choice, day, longText, multiChoice, number, reference, text } from './column.ts';
import { defineList, type Fields } from './list.ts';
import { sameFacts } from './same-facts.ts';
import { systemNote } from './system-note.ts';

export const services = defineList({
  title: 'Services',
  description: 'What providers offer, one row for each offer on one lot.',
  handEdited: true,
  columns: {
    Title: reference({ label: 'Service', holds: 'none', hint: 'Reference, such as S-00042', required: true, indexed: true, unique: true }),
    ProviderRef: reference({ label: 'Provider', holds: 'none', required: true, indexed: true }),
    LotKey: reference({ label: 'Lot', holds: 'none', required: true, indexed: true }),
    SiteRef: reference({ label: 'Site', holds: 'none', indexed: true }),
    Name: text({ label: 'Name', holds: 'none', required: true }),
    Summary: longText({ label: 'Summary', holds: 'free-text', required: true }),
    Kind: choice(serviceKinds, { label: 'Kind', holds: 'none', required: true }),
    ServiceType: choice(serviceTypes, { label: 'Type', holds: 'none', required: true, indexed: true }),
    DeliveryMode: choice(deliveryModes, { label: 'Delivered', holds: 'none', required: true, indexed: true }),
    KeyStages: multiChoice(keyStages, { label: 'Key stages', holds: 'none', required: true }),
    Needs: multiChoice(needs, { label: 'Needs', holds: 'none', required: true }),
    AgeFrom: number({ label: 'Age from', holds: 'none', required: true }, { minimum: 4, maximum: 25 }),
    AgeTo: number({ label: 'Age to', holds: 'none', required: true }, { minimum: 4, maximum: 25 }),
    MaxGroup: number({ label: 'Largest group', holds: 'none' }, { minimum: 1, maximum: 60 }),
    HoursPerWeekMax: number({ label: 'Most hours a week', holds: 'none' }, { minimum: 1, maximum: 40 }),
    TravelRadiusMiles: number({ label: 'Travels up to (miles)', holds: 'none' }, { minimum: 0, maximum: 500 }),
    Transport: text({ label: 'Transport', holds: 'free-text' }),
    EarliestStart: day({ label: 'Earliest start', holds: 'none' }),
    PlacesTotal: number({ label: 'Places in all', holds: 'none' }, { minimum: 0, maximum: 500 }),
    PlacesFree: number({ label: 'Places free', holds: 'none' }, { minimum: 0, maximum: 500 }),
    PlacesAsAt: day({ label: 'Places as at', holds: 'none' }),
    VatTreatment: choice(vatTreatments, {
      label: 'VAT (as the provider states it of this service)',
      holds: 'none',
      hint: 'Empty: as the provider states it of itself. Enter who stated it, and when, with it',
    }),
    VatStatedBy: text({ label: 'VAT stated by', holds: 'business-contact' }),
    VatStatedOn: day({ label: 'VAT stated on', holds: 'none' }),
    VatEvidence: text({
      label: 'VAT: shown by',
      holds: 'free-text',
      hint: 'Where the statement can be read, such as a letter and its date',
    }),
    Status: choice(serviceStatuses, { label: 'Status', holds: 'none', required: true, indexed: true, tones: { offered: 'good' } }),
    SystemNote: systemNote,
  },
  views: [
    {
      title: 'All services',
      columns: ['Title', 'Name', 'ProviderRef', 'LotKey', 'DeliveryMode', 'Status', 'PlacesFree', 'PlacesAsAt', 'SystemNote'],
      orderBy: 'ProviderRef',
    },
    {
      title: 'VAT as stated',
      columns: ['Title', 'Name', 'ProviderRef', 'ServiceType', 'VatTreatment', 'VatStatedBy', 'VatStatedOn', 'VatEvidence', 'SystemNote'],
      orderBy: 'ProviderRef',
    },
  ],
});

export type ServiceFields = Fields<typeof services>;

export const { to: toService, from: fromService } = sameFacts<Service>()(services, { Title: 'ref', ServiceType: 'type' });
