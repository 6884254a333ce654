import { rmSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createIncompleteAnswering } from '../../answer/incomplete-index.ts'
import { createRetriever } from '../../search/hybrid-retriever.ts'
import {
  createDataDir,
  createDocument,
  fakeEmbedder,
  openFakeSnapshot,
  openWriter,
} from '../search/snapshot-builders.ts'
import { ANSWERING, ask, DECLINING, DOCUMENTS, wordEmbedder } from './answering-builders.ts'

/** Over an index in which only the named documents have vectors. */
async function openIncomplete(embedded: string[], models = ANSWERING) {
  const dataDir = createDataDir()
  const writer = openWriter(dataDir)
  for (const document of DOCUMENTS.map(createDocument)) {
    const isKnown = embedded.includes(document.record.id)
    const passageVectors = document.passageVectors.map((value) => (isKnown ? value : 0))
    const sentenceVectors = document.sentenceVectors.map((value) => (isKnown ? value : 0))
    writer.add({ ...document, passageVectors, sentenceVectors }, null)
  }
  await writer.publish()
  writer.abort()
  const snapshot = await openFakeSnapshot(dataDir)
  onTestFinished(async () => {
    await snapshot.close()
    rmSync(dataDir, { recursive: true })
  })
  const retriever = createRetriever({ snapshot, embedder: fakeEmbedder })
  return createIncompleteAnswering({ snapshot, retriever, embedder: wordEmbedder, models })
}

const STAB = 'Wer leitet den Einsatz?'
const TECHNIK = 'Wo liegt die Sicherung vom Netz?'

describe('asking an index that lacks vectors', () => {
  it('is declined with the nearest passages by words while there are none', async () => {
    const { answer, names } = await ask(await openIncomplete([]), STAB)
    expect(answer).toMatchObject({ status: 'abstained', sentences: [], sources: [] })
    expect(answer.abstention).toMatchObject({
      reason: 'index_incomplete',
      message: expect.stringMatching(/Index wird noch aufgebaut/),
    })
    expect(answer.abstention!.nearest[0]).toMatchObject({ documentId: 'stab', headingPath: ['Leitung'] })
    expect(answer.warnings).toEqual([expect.stringMatching(/: 0 % der Abschnitte haben Vektoren/)])
    expect(names).toEqual(['status', 'abstained', 'done'])
  })

  it('is answered from documents that have theirs, and says that others are left out', async () => {
    const { answer, names } = await ask(await openIncomplete(['stab']), STAB)
    expect(answer).toMatchObject({ status: 'answered', sources: [{ documentId: 'stab' }] })
    expect(answer.warnings).toEqual([expect.stringMatching(/: 50 % der Abschnitte haben Vektoren/)])
    expect(names.filter((name) => name === 'done')).toHaveLength(1)
    expect(names.at(-1)).toBe('done')
  })

  it('is never answered from a document that lacks some', async () => {
    const answering = await openIncomplete(['stab'])
    const { answer } = await ask(answering, { question: TECHNIK, documentIds: ['technik'] })
    expect(answer.abstention).toMatchObject({
      reason: 'index_incomplete',
      nearest: [{ documentId: 'technik' }],
    })
    const { answer: unfiltered } = await ask(await openIncomplete(['stab'], DECLINING), TECHNIK)
    expect(unfiltered.abstention).toMatchObject({ reason: 'index_incomplete' })
    expect(unfiltered.abstention!.nearest[0]).toMatchObject({ documentId: 'technik' })
  })

  it('tells of one end only, also where the documents with vectors do not answer', async () => {
    const { names } = await ask(await openIncomplete(['stab'], DECLINING), STAB)
    expect(names.filter((name) => ['abstained', 'done'].includes(name))).toEqual(['abstained', 'done'])
  })

  it('speaks English where that is asked for, and leaves a greeting a greeting', async () => {
    const { answer } = await ask(await openIncomplete([]), { question: STAB, language: 'en' })
    expect(answer.abstention!.message).toMatch(/^The index is still being built/)
    const { answer: greeted } = await ask(await openIncomplete(['stab']), 'Hallo!')
    expect(greeted.abstention!.reason).toBe('no_question')
  })
})
