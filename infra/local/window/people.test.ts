import { choosable } from './people.ts';

const tenantId = '10000000-0000-4000-8000-00000000000c';
const person = (id: string, displayName: string) => ({
  tenantId,
  tenantName: 'Sample council',
  id,
  displayName,
  mail: `${displayName.toLowerCase()}@council.example`,
  jobTitle: null,
  guest: false,
  teamsAppInstalled: true,
});
const ada = '20000000-0000-4000-8000-000000000001';
const mailbox = '20000000-0000-4000-8000-000000000002';
const user = (id: string, more: object = {}) => ({
  id,
  displayName: id,
  mail: 'a@council.example',
  userPrincipalName: `${id}@upn.example`,
  ...more,
});
const organisation = {
  tenants: [
    {
      id: tenantId,
      displayName: 'Sample council',
      domain: 'council.example',
      users: [user(ada), user(mailbox, { accountEnabled: false })],
      groups: [{ id: '30000000-0000-4000-8000-000000000001', displayName: 'Commissioners', members: [ada.toUpperCase()] }],
      apps: [],
      sites: [],
    },
  ],
};

describe('people to choose', () => {
  it('shows where they work: the groups, or what the launcher knows better', () => {
    const [byGroup] = choosable([person(ada, 'Ada')], organisation, {});
    expect(byGroup).toMatchObject({ workplace: 'Commissioners', about: null, userPrincipalName: `${ada}@upn.example` });
    const [noted] = choosable([person(ada, 'Ada')], organisation, {
      [`${tenantId}/${ada}`]: { workplace: 'A school', about: 'Approves.' },
    });
    expect(noted).toMatchObject({ workplace: 'A school', about: 'Approves.' });
  });

  it('leaves out accounts that nobody signs in to', () => {
    expect(choosable([person(mailbox, 'Mailbox')], organisation, {})).toEqual([]);
  });
});
