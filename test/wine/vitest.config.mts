import { defineConfig } from 'vitest/config';

// biome-ignore lint/style/noDefaultExport: vitest reads it so
export default defineConfig({
  test: { include: ['test/wine/bundle.ts'], testTimeout: 300_000, hookTimeout: 900_000 },
});
