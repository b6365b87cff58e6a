/** Replies of the API for this check: invented services, in the shapes of the contract (the client refuses any other). */

const services = [
  {
    serviceRef: 'S-0001',
    name: 'Forest learning',
    summary: 'Learning outdoors in small groups, with a key worker for each pupil.',
    providerRef: 'P-0001',
    providerName: 'Greenway Learning',
    lotKey: 'lot-1',
    lotName: 'Engagement & Reengagement',
    kind: 'programme',
    deliveryMode: 'off-site',
    keyStages: ['KS3', 'KS4'],
    needs: ['SEMH', 'ASC'],
    ageFrom: 11,
    ageTo: 16,
    outcode: 'DT2',
    distance: 'about 6 miles',
    price: 9500,
    unit: 'day',
    vatTreatment: 'standard-rated',
    placesFree: 3,
    placesAsAt: '2027-03-02',
    qaCheckedOn: '2027-01-20',
    qaValidUntil: '2027-12-31',
    why: ['About 6 miles'],
  },
  {
    serviceRef: 'S-0002',
    name: 'Counselling for young people',
    summary: 'One to one, weekly, with a registered counsellor.',
    providerRef: 'P-0002',
    providerName: 'Harbour Counselling',
    lotKey: 'lot-2',
    lotName: 'Therapeutic & Counselling',
    kind: 'service',
    deliveryMode: 'on-site',
    keyStages: ['KS2', 'KS3', 'KS4'],
    needs: ['SEMH', 'EBSA'],
    ageFrom: 9,
    ageTo: 16,
    price: 5400,
    unit: 'hour',
    vatTreatment: 'exempt-health-or-welfare',
    placesFree: 2,
    placesAsAt: '2027-03-01',
    qaCheckedOn: '2026-11-04',
    qaValidUntil: '2027-11-03',
    why: [],
  },
  {
    serviceRef: 'S-0003',
    name: 'Online maths and English',
    summary: 'Live lessons in groups of up to five.',
    providerRef: 'P-0003',
    providerName: 'Bright Screen Tuition',
    lotKey: 'lot-4',
    lotName: 'Teaching',
    kind: 'service',
    deliveryMode: 'online',
    keyStages: ['KS3', 'KS4'],
    needs: ['MEDICAL', 'EBSA'],
    ageFrom: 11,
    ageTo: 16,
    price: 3200,
    unit: 'hour',
    vatTreatment: 'exempt-education',
    qaCheckedOn: '2027-02-10',
    qaValidUntil: '2028-02-09',
    why: [],
  },
];

const count = (value, label, number) => ({ value, label, count: number });

const directory = (near) => ({
  total: services.length,
  page: 1,
  pageSize: 25,
  near,
  items: services,
  facets: {
    lots: services.map(({ lotKey, lotName }) => count(lotKey, lotName, 1)),
    keyStages: [count('KS2', 'Key stage 2', 1), count('KS3', 'Key stage 3', 3), count('KS4', 'Key stage 4', 3)],
    needs: [count('SEMH', 'SEMH', 2), count('EBSA', 'EBSA', 2)],
    modes: [count('off-site', 'Off site', 1), count('on-site', 'On site', 1), count('online', 'Online', 1)],
    units: [count('day', 'Per day', 1), count('hour', 'Per hour', 2)],
  },
  without: [],
  freshAt: '2027-03-03T09:00:00Z',
});

const inFull = (summary) => ({
  ...summary,
  listed: true,
  type: 'outdoor',
  maxGroup: 6,
  transport: 'The school brings the pupil.',
  frameworkName: 'Alternative provision 2026',
  permittedBases: ['lowest-price'],
  provider: {
    legalName: 'Greenway Learning Ltd',
    email: 'hello@greenway.example',
    phone: '01305 000000',
    website: 'https://greenway.example',
    summary: 'Outdoor learning since 2011',
    registeredSchool: false,
  },
  checks: [
    { standard: 'staff-checks', mandatory: true, outcome: 'passed', checkedOn: '2027-01-20', checkedBy: 'The council', expiresOn: '2027-12-31' },
  ],
});

const me = {
  person: {
    tenantId: '11111111-1111-4111-8111-111111111111',
    objectId: '22222222-2222-4222-8222-222222222222',
    name: 'Sam Oduya',
    email: 's.oduya@oakfield.example',
  },
  memberships: [
    {
      buyer: { ref: 'B-0001', name: 'Oakfield School', type: 'academy', phase: 'secondary', outcode: 'DT1' },
      roles: ['requester'],
      status: 'active',
      payers: ['school'],
    },
  ],
  commissioner: false,
};

/** The reply to one address of the API; undefined where the API has none. */
export const replyTo = (url) => {
  if (url.pathname === '/api/me') return me;
  if (url.pathname === '/api/directory') return directory(url.searchParams.get('near') ?? 'DT1');
  const [, ref] = /^\/api\/services\/([^/]+)$/.exec(url.pathname) ?? [];
  const found = services.find(({ serviceRef }) => serviceRef === ref);
  return found && inFull(found);
};
