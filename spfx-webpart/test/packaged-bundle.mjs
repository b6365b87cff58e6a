/**
 * Runs the web part out of the built .sppkg in Chromium, on a stand-in for a SharePoint page with a scripted API. A green build does not
 * show that it runs: a second copy of React inside the bundle breaks only here. Usage: npm run build && npm run check:browser
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { packagedFiles } from './packaged-files.mjs';
import { sectionThemes } from './section-themes.mjs';
import { apiOrigin, pageOrigin, serveStandIn } from './stand-in.mjs';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const pictures = join(project, 'temp/pictures');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const clientId = '11111111-2222-3333-4444-555555555555';
const teamsAppId = '66666666-7777-8888-9999-000000000000';
const properties = {
  apiAddress: `${apiOrigin}/api/`,
  applicationIdUri: `api://ap-api.example/${clientId}`,
  pagesAddress: 'https://ap-pages.example',
  teamsAppId,
};

await mkdir(pictures, { recursive: true });
const { manifest, scripts, appManifest } = await packagedFiles(join(project, 'sharepoint/solution/ap-directory.sppkg'));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
const faults = [];
page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));

const calls = await serveStandIn(page, scripts);
await page.goto(`${pageOrigin}/`);
await page.evaluate((told) => window.sharePoint.load(told), manifest);

const add = (part) => page.evaluate((told) => window.sharePoint.add(told), { id: 'part-1', theme: sectionThemes.plain, properties, ...part });
const standIn = () => page.evaluate(() => ({ ...window.sharePoint, parts: undefined, WebPart: undefined }));
const picture = (name) => page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
const seriousFaults = async () => {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run({ include: [['#canvas']], exclude: [['[data-tabster-dummy]']] });
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    return grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join('; ')}`);
  });
};

let passed = 0;
const failed = [];
const check = async (sentence, run) => {
  try {
    await run();
    assert.deepEqual(faults.splice(0), []);
    passed += 1;
    console.log(`ok   ${sentence}`);
  } catch (error) {
    failed.push(sentence);
    console.log(`FAIL ${sentence}\n     ${error.message.replaceAll('\n', '\n     ')}`);
  }
  await page.evaluate(() => window.sharePoint.clear());
  calls.length = 0;
};

await check('the package asks for the API and no other permission', async () => {
  const requests = appManifest.match(/<WebApiPermissionRequest [^>]*>/g) ?? [];
  assert.equal(requests.length, 1);
  assert.match(requests[0], /ResourceId="AP Framework API" Scope="access_as_user"/);
});

await check('an unconfigured web part tells a reader so and asks nobody', async () => {
  await add({ properties: { apiAddress: '', applicationIdUri: '', pagesAddress: '', teamsAppId: '' } });
  await page.getByText('It is not set up on this page yet.').waitFor();
  assert.equal(await page.getByRole('button').count(), 0);
  assert.deepEqual([(await standIn()).asked, calls], [[], []]);
});

await check('an editor is led to the property pane', async () => {
  await add({ edit: true, properties: {} });
  await page.getByRole('button', { name: 'Configure' }).click();
  assert.equal((await standIn()).paneOpened, 1);
  await picture('not-set-up');
});

await check('no token is asked for an API that lives on another host than the URI names', async () => {
  await add({ properties: { ...properties, apiAddress: 'https://elsewhere.example/api' } });
  await page.getByText('It is not set up on this page yet.').waitFor();
  assert.deepEqual([(await standIn()).asked, calls], [[], []]);
});

await check('it searches with the token of the API', async () => {
  await add({});
  await page.getByRole('link', { name: 'Forest learning' }).waitFor();
  const { asked } = await standIn();
  assert.ok(asked.length > 0 && asked.every(({ resource }) => resource === properties.applicationIdUri));
  assert.ok(calls.every(({ authorization }) => authorization === 'Bearer a-token-from-sharepoint'));
  assert.equal(await page.title(), 'Alternative provision');
  await picture('search');
  assert.deepEqual(await seriousFaults(), []);
});

await check('a full postcode is cut before it is sent', async () => {
  await add({});
  await page.getByRole('textbox', { name: /postcode|near/i }).fill('DT1 1XJ');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.body.textContent.includes('DT1'));
  await assertSoon(() => calls.some(({ url }) => url.searchParams.get('near') === 'DT1'));
  assert.ok(calls.every(({ url }) => !/1\s?XJ/i.test(decodeURIComponent(url.href))));
});

await check('a service opens in place, and back leads to the same search', async () => {
  await add({});
  await page.getByRole('checkbox', { name: /SEMH/ }).first().check();
  await assertSoon(() => calls.some(({ url }) => url.searchParams.get('needs') === 'SEMH'));
  await page.getByRole('link', { name: 'Forest learning' }).click();
  await page.getByRole('heading', { name: 'Forest learning', level: 1 }).waitFor();
  await page.getByText('hello@greenway.example').first().waitFor();
  assert.equal(page.url(), `${pageOrigin}/`);
  await picture('service');
  assert.deepEqual(await seriousFaults(), []);
  await page.getByRole('link', { name: 'Back to the results' }).click();
  assert.equal(await page.getByRole('checkbox', { name: /SEMH/ }).first().isChecked(), true);
});

await check('a request is made in the tab, which opens in a new window', async () => {
  await add({});
  await page.getByRole('link', { name: 'Forest learning' }).click();
  await page.getByRole('button', { name: /Request this service/ }).click();
  const { opened } = await standIn();
  const link = new URL(opened[0]);
  assert.equal(`${link.origin}${link.pathname}`, `https://teams.microsoft.com/l/entity/${teamsAppId}/home`);
  const { subEntityId } = JSON.parse(link.searchParams.get('context'));
  assert.match(subEntityId, /^\/request\/[0-9a-f-]{36}\?service=S-0001$/);
  assert.equal(link.searchParams.get('webUrl'), `https://ap-pages.example${subEntityId}`);
});

await check('a result has a real address, which opens the service in Teams', async () => {
  await add({});
  const href = await page.getByRole('link', { name: 'Forest learning' }).getAttribute('href');
  assert.equal(JSON.parse(new URL(href).searchParams.get('context')).subEntityId, '/services/S-0001');
});

for (const name of ['dark', 'strong'])
  await check(`it can be read in a ${name} section`, async () => {
    await add({ theme: sectionThemes[name] });
    await page.getByRole('link', { name: 'Forest learning' }).waitFor();
    await picture(`section-${name}`);
    assert.deepEqual(await seriousFaults(), []);
  });

await check('a section that changes its theme is followed', async () => {
  await add({});
  await page.getByRole('link', { name: 'Forest learning' }).waitFor();
  await page.evaluate((theme) => window.sharePoint.parts[0].onThemeChanged(theme), sectionThemes.strong);
  await assertSoon(async () => (await backgroundOf('#part-1')) === 'rgb(11, 85, 106)');
});

await check('two web parts on one page keep their own colours', async () => {
  await add({});
  await add({ id: 'part-2', theme: sectionThemes.strong });
  await page.locator('#part-2').getByRole('link', { name: 'Forest learning' }).waitFor();
  assert.equal(await backgroundOf('#part-1'), 'rgb(255, 255, 255)');
  assert.equal(await backgroundOf('#part-2'), 'rgb(11, 85, 106)');
});

await check('at 320 pixels nothing scrolls sideways, and the filters stand behind a button', async () => {
  await page.setViewportSize({ width: 320, height: 700 });
  await add({});
  await page.getByRole('link', { name: 'Forest learning' }).waitFor();
  await picture('narrow');
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(wider, 0);
  await page.getByRole('button', { name: 'Show filters' }).click();
  await page.getByRole('dialog').getByRole('checkbox', { name: /SEMH/ }).first().waitFor();
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1280, height: 900 });
});

await check('where access is not approved, the person learns that only the IT team can', async () => {
  await page.evaluate(() => {
    window.sharePoint.tokenFault = 'AADSTS65001: The user or administrator has not consented to use the application';
  });
  await add({});
  await page.getByRole('heading', { name: 'Your IT team must approve this app' }).first().waitFor();
  assert.deepEqual(calls, []);
  await picture('not-approved');
});

await browser.close();
console.log(`\n${passed} passed, ${failed.length} failed. Pictures: ${pictures}`);
process.exitCode = failed.length === 0 ? 0 : 1;

/** Waits up to 5 s until a question is answered with yes. */
async function assertSoon(question) {
  for (let turn = 0; turn < 50; turn += 1) {
    if (await question()) return;
    await page.waitForTimeout(100);
  }
  assert.fail(`not within 5 s: ${question}`);
}

function backgroundOf(selector) {
  return page.evaluate((part) => getComputedStyle(document.querySelector(`${part} .fui-FluentProvider`)).backgroundColor, selector);
}
