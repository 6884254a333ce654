import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Answering, Turn } from '../../answer/answer.ts'
import { createAnswering } from '../../answer/answering.ts'
import { ABSTENTION_MODEL, RELEVANCE_MODEL } from '../../answer/model-weights.ts'
import { SELECTION_LIMITS } from '../../answer/select-units.ts'
import { ITEM_MARKER, toUnits, type Unit } from '../../answer/units.ts'
import type { DatasetQuestion } from '../../eval/dataset.ts'
import { loadDataset } from '../../eval/load-dataset.ts'
import { createIndexStore } from '../../ingest/index-store.ts'
import { ingest } from '../../ingest/ingest.ts'
import type { Sentence } from '../../search/document.ts'
import type { Embedder } from '../../search/embedder.ts'
import { createRetriever } from '../../search/hybrid-retriever.ts'
import { INDEX_PARTS } from '../../search/index-parts.ts'
import type { Hit } from '../../search/retriever.ts'
import type { Snapshot } from '../../search/snapshot.ts'
import { openSnapshot } from '../../search/snapshot-reader.ts'
import { openTransformersEmbedder } from '../../search/transformers-embedder.ts'
import { createUnrulyModel, INVENTED } from './generate/unruly-model.ts'

/** Nothing is declined: what holds for every answer that could be given holds for those that are. */
const UNDAUNTED = { relevance: RELEVANCE_MODEL, abstention: ABSTENTION_MODEL, threshold: 0 }

