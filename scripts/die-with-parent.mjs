// Preloaded into the server by `runNext`: when the launcher has gone, the channel to it closes, and we go too.
import process from 'node:process';

// Next's own children inherit this preload, but not this parent.
if (process.connected && process.env.KANTOR_LAUNCHER === String(process.ppid)) {
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 5_000).unref();
  });
  process.channel?.unref();
}
