declare interface IApDirectoryWebPartStrings {
  PaneDescription: string;
  ShowsGroup: string;
  OpensWith: string;
  OpensWithDirectory: string;
  OpensWithNotices: string;
  Lot: string;
  AllLots: string;
  Radius: string;
  AnyDistance: string;
  WithinMiles: string;
  Layout: string;
  LayoutFull: string;
  LayoutCompact: string;
  PlaceInAddress: string;
  PlaceInAddressOn: string;
  PlaceInAddressOff: string;
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
