// Fluent's components need some thirty icons and ask for them by the one module that holds all thousands. A test of a screen gets each from its own file, when
// it is drawn: the same icon, without half a second of loading for each file of tests.
const rest = { ...require('@fluentui/react-icons/utils'), ...require('@fluentui/react-icons/providers') };

/** The file of an icon: 'Dismiss20Regular' is in 'dismiss'. */
const fileOf = (name) =>
  name
    .replace(/\d*(Regular|Filled|Light|Color)$/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();

module.exports = new Proxy(rest, {
  get: (_, name) =>
    /(Regular|Filled|Light|Color)$/.test(String(name)) ? require(`@fluentui/react-icons/svg/${fileOf(name)}`)[name] : rest[name],
});
