// Loaded before the program: says at its end how much memory it had at most.
const fs = require('node:fs');
process.once('exit', () => fs.writeFileSync(process.env.PEAK ?? '', String(process.resourceUsage().maxRSS / 1024)));
