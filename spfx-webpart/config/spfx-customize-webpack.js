const { DefinePlugin } = require('webpack');

/** Puts an organisation's own settings, which `npm run package:spfx -- --settings FILE` checked, into the bundle in place of the name `apDeployment`. */
module.exports = (config) => {
  const settings = JSON.stringify(JSON.parse(process.env.AP_WEB_PART_SETTINGS ?? '{}'));
  for (const each of Array.isArray(config) ? config : [config]) {
    each.plugins = [...(each.plugins ?? []), new DefinePlugin({ apDeployment: settings })];
  }
};
