// Loaded before a child program (`node --import`). The parent holds the other end of standard input and never writes to it:
// when the pipe closes, the parent is gone, even if it was killed, and the child must not live on as an orphan.
const forcedEndMs = 5000;

process.stdin.on('close', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), forcedEndMs).unref();
});
process.stdin.on('error', () => {});
process.stdin.resume();
process.stdin.unref?.();
