import { routeTemplate } from './route-template.ts';

test.each([
  ['/v1.0/sites/contoso.sharepoint.com,1,2/lists/CallOffs/items/17', '/v1.0/sites/{}/lists/CallOffs/items/{}'],
  ['/v1.0/users/ada.lovelace%40school.example/sendMail', '/v1.0/users/{}/sendMail'],
  ["/v1.0/sites/x/lists/CallOffs/items?$filter=fields/Title eq 'Ada Lovelace'", '/v1.0/sites/{}/lists/CallOffs/items'],
  ['/v1.0/sites/x/lists/CallOffs/items/Ada%20Lovelace/versions/2.0', '/v1.0/sites/{}/lists/CallOffs/items/{}/versions/{}'],
  ['/v3/conversations/a%3A1Fxyz/activities/1700', '/v3/conversations/{}/activities/{}'],
  ['/v1.0/sites/council.example:/sites/ap', '/v1.0/sites/{}/sites/{}'],
  ['/v1.0/people/ada#me', '/v1.0/{}/{}'],
])('of %s only the kinds of things are kept', (path, expected) => {
  expect(routeTemplate(path)).toBe(expected);
});
