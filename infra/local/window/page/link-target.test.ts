import { linkTarget } from './link-target.ts';

const person = { tenantId: '4c1f0a52-6b7e-4d0e-9a51-2f6f0f3a9d10', userId: 'c729f8da-5be0-4647-9d81-394a5b6c7d8e' };
const here = { tabOrigin: 'http://localhost:3001', windowOrigin: 'http://localhost:3000', person };
const entity = (context: string) => `https://teams.microsoft.com/l/entity/app/index?webUrl=x&context=${encodeURIComponent(context)}`;

describe('where a link leads', () => {
  it('opens a deep link in the tab', () => {
    expect(linkTarget(entity('{"subEntityId":"/requests/CO-0001"}'), here)).toEqual({ to: 'tab', subPage: '/requests/CO-0001' });
    expect(linkTarget(entity('not json'), here)).toEqual({ to: 'tab', subPage: undefined });
    const own = entity('{"subEntityId":"/waiting"}').replace('https://teams.microsoft.com', 'http://localhost:3000');
    expect(linkTarget(own, here)).toEqual({ to: 'tab', subPage: '/waiting' });
    expect(linkTarget('http://localhost:3000/?subPage=/waiting', here)).toEqual({ to: 'tab', subPage: '/waiting' });
  });

  it('opens the signed-in page in the browser as the person who follows the link', () => {
    const url = `http://localhost:3001/requests/CO-1?from=mail&as=${person.tenantId}%2F${person.userId}#decide`;
    expect(linkTarget('http://localhost:3001/requests/CO-1?from=mail#decide', here)).toEqual({ to: 'browser', url });
  });

  it('signs nobody in for a mailbox that is nobody’s', () => {
    const link = 'http://localhost:3001/requests/CO-1';
    expect(linkTarget(link, { ...here, person: undefined })).toEqual({ to: 'browser', url: link });
  });

  it('leaves other addresses as they are and never tells them who follows', () => {
    expect(linkTarget('https://school.example/a?b=c', here)).toEqual({ to: 'browser', url: 'https://school.example/a?b=c' });
    expect(linkTarget('mailto:office@school.example', here)).toEqual({ to: 'browser', url: 'mailto:office@school.example' });
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/hosts',
    'not a link',
    'https://teams.microsoft.com/l/chat/0/0?users=a@b.example',
  ])('does not follow %s and says why', (href) => expect(linkTarget(href, here)).toEqual({ to: 'nowhere', why: expect.any(String) }));
});
