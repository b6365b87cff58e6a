import { setupClientId } from '@ap/local/sample/before-set-up';
import {
  commissionersGroupId,
  councilTenantId,
  frameworkSitePath,
  mailboxAddress,
  managedIdentityObjectId,
  safeguardingGroupId,
  schoolStaffGroupId,
  siteHostname,
} from '@ap/local/sample/ids';

/** What the sample council says of its set-up. */
export const councilValues = {
  TENANT_ID: councilTenantId,
  SETUP_CLIENT_ID: setupClientId,
  SITE_HOSTNAME: siteHostname,
  SITE_PATH: frameworkSitePath,
  PAGES_URL: 'https://ap-framework.council.example',
  COUNCIL_NAME: 'Dorset sample council',
  MAIL_SENDER: mailboxAddress,
  COMMISSIONING_CONTACT: mailboxAddress,
  OPERATOR_EMAIL: 'it-service@council.example',
  MONTHLY_BUDGET: '200',
  ALLOWED_READERS: commissionersGroupId,
  CONCERN_READERS: safeguardingGroupId,
  PEOPLE_GROUPS: [commissionersGroupId, schoolStaffGroupId].join(';'),
  // The local tenant has no Exchange that would scope the permission.
  MAIL_PERMISSION: 'tenant',
  MANAGED_IDENTITY_PRINCIPAL_ID: managedIdentityObjectId,
  API_URL: 'https://ap-functions.azurewebsites.net/api',
};
