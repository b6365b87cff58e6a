import { aProvider } from '../../call-off/call-off.fixture.ts';
import { theProduct } from '../../people/person.ts';
import { someTerms } from '../framework/framework.fixture.ts';
import { acceptedTender } from '../machine.fixture.ts';
import { decidePriceBook } from '../prices/decide-price-book.ts';
import { ratesOf } from '../prices/price-book.ts';
import { tenderRoles } from '../role.ts';
import { given } from '../tender.fixture.ts';
import { anAwardThatIs, aReservedBook, awardFacts, decidedAt } from './award.fixture.ts';
import { admitProvider } from './enablement.ts';

/** The lists when everything that a countersigned award makes happen has happened. */
export const carriedOut = () => {
  const award = anAwardThatIs('countersigned');
  const confirm = { ...given(theProduct), kind: 'confirm-prices', awardRef: award.ref } as const;
  const facts = { roles: tenderRoles, terms: someTerms(), award: 'countersigned' } as const;
  const book = acceptedTender(decidePriceBook(aReservedBook(award), confirm, facts, decidedAt)).state;
  const provider = admitProvider(aProvider({ ref: 'P-0042', status: 'prospective', lotKeys: [] }), award);
  return { book, provider, rates: ratesOf(book), services: awardFacts().services };
};
