import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '@ap/local/launch/project-folder';
import { apiClientId, sharePointExtensibilityClientId, webPartIdentifierUri } from '@ap/local/sample/ids';
import { samplePerson } from '@ap/local/sample/people';
import { packagedFiles } from '@ap/local/web-part/packaged-files';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { patience } from '../support/patience.ts';
import { runningStack, type TestStack } from '../support/running-stack.ts';
import { type PageServer, startPageServer } from './page-server.ts';
import { type SectionTheme, sectionThemes } from './section-themes.ts';

/** The Teams app that the web part is told of: any id will do, nothing is installed. */
const teamsAppId = '66666666-7777-4888-9999-000000000000';
const pictures = path.join(projectFolder, '.local/pictures/web-part');

/** One web part as a test puts it on the page. */
export interface Placed {
  readonly id?: string;
  readonly instanceId?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly theme?: SectionTheme;
  readonly edit?: boolean;
  readonly width?: string;
  readonly teamsTheme?: string;
}

interface PaneField {
  readonly kind: string;
  readonly target: string;
  readonly label: string;
  readonly options?: readonly { readonly key: string; readonly text: string }[];
  readonly fault?: string;
}

/** What the stand-in page offers to a test: see sharepoint-page.js. */
interface SharePoint {
  readonly opened: readonly string[];
  readonly openedByTeams: readonly string[];
  readonly panesOpened: number;
  readonly tokensAsked: readonly string[];
  readonly load: (manifest: unknown) => Promise<void>;
  readonly add: (part: unknown) => Promise<void>;
  readonly changeTheme: (id: string, theme: SectionTheme) => void;
  readonly pane: (id: string) => readonly PaneField[];
  readonly apply: (id: string, changes: unknown) => void;
  readonly remove: (id: string) => void;
  readonly ids: () => readonly string[];
}
declare global {
  interface Window {
    readonly sharePoint: SharePoint;
  }
}

/** The web part out of the built package, on a page that stands in for SharePoint, against the running stack. */
export const webPartSite = async () => {
  const files = packagedFiles(path.join(projectFolder, 'spfx-webpart/sharepoint/solution/ap-directory.sppkg'));
  const server: PageServer = await startPageServer(files.scripts);
  const stack: TestStack = await runningStack(['azurite', 'tenant', 'register', 'functions', 'tab', 'window'], [server.origin]);
  server.allow(stack.api);
  const browser: Browser = await launchChromium();
  mkdirSync(pictures, { recursive: true });
  const properties = {
    apiAddress: stack.api,
    applicationIdUri: webPartIdentifierUri(stack.api),
    pagesAddress: stack.tab,
    teamsAppId,
    lot: '',
    radius: '',
    layout: 'full',
    placeInAddress: false,
  };
  return {
    files,
    stack,
    browser,
    properties,
    stop: async () => {
      await browser.close();
      await stack.stop();
      await server.close();
    },
    /** Opens the page as a person of the sample, whose tokens are those of SharePoint's own client. Faults of the page are kept. */
    open: async (as: string, viewport = { width: 1280, height: 900 }) => {
      const page: Page = await (await browser.newContext({ viewport })).newPage();
      page.setDefaultTimeout(patience);
      const faults: string[] = [];
      page.on('pageerror', ({ message }) => faults.push(`page error: ${message}`));
      page.on('console', (message) => {
        // The browser notes that a new draft is not on the server yet.
        const newDraft = /\/drafts\/[^/]+$/.test(message.location().url) && message.text().includes('404');
        if (message.type() === 'error' && !newDraft) faults.push(`console: ${message.text()}`);
      });
      await page.exposeFunction('tokenFor', (resource: string) =>
        stack.people.token(samplePerson(as), sharePointExtensibilityClientId, `${resource}/access_as_user`),
      );
      await page.goto(server.origin);
      await page.evaluate((manifest) => window.sharePoint.load(manifest), files.manifest);
      return {
        page,
        faults,
        add: ({ properties: changes = {}, ...part }: Placed = {}) =>
          page.evaluate((told) => window.sharePoint.add(told), {
            id: 'part-1',
            theme: sectionThemes.plain,
            properties: { ...properties, ...changes },
            ...part,
          }),
        told: () => page.evaluate(() => ({ ...window.sharePoint, WebPart: undefined }) as unknown as SharePoint),
        picture: (name: string) => page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true }),
        close: () => page.context().close(),
      };
    },
  };
};

export type WebPartSite = Awaited<ReturnType<typeof webPartSite>>;
export type OpenPage = Awaited<ReturnType<WebPartSite['open']>>;

/** A URI of the right form that the tenant does not know. */
export const unknownUri = (api: string): string => `api://${new URL(api).host}/${apiClientId.replace(/.$/, '0')}`;
