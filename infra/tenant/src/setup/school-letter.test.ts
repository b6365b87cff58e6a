import { consentLink, schoolLetter } from './school-letter.ts';

const letter = {
  schoolTenantId: 'a8d2e6b4-15c3-4f7a-8e92-7b0c4d5e6f21',
  schoolName: 'St Mary & "All" <Saints>',
  councilName: 'Example Council',
  pages: 'https://ap-framework.council.example',
  apiClientId: '2d8f5e30-b146-4cad-99e7-3f4051627384',
  contact: 'commissioning@council.example',
  authorityHost: 'https://login.microsoftonline.com',
};

test('the link asks the one tenant for consent to the one app, and comes back to a page that needs no sign-in', () => {
  const link = new URL(consentLink(letter));
  expect(link.origin + link.pathname).toBe(`https://login.microsoftonline.com/${letter.schoolTenantId}/v2.0/adminconsent`);
  expect(Object.fromEntries(link.searchParams)).toEqual({
    client_id: letter.apiClientId,
    scope: `${letter.apiClientId}/.default`,
    redirect_uri: 'https://ap-framework.council.example/about/help.html',
    state: letter.schoolTenantId,
  });
});

test('the letter says what is asked, of which role, what data goes where, whom to ask and how to leave', () => {
  const page = schoolLetter(letter);
  for (const heading of ['What we ask', 'What you agree to', 'What data goes where', 'How to leave', 'Whom to ask'])
    expect(page).toContain(`<h2>${heading}</h2>`);
  expect(page).toContain('Cloud Application Administrator');
  expect(page).toContain(letter.contact);
});

test('a name is a name, and never a part of the page', () => {
  const page = schoolLetter(letter);
  expect(page).toContain('St Mary &amp; &quot;All&quot; &lt;Saints&gt;');
  expect(page).not.toContain('<Saints>');
});

test('the page fetches nothing and runs nothing', () => {
  expect(schoolLetter(letter)).not.toMatch(/<script|<img|<link|src=|url\(|onclick/);
});
