// Who is called when something does not go on by itself. A host that crashes or runs out of time poisons nothing, so the age of the oldest effect is watched,
// which the sweep tells each minute, and that the sweep tells anything at all.
param location string
param deploymentName string
@description('The Application Insights component of the app.')
param insightsId string
@description('Mailbox of whoever operates the product, read each working day.')
param operatorEmail string

resource operators 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${deploymentName}-operators'
  location: 'global'
  properties: {
    groupShortName: 'ap-operators'
    enabled: true
    emailReceivers: [{ name: 'operator', emailAddress: operatorEmail, useCommonAlertSchema: true }]
  }
}

resource late 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = {
  name: '${deploymentName}-effects-late'
  location: location
  properties: {
    displayName: 'AP Framework: messages wait for more than 15 minutes, or nothing runs'
    severity: 1
    enabled: true
    scopes: [insightsId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT10M'
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: 'traces | where message has \'"event":"sweep"\' | extend told = parse_json(message) | summarize oldest = max(toint(told.oldestSeconds)), runs = count() | where runs == 0 or oldest > 900'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [operators.id] }
  }
}

resource stuck 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = {
  name: '${deploymentName}-stuck'
  location: location
  properties: {
    displayName: 'AP Framework: something is stuck: Commissioning, What is stuck'
    severity: 2
    enabled: true
    scopes: [insightsId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT5M'
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: 'traces | where message has \'"level":"error"\' | extend told = parse_json(message) | where tostring(told.event) in ("message-poisoned", "message-unreadable", "effect-too-old", "effect-unreadable", "effect-never-sent", "row-unreadable")'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [operators.id] }
  }
}
