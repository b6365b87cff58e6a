import fc from 'fast-check';
import { pence } from '../money/money.ts';
import { type DirectAwardBasis, directAwardBases } from '../register/framework.ts';
import {
  type AwardClaim,
  byPrice,
  type Considered,
  evidenceLines,
  evidenceSentence,
  holdsBeside,
  type OthersConsidered,
  proveBasis,
} from './award-basis.ts';
import { aCallOff, accepted, aFramework, aListing, aProvider, aRequest, aSubmission, facts, now, refusal } from './call-off.fixture.ts';
import { submitCallOff } from './submit-call-off.ts';

const other = (number: number, net: number, gross = net): Considered => ({
  serviceRef: `S-0000${number}`,
  serviceName: 'Day centre',
  providerName: `Provider ${number}`,
  rateRef: `R-0000${number}`,
  net: pence(net),
  gross: pence(gross),
});

const among = (...services: readonly Considered[]): OthersConsidered => ({ services, compared: 'ex', freshAt: now });

/** A claim at £1,440, under a framework that permits every basis. */
const claim = (basis: DirectAwardBasis, told: Partial<AwardClaim> = {}): AwardClaim => ({
  basis,
  price: { net: pence(144_000), gross: pence(144_000) },
  permitted: directAwardBases,
  ...told,
});

describe('R30: the lowest price is proved against every other service of the lot that meets the need', () => {
  test('it holds while nobody is cheaper, and the evidence keeps who was looked at, the cheapest first', () => {
    expect(proveBasis(claim('lowest-price'), among(other(3, 160_000), other(2, 144_000)), now)).toEqual({
      basis: 'lowest-price',
      at: now,
      others: { ...among(other(2, 144_000), other(3, 160_000)), outOf: 2 },
    });
  });

  test('one that is cheaper is named with its total, and what would hold is said', () => {
    expect(proveBasis(claim('lowest-price'), among(other(2, 126_000), other(3, 140_000), other(4, 150_000)), now)).toEqual({
      ok: false,
      code: 'direct-award-not-allowed',
      field: '/basis',
      detail:
        "It is not the lowest price that meets the need: Provider 2, Day centre costs £1,260.00 without VAT, against £1,440.00 here, and 1 more cost less. Request the cheaper one, or choose another reason, where it is true: the pupil already goes there; it is the pupil's and family's choice.",
    });
  });

  test('one that costs the same is no cheaper one, and of one alone no others are spoken of', () => {
    expect(proveBasis(claim('lowest-price'), among(other(2, 126_000), other(3, 144_000)), now)).toMatchObject({
      detail: expect.stringMatching(
        /^It is not the lowest price that meets the need: .* against £1,440\.00 here\. Request the cheaper one/,
      ),
    });
  });

  test('R39: a buyer that cannot recover VAT compares with it, another without', () => {
    const dearerInAll = other(2, 140_000, 168_000);
    expect(proveBasis(claim('lowest-price'), among(dearerInAll), now)).toMatchObject({ code: 'direct-award-not-allowed' });
    expect(proveBasis(claim('lowest-price'), { ...among(dearerInAll), compared: 'inc' }, now)).toMatchObject({ basis: 'lowest-price' });
  });
});

describe('R30: the only match is one that is left alone', () => {
  test('it holds where nobody else could be asked', () => {
    expect(proveBasis(claim('only-match'), among(), now)).toMatchObject({ basis: 'only-match', others: { outOf: 0 } });
  });

  test('another is named, and the lowest price is offered where that holds', () => {
    expect(proveBasis(claim('only-match'), among(other(2, 150_000)), now)).toMatchObject({
      detail:
        'It is not the only service that meets the need: Provider 2, Day centre can be ordered for it too. What holds: it is the lowest price that meets the need.',
    });
  });

  test('of several the cheapest is named, and where no basis holds the way to one', () => {
    const told = (...permitted: readonly DirectAwardBasis[]) =>
      proveBasis(claim('only-match', { permitted }), among(other(3, 140_000), other(2, 126_000)), now);
    const named = 'It is not the only service that meets the need: Provider 2, Day centre and 1 more can be ordered for it too.';
    expect(told('lowest-price', 'only-match')).toMatchObject({ detail: `${named} Request the one with the lowest price.` });
    expect(told('only-match', 'continuity')).toMatchObject({
      detail: `${named} Choose another reason, where it is true: the pupil already goes there.`,
    });
  });

  test('where nothing else is permitted the school is told whom to ask', () => {
    const told = proveBasis(claim('only-match', { permitted: ['only-match'] }), among(other(2, 150_000)), now);
    expect(told).toMatchObject({ detail: expect.stringContaining('The framework allows no other reason: ring the commissioning team.') });
  });
});

