// `npm start`. Plain JavaScript without dependencies: it runs before anything is installed, also on an old Node.
var needed = [20, 19];
var present = process.versions.node.split('.').map(Number);

if (present[0] < needed[0] || (present[0] === needed[0] && present[1] < needed[1])) {
  console.error(
    'This needs Node ' +
      needed.join('.') +
      ' or later, and this is Node ' +
      process.versions.node +
      ': install a newer one from https://nodejs.org.',
  );
  process.exit(1);
} else {
  void import('./install/start-installed.mjs');
}
