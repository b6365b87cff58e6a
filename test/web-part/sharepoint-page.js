/*
 * Stands in for a SharePoint page in the browser: an AMD loader and the few SharePoint classes that the web part extends or calls.
 * It shows our code against stand-ins; SharePoint's own loader, themes and token acquisition are not proven by it.
 * The base class is an ES5 function, because the packaged bundle is ES5 and cannot extend a native class.
 */
(() => {
  const field = (kind) => (target, properties) => ({ kind, target, properties });
  const loaded = {
    react: window.React,
    'react-dom': window.ReactDOM,
    '@microsoft/sp-core-library': { Version: { parse: (text) => text }, DisplayMode: { Read: 1, Edit: 2 } },
    '@microsoft/sp-property-pane': {
      PropertyPaneTextField: field('text'),
      PropertyPaneDropdown: field('dropdown'),
      PropertyPaneChoiceGroup: field('choice'),
      PropertyPaneToggle: field('toggle'),
    },
    '@microsoft/sp-webpart-base': { BaseClientSideWebPart: function BaseClientSideWebPart() {} },
  };

  const loadScript = (name, path) =>
    new Promise((resolve, reject) => {
      window.define = (...args) => {
        const factory = args.pop();
        const dependencies = args.pop() ?? [];
        const missing = dependencies.find((each) => !(each in loaded));
        if (missing) reject(new Error(`${name} needs ${missing}, which SharePoint does not have`));
        else loaded[name] = factory(...dependencies.map((each) => loaded[each]));
      };
      window.define.amd = {};
      const script = document.createElement('script');
      script.src = `/assets/${path}`;
      script.onload = () => resolve();
      script.onerror = () => reject(new Error(`${path} was not loaded`));
      document.head.append(script);
    });

  /** Teams' library as SharePoint hands it over, in a theme. */
  const teams = (theme) => ({
    teamsJs: {
      app: {
        getContext: async () => ({ app: { theme } }),
        openLink: async (url) => void window.sharePoint.openedByTeams.push(url),
      },
    },
  });

  const parts = new Map();
  window.sharePoint = {
    opened: [],
    openedByTeams: [],
    panesOpened: 0,
    tokensAsked: [],

    /** Loads what the manifest names, its entry last. */
    load: async ({ loaderConfig: { scriptResources, entryModuleId } }) => {
      const own = Object.entries(scriptResources).filter(([, { type }]) => type === 'path' || type === 'localizedPath');
      const last = ([name]) => (name === entryModuleId ? 1 : 0);
      for (const [name, { path, defaultPath }] of own.sort((a, b) => last(a) - last(b))) await loadScript(name, path ?? defaultPath);
      window.sharePoint.WebPart = loaded[entryModuleId].default;
    },

    /** Puts one web part on the page, as SharePoint does: context and theme first, then onInit, then render. `width` is its column's. */
    add: async ({ id, instanceId, properties, theme, edit, width, teamsTheme }) => {
      const part = new window.sharePoint.WebPart();
      const element = document.createElement('div');
      element.id = id;
      if (width) element.style.width = width;
      document.querySelector('#canvas').append(element);
      const tokens = {
        // Played by the test: the local tenant's Entra gives the token of SharePoint's own client.
        getToken: (resource) => {
          window.sharePoint.tokensAsked.push(resource);
          return window.tokenFor(resource);
        },
      };
      Object.assign(part, {
        domElement: element,
        instanceId: instanceId ?? id,
        properties,
        displayMode: edit ? 2 : 1,
        renderedOnce: false,
        context: {
          sdks: teamsTheme ? { microsoftTeams: teams(teamsTheme) } : {},
          aadTokenProviderFactory: { getTokenProvider: async () => tokens },
          pageContext: { cultureInfo: { currentUICultureName: 'en-GB' } },
          propertyPane: {
            open: () => {
              window.sharePoint.panesOpened += 1;
            },
            refresh: () => undefined,
          },
        },
      });
      part.onThemeChanged(theme);
      await part.onInit();
      part.render();
      part.renderedOnce = true;
      parts.set(id, part);
    },

    /** The section of a web part gets another background. */
    changeTheme: (id, theme) => parts.get(id).onThemeChanged(theme),

    /** The property pane opens: its fields in order, as plain data. */
    pane: (id) => {
      const part = parts.get(id);
      part.onPropertyPaneConfigurationStart();
      const fields = part.getPropertyPaneConfiguration().pages[0].groups.flatMap(({ groupFields }) => groupFields);
      return fields.map(({ kind, target, properties }) => ({
        kind,
        target,
        label: properties.label,
        options: properties.options,
        fault: properties.onGetErrorMessage?.(part.properties[target] ?? ''),
      }));
    },

    /** An editor changes properties and presses Apply. */
    apply: (id, changes) => {
      const part = parts.get(id);
      Object.assign(part.properties, changes);
      part.onAfterPropertyPaneChangesApplied();
    },

    remove: (id) => {
      const part = parts.get(id);
      part.onDispose();
      part.domElement.remove();
      parts.delete(id);
    },
    ids: () => [...parts.keys()],
  };
  window.open = (url) => {
    window.sharePoint.opened.push(url);
    return null;
  };
})();
