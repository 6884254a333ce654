import { describe, expect, it } from 'vitest'
import type { AskEvent, Turn } from '../../answer/answer.ts'
import { AppError } from '../../search/app-error.ts'
import type { Embedder } from '../../search/embedder.ts'
import type { Retriever } from '../../search/retriever.ts'
import {
  ask,
  createWordRetriever,
  DECLINING,
  openAnswering,
  openSnapshot,
  wordEmbedder,
} from './answering-builders.ts'
import { toResult } from './builders.ts'

const QUESTION = 'Wer leitet den Einsatz im Krisenstab?'

describe('an answered question', () => {
  it('is answered in the words of the documents, each sentence with its place', async () => {
    const snapshot = await openSnapshot()
    const { answer } = await ask(await openAnswering({ snapshot }), QUESTION)
    expect(answer).toMatchObject({
      status: 'answered',
      composer: 'extractive',
      searchQuery: QUESTION,
      warnings: [],
    })
    expect(answer.answer).toMatch(/^Der Krisenstab leitet den Einsatz\. \[1\]/u)
    expect(answer.abstention).toBeUndefined()
    for (const sentence of answer.sentences) {
      expect(answer.answer.slice(sentence.start, sentence.end)).toBe(sentence.text)
      const [{ source, start, end, quote }] = sentence.citations as [(typeof sentence.citations)[number]]
      expect(snapshot.text(answer.sources[source - 1]!.documentId).slice(start, end)).toBe(quote)
    }
  })

  it('lists what it found beside the cited passages', async () => {
    const { answer } = await ask(await openAnswering(), 'Wer leitet den Einsatz, und liegt das am Netz?')
    const cited = answer.sources.map((source) => source.passageId)
    expect(answer.alsoFound.length).toBeGreaterThan(0)
    for (const near of answer.alsoFound) expect(cited).not.toContain(near.passageId)
  })

  it('comes as status, sources, each sentence, and one closing answer', async () => {
    const { answer, events, names } = await ask(await openAnswering(), QUESTION)
    expect(names).toEqual(['status', 'status', 'sources', ...answer.sentences.map(() => 'sentence'), 'done'])
    expect(events.slice(0, 2).map(({ data }) => data)).toEqual([
      { stage: 'searching' },
      { stage: 'composing' },
    ])
    expect(events[2]!.data).toEqual({ sources: answer.sources, searchQuery: answer.searchQuery })
    expect(events.filter(({ event }) => event === 'sentence').map(({ data }) => data)).toEqual(
      answer.sentences,
    )
    expect(events.at(-1)!.data).toBe(answer)
  })

  it('has an id of its own every time', async () => {
    const answering = await openAnswering()
    const [one, two] = [await ask(answering, QUESTION), await ask(answering, QUESTION)]
    expect(one.answer.answerId).not.toBe(two.answer.answerId)
    expect({ ...one.answer, answerId: '', tookMs: 0 }).toEqual({ ...two.answer, answerId: '', tookMs: 0 })
  })

  it('hands filters and signal to the search', async () => {
    const snapshot = await openSnapshot()
    const retriever = createWordRetriever(snapshot)
    const { signal } = new AbortController()
    const request = { question: QUESTION, documentIds: ['stab'], collections: ['tests'] }
    await ask(await openAnswering({ snapshot, retriever }), request, signal)
    expect(retriever.requests).toEqual([
      { query: QUESTION, limit: expect.any(Number), documentIds: ['stab'], collections: ['tests'], signal },
    ])
  })

  it('searches a follow-up with its topic', async () => {
    const snapshot = await openSnapshot()
    const retriever = createWordRetriever(snapshot)
    const conversation: Turn[] = [{ role: 'user', content: QUESTION }]
    const { answer } = await ask(await openAnswering({ snapshot, retriever }), {
      question: 'Und täglich?',
      conversation,
    })
    expect(retriever.requests).toHaveLength(2)
    expect(answer.searchQuery).toBe('Wer leitet den Einsatz im Krisenstab – Und täglich?')
    expect(answer.sources[0]!.passageId).toBe('stab#Leitung')
  })

  it.each([
    [{ mode: 'generative' as const }, /Sprachmodell/u],
    [{ language: 'en' as const }, /Deutsch/u],
  ])('warns of what it cannot do: %j', async (wish, warning) => {
    const { answer } = await ask(await openAnswering(), { question: QUESTION, ...wish })
    expect(answer.warnings).toEqual([expect.stringMatching(warning)])
    expect(answer.status).toBe('answered')
  })
})

