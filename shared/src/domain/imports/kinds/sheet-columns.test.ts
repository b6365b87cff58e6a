import { byHeading, headingKey } from '../column.ts';
import { type ImportKind, importKinds } from '../record.ts';
import { sheetKinds } from './all.ts';

/** One line a column: its heading (a star: required), other headings, its field, how it is read, what it is screened but for. */
const columnsOf = (kind: ImportKind): readonly string[] =>
  sheetKinds[kind].columns.map(({ field, heading, alsoKnownAs = [], kind: read, required, screened }) =>
    [
      `${heading}${required ? '*' : ''}`,
      alsoKnownAs.join(', '),
      field,
      'most' in read ? `${read.is} ${read.most}` : 'from' in read ? `${read.is} ${read.from}-${read.to}` : read.is,
      screened === undefined ? '' : `screened but for ${screened.join(', ') || 'nothing'}`,
    ]
      .join(' | ')
      .replace(/[ |]+$/, ''),
  );

describe('the columns of each sheet, as a commissioner is told of them', () => {
  test.each<[ImportKind, string, string, readonly string[]]>([
    [
      'providers',
      'Providers',
      'provider',
      [
        'Provider* | Provider reference, Provider ref | ref | reference',
        'Legal name* | Name, Organisation name | legalName | text 255',
        'Trading name |  | tradingName | text 255',
        'Type of organisation* | Organisation type | organisationType | choice',
        'UKPRN |  | ukprn | text 8',
        'URN |  | urn | text 6',
        'Company number |  | companyNumber | text 8',
        'Registered as a school* | Registered school | registeredSchool | yes-no',
        'Status |  | status | choice',
        'VAT* | VAT treatment, VAT (as the provider states it) | vatTreatment | choice',
        'Lots* | Lots awarded | lotKeys | keys',
        'E-mail* | Email, Email address | email | text 254',
        'Phone* | Telephone, Phone number | phone | phone',
        'Website |  | website | text 255',
        'Summary* | Description | summary | text 5000 | screened but for email, phone, postcode',
      ],
    ],
    [
      'sites',
      'Sites',
      'site',
      [
        'Site* | Site reference, Site ref | ref | reference',
        'Provider* | Provider reference, Provider ref | providerRef | reference',
        'Name* | Site name | name | text 255',
        'Postcode* |  | postcode | postcode',
      ],
    ],
    [
      'services',
      'Services',
      'service',
      [
        'Service* | Service reference, Service ref | ref | reference',
        'Provider* | Provider reference, Provider ref | providerRef | reference',
        'Lot* |  | lotKey | reference',
        'Site | Site reference, Site ref | siteRef | reference',
        'Name* | Service name | name | text 255',
        'Summary* | Description | summary | text 5000 | screened but for nothing',
        'Kind* |  | kind | choice',
        'Type* | Service type | type | choice',
        'Delivered* | Delivery mode, Delivery | deliveryMode | choice',
        'Key stages* |  | keyStages | choices',
        'Needs* |  | needs | choices',
        'Age from* |  | ageFrom | whole 4-25',
        'Age to* |  | ageTo | whole 4-25',
        'Largest group | Max group | maxGroup | whole 1-60',
        'Most hours a week |  | hoursPerWeekMax | whole 1-40',
        'Travels up to (miles) |  | travelRadiusMiles | whole 0-500',
        'Transport |  | transport | text 255 | screened but for nothing',
        'Earliest start |  | earliestStart | day',
        'Places in all |  | placesTotal | whole 0-500',
        'Places free |  | placesFree | whole 0-500',
        'Places as at |  | placesAsAt | day',
        'VAT | VAT treatment, VAT (as the provider states it of this service) | vatTreatment | choice',
        'VAT stated by |  | vatStatedBy | text 255',
        'VAT stated on |  | vatStatedOn | day',
        'VAT: shown by |  | vatEvidence | text 255 | screened but for nothing',
        'Status |  | status | choice',
      ],
    ],
    [
      'rates',
      'Rates',
      'rate',
      [
        'Rate* | Rate reference, Rate ref | ref | reference',
        'Service* | Service reference, Service ref | serviceRef | reference',
        'Lot |  | lotKey | reference',
        'Unit* |  | unit | choice',
        'Price (ex VAT)* | Price, Price ex VAT, Rate ex VAT | price | price',
        'From* | Effective from, Valid from | effectiveFrom | day',
        'To* | Effective to, Valid to | effectiveTo | day',
      ],
    ],
    [
      'qa-checks',
      'QA checks',
      'check',
      [
        'Check* | Check reference, Check ref, QA check | ref | reference',
        'Provider* | Provider reference, Provider ref | providerRef | reference',
        'Standard* |  | standard | choice',
        'Outcome |  | outcome | choice',
        'Checked on |  | checkedOn | day',
        'Checked by |  | checkedBy | text 255 | screened but for name, email, phone',
        'Holds until | Expires, Expires on, Expiry date | expiresOn | day',
      ],
    ],
    [
      'buyers',
      'Buyers',
      'buyer',
      [
        'URN* |  | ref | text 6',
        'EstablishmentName* | Name, Establishment name | name | text 255',
        'TypeOfEstablishment (name) | TypeOfEstablishment, establishment_type | establishmentType | text 255',
        'EstablishmentStatus (name) | EstablishmentStatus, Status | status | choice',
        'PhaseOfEducation (name) | PhaseOfEducation, Phase | phase | text 100',
        'Postcode |  | postcode | postcode',
        'Trusts (name) | Trusts, Parent trust | parentTrust | text 255',
      ],
    ],
    [
      'baselines',
      'Baselines',
      'baseline',
      [
        'Baseline* | Baseline reference, Baseline ref | ref | reference',
        'Buyer* | Buyer reference, Buyer ref, URN, School, Department | buyerRef | reference',
        'Lot* | Lot key | lotKey | reference',
        'Unit* |  | unit | choice',
        'Financial year* | Year | year | text 7',
        'Units bought* | Units | units | whole 1-1000000',
        'Spent (ex VAT)* | Spent, Spend, Spent ex VAT, Spend ex VAT | spent | price',
      ],
    ],
  ])('%s', (kind, title, one, columns) => {
    expect([sheetKinds[kind].kind, sheetKinds[kind].title, sheetKinds[kind].one]).toEqual([kind, title, one]);
    expect(columnsOf(kind)).toEqual(columns);
    for (const { example } of sheetKinds[kind].columns) expect(example).not.toBe('');
  });

  test('what others name is written first', () =>
    expect([...importKinds]).toEqual(['providers', 'sites', 'services', 'rates', 'qa-checks', 'buyers', 'baselines']));

  test('a heading is known whatever its capitals, blanks and signs, and a column by each of its names', () => {
    expect(headingKey(' Trusts (name) ')).toBe('trustsname');
    const column = { field: 'x', heading: 'Price (ex VAT)', alsoKnownAs: ['Price'], kind: { is: 'price' }, example: '45.00' } as const;
    const { alsoKnownAs: _none, ...plain } = column;
    expect([...byHeading([column]).keys()]).toEqual(['priceexvat', 'price']);
    expect([...byHeading([plain])]).toEqual([['priceexvat', plain]]);
  });

  test.each(importKinds)('no heading of a sheet of %s is that of two columns', (kind) => {
    const { columns } = sheetKinds[kind];
    const keys = columns.flatMap((column) => [...byHeading([column]).keys()]);
    expect([...byHeading(columns).keys()]).toEqual(keys);
  });
});
