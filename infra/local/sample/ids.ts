/** Fixed ids of the sample organisation: the same in every run, so that saved state, tests and configuration agree. All of them are invented. */
export const councilTenantId = '4c1f0a52-6b7e-4d0e-9a51-2f6f0f3a9d10';
export const schoolTenantId = 'a8d2e6b4-15c3-4f7a-8e92-7b0c4d5e6f21';
/** A Microsoft 365 tenant that no buyer lists: its people are refused. */
export const outsideTenantId = 'c39e14d7-2f68-4b05-9a71-5d8c0e1f2a34';

export const runtimeClientId = '0b6d3c1e-9f24-4a8b-b7c5-1d2e3f405162';
export const administratorClientId = '1c7e4d2f-a035-4b9c-88d6-2e3f40516273';
export const apiClientId = '2d8f5e30-b146-4cad-99e7-3f4051627384';
export const botAppId = '3e906f41-c257-4dbe-aaf8-405162738495';

/** The managed identity that the product runs with in Azure: client id, and the object id of its service principal. */
export const managedIdentityClientId = '6ed8a031-4f75-4b29-9c0d-728495061738';
export const managedIdentityObjectId = '7fe9b142-5086-4c3a-8d1e-839506172849';

/** What a page asks for when it wants a token for the product's API. */
export const apiIdentifierUri = `api://${apiClientId}`;
/** The URI that the web part uses: it names the API's host, so that no page can send a token for our API to another. */
export const webPartIdentifierUri = (api: string): string => `api://${new URL(api).host}/${apiClientId}`;
export const apiScope = `${apiIdentifierUri}/access_as_user`;

/** Microsoft's own clients, by their well-known app ids: who calls when Teams or SharePoint hands a page its token. */
export const teamsWebClientId = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';
export const teamsDesktopClientId = '1fec8e78-bce4-4aaf-ab1b-5451cc387264';
export const sharePointExtensibilityClientId = '08e18876-6177-487e-b8b5-cf950c1e598c';
/** The signed-in pages in a plain browser use the API's own registration. */
export const pagesClientId = apiClientId;
/** The Teams app, as the admin centre of the sample's tenant would number it. */
export const teamsLinkAppId = '7b3f2a10-5c44-4e0d-9c1a-0d6f4b8e2a55';

export const commissionersGroupId = '4fa17052-d368-4ecf-bb09-516273849506';
/** Those commissioners whom the council lets see concerns. */
export const safeguardingGroupId = '6d1f80a7-94c3-4e5b-9f02-738495061829';
export const schoolStaffGroupId = '50b28163-e479-4fd0-8c1a-627384950617';

export const siteHostname = 'council.sharepoint.example';
/** The site of the lists: only commissioners may read it. */
export const frameworkSitePath = '/sites/ap-framework';
/** The site of the web part's page: school staff may read it. No list of ours is on it. */
export const schoolsSitePath = '/sites/schools';
export const frameworkSiteId = `${siteHostname},61c39274-f58a-40e1-9d2b-738495061728,72d4a385-069b-41f2-ae3c-849506172839`;
export const schoolsSiteId = `${siteHostname},83e5b496-17ac-4203-bf4d-95061728394a,94f6c5a7-28bd-4314-8a5e-061728394a5b`;

/** The mailbox that the framework's mail comes from: an account that nobody signs in to. */
export const mailboxUserId = 'a507d6b8-39ce-4425-9b6f-1728394a5b6c';
export const mailboxAddress = 'ap.framework@council.example';

/** Buyers of the sample people: URNs of the register, and department codes. The people in them are invented. */
export const sampleSchoolRef = '113855';
export const otherSchoolRef = '113888';
export const sampleAcademyRef = '137163';
export const sendDepartmentRef = 'DC-SEND';
export const virtualSchoolDepartmentRef = 'DC-VIRTUAL-SCHOOL';
export const inclusionDepartmentRef = 'DC-INCLUSION';
