import { describe, expect, it } from 'vitest'
import type { AskEvent, Turn } from '../../answer/answer.ts'
import { TEXTS_EN } from '../../answer/texts.en.ts'
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

  it('names the typing errors that were put right, and is read from the right words', async () => {
    const snapshot = await openSnapshot()
    const words = createWordRetriever(snapshot)
    const asked = QUESTION.replace('Krisenstab', 'Krisnstab')
    const start = asked.indexOf('Krisnstab')
    const corrections = [{ start, end: start + 9, from: 'Krisnstab', to: 'Krisenstab' }]
    const retriever: Retriever = {
      search: async (request) => ({ ...(await words.search({ ...request, query: QUESTION })), corrections }),
    }
    const { answer } = await ask(await openAnswering({ snapshot, retriever }), asked)
    const plain = await ask(await openAnswering({ snapshot }), QUESTION)
    expect(answer.corrections).toEqual([{ from: 'Krisnstab', to: 'Krisenstab' }])
    expect([answer.searchQuery, answer.answer]).toEqual([QUESTION, plain.answer.answer])
    expect(plain.answer.corrections).toBeUndefined()
  })

  it('has an id of its own every time', async () => {
    const answering = await openAnswering()
    const [one, two] = [await ask(answering, QUESTION), await ask(answering, QUESTION)]
    expect(one.answer.answerId).not.toBe(two.answer.answerId)
    const own = { answerId: '', answeredAt: '', tookMs: 0 }
    expect({ ...one.answer, ...own }).toEqual({ ...two.answer, ...own })
  })

  it('names the index it was made from, and when', async () => {
    const snapshot = await openSnapshot()
    const { answer } = await ask(await openAnswering({ snapshot }), QUESTION)
    const { snapshotId, createdAt, model, analyserFingerprint, chunkerFingerprint } = snapshot.manifest
    expect(answer.index).toEqual({
      snapshotId,
      createdAt,
      model: model.name,
      modelFingerprint: model.fingerprint,
      analyser: analyserFingerprint,
      chunker: chunkerFingerprint,
    })
    expect(new Date(answer.answeredAt).toISOString()).toBe(answer.answeredAt)
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

  it('warns that there is no language model when one is asked for', async () => {
    const { answer } = await ask(await openAnswering(), { question: QUESTION, mode: 'generative' })
    expect(answer.warnings).toEqual([expect.stringMatching(/Sprachmodell/u)])
    expect(answer.status).toBe('answered')
  })
})

describe('personal data in the question', () => {
  const question = `${QUESTION} Frau Mustermann, erika@web.de, fragt.`

  it.each([
    [undefined, 'Name, E-Mail-Adresse'],
    ['en' as const, 'name, e-mail address'],
  ])('is warned of by kind, without the data (language %s)', async (language, kinds) => {
    const { answer } = await ask(await openAnswering(), { question, language })
    expect(answer.warnings).toEqual([expect.stringContaining(`(${kinds})`)])
    expect(answer.warnings.join()).not.toMatch(/Mustermann|erika/)
  })

  it('is warned of where the question is declined, too', async () => {
    const { answer } = await ask(await openAnswering({ models: DECLINING }), question)
    expect(answer.status).toBe('abstained')
    expect(answer.warnings).toHaveLength(1)
  })
})

describe('an answer for English readers', () => {
  it('keeps the quotes and puts an English line before them', async () => {
    const snapshot = await openSnapshot()
    const answering = await openAnswering({ snapshot })
    const { answer, events } = await ask(answering, { question: QUESTION, language: 'en' })
    const german = (await ask(answering, QUESTION)).answer
    expect(answer.answer).toBe(`${TEXTS_EN.lead}\n\n${german.answer}`)
    expect(answer.sentences.length).toBeGreaterThan(0)
    for (const { start, end, text, citations } of answer.sentences) {
      expect(answer.answer.slice(start, end)).toBe(text)
      for (const { source, start, end, quote } of citations)
        expect(snapshot.text(answer.sources[source - 1]!.documentId).slice(start, end)).toBe(quote)
    }
    expect(events.filter(({ event }) => event === 'sentence').map(({ data }) => data)).toEqual(
      answer.sentences,
    )
    expect(answer.warnings).toEqual([])
  })

  it.each([
    [QUESTION, 'not_covered'],
    ['Xylophon?', 'nothing_found'],
    ['Danke!', 'no_question'],
  ] as const)('declines "%s" in English', async (question, reason) => {
    const { answer } = await ask(await openAnswering({ models: DECLINING }), { question, language: 'en' })
    expect(answer.abstention).toMatchObject({ reason, message: TEXTS_EN.abstained[reason] })
    expect(answer.answer).toBe(TEXTS_EN.abstained[reason])
  })

  it('warns in English', async () => {
    const request = { question: QUESTION, language: 'en' as const, mode: 'generative' as const }
    const { answer } = await ask(await openAnswering(), request)
    expect(answer.warnings).toEqual([TEXTS_EN.generativeUnavailable])
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
    'takes "%s" for no question, without a search',
    async (question) => {
      const snapshot = await openSnapshot()
      const retriever = createWordRetriever(snapshot)
      const { answer, names } = await ask(await openAnswering({ snapshot, retriever }), question)
      expect(answer.abstention).toMatchObject({ reason: 'no_question', nearest: [] })
      expect(names).toEqual(['abstained', 'done'])
      expect(retriever.requests).toEqual([])
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