describe('R30: what only the school can say is recorded in its own words', () => {
  test.each(['continuity', 'pupil-choice'] as const)('%s asks for a reason and about nobody else', (basis) => {
    for (const claimed of [claim(basis), claim(basis, { reason: '  \n' })])
      expect(proveBasis(claimed, undefined, now)).toMatchObject({ code: 'text-required', field: '/basisReason' });
    expect(proveBasis(claim(basis, { reason: ' A place there since September. ' }), undefined, now)).toEqual({
      basis,
      at: now,
      reason: 'A place there since September.',
    });
  });

  test('others that could not be read prove nothing', () => {
    expect(proveBasis(claim('lowest-price'), undefined, now)).toMatchObject({ code: 'direct-award-not-allowed', field: '/basis' });
  });
});

describe('R30: the evidence as it is read', () => {
  const evidence = proveBasis(claim('lowest-price'), { ...among(other(2, 150_000), other(3, 160_000)), withinMiles: 25 }, now);
  if ('ok' in evidence) throw new Error(evidence.detail);

  test('whoever decides sees who else there was and what they would cost', () => {
    expect(evidenceLines(evidence)).toEqual([
      '2 other services of the lot could be ordered for the same need within reach of the school on 24 November 2026. None costs less, without VAT.',
      'Provider 2, Day centre: £1,500.00',
      'Provider 3, Day centre: £1,600.00',
    ]);
  });

  test('what a provider may read names and prices nobody', () => {
    expect(evidenceSentence(evidence)).not.toMatch(/Provider|£/);
  });
});

test('R30: what only the school can say holds whoever else there is', () => {
  const besides = (basis: DirectAwardBasis) => holdsBeside(basis, claim(basis).price, among(other(2, 100)));
  expect(directAwardBases.map(besides)).toEqual([false, false, true, true]);
});

describe('R30: the evidence in other cases', () => {
  const linesOf = (basis: DirectAwardBasis, others: OthersConsidered | undefined, told: Partial<AwardClaim> = {}) => {
    const proved = proveBasis(claim(basis, told), others, now);
    if ('ok' in proved) throw new Error(proved.detail);
    return evidenceLines(proved);
  };

  test('what only the school can say stands with its reason', () => {
    expect(linesOf('continuity', undefined, { reason: 'Since September.' })).toEqual([
      'Stated by the school on 24 November 2026.',
      'Since September.',
    ]);
  });

  test('where nobody else could be ordered, that is all', () => {
    expect(linesOf('only-match', among())).toEqual(['No other service of the lot could be ordered for the same need on 24 November 2026.']);
  });

  test('three are named, with VAT where the buyer compares with it, and the rest are counted', () => {
    const [first, ...more] = [2, 3, 4, 5].map((number) => other(number, 150_000, 180_000));
    const all = { ...among(first as Considered, ...more), compared: 'inc' as const };
    expect(linesOf('lowest-price', { ...all, services: all.services.slice(0, 1) })).toEqual([
      '1 other service of the lot could be ordered for the same need on 24 November 2026. None costs less, with VAT.',
      'Provider 2, Day centre: £1,800.00',
    ]);
    expect(linesOf('lowest-price', all).slice(1)).toEqual([
      'Provider 2, Day centre: £1,800.00',
      'Provider 3, Day centre: £1,800.00',
      'Provider 4, Day centre: £1,800.00',
      '1 more at the same price or dearer',
    ]);
  });

  test('of more than ten the cheapest ten are kept, and how many there were', () => {
    const twelve = Array.from({ length: 12 }, (_, at) => other(at + 2, 160_000 - at));
    const kept = proveBasis(claim('lowest-price'), among(...twelve), now);
    expect(kept).toMatchObject({ others: { services: [...twelve].reverse().slice(0, 10), outOf: 12 } });
    expect(kept).toHaveProperty('others.services.length', 10);
  });
});

