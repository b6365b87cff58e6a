declare interface IApDirectoryWebPartStrings {
  PaneDescription: string;
  ServiceGroup: string;
  ApiAddress: string;
  ApiAddressHint: string;
  ApplicationIdUri: string;
  ApplicationIdUriHint: string;
  LinksGroup: string;
  PagesAddress: string;
  PagesAddressHint: string;
  TeamsAppId: string;
  TeamsAppIdHint: string;
}

declare module 'ApDirectoryWebPartStrings' {
  const strings: IApDirectoryWebPartStrings;
  export = strings;
}
