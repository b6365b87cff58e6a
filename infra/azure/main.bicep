// Where the code runs: one Functions app on Flex Consumption with its storage, the bot's registration, the site of the tab's pages, and monitoring. There is no
// secret: the app has one managed identity, which signs in to storage and monitoring itself, and to Entra as each of the three app registrations, which name it as
// a federated credential (docs/decisions/0075-the-product-keeps-no-secret.md).
targetScope = 'resourceGroup'

@description('Short name of this deployment: queues and tables carry it.')
@minLength(2)
@maxLength(12)
param deploymentName string = 'ap'
@description('Where the app and everything with data in it lies: in the United Kingdom, wherever the resource group is kept.')
@allowed(['uksouth', 'ukwest'])
param location string = 'uksouth'
@description('Node on Flex Consumption. Check the list of runtimes before changing it.')
param nodeVersion string = '22'

@description('Directory id of the council.')
param tenantId string
param runtimeClientId string
param apiClientId string
param botAppId string
param siteHostname string
param sitePath string
@description('App ids of Teams and of our own pages, parted by commas.')
param decidingClients string
@description('App id of the SharePoint extensibility client, which may read and draft only.')
param draftingClients string
param mailSender string
@description('Where the signed-in pages live, https, without a trailing slash. A domain of the council: Teams refuses azurestaticapps.net and azurewebsites.net.')
param pagesUrl string
@description('Whether the domain of pagesUrl has its CNAME record to PAGES_DEFAULT_HOSTNAME yet. Azure refuses to bind a domain before.')
param pagesDomainReady bool = false
@description('Where Static Web Apps keeps its management; the pages themselves are served from everywhere.')
param pagesLocation string = 'westeurope'
param commissioningContact string
@description('App id of the Teams app as the Teams admin centre shows it after the upload. Empty: links on cards open the page in a browser.')
param teamsLinkAppId string = ''
@description('Where the nightly copies go: another region than the app runs in.')
@allowed(['uksouth', 'ukwest'])
param backupLocation string = 'ukwest'
@description('Resource group of the nightly copies. One of their own outlives this one.')
param backupGroup string = resourceGroup().name
@description('Object id of the identity that runs npm run backup each night. Empty: nobody may write copies yet.')
param backupWriterId string = ''
@description('Mailbox of whoever operates the product: told when something is stuck or late.')
param operatorEmail string
@description('What a month may cost, in the currency of the subscription: the operator is told at four fifths of it, and when it is foreseen to be passed.')
@minValue(1)
param monthlyBudget int
@description('First day of a month: when the budget begins to count. Azure takes no other once the budget is there.')
param budgetFrom string
@description('Whether the audit log and the copies were locked by hand, after which nobody can shorten or delete the policies, and Azure refuses to be told of them again.')
param policiesLocked bool = false

var suffix = uniqueString(resourceGroup().id, deploymentName)
var pagesHost = replace(pagesUrl, 'https://', '')
var storageName = take('${deploymentName}${suffix}', 24)
var roles = [
  'b7e6dc6d-f1e8-4753-8033-0f276bb0955b' // Storage Blob Data Owner
  '974c5e8b-45b9-4653-ba55-5f855dd0fb88' // Storage Queue Data Contributor
  '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3' // Storage Table Data Contributor
]

var readerRoles = [
  '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1' // Storage Blob Data Reader
  '19e7f393-937e-4f77-808e-94535e297925' // Storage Queue Data Reader
  '76199698-9eea-4c19-bc75-cec21354c6b6' // Storage Table Data Reader
]

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${deploymentName}-identity-${suffix}'
  location: location
}

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: storageName
  location: location
  sku: { name: 'Standard_ZRS' }
  kind: 'StorageV2'
  properties: {
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }

  resource blobs 'blobServices' = {
    name: 'default'

    resource packages 'containers' = {
      name: 'packages'
    }

    resource audit 'containers' = {
      name: '${deploymentName}-audit'

      // Events may be appended, never changed or deleted; by an administrator neither, once it is locked (docs/admin-guide.md).
      resource policy 'immutabilityPolicies' = if (!policiesLocked) {
        name: 'default'
        properties: { allowProtectedAppendWrites: true, immutabilityPeriodSinceCreationInDays: 2557 }
      }
    }
  }
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${deploymentName}-logs-${suffix}'
  location: location
  properties: { retentionInDays: 365, sku: { name: 'PerGB2018' } }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: '${deploymentName}-insights-${suffix}'
  location: location
  kind: 'web'
  properties: { Application_Type: 'web', WorkspaceResourceId: logs.id, DisableLocalAuth: true }
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${deploymentName}-plan-${suffix}'
  location: location
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: '${deploymentName}-functions-${suffix}'
  location: location
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  tags: { 'azd-service-name': 'functions' }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}packages'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identity.id }
        }
      }
      runtime: { name: 'node', version: nodeVersion }
      scaleAndConcurrency: {
        maximumInstanceCount: 40
        instanceMemoryMB: 2048
        // Flex keeps people's requests, each timer and each queue in processes of their own: no timer keeps this one warm, and Teams waits five seconds for the compose box.
        alwaysReady: [{ name: 'http', instanceCount: 1 }]
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      cors: { allowedOrigins: [pagesUrl, 'https://${siteHostname}'], supportCredentials: false }
      appSettings: [
        { name: 'AzureWebJobsStorage__accountName', value: storage.name }
        { name: 'AzureWebJobsStorage__credential', value: 'managedidentity' }
        { name: 'AzureWebJobsStorage__clientId', value: identity.properties.clientId }
        { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: insights.properties.ConnectionString }
        { name: 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING', value: 'ClientId=${identity.properties.clientId};Authorization=AAD' }
        { name: 'DEPLOYMENT_NAME', value: deploymentName }
        { name: 'MANAGED_IDENTITY_CLIENT_ID', value: identity.properties.clientId }
        { name: 'TENANT_ID', value: tenantId }
        { name: 'RUNTIME_CLIENT_ID', value: runtimeClientId }
        { name: 'API_CLIENT_ID', value: apiClientId }
        { name: 'BOT_APP_ID', value: botAppId }
        { name: 'SITE_HOSTNAME', value: siteHostname }
        { name: 'SITE_PATH', value: sitePath }
        { name: 'DECIDING_CLIENTS', value: decidingClients }
        { name: 'DRAFTING_CLIENTS', value: draftingClients }
        { name: 'MAIL_SENDER', value: mailSender }
        { name: 'PAGES_URL', value: pagesUrl }
        { name: 'TEAMS_LINK_APP_ID', value: teamsLinkAppId }
        { name: 'COMMISSIONING_CONTACT', value: commissioningContact }
      ]
    }
  }

  // No password publishes code: whoever deploys signs in to Entra.
  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

