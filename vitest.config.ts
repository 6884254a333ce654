import { defineConfig } from 'vitest/config'

/** `fast` runs in `npm run check`; `slow` needs the model, a socket, a browser or the shared test data. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'fast', include: ['tests/**/*.test.ts'], exclude: ['tests/**/*.slow.test.ts'] } },
      {
        test: {
          name: 'slow',
          include: ['tests/**/*.slow.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          maxWorkers: 2,
          // Vitest asks for it where projects differ in workers; the fast tests come first.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
