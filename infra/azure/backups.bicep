// Where the nightly copies of the register go: an account of their own in another region, encrypted twice, in which nothing can be changed or deleted for
// five weeks, by an administrator neither once the policy is locked (docs/admin-guide.md), and nothing is kept for longer than thirteen months. What writes there
// may do so in the one container.
@description('Another region of the same country than the app runs in.')
param location string
@minLength(3)
@maxLength(24)
param accountName string
@description('Object id of the identity that runs npm run backup each night. Empty: nobody may write yet.')
param writerId string = ''
@description('Whether the policy was locked by hand: Azure refuses to be told of it again.')
param policiesLocked bool = false

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

      resource policy 'immutabilityPolicies' = if (!policiesLocked) {
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
  name: guid(account::blobs::copies.id, writerId, 'writer')
  scope: account::blobs::copies
  properties: {
    principalId: writerId
    principalType: 'ServicePrincipal'
    // Storage Blob Data Contributor
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'ba92f5b4-2d11-453d-a403-e96b0029c9fe')
  }
}

output copies string = '${account.properties.primaryEndpoints.blob}copies'
