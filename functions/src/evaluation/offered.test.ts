import { anAwardThatIs, proposeAward } from '@ap/shared/domain/tenders/award/award.fixture';
import { lotsToPropose, type OfRound } from './offered.ts';

const application = 'AP-RD-2027-P-0042';
const lot = (lotKey: string, told: object = {}) => ({
  ref: `${application}-${lotKey}`,
  roundRef: 'RD-2027',
  applicationRef: application,
  lotKey,
  status: 'recommended',
  ...told,
});
const ranking = (lotKey: string, told: object = {}) => ({
  roundRef: 'RD-2027',
  lotKey,
  status: 'recorded',
  lines: [{ ref: `${application}-${lotKey}`, recommended: true }],
  ...told,
});
const [first, second] = ['AP-2027-1', 'AP-2027-2'] as const;
const may = (told: { lots?: readonly object[]; rankings?: readonly object[]; awards?: OfRound['awards'] }) =>
  lotsToPropose(application, {
    lotApplications: told.lots ?? [lot(second), lot(first, { status: 'moderated' })],
    rankings: told.rankings ?? [ranking(first), ranking(second)],
    awards: told.awards ?? [],
  } as OfRound);

describe('row 14: the lots that one award can be proposed for', () => {
  it('are those of one application that recorded rankings recommend', () => {
    expect(may({})).toEqual([first, second]);
    expect(may({ lots: [lot(first), lot(second, { applicationRef: 'another' })] })).toEqual([first]);
    expect(may({ rankings: [ranking(first)] })).toEqual([first]);
    expect(may({ rankings: [ranking(first, { status: 'set-aside' }), ranking(second)] })).toEqual([second]);
    expect(may({ rankings: [ranking(first, { lines: [{ ref: `${application}-${first}`, recommended: false }] })] })).toEqual([]);
  });

  it('are none that were withdrawn or decided, and none that an award holds', () => {
    for (const status of ['withdrawn', 'approved', 'rejected', 'not-recommended'])
      expect(may({ lots: [lot(first, { status }), lot(second)] })).toEqual([second]);
    const award = anAwardThatIs('proposed', proposeAward());
    expect(may({ awards: [award] })).toEqual([second]);
    expect(may({ awards: [{ ...award, status: 'rejected' }] })).toEqual([first, second]);
  });
});
