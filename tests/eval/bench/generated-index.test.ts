import { rmSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { writeGeneratedIndex } from '../../../eval/bench/generated-index.ts'
import { learnTextModel } from '../../../eval/bench/text-model.ts'
import { createRandom } from '../../../eval/random.ts'
import { createRetriever } from '../../../search/hybrid-retriever.ts'
import { INDEX_PARTS } from '../../../search/index-parts.ts'
import { openSnapshot } from '../../../search/snapshot-reader.ts'
import { createDataDir, fakeEmbedder, hashVector, model } from '../../search/snapshot-builders.ts'

describe('writeGeneratedIndex', () => {
  const dataDir = createDataDir()
  afterAll(() => rmSync(dataDir, { recursive: true }))

  it('writes an index of the wanted size that is searched like any other', async () => {
    const textModel = learnTextModel(
      ['Der Antrag ist bei der Gemeinde zu stellen. Die Gemeinde entscheidet über den Antrag.'],
      createRandom(1),
    )
    await writeGeneratedIndex({
      dataDir,
      passages: 130,
      sentencesPerPassage: 4,
      model,
      textModel,
      derive: hashVector,
    })
    const snapshot = await openSnapshot(dataDir, { ...INDEX_PARTS, model })
    expect(snapshot.manifest.counts).toEqual({ documents: 2, passages: 130, sentences: 520 })
    const retriever = createRetriever({ snapshot, embedder: fakeEmbedder })
    const { hits } = await retriever.search({ query: 'Antrag der Gemeinde', limit: 5 })
    expect(hits).toHaveLength(5)
    expect(hits[0]!.sentences).toHaveLength(4)
    await snapshot.close()
  })
})
