import { type Drive, driveRoom, makeList, refusal, SITE_ID } from '../drive/drive-room.ts';

const HOST = 'council.sharepoint.example';
let drive: Drive;
beforeEach(() => {
  drive = driveRoom();
});

test.each([
  `/v1.0/sites/${SITE_ID}`,
  `/v1.0/sites/${encodeURIComponent(SITE_ID)}`,
  `/v1.0/sites/${HOST}:/sites/register`,
  `/v1.0/sites/${HOST}:/sites/register:`,
  `/v1.0/sites/${HOST}:/sites/register:?$select=id`,
])('[1.1.1 D] GET %s finds the site', async (address) => {
  expect(await drive.send('GET', address)).toMatchObject({ status: 200, units: 1, body: { id: SITE_ID } });
});

test('lists and items are reached by the site path and the list title too', async () => {
  const list = await makeList(drive, [], 'Call offs');
  await drive.send('POST', `${list}/items`, { fields: { Title: 'a' } });
  const items = await drive.send('GET', `/v1.0/sites/${HOST}:/sites/register:/lists/Call%20offs/items`);
  expect(items.body.value).toHaveLength(1);
});

test.each([
  ['/v1.0/sites/nowhere', 404, 'itemNotFound', 'Requested site could not be found'],
  ['/v1.0/sites/root', 404, 'itemNotFound', 'Requested site could not be found'],
  [`/v1.0/sites/${HOST}:/sites/nowhere`, 404, 'itemNotFound', 'Requested site could not be found'],
  ['/v1.0/sites/other.example:/sites/register', 400, 'invalidRequest', 'Invalid hostname for this tenancy'],
  [`/v1.0/sites/${SITE_ID}/lists/nowhere`, 404, 'itemNotFound', 'The specified list was not found'],
  [
    `/v1.0/sites/${SITE_ID}/lists/Documents/items/1/attachments`,
    501,
    'notImplemented',
    `LOCAL TENANT: GET /v1.0/sites/${SITE_ID}/lists/Documents/items/1/attachments is not served here`,
  ],
  [`/v1.0/sites/${SITE_ID}/drive`, 501, 'notImplemented', `LOCAL TENANT: GET /v1.0/sites/${SITE_ID}/drive is not served here`],
])('[1.1.2 D] [1.7.13 F] GET %s is refused', async (address, status, code, message) => {
  expect(refusal(await drive.send('GET', address))).toEqual([status, code, message]);
});

test('a method that is not served names itself', async () => {
  expect(refusal(await drive.send('PUT', `/v1.0/sites/${SITE_ID}`))[0]).toBe(501);
});
