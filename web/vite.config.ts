/** Builds the pages into dist/web and, as a second step, `widget.js`: one self-contained module for foreign pages. */

import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, defineConfig, type InlineConfig, type Plugin } from 'vite'
import { kernTokens } from './kern-tokens.ts'
import { licenceNotices } from './licence-notices.ts'

const root = dirname(fileURLToPath(import.meta.url))
const outDir = join(dirname(root), 'dist', 'web')
/** The first browsers with `light-dark()`; Firefox ESR and Edge in offices are newer. */
const target = ['chrome123', 'edge123', 'firefox128', 'safari17.5']

const shared: InlineConfig = {
  root,
  base: '/',
  plugins: [kernTokens(root)],
  build: { outDir, target, cssTarget: target, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
}

const widget = (folder: string): InlineConfig => ({
  ...shared,
  configFile: false,
  publicDir: false,
  build: {
    ...shared.build,
    outDir: folder,
    emptyOutDir: false,
    rolldownOptions: {
      input: join(root, 'widget.ts'),
      output: { format: 'es', entryFileNames: 'widget.js', codeSplitting: false },
    },
  },
})

const buildWidget: Plugin = {
  name: 'build-widget',
  apply: 'build',
  async closeBundle() {
    const { logLevel, build: options } = this.environment.config
    // Beside the pages, also when they are built elsewhere.
    await build({ ...widget(resolve(root, options.outDir)), logLevel: logLevel ?? 'info' })
  },
}

export default defineConfig({
  ...shared,
  plugins: [...(shared.plugins ?? []), licenceNotices(join(root, 'licences')), buildWidget],
  server: { proxy: { '/api': 'http://localhost:8080', '/health': 'http://localhost:8080' } },
  build: {
    ...shared.build,
    emptyOutDir: true,
    rolldownOptions: { input: ['index', 'embed', 'demo'].map((page) => join(root, `${page}.html`)) },
  },
})
