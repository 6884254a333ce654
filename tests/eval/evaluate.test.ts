import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer, AskRequest } from '../../answer/answer.ts'
import type { Dataset, DatasetQuestion } from '../../eval/dataset.ts'
import { evaluateAnswers } from '../../eval/evaluate-answers.ts'
import { evaluateRetrieval } from '../../eval/evaluate-retrieval.ts'
import { toReportText } from '../../eval/report-text.ts'
import { createRetriever } from '../../search/hybrid-retriever.ts'
import type { Snapshot } from '../../search/snapshot.ts'
import { INDEX_FACTS } from '../answer/answer-builders.ts'
import {
  createDataDir,
  createDocument,
  fakeEmbedder,
  openFakeSnapshot,
  writeSnapshot,
} from '../search/snapshot-builders.ts'

function question(id: string, text: string, fields: Partial<DatasetQuestion> = {}): DatasetQuestion {
  return { id, question: text, relevant: [], earlier: [], contains: [], ...fields }
}

const fee = [{ documentId: 'a.md', section: 'Höhe', grade: 1 }]
const dataset: Dataset = {
  name: 'probe',
  documents: null,
  questions: [
    question('1', 'Die Gebühr beträgt 5 Euro.', { relevant: fee, contains: ['5 Euro', '6 Euro'] }),
    question('2', 'Zuerst wird das BSI informiert.', { relevant: [{ documentId: 'b.md', grade: 1 }] }),
    question('3', 'Was kostet das Leben?'),
  ],
}

describe('evaluation', () => {
  const dataDir = createDataDir()
  let snapshot: Snapshot
  beforeAll(async () => {
    await writeSnapshot(dataDir, [
      createDocument({
        id: 'a.md',
        sections: { Höhe: ['Die Gebühr beträgt 5 Euro.'], Frist: ['Sie verjährt.'] },
      }),
      createDocument({ id: 'b.md', sections: { Meldung: ['Zuerst wird das BSI informiert.'] } }),
    ])
    snapshot = await openFakeSnapshot(dataDir)
  })
  afterAll(async () => {
    await snapshot.close()
    rmSync(dataDir, { recursive: true })
  })

  it('measures the fused search and each arm on the answerable questions', async () => {
    const retriever = createRetriever({ snapshot, embedder: fakeEmbedder })
    const report = await evaluateRetrieval({ dataset, snapshot, retriever, arms: ['words', 'ngrams'] })
    expect(report.questions).toBe(2)
    expect(report.fused.ndcgAt10).toMatchObject({ mean: 1, low: 1, high: 1, count: 2 })
    expect(report.fused.rightSectionAt1).toMatchObject({ mean: 1, count: 1 })
    expect(report.arms.words?.recallAt1.mean).toBe(1)
    expect(report.arms.ngrams?.recallAt10.mean).toBe(0)
    expect(toReportText({ retrieval: report, answers: null })).toContain('nDCG@10')
  })

  it('asks earlier questions first and counts answered, declined and cited', async () => {
    const asked: AskRequest[] = []
    const ask = async (request: AskRequest): Promise<Answer> => {
      asked.push(request)
      return toAnswer(request.question)
    }
    const followUp = question('4', 'Und wann?', { earlier: ['Wie viel?'], documentIds: ['a.md'] })
    const questions = [...dataset.questions, followUp]
    const report = await evaluateAnswers({
      dataset: { ...dataset, questions },
      answering: { ask },
      snapshot,
    })
    expect(report.answeredWhenAnswerable.mean).toBe(0.5)
    expect(report.declinedWhenNot.mean).toBe(0.5)
    expect(report.expectedWords.mean).toBe(0.5)
    expect(report.rightSectionFirst.mean).toBe(1)
    expect(report).toMatchObject({ wronglyDeclined: ['2'], wronglyAnswered: ['4'] })
    expect(asked.at(-1)).toMatchObject({
      question: 'Und wann?',
      documentIds: ['a.md'],
      conversation: [
        { role: 'user', content: 'Wie viel?' },
        { role: 'assistant', content: 'Die Gebühr beträgt 5 Euro.' },
      ],
    })
  })
})

/** Answers everything but questions about the BSI and life. */
function toAnswer(text: string): Answer {
  const isAnswered = !/BSI|Leben/.test(text)
  const source = { n: 1, passageId: 'unknown', documentId: 'a.md', headingPath: ['Höhe'] }
  return {
    answerId: '1',
    answeredAt: '2026-11-23T10:00:00.000Z',
    status: isAnswered ? 'answered' : 'abstained',
    answer: isAnswered ? 'Die Gebühr beträgt 5 Euro.' : '',
    sentences: [],
    sources: (isAnswered ? [source] : []) as Answer['sources'],
    alsoFound: [],
    searchQuery: text,
    composer: 'extractive',
    warnings: [],
    index: INDEX_FACTS,
    tookMs: 1,
  }
}
