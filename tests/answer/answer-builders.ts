/** Facts that every answer carries. */

import type { IndexFacts } from '../../answer/answer.ts'

export const INDEX_FACTS: IndexFacts = {
  snapshotId: 'fake',
  createdAt: '2026-11-23T00:00:00.000Z',
  model: 'fake-model',
  modelFingerprint: 'f',
  analyser: 'a',
  chunker: 'c',
}
