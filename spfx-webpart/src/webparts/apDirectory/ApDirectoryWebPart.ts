import { apiClient } from '@ap/shared/contract/client';
import type { HostAdapter } from '@ap/shared/ui/HostAdapter';
import type { IReadonlyTheme } from '@microsoft/sp-component-base';
import { DisplayMode, Version } from '@microsoft/sp-core-library';
import type { IPropertyPaneConfiguration, IPropertyPaneDropdownOption } from '@microsoft/sp-property-pane';
import { BaseClientSideWebPart } from '@microsoft/sp-webpart-base';
import { config } from 'zod/mini';
import * as React from 'react';
import * as ReactDom from 'react-dom';
import { withDeployment } from './deployment';
import { DirectoryApp } from './DirectoryApp';
import { firstSearch } from './first-search';
import { NotSetUp } from './NotSetUp';
import { addressKey } from './place-in-address';
import { propertyPane } from './property-pane';
import { sectionTheme } from './section-theme';
import { addressFields, faultOf, type IApDirectoryProperties, type ISettings, readSettings } from './settings';
import { sharePointHost } from './sharepoint-host';
import { type ITeamsAround, sharePointAround, teamsAround } from './teams-around';
import { themeSource } from './theme-source';

// zod compiles its checks with `new Function` where it may. SharePoint's content security policy may refuse that, and would report each try.
config({ jitless: true });

/**
 * The directory of alternative provision on a SharePoint page or in Teams. It searches and drafts, and shows what was asked for; sending,
 * deciding and all else is done in the tab.
 */
export default class ApDirectoryWebPart extends BaseClientSideWebPart<IApDirectoryProperties> {
  private readonly _theme = themeSource();
  private _around: ITeamsAround = sharePointAround;
  private _contrast: boolean = false;
  private _disposed: boolean = false;
  private _settings: ISettings | undefined;
  private _host: HostAdapter | undefined;
  private _lots: readonly IPropertyPaneDropdownOption[] | undefined;

  protected async onInit(): Promise<void> {
    Object.assign(this.properties, withDeployment(this.properties));
    const teams = this.context.sdks.microsoftTeams;
    if (teams) this._around = teamsAround(teams.teamsJs);
    this._contrast = await this._around.inContrast();
    this._connect();
  }

  public render(): void {
    const theme = sectionTheme(this._theme.section(), this._contrast);
    const { layout, opensWith, placeInAddress } = this.properties;
    const alone = placeInAddress || this._around !== sharePointAround;
    const element =
      this._settings && this._host
        ? React.createElement(DirectoryApp, {
            key: JSON.stringify([this._settings, firstSearch(this.properties), opensWith, alone]),
            apiAddress: this._settings.apiAddress,
            pagesAddress: this._settings.pagesAddress,
            host: this._host,
            theme,
            compact: layout === 'compact',
            opensWith,
            search: firstSearch(this.properties),
            addressKey: alone ? addressKey(this.instanceId) : undefined
          })
        : React.createElement(NotSetUp, {
            instanceId: this.instanceId,
            theme,
            faults: this._faults(),
            onConfigure: this.displayMode === DisplayMode.Edit ? () => this.context.propertyPane.open() : undefined
          });
    ReactDom.render(element, this.domElement);
  }

  protected onThemeChanged(section: IReadonlyTheme | undefined): void {
    this._theme.set(section);
    if (!this.renderedOnce) return;
    this.render();
    // Teams tells dark from light through SharePoint's theme, but not its high contrast.
    this._around.inContrast().then(
      (contrast) => {
        if (contrast === this._contrast || this._disposed) return;
        this._contrast = contrast;
        this.render();
      },
      (error: unknown) => console.error('The theme of Teams could not be read', error)
    );
  }

  protected onAfterPropertyPaneChangesApplied(): void {
    this._connect();
    this.render();
  }

  protected onPropertyPaneConfigurationStart(): void {
    this._readLots().catch((error: unknown) => console.error('The lots could not be read', error));
  }

  protected onDispose(): void {
    this._disposed = true;
    ReactDom.unmountComponentAtNode(this.domElement);
  }

  protected get dataVersion(): Version {
    return Version.parse('1.0');
  }

  /** Changes wait for Apply: half an address is none, and each change calls the service anew. */
  protected get disableReactivePropertyChanges(): boolean {
    return true;
  }

  protected getPropertyPaneConfiguration(): IPropertyPaneConfiguration {
    return propertyPane({ properties: this.properties, lots: this._lots });
  }

  private _connect(): void {
    const settings = readSettings(this.properties);
    this._settings = settings;
    this._host = settings && sharePointHost({
      settings,
      tokenProvider: () => this.context.aadTokenProviderFactory.getTokenProvider(),
      theme: this._theme,
      locale: this.context.pageContext.cultureInfo.currentUICultureName,
      openExternal: this._around.open
    });
  }

  /** What is wrong with the addresses that were entered; none where nothing was. */
  private _faults(): readonly string[] {
    if (addressFields.every((field) => !this.properties[field])) return [];
    return addressFields.map((field) => faultOf(field, this.properties)).filter((fault) => fault !== '');
  }

  /** The lots of the register, for the property pane. They need the service: before it is set up the pane offers none. */
  private async _readLots(): Promise<void> {
    if (!this._settings || !this._host) return;
    const api = apiClient({ baseUrl: this._settings.apiAddress, getToken: this._host.getToken });
    const { facets } = await api.searchDirectory({});
    this._lots = facets.lots.map(({ value, label }) => ({ key: value, text: label }));
    this.context.propertyPane.refresh();
  }
}
