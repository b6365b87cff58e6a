import type { HostAdapter } from '@ap/shared/ui/HostAdapter';
import type { IReadonlyTheme } from '@microsoft/sp-component-base';
import { DisplayMode, Version } from '@microsoft/sp-core-library';
import { type IPropertyPaneConfiguration, type IPropertyPaneField, PropertyPaneTextField } from '@microsoft/sp-property-pane';
import { BaseClientSideWebPart } from '@microsoft/sp-webpart-base';
import { config } from 'zod/mini';
import * as strings from 'ApDirectoryWebPartStrings';
import * as React from 'react';
import * as ReactDom from 'react-dom';
import { DirectoryApp } from './DirectoryApp';
import { NotSetUp } from './NotSetUp';
import { sectionTheme } from './section-theme';
import { faultOf, type IApDirectoryProperties, type ISettings, readSettings } from './settings';
import { sharePointHost } from './sharepoint-host';
import { themeSource } from './theme-source';

// zod compiles its checks with `new Function` where it may. SharePoint's content security policy may refuse that, and would report each try.
config({ jitless: true });

/** The directory of alternative provision on a SharePoint page. It searches; requests and decisions are made in the tab. */
export default class ApDirectoryWebPart extends BaseClientSideWebPart<IApDirectoryProperties> {
  private readonly _theme = themeSource();
  private _settings: ISettings | undefined;
  private _host: HostAdapter | undefined;

  protected async onInit(): Promise<void> {
    this._connect();
  }

  public render(): void {
    const theme = sectionTheme(this._theme.section());
    const element =
      this._settings && this._host
        ? React.createElement(DirectoryApp, {
            key: JSON.stringify(this._settings),
            apiAddress: this._settings.apiAddress,
            host: this._host,
            theme
          })
        : React.createElement(NotSetUp, {
            instanceId: this.instanceId,
            theme,
            onConfigure: this.displayMode === DisplayMode.Edit ? () => this.context.propertyPane.open() : undefined
          });
    ReactDom.render(element, this.domElement);
  }

  protected onThemeChanged(section: IReadonlyTheme | undefined): void {
    this._theme.set(section);
    if (this.renderedOnce) this.render();
  }

  protected onAfterPropertyPaneChangesApplied(): void {
    this._connect();
    this.render();
  }

  protected onDispose(): void {
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
    const { field } = this;
    return {
      pages: [
        {
          header: { description: strings.PaneDescription },
          groups: [
            {
              groupName: strings.ServiceGroup,
              groupFields: [
                field('apiAddress', strings.ApiAddress, strings.ApiAddressHint),
                field('applicationIdUri', strings.ApplicationIdUri, strings.ApplicationIdUriHint)
              ]
            },
            {
              groupName: strings.LinksGroup,
              groupFields: [
                field('pagesAddress', strings.PagesAddress, strings.PagesAddressHint),
                field('teamsAppId', strings.TeamsAppId, strings.TeamsAppIdHint)
              ]
            }
          ]
        }
      ]
    };
  }

  private readonly field = (name: keyof IApDirectoryProperties, label: string, description: string): IPropertyPaneField<unknown> =>
    PropertyPaneTextField(name, {
      label,
      description,
      validateOnFocusOut: true,
      onGetErrorMessage: (value) => faultOf(name, { ...this.properties, [name]: value })
    });

  private _connect(): void {
    const settings = readSettings(this.properties);
    this._settings = settings;
    this._host = settings && sharePointHost({
      settings,
      tokenProvider: () => this.context.aadTokenProviderFactory.getTokenProvider(),
      theme: this._theme,
      locale: this.context.pageContext.cultureInfo.currentUICultureName
    });
  }
}