test('R39: the cheaper one comes first as the buyer compares; of equals the one that is cheaper in the other way, then always the same', () => {
  const order = (compared: 'ex' | 'inc', ...services: readonly Considered[]) =>
    [...services].sort(byPrice(compared)).map(({ serviceRef }) => serviceRef.slice(-1));
  expect(order('ex', other(2, 200, 200), other(3, 100, 300))).toEqual(['3', '2']);
  expect(order('inc', other(3, 100, 300), other(2, 200, 200))).toEqual(['2', '3']);
  expect(order('ex', other(2, 100, 120), other(3, 100, 100))).toEqual(['3', '2']);
  expect(order('inc', other(2, 120, 120), other(3, 100, 120))).toEqual(['3', '2']);
  expect(order('ex', other(3, 100), other(2, 100))).toEqual(['2', '3']);
});

const anyOther = fc
  .record({ number: fc.integer({ min: 2, max: 99 }), net: fc.integer({ min: 143_990, max: 144_010 }), vat: fc.constantFrom(0, 28_800) })
  .map(({ number, net, vat }) => other(number, net, net + vat));

test('R30: the verdict and its evidence do not depend on the order in which others were found', () => {
  const shuffled = fc
    .uniqueArray(anyOther, { maxLength: 15, selector: ({ serviceRef }) => serviceRef })
    .chain((services) =>
      fc.record({ services: fc.constant(services), again: fc.shuffledSubarray(services, { minLength: services.length }) }),
    );
  fc.assert(
    fc.property(
      shuffled,
      fc.constantFrom(...directAwardBases),
      fc.constantFrom('ex' as const, 'inc' as const),
      ({ services, again }, basis, compared) => {
        const verdict = (found: readonly Considered[]) => proveBasis(claim(basis), { ...among(...found), compared }, now);
        expect(verdict(again)).toEqual(verdict(services));
        const told = verdict(services);
        const cheapest = services.every(({ net, gross }) => (compared === 'ex' ? net : gross) >= 144_000);
        const holds = basis === 'lowest-price' ? cheapest : basis === 'only-match' && services.length === 0;
        expect('ok' in told).toBe(!holds);
      },
    ),
  );
});

describe('R30: a request is sent only with a basis that is true, and keeps the evidence', () => {
  test('frozen with the request', () => {
    expect(aCallOff({}, { others: among(other(2, 150_000)) }).award).toMatchObject({ basis: 'lowest-price', others: { outOf: 1 } });
  });

  test('refused at its field where it is not true', () => {
    const cheaper = facts({ others: among(other(2, 100_000)) });
    expect(refusal(submitCallOff(aSubmission(), cheaper))).toMatchObject({ code: 'direct-award-not-allowed', field: '/basis' });
  });

  test('its reason is screened for the identity of a pupil as every text is (R40)', () => {
    const listing = aListing({ framework: aFramework({ permittedBases: ['continuity'] }), provider: aProvider() });
    const sent = (basisReason: string) =>
      submitCallOff(aSubmission({ request: aRequest({ basis: 'continuity', basisReason }) }), facts({ listing }));
    expect(refusal(sent('A pupil called Oliver Smith goes there.'))).toMatchObject({
      code: 'text-names-a-pupil',
      field: '/basisReason',
    });
    expect(accepted(sent('Since September.')).state.award).toEqual({
      basis: 'continuity',
      at: now,
      reason: 'Since September.',
    });
  });
});
