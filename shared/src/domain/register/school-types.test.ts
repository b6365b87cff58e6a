import { buyerTypeOf, phaseOf } from './school-types.ts';

describe('the type of a buyer from the register of schools', () => {
  it.each([
    ['Community School', 'maintained-school'],
    ['Voluntary Aided School', 'maintained-school'],
    ['Voluntary Controlled School', 'maintained-school'],
    ['Foundation School', 'maintained-school'],
    ['Academy Converter', 'academy'],
    ['Academy Sponsor Led', 'academy'],
    ['Free Schools', 'academy'],
    ['Studio Schools', 'academy'],
    ['Community Special School', 'special-school'],
    ['Academy Special Converter', 'special-school'],
    ['Other Independent School', 'independent-school'],
    ['Other Independent Special School', 'independent-school'],
    ['Non-maintained Special School', 'independent-school'],
    ['Further Education', 'further-education'],
    ['Sixth Form Centres', 'further-education'],
    ['Pupil Referral Unit', 'pupil-referral-unit'],
    ['Academy Alternative Provision Converter', 'pupil-referral-unit'],
    ['', 'not-known'],
    ['Something New', 'not-known'],
    [' Community School ', 'maintained-school'],
  ])("'%s' is %s", (establishment, type) => expect(buyerTypeOf(establishment)).toBe(type));

  it.each([
    ['Middle Deemed Secondary', 'academy', 'middle'],
    ['Primary', 'maintained-school', 'primary'],
    ['Not applicable', 'special-school', 'special'],
    ['Not applicable', 'independent-school', 'not-known'],
    ['Alternative provision', 'not-known', 'not-known'],
    ['', 'maintained-school', 'not-known'],
    [' Primary', 'maintained-school', 'primary'],
  ] as const)("phase '%s' of a %s is %s", (phase, type, expected) => expect(phaseOf(phase, type)).toBe(expected));
});
