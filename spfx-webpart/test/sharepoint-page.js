/* eslint-disable */
/*
 * Stands in for a SharePoint page in the browser: an AMD loader and the few SharePoint classes that the web part extends or calls.
 * It shows our code against stand-ins; SharePoint's own loader, themes and token acquisition are not proven by it.
 * The base class is an ES5 function, because the packaged bundle is ES5 and cannot extend a native class.
 */
(() => {
  const loaded = { react: window.React, 'react-dom': window.ReactDOM };

  loaded['@microsoft/sp-core-library'] = { Version: { parse: (text) => text }, DisplayMode: { Read: 1, Edit: 2 } };
  loaded['@microsoft/sp-property-pane'] = { PropertyPaneTextField: (target, properties) => ({ target, properties }) };
  function BaseClientSideWebPart() {}
  loaded['@microsoft/sp-webpart-base'] = { BaseClientSideWebPart };

  const loadScript = (name, path) =>
    new Promise((resolve, reject) => {
      window.define = (...args) => {
        const factory = args.pop();
        const dependencies = args.pop() ?? [];
        loaded[name] = factory(...dependencies.map((each) => loaded[each] ?? fail(`${name} needs ${each}, which nobody loaded`)));
      };
      window.define.amd = {};
      const script = document.createElement('script');
      script.src = `/assets/${path}`;
      script.onload = () => resolve(loaded[name]);
      script.onerror = () => reject(new Error(`${path} was not loaded`));
      document.head.append(script);
    });
  const fail = (sentence) => {
    throw new Error(sentence);
  };

  window.sharePoint = {
    asked: [],
    opened: [],
    paneOpened: 0,
    tokenFault: undefined,
    parts: [],

    /** Loads what the manifest names, its entry last. */
    load: async ({ loaderConfig: { scriptResources, entryModuleId } }) => {
      const paths = Object.entries(scriptResources).filter(([, { type }]) => type === 'path' || type === 'localizedPath');
      const last = ([name]) => (name === entryModuleId ? 1 : 0);
      for (const [name, { path, defaultPath }] of paths.sort((a, b) => last(a) - last(b))) await loadScript(name, path ?? defaultPath);
      window.sharePoint.WebPart = loaded[entryModuleId].default;
    },

    /** Puts one web part on the page, as SharePoint does: context and theme first, then onInit, then render. */
    add: async ({ id, properties, theme, edit }) => {
      const part = new window.sharePoint.WebPart();
      const element = document.createElement('div');
      element.id = id;
      document.querySelector('#canvas').append(element);
      const tokens = {
        getToken: async (resource, options) => {
          window.sharePoint.asked.push({ resource, options });
          if (window.sharePoint.tokenFault) throw new Error(window.sharePoint.tokenFault);
          return 'a-token-from-sharepoint';
        },
      };
      Object.assign(part, {
        domElement: element,
        instanceId: id,
        properties,
        displayMode: edit ? 2 : 1,
        renderedOnce: false,
        context: {
          aadTokenProviderFactory: { getTokenProvider: async () => tokens },
          pageContext: { cultureInfo: { currentUICultureName: 'en-GB' } },
          propertyPane: { open: () => (window.sharePoint.paneOpened += 1) },
        },
      });
      part.onThemeChanged(theme);
      await part.onInit();
      part.render();
      part.renderedOnce = true;
      window.sharePoint.parts.push(part);
    },

    clear: () => {
      for (const part of window.sharePoint.parts.splice(0)) {
        part.onDispose();
        part.domElement.remove();
      }
      Object.assign(window.sharePoint, { asked: [], opened: [], paneOpened: 0, tokenFault: undefined });
    },
  };
  window.open = (url) => {
    window.sharePoint.opened.push(url);
    return null;
  };
})();