describe('a declined question', () => {
  it('says so, and shows the nearest passages', async () => {
    const { answer, events, names } = await ask(await openAnswering({ models: DECLINING }), QUESTION)
    expect(answer).toMatchObject({ status: 'abstained', sentences: [], sources: [], alsoFound: [] })
    expect(answer.abstention).toMatchObject({ reason: 'not_covered', message: answer.answer })
    expect(answer.abstention!.nearest[0]).toMatchObject({
      passageId: 'stab#Leitung',
      documentId: 'stab',
      text: 'Der Krisenstab leitet den Einsatz. Dafür tagt er täglich.',
      url: expect.stringMatching(/^\/dokument\/stab\?start=\d+&end=\d+$/u),
    })
    expect(names).toEqual(['status', 'status', 'abstained', 'done'])
    expect(events[2]!.data).toEqual({ abstention: answer.abstention })
  })

  it('finds nothing where no passage is near, or none with a sentence', async () => {
    for (const question of ['Xylophon?', 'Leer?']) {
      const { answer, names } = await ask(await openAnswering(), question)
      expect(answer.abstention!.reason).toBe('nothing_found')
      expect(names.filter((name) => name === 'done')).toHaveLength(1)
    }
  })

  it.each(['Hallo!', 'Guten Tag', 'Hallo, guten Morgen!', 'vielen Dank.', 'ok', '?', '…'])(
    'takes "%s" for no question',
    async (question) => {
      const { answer } = await ask(await openAnswering(), question)
      expect(answer.abstention).toMatchObject({ reason: 'no_question', nearest: [] })
    },
  )

  it('takes thanks within a conversation for no question', async () => {
    const conversation: Turn[] = [{ role: 'user', content: QUESTION }]
    const { answer } = await ask(await openAnswering(), { question: 'Danke schön!', conversation })
    expect(answer.abstention!.reason).toBe('no_question')
  })

  it.each(['Hallo, wer leitet den Einsatz?', 'Einsatz', 'Testet das Amt den Einsatz?'])(
    'takes "%s" for a question',
    async (question) => {
      expect((await ask(await openAnswering(), question)).answer.status).toBe('answered')
    },
  )
})

describe('an aborted question', () => {
  const aborted = expect.objectContaining({ code: 'aborted' })

  it('rejects before it begins', async () => {
    await expect(ask(await openAnswering(), QUESTION, AbortSignal.abort())).rejects.toEqual(aborted)
  })

  it('rejects when the search is over, without a closing answer', async () => {
    const snapshot = await openSnapshot()
    const controller = new AbortController()
    const inner = createWordRetriever(snapshot)
    const retriever: Retriever = {
      async search(request) {
        const result = await inner.search(request)
        controller.abort()
        return result
      },
    }
    const events: AskEvent[] = []
    const answering = await openAnswering({ snapshot, retriever })
    const asked = answering.ask(
      { question: QUESTION },
      { signal: controller.signal, onEvent: (e) => events.push(e) },
    )
    await expect(asked).rejects.toEqual(aborted)
    expect(events.map(({ event }) => event)).toEqual(['status'])
  })

  it('rejects while the evidence is read', async () => {
    const controller = new AbortController()
    const embedder: Embedder = {
      ...wordEmbedder,
      async embedTokens(text, role, signal) {
        if (role === 'query') controller.abort()
        if (signal?.aborted) throw new AppError('aborted', 'abgebrochen')
        return wordEmbedder.embedTokens(text, role)
      },
    }
    await expect(ask(await openAnswering({ embedder }), QUESTION, controller.signal)).rejects.toEqual(aborted)
  })
})

describe('a failing part', () => {
  it('makes the question fail with its error', async () => {
    const error = new AppError('unknown_document', 'unbekannt')
    const retriever: Retriever = { search: () => Promise.reject(error) }
    await expect(ask(await openAnswering({ retriever }), QUESTION)).rejects.toBe(error)
  })

  it('does not spoil the next question', async () => {
    let failures = 1
    const embedder: Embedder = {
      ...wordEmbedder,
      embedTokens: (text, role) =>
        failures-- > 0 ? Promise.reject(new Error('Modell fort')) : wordEmbedder.embedTokens(text, role),
    }
    const answering = await openAnswering({ embedder })
    await expect(ask(answering, QUESTION)).rejects.toThrow('Modell fort')
    expect((await ask(answering, QUESTION)).answer.status).toBe('answered')
  })

  it('copes with a search that finds nothing at all', async () => {
    const retriever: Retriever = {
      search: async ({ query }) => ({ ...toResult(query, []), queryVector: new Float32Array(4) }),
    }
    expect((await ask(await openAnswering({ retriever }), QUESTION)).answer.abstention!.nearest).toEqual([])
  })
})
