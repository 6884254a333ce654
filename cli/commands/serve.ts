/** `fundstelle serve`: serves an index that is already there. */

import { loadManifest } from '../../search/snapshot-reader.ts'
import type { Command } from '../command.ts'
import { followIndex } from '../follow-index.ts'
import { openEmbedder, openIndex } from '../open-parts.ts'
import { requireSafeAddress, runServer } from '../run-server.ts'

export const serveCommand: Command = {
  name: 'serve',
  usage: '[--data ORDNER] [--port N]',
  summary: 'Chatseite und Schnittstelle mit vorhandenem Index bereitstellen',
  settings: ['PORT', 'HOST', 'DATA_DIR', 'ALLOWED_ORIGINS', 'API_KEYS', 'ALLOW_ANONYMOUS', 'LOG_LEVEL'],
  languageModel: 'needs',
  async run({ config, terminal }) {
    requireSafeAddress(config)
    loadManifest(config.DATA_DIR) // Fails at once where there is no index, before the model is loaded.
    const embedder = await openEmbedder(config)
    try {
      const index = await openIndex(config, embedder)
      const server = await runServer(config)
      server.live.replace(index)
      const stopFollowing = followIndex(server.live, config, embedder)
      terminal.out(`Fundstelle läuft: ${server.url}  (beenden mit Strg+C)\n`)
      await server.stopped
      terminal.out('Wird beendet …\n')
      await stopFollowing()
      await server.close()
      return 0
    } finally {
      await embedder.close()
    }
  },
}
