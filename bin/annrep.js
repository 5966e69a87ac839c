#!/usr/bin/env node
try {
  require('../dist/cli.js');
} catch (error) {
  if (error.code !== 'MODULE_NOT_FOUND' || require('node:fs').existsSync(`${__dirname}/../dist/cli.js`)) throw error;
  process.stderr.write('程序还没有生成。先在 annrep 的文件夹里运行：npm ci && npm run build\n');
  process.exitCode = 2;
}
