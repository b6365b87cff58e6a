import { aFramework, aLot, aProvider } from '../call-off/call-off.fixture.ts';
import type { CallOff } from '../call-off/call-off.ts';
import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import { runningOrder } from '../orders/order.fixture.ts';
import { anAwardThatIs } from '../tenders/award/award.fixture.ts';
import { aFrameworkThatIs } from '../tenders/framework/framework.fixture.ts';
import { toFrameworkInUse } from '../tenders/framework/framework-tender.ts';
import { aDraftRound } from '../tenders/round/round.fixture.ts';
import type { Round } from '../tenders/round/round.ts';
import type { RoundStatus } from '../tenders/round/round-status.ts';
import type { FrameworkFile } from './framework-file.ts';
import type { OpenDataPolicy } from './open-data-policy.ts';

export const aPolicy = (told: Partial<OpenDataPolicy> = {}): OpenDataPolicy => ({
  ocidPrefix: 'ocds-abc123',
  publisher: { name: 'Example Council', scheme: 'GB-LAE', uid: 'EXA' },
  publishedUnder: 'https://council.example/open-data/',
  licence: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  fewestPupils: 5,
  fewestBuyers: 3,
  ...told,
});

/** The round of December 2026. */
export const aRoundThatIs = (status: RoundStatus): Round => ({ ...aDraftRound(), status });

const running = runningOrder();

/** A call-off at its full price of £1,440 net that the provider has taken, ordered on 24 November 2026; of this pupil and buyer. */
export const ofPupil = (buyerRef: string, pupilRef: string, told: Partial<CallOff> = {}): CallOff => ({
  ...running,
  ...told,
  request: { ...running.request, buyerRef, pupilRef },
});

/** The framework of 2027 that the product led from its plan to its first day, with one provider on both lots. */
export const ledFramework = (told: Partial<FrameworkFile> = {}): FrameworkFile => {
  const tender = aFrameworkThatIs('live');
  return {
    framework: toFrameworkInUse(tender),
    tender,
    rounds: [aRoundThatIs('closed')],
    awards: [anAwardThatIs('countersigned')],
    lots: [1, 2].map((number) => aLot({ key: `AP-2027-${number}`, frameworkRef: 'AP-2027', number, name: `Lot ${number}` })),
    providers: [aProvider({ ref: 'P-0042', companyNumber: '01234567', lotKeys: ['AP-2027-1', 'AP-2027-2'] })],
    policy: aPolicy(),
    ...told,
  };
};

/** A framework that a commissioner entered by hand: its row, its lots, and the providers that are on them. */
export const handEnteredFramework = (told: Partial<FrameworkFile> = {}): FrameworkFile => ({
  framework: aFramework({ maxValue: pence(1_200_000_050), liveFrom: localDate('2026-09-01') }),
  tender: undefined,
  rounds: [],
  awards: [],
  lots: [aLot({ description: 'Days out of school.' })],
  providers: [aProvider({ urn: '113855' }), aProvider({ ref: 'P-0002', status: 'prospective' })],
  policy: aPolicy(),
  ...told,
});

/** Any text that changes with what it is of will do: the hash itself is the edge's affair. */
export const lengthHash = (text: string): string => String(text.length).padStart(8, '0');
