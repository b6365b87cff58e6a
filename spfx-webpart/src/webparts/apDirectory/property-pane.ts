import {
  type IPropertyPaneConfiguration,
  type IPropertyPaneDropdownOption,
  type IPropertyPaneField,
  PropertyPaneChoiceGroup,
  PropertyPaneDropdown,
  PropertyPaneTextField,
  PropertyPaneToggle
} from '@microsoft/sp-property-pane';
import * as strings from 'ApDirectoryWebPartStrings';
import { type AddressField, faultOf, type IApDirectoryProperties } from './settings';

/** What the pane needs to know beside the properties. */
export interface IPaneFacts {
  readonly properties: Partial<IApDirectoryProperties>;
  /** The lots of the register, once they were read; undefined before, and where they could not be read. */
  readonly lots: readonly IPropertyPaneDropdownOption[] | undefined;
}

const radiuses: readonly number[] = [5, 10, 20, 40];

/** A lot that was chosen stays in the list when the register no longer has it, so that the editor sees what is set. */
const lotOptions = (chosen: string | undefined, lots: IPaneFacts['lots']): IPropertyPaneDropdownOption[] => {
  const known = lots ?? [];
  const kept = chosen && !known.some(({ key }) => key === chosen) ? [{ key: chosen, text: chosen }] : [];
  return [{ key: '', text: strings.AllLots }, ...known, ...kept];
};

const radiusOptions = (): IPropertyPaneDropdownOption[] => [
  { key: '', text: strings.AnyDistance },
  ...radiuses.map((miles) => ({ key: `${miles}`, text: strings.WithinMiles.replace('{0}', `${miles}`) }))
];

/** The property pane: what the directory opens with, and where the service and the tab are. */
export const propertyPane = ({ properties, lots }: IPaneFacts): IPropertyPaneConfiguration => {
  const address = (name: AddressField, label: string, description: string): IPropertyPaneField<unknown> =>
    PropertyPaneTextField(name, {
      label,
      description,
      validateOnFocusOut: true,
      onGetErrorMessage: (value) => faultOf(name, { ...properties, [name]: value })
    });
  return {
    pages: [
      {
        header: { description: strings.PaneDescription },
        groups: [
          {
            groupName: strings.ShowsGroup,
            groupFields: [
              PropertyPaneChoiceGroup('opensWith', {
                label: strings.OpensWith,
                options: [
                  { key: 'directory', text: strings.OpensWithDirectory, checked: properties.opensWith !== 'notices' },
                  { key: 'notices', text: strings.OpensWithNotices, checked: properties.opensWith === 'notices' }
                ]
              }),
              PropertyPaneDropdown('lot', { label: strings.Lot, options: lotOptions(properties.lot, lots), disabled: lots === undefined }),
              PropertyPaneDropdown('radius', { label: strings.Radius, options: radiusOptions() }),
              PropertyPaneChoiceGroup('layout', {
                label: strings.Layout,
                options: [
                  { key: 'full', text: strings.LayoutFull },
                  { key: 'compact', text: strings.LayoutCompact }
                ]
              }),
              PropertyPaneToggle('placeInAddress', {
                label: strings.PlaceInAddress,
                onText: strings.PlaceInAddressOn,
                offText: strings.PlaceInAddressOff
              })
            ]
          },
          {
            groupName: strings.ServiceGroup,
            groupFields: [
              address('apiAddress', strings.ApiAddress, strings.ApiAddressHint),
              address('applicationIdUri', strings.ApplicationIdUri, strings.ApplicationIdUriHint)
            ]
          },
          {
            groupName: strings.LinksGroup,
            groupFields: [
              address('pagesAddress', strings.PagesAddress, strings.PagesAddressHint),
              address('teamsAppId', strings.TeamsAppId, strings.TeamsAppIdHint)
            ]
          }
        ]
      }
    ]
  };
};
