import { mailDocument, mailHref } from './mail-document.ts';

const mail = {
  id: '1',
  sentAt: '2026-11-24T10:00:00Z',
  from: 'ap@council.example',
  to: ['a@b.example'],
  subject: 'Order',
  contentType: 'text',
  content: '',
};
const person = { tenantId: '4c1f0a52-6b7e-4d0e-9a51-2f6f0f3a9d10', userId: 'c729f8da-5be0-4647-9d81-394a5b6c7d8e' };
const links = { tabOrigin: 'http://localhost:3001', windowOrigin: 'http://localhost:3000', person };

describe('a mail in the window', () => {
  it('shows plain text as text, with its addresses as links', () => {
    const shown = mailDocument({ ...mail, content: 'Open <b> http://localhost:3001/requests/CO-1?a=1&b=2.' });
    expect(shown).toContain('Open &lt;b&gt; <a href="http://localhost:3001/requests/CO-1?a=1&amp;b=2">');
    expect(shown).toContain('</a>.</pre>');
  });

  it('shows HTML as it was sent', () => {
    expect(mailDocument({ ...mail, contentType: 'html', content: '<h1>Order</h1>' })).toContain('<h1>Order</h1>');
  });

  it('lets a deep link open a window of its own, as the person', () => {
    const href = mailHref('https://teams.microsoft.com/l/entity/x/index?context=%7B%22subEntityId%22%3A%22%2Fwaiting%22%7D', links);
    expect(href).toBe(`http://localhost:3000/?as=${person.tenantId}%2F${person.userId}&subPage=%2Fwaiting`);
    expect(mailHref('javascript:alert(1)', links)).toBeUndefined();
  });
});