// The bot is an app registration of the council's tenant, which this only tells Microsoft's connector about. Teams is its one channel.
resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${deploymentName}-bot-${suffix}'
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: 'AP Framework'
    endpoint: 'https://${app.properties.defaultHostName}/api/messages'
    msaAppId: botAppId
    msaAppTenantId: tenantId
    msaAppType: 'SingleTenant'
    disableLocalAuth: true
  }

  resource teams 'channels' = {
    name: 'MsTeamsChannel'
    location: 'global'
    properties: { channelName: 'MsTeamsChannel', properties: { isEnabled: true, deploymentEnvironment: 'CommercialDeployment' } }
  }
}

resource pages 'Microsoft.Web/staticSites@2023-12-01' = {
  name: '${deploymentName}-pages-${suffix}'
  location: pagesLocation
  sku: { name: 'Standard', tier: 'Standard' }
  properties: { stagingEnvironmentPolicy: 'Disabled', allowConfigFileUpdates: true }

  resource domain 'customDomains' = if (pagesDomainReady) {
    name: pagesHost
    properties: { validationMethod: 'cname-delegation' }
  }
}

resource storageRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in roles: {
  name: guid(storage.id, identity.id, role)
  scope: storage
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
  }
}]

resource metrics 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, identity.id, 'metrics')
  scope: insights
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '3913510d-42f4-4e42-8a64-420c390055eb')
  }
}

// What the nightly copy reads beside the lists.
resource backupReads 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in readerRoles: if (!empty(backupWriterId)) {
  name: guid(storage.id, backupWriterId, role)
  scope: storage
  properties: {
    principalId: backupWriterId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
  }
}]

module backups 'backups.bicep' = {
  name: 'backups'
  scope: resourceGroup(backupGroup)
  params: {
    location: backupLocation
    accountName: take('${deploymentName}copies${suffix}', 24)
    writerId: backupWriterId
    policiesLocked: policiesLocked
  }
}

module alerts 'alerts.bicep' = {
  name: 'alerts'
  params: { location: location, deploymentName: deploymentName, insightsId: insights.id, operatorEmail: operatorEmail }
}

resource budget 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: '${deploymentName}-budget'
  properties: {
    category: 'Cost'
    amount: monthlyBudget
    timeGrain: 'Monthly'
    timePeriod: { startDate: budgetFrom }
    notifications: {
      spent: { enabled: true, operator: 'GreaterThan', threshold: 80, thresholdType: 'Actual', contactEmails: [operatorEmail] }
      foreseen: { enabled: true, operator: 'GreaterThan', threshold: 100, thresholdType: 'Forecasted', contactEmails: [operatorEmail] }
    }
  }
}

// Under the names that `npm run package:teams` and `npm run build:pages` read: `azd env get-values` prints them.
output API_URL string = 'https://${app.properties.defaultHostName}/api'
output PAGES_URL string = pagesUrl
output PAGES_DEFAULT_HOSTNAME string = pages.properties.defaultHostname
output PAGES_SITE_NAME string = pages.name
output API_CLIENT_ID string = apiClientId
output API_IDENTIFIER_URI string = 'api://${pagesHost}/${apiClientId}'
output BOT_APP_ID string = botAppId
output BOT_MESSAGING_ENDPOINT string = bot.properties.endpoint
// Whom each of the three app registrations must name as a federated credential: issuer https://login.microsoftonline.com/TENANT_ID/v2.0, audience api://AzureADTokenExchange.
output MANAGED_IDENTITY_PRINCIPAL_ID string = identity.properties.principalId
output COMMISSIONING_CONTACT string = commissioningContact
output TEAMS_LINK_APP_ID string = teamsLinkAppId
output BACKUP_URL string = backups.outputs.copies
output FUNCTIONS_APP_NAME string = app.name
// What `npm run doctor`, `npm run backup` and the other commands of an operator read as the app does; they sign in as whoever runs them.
output TENANT_ID string = tenantId
output RUNTIME_CLIENT_ID string = runtimeClientId
output SITE_HOSTNAME string = siteHostname
output SITE_PATH string = sitePath
output DECIDING_CLIENTS string = decidingClients
output DRAFTING_CLIENTS string = draftingClients
output MAIL_SENDER string = mailSender
output DEPLOYMENT_NAME string = deploymentName
output AzureWebJobsStorage__accountName string = storage.name
