/** Stands in where a stack searches by words only and a model would only take memory. */

import type { Embedder } from '../../search/embedder.ts'

export const NO_MODEL: Embedder = {
  model: { name: '', fingerprint: '', dimensions: 1, maxTokens: 1 },
  embed: async () => new Float32Array(1),
  embedParts: async () => new Float32Array(1),
  embedTokens: async () => ({ pieces: [], vectors: new Float32Array() }),
  countTokens: async () => [],
  close: async () => {},
}
