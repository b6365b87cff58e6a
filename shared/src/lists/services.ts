import { deliveryModes, keyStages, needs, type Service, serviceKinds, serviceStatuses, serviceTypes } from '../domain/service.ts';
import { choice, day, longText, multiChoice, number, reference, text } from './column.ts';
import { defineList, type Fields } from './list.ts';
import { systemNote } from './system-note.ts';

export const services = defineList({
  title: 'Services',
  description: 'What providers offer, one row for each offer on one lot.',
  handEdited: true,
  columns: {
    Title: reference({ label: 'Service', hint: 'Reference, such as S-00042', required: true, indexed: true, unique: true }),
    ProviderRef: reference({ label: 'Provider', required: true, indexed: true }),
    LotKey: reference({ label: 'Lot', required: true, indexed: true }),
    SiteRef: reference({ label: 'Site', indexed: true }),
    Name: text({ label: 'Name', required: true }),
    Summary: longText({ label: 'Summary', required: true }),
    Kind: choice(serviceKinds, { label: 'Kind', required: true }),
    ServiceType: choice(serviceTypes, { label: 'Type', required: true, indexed: true }),
    DeliveryMode: choice(deliveryModes, { label: 'Delivered', required: true, indexed: true }),
    KeyStages: multiChoice(keyStages, { label: 'Key stages', required: true }),
    Needs: multiChoice(needs, { label: 'Needs', required: true }),
    AgeFrom: number({ label: 'Age from', required: true }, { minimum: 4, maximum: 25 }),
    AgeTo: number({ label: 'Age to', required: true }, { minimum: 4, maximum: 25 }),
    MaxGroup: number({ label: 'Largest group' }, { minimum: 1, maximum: 60 }),
    HoursPerWeekMax: number({ label: 'Most hours a week' }, { minimum: 1, maximum: 40 }),
    TravelRadiusMiles: number({ label: 'Travels up to (miles)' }, { minimum: 0, maximum: 500 }),
    Transport: text({ label: 'Transport' }),
    EarliestStart: day({ label: 'Earliest start' }),
    PlacesTotal: number({ label: 'Places in all' }, { minimum: 0, maximum: 500 }),
    PlacesFree: number({ label: 'Places free' }, { minimum: 0, maximum: 500 }),
    PlacesAsAt: day({ label: 'Places as at' }),
    Status: choice(serviceStatuses, { label: 'Status', required: true, indexed: true, tones: { offered: 'good' } }),
    SystemNote: systemNote,
  },
  views: [
    {
      title: 'All services',
      columns: ['Title', 'Name', 'ProviderRef', 'LotKey', 'DeliveryMode', 'Status', 'PlacesFree', 'PlacesAsAt', 'SystemNote'],
      orderBy: 'ProviderRef',
    },
  ],
});

export type ServiceFields = Fields<typeof services>;

export const toService = (fields: ServiceFields): Service => ({
  ref: fields.Title,
  providerRef: fields.ProviderRef,
  lotKey: fields.LotKey,
  siteRef: fields.SiteRef,
  name: fields.Name,
  summary: fields.Summary,
  kind: fields.Kind,
  type: fields.ServiceType,
  deliveryMode: fields.DeliveryMode,
  keyStages: fields.KeyStages,
  needs: fields.Needs,
  ageFrom: fields.AgeFrom,
  ageTo: fields.AgeTo,
  maxGroup: fields.MaxGroup,
  hoursPerWeekMax: fields.HoursPerWeekMax,
  travelRadiusMiles: fields.TravelRadiusMiles,
  transport: fields.Transport,
  earliestStart: fields.EarliestStart,
  placesTotal: fields.PlacesTotal,
  placesFree: fields.PlacesFree,
  placesAsAt: fields.PlacesAsAt,
  status: fields.Status,
});

export const fromService = (service: Service): ServiceFields => ({
  Title: service.ref,
  ProviderRef: service.providerRef,
  LotKey: service.lotKey,
  SiteRef: service.siteRef,
  Name: service.name,
  Summary: service.summary,
  Kind: service.kind,
  ServiceType: service.type,
  DeliveryMode: service.deliveryMode,
  KeyStages: service.keyStages,
  Needs: service.needs,
  AgeFrom: service.ageFrom,
  AgeTo: service.ageTo,
  MaxGroup: service.maxGroup,
  HoursPerWeekMax: service.hoursPerWeekMax,
  TravelRadiusMiles: service.travelRadiusMiles,
  Transport: service.transport,
  EarliestStart: service.earliestStart,
  PlacesTotal: service.placesTotal,
  PlacesFree: service.placesFree,
  PlacesAsAt: service.placesAsAt,
  Status: service.status,
});
