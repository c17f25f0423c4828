// Plain JavaScript: it must be able to say one clear line on a Node that is too old for everything else here.
const needed = 24;
const found = Number(process.versions.node.split('.')[0]);
if (found < needed) {
  console.error(
    `Throughline needs Node ${needed} (this is ${process.versions.node}); npm start brings its own. / 需要 Node ${needed}（当前为 ${process.versions.node}），请用 npm start 启动。`,
  );
  process.exitCode = 1;
} else {
  const { launch } = await import('./launch/launch.ts');
  await launch(process.argv.slice(2));
}
