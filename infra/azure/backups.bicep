// Where the nightly copies of the register go: an account of their own in another region, encrypted twice, in which nothing can be changed or deleted for
// five weeks by anybody, and nothing is kept for longer than thirteen months. What writes there may do nothing else.
@description('Another region of the same country than the app runs in.')
param location string
@minLength(3)
@maxLength(24)
param accountName string
@description('Object id of the identity that runs npm run backup each night. Empty: nobody may write yet.')
param writerId string = ''

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: accountName
  location: location
  sku: { name: 'Standard_LRS' }
  kind: 'StorageV2'
  properties: {
    accessTier: 'Cool'
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    encryption: { keySource: 'Microsoft.Storage', requireInfrastructureEncryption: true, services: { blob: { enabled: true } } }
  }

  resource blobs 'blobServices' = {
    name: 'default'

    resource copies 'containers' = {
      name: 'copies'

      resource policy 'immutabilityPolicies' = {
        name: 'default'
        properties: { allowProtectedAppendWrites: false, immutabilityPeriodSinceCreationInDays: 35 }
      }
    }
  }

  resource keeping 'managementPolicies' = {
    name: 'default'
    properties: {
      policy: {
        rules: [
          {
            name: 'thirteen-months'
            type: 'Lifecycle'
            enabled: true
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['copies/'] }
              actions: { baseBlob: { delete: { daysAfterCreationGreaterThan: 395 } } }
            }
          }
        ]
      }
    }
  }
}

resource writer 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(writerId)) {
  name: guid(account.id, writerId, 'writer')
  scope: account
  properties: {
    principalId: writerId
    principalType: 'ServicePrincipal'
    // Storage Blob Data Contributor
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'ba92f5b4-2d11-453d-a403-e96b0029c9fe')
  }
}

output copies string = '${account.properties.primaryEndpoints.blob}copies'
