// Who is called when something does not go on by itself. Each alert has a page of the same name in docs/runbooks: what it means for a school, where to look first, how to mend
// it. A host that crashes or runs out of time poisons nothing, so the age of the oldest effect is watched, which the sweep tells each minute, and that the sweep tells
// anything at all.
param location string
param deploymentName string
@description('The Application Insights component of the app.')
param insightsId string
@description('Mailbox of whoever operates the product, read each working day.')
param operatorEmail string

var rules = [
  {
    key: 'effects-late'
    title: 'messages wait for more than 15 minutes, or nothing runs'
    severity: 1
    every: 'PT5M'
    window: 'PT10M'
    query: 'traces | where message has \'"event":"sweep"\' | extend told = parse_json(message) | summarize oldest = max(toint(told.oldestSeconds)), runs = count() | where runs == 0 or oldest > 900'
  }
  {
    key: 'stuck'
    title: 'something is stuck: Commissioning, What is stuck'
    severity: 2
    every: 'PT5M'
    window: 'PT5M'
    query: 'traces | where message has \'"level":"error"\' | extend told = parse_json(message) | where tostring(told.event) in ("message-poisoned", "message-unreadable", "effect-too-old", "effect-unreadable", "effect-never-sent", "row-unreadable", "author-untold")'
  }
  {
    key: 'requests-failed'
    title: 'people are told that something went wrong on our side'
    severity: 2
    every: 'PT5M'
    window: 'PT15M'
    query: 'traces | where message has \'"level":"error"\' | extend told = parse_json(message) | where tostring(told.event) in ("request-failed", "bot-failed") | summarize failed = count() | where failed > 3'
  }
  {
    key: 'register-busy'
    title: 'SharePoint asks people to wait'
    severity: 3
    every: 'PT5M'
    window: 'PT15M'
    query: 'traces | where message has \'"event":"service-busy"\' | summarize asked = count() | where asked > 20'
  }
  {
    key: 'search-slow'
    title: 'one search in twenty takes longer than a quarter of a second'
    severity: 3
    every: 'PT15M'
    window: 'PT1H'
    query: 'traces | where message has \'"event":"search-times"\' | extend told = parse_json(message) | summarize searches = sum(toint(told.searches)), slow = sum(coalesce(toint(told.under1000), 0) + coalesce(toint(told.over1000), 0)) | where searches > 20 and slow * 20 > searches'
  }
  {
    key: 'cards-undelivered'
    title: 'cards reach few approvers'
    severity: 3
    every: 'PT1H'
    window: 'P1D'
    query: 'traces | where message has \'"event":"effect-performed"\' and message has \'"send-approval-card"\' | extend told = parse_json(message) | summarize all = count(), missed = countif(tostring(told.state) == "not-delivered" and tostring(told.reason) in ("not-installed", "teams-refused")) | where all > 5 and missed * 2 > all'
  }
]

resource operators 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${deploymentName}-operators'
  location: 'global'
  properties: {
    groupShortName: 'ap-operators'
    enabled: true
    emailReceivers: [{ name: 'operator', emailAddress: operatorEmail, useCommonAlertSchema: true }]
  }
}

resource alerts 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [for rule in rules: {
  name: '${deploymentName}-${rule.key}'
  location: location
  properties: {
    displayName: 'AP Framework: ${rule.title}'
    description: 'What to do: docs/runbooks/${rule.key}.md'
    severity: rule.severity
    enabled: true
    scopes: [insightsId]
    evaluationFrequency: rule.every
    windowSize: rule.window
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: rule.query
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [operators.id] }
  }
}]
