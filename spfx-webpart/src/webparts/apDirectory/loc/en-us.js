define([], function () {
  return {
    PaneDescription: 'Your commissioning team has these values from the day the framework was set up.',
    ServiceGroup: 'The framework service',
    ApiAddress: 'API address',
    ApiAddressHint: 'For example https://ap-api.azurewebsites.net/api',
    ApplicationIdUri: 'API application ID URI',
    ApplicationIdUriHint: 'For example api://ap-api.azurewebsites.net/11111111-2222-3333-4444-555555555555',
    LinksGroup: 'Where requests are made',
    PagesAddress: 'Address of the signed-in pages',
    PagesAddressHint: 'For example https://ap-pages.azurestaticapps.net',
    TeamsAppId: 'Teams app ID (optional)',
    TeamsAppIdHint: 'When it is set, links open the AP Framework tab in Teams.',
  };
});
