#!/usr/bin/env node
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const program = join(__dirname, '..', 'dist', 'cli.js');
if (existsSync(program)) require(program);
else {
  process.stderr.write('程序还没有生成。先在 annrep 的文件夹里运行：npm ci && npm run build\n');
  process.exitCode = 2;
}
