// Loaded before Azurite (`node --require`). Azurite imports `applicationinsights` for telemetry that we switch off; loading
// that library takes longer than all of Azurite. Anything asked of it answers with a thing that does nothing.
const Module = require('node:module');

const load = Module._load;
const nothing = new Proxy(function nothing() {}, {
  get: (_target, member) => (member === 'then' ? undefined : member === Symbol.toPrimitive ? () => '' : nothing),
  apply: () => nothing,
  construct: () => nothing,
});
Module._load = function loadWithoutTelemetry(id, ...rest) {
  return id === 'applicationinsights' ? nothing : load.call(this, id, ...rest);
};
