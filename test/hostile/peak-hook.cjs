// Loaded before the program and the processes it starts: says at their end how much memory the largest of them had at most.
const fs = require('node:fs');
const { PEAK = '' } = process.env;
process.once('exit', () => {
  const before = fs.existsSync(PEAK) ? Number(fs.readFileSync(PEAK, 'utf8')) : 0;
  fs.writeFileSync(PEAK, String(Math.max(before, process.resourceUsage().maxRSS / 1024)));
});
