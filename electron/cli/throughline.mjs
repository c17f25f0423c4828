#!/usr/bin/env -S node --max-semi-space-size=8
// The memory for what is made and let go at once would grow to 96 MB: a long import fills it as fast as it is given,
// and is no faster for it. `npm run cli` says the same.
import module from 'node:module';

// Plain JavaScript: it must be able to say one clear line on a Node that is too old for everything else here.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `throughline: needs Node 22.18 or newer, and this is ${process.versions.node}; "npm run -s cli -- …" brings its own`,
  );
  process.exitCode = 1;
} else {
  // A reader like `head` that has seen enough is no error.
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  // What Node makes of the sources is kept for the next command, which takes up to half of the time of a short one.
  module.enableCompileCache();
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2));
}