describe('answers about the built-in corpus', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'fundstelle-answers-'))
  let embedder: Embedder
  let snapshot: Snapshot
  const answers: { question: string; answer: Answer }[] = []
  const written: { question: string; answer: Answer }[] = []
  const unruly = createUnrulyModel()

  beforeAll(async () => {
    embedder = await openTransformersEmbedder({ model: 'models/multilingual-e5-small-de', workers: 2 })
    const store = createIndexStore({ dataDir, ...INDEX_PARTS })
    await ingest({ sources: ['corpus'], store, embedder })
    snapshot = await openSnapshot(dataDir, { ...INDEX_PARTS, model: embedder.model })
    const retriever = createRetriever({ snapshot, embedder })
    const answering = createAnswering({ snapshot, retriever, embedder, models: UNDAUNTED })
    const { questions } = await loadDataset('eval/corpus-questions', 'all')
    answers.push(...(await askAll(answering, questions)))
    const writer = { model: unruly, limits: { firstTokenMs: 20_000, totalMs: 60_000 } }
    const writing = createAnswering({ snapshot, retriever, embedder, models: UNDAUNTED, writer })
    written.push(...(await askAll(writing, questions)))
  })
  afterAll(async () => {
    await snapshot?.close()
    await embedder?.close()
    rmSync(dataDir, { recursive: true })
  })

  /** Every sentence of every answer, with what it rests on. */
  const sentences = () =>
    answers.flatMap(({ question, answer }) =>
      answer.sentences.map((sentence) => {
        const [citation] = sentence.citations
        return {
          question,
          answer,
          sentence,
          citation: citation!,
          source: answer.sources[citation!.source - 1]!,
        }
      }),
    )

  it('have sentences, all supported', () => {
    expect(answers.length).toBeGreaterThan(200)
    for (const { question, answer } of answers)
      expect([question, answer.status]).toEqual([question, 'answered'])
    expect(new Set(sentences().map(({ sentence }) => sentence.verdict))).toEqual(new Set(['supported']))
    for (const { answer } of answers) expect(answer.sentences.length).toBeGreaterThan(0)
  })

  it('quote verbatim, at the offsets they say, inside the source they say', () => {
    for (const { question, answer, sentence, citation, source } of sentences()) {
      const text = snapshot.text(source.documentId)
      const seen = [
        question,
        citation.quote,
        sentence.text,
        answer.answer.slice(sentence.start, sentence.end),
      ]
      const exact = text.slice(citation.start, citation.end)
      expect(seen).toEqual([question, exact, exact, exact])
      expect(exact.trim()).not.toBe('')
      expect(citation.start).toBeGreaterThanOrEqual(source.start)
      expect(citation.end).toBeLessThanOrEqual(source.end)
    }
  })

  it('consist of sentences, marks, list signs and names of documents, and of nothing else', () => {
    for (const { question, answer } of answers) {
      let rest = ''
      let at = 0
      for (const { start, end } of answer.sentences) {
        rest += `${answer.answer.slice(at, start)}\u0000`
        at = end
      }
      rest += answer.answer.slice(at)
      const glue = rest.replaceAll(/\*\*[^\n]+\*\*\n\n/gu, '').replaceAll(/(?:^|\n)(?:- |\d+\. )/gu, '')
      expect([question, glue.replaceAll(/\u0000 \[\d+\]/gu, '').trim()]).toEqual([question, ''])
    }
  })

  it('name as sources what they cite, each once, in order, with the text of its place', () => {
    for (const { question, answer } of answers) {
      const cited = answer.sentences.map(({ citations }) => citations[0]!.source)
      const firsts = [...new Set(cited)]
      expect([question, firsts]).toEqual([question, answer.sources.map(({ n }) => n)])
      expect(firsts).toEqual(firsts.map((_, i) => i + 1))
      for (const { documentId, passageId, start, end, text } of answer.sources) {
        const passage = snapshot.passage(snapshot.passageIndex(passageId)!)
        expect(text).toBe(snapshot.text(documentId).slice(start, end))
        expect({ documentId, start, end }).toEqual({
          documentId: passage.documentId,
          start: passage.start,
          end: passage.end,
        })
      }
    }
  })

  it('say nothing twice, and list beside them only what they do not cite', () => {
    for (const { question, answer } of answers) {
      const places = answer.sentences.map(({ citations: [c] }) => `${c!.source}:${c!.start}`)
      expect([question, new Set(places).size]).toEqual([question, places.length])
      const cited = answer.sources.map(({ passageId }) => passageId)
      expect(answer.alsoFound.filter(({ passageId }) => cited.includes(passageId))).toEqual([])
    }
  })

  it('show nothing that a model makes up, and quote verbatim what bears out the rest', () => {
    expect(written).toHaveLength(answers.length)
    expect(unruly.rounds).toBeGreaterThan(100)
    for (const { question, answer } of written) {
      const numbers = answer.sources.map(({ n }) => n)
      expect([question, answer.answer]).toEqual([question, expect.not.stringMatching(INVENTED)])
      expect([question, answer.status]).toEqual([question, expect.stringMatching(/^(?:answered|partial)$/u)])
      expect([question, answer.sentences.length > 0]).toEqual([question, true])
      expect(numbers).toEqual(numbers.map((_, i) => i + 1))
      for (const { text, start, end, verdict, citations } of answer.sentences) {
        expect([question, text, verdict]).toEqual([question, text, 'supported'])
        expect(answer.answer.slice(start, end)).toBe(text)
        expect(citations.length).toBeGreaterThan(0)
        for (const { source, quote, ...span } of citations) {
          const { documentId, ...place } = answer.sources[source - 1]!
          expect(snapshot.text(documentId).slice(span.start, span.end)).toBe(quote)
          expect(span.start >= place.start && span.end <= place.end).toBe(true)
        }
      }
    }
    const byModel = written.filter(({ answer }) => answer.composer === 'unruly-1').length
    expect(byModel).toBeGreaterThan(written.length / 3)
  })

  it('show a list whole or a few of its items, and every item whole', () => {
    let lists = 0
    for (const { question, answer } of answers) {
      for (const { n, passageId } of answer.sources) {
        const cited = new Set(
          answer.sentences.flatMap(({ citations: [c] }) => (c!.source === n ? [c!.start] : [])),
        )
        for (const list of toUnits(hitOf(snapshot, passageId)).filter((unit) => unit.kind === 'list')) {
          const items = itemsOf(list)
          const shown = items.filter((item) => item.some(({ start }) => cited.has(start)))
          const isWhole = shown.every((item) => item.every(({ start }) => cited.has(start)))
          const all = Math.min(items.length, SELECTION_LIMITS.maxListItems)
          const isFair = shown.length === all || shown.length * 3 <= items.length
          expect([question, list.text, isWhole, isFair]).toEqual([question, list.text, true, true])
          lists += Number(shown.length > 0)
        }
      }
    }
    expect(lists).toBeGreaterThan(10)
  })
})

async function askAll(answering: Answering, questions: readonly DatasetQuestion[]) {
  const answers: { question: string; answer: Answer }[] = []
  for (const { question, earlier, documentIds } of questions) {
    const conversation = earlier.map((content): Turn => ({ role: 'user', content }))
    answers.push({ question, answer: await answering.ask({ question, conversation, documentIds }) })
  }
  return answers
}

function hitOf(snapshot: Snapshot, passageId: string): Hit {
  const passage = snapshot.passage(snapshot.passageIndex(passageId)!)
  const text = snapshot.text(passage.documentId).slice(passage.start, passage.end)
  return { passage, text, sentences: passage.sentences } as unknown as Hit
}

/** Sentences of each list item, by the lines of the text. */
function itemsOf({ hit, sentences }: Unit): Sentence[][] {
  const items: Sentence[][] = []
  for (const sentence of sentences.filter(({ kind }) => kind === 'listItem')) {
    const before = hit.text.slice(0, sentence.start - hit.passage.start)
    const opens = ITEM_MARKER.test(before.slice(before.lastIndexOf('\n') + 1))
    if (opens || items.length === 0) items.push([sentence])
    else items.at(-1)!.push(sentence)
  }
  return items
}
