/** A tiny index without files or model, and an app around it. */

import { type Logger, pino } from 'pino'
import type { Answer, Answering, AskEvent } from '../../answer/answer.ts'
import type { DocumentRecord, Passage } from '../../search/document.ts'
import { knownFilters } from '../../search/passage-filter.ts'
import type { Retriever } from '../../search/retriever.ts'
import type { Snapshot } from '../../search/snapshot.ts'
import { type App, type AppOptions, createApp } from '../../server/app.ts'
import { createLiveIndex, type LiveIndex, type ServedIndex } from '../../server/live-index.ts'
import { DEFAULT_SETTINGS, type ServerSettings } from '../../server/server-settings.ts'
import { INDEX_FACTS } from '../answer/answer-builders.ts'
import { createRecord } from '../search/document-record.ts'

export const TEXT = 'Meldewege\n\nZuerst ist die Leitstelle zu informieren.\n\nDanach folgt das BSI – sofort.'

export function record(id: string, changes: Partial<DocumentRecord> = {}): DocumentRecord {
  return createRecord(id, {
    collection: 'krise',
    exampleQuestions: [`Frage 1 zu ${id}?`, `Frage 2 zu ${id}?`],
    fileName: id.split('/').at(-1)!,
    sizeBytes: TEXT.length,
    sha256: 'ab'.repeat(32),
    ...changes,
  })
}

export interface FakeIndexOptions {
  records?: DocumentRecord[]
  originalPath?: string
  onClose?: () => void
  /** Fewer than there are: the index lacks vectors. */
  embeddedPassages?: number
}

/** Every document has the text TEXT with two passages of one sentence each. */
export function fakeSnapshot(options: FakeIndexOptions = {}): Snapshot {
  const records = options.records ?? [record('leitfaden'), record('gesetze/agg.md', { collection: 'recht' })]
  const spans = [
    { start: 11, end: 52 },
    { start: 54, end: TEXT.length },
  ]
  const passages: Passage[] = records.flatMap((document) =>
    spans.map((span, number) => ({
      id: `${document.id}#${number}`,
      documentId: document.id,
      headingPath: ['Meldewege'],
      page: null,
      sentences: [{ ...span, kind: 'paragraph' as const, page: null }],
      ...span,
    })),
  )
  const number = (id: string) => records.findIndex((document) => document.id === id)
  const absent = () => {
    throw new Error('not part of this fake')
  }
  return {
    manifest: {
      formatVersion: 1,
      createdAt: '2026-11-23T00:00:00.000Z',
      snapshotId: 'fake',
      model: { name: 'fake-model', fingerprint: 'f', dimensions: 2, maxTokens: 512 },
      analyserFingerprint: 'a',
      chunkerFingerprint: 'c',
      counts: { documents: records.length, passages: passages.length, sentences: passages.length },
      files: [],
      ...(options.embeddedPassages !== undefined && { embeddedPassages: options.embeddedPassages }),
    },
    documents: records,
    collections: [...new Set(records.map((document) => document.collection))].sort(),
    document: (id) => records.find((document) => document.id === id),
    text: () => TEXT,
    blocks: () => [{ kind: 'heading', level: 1, page: null, start: 0, end: 9 }],
    passageRange: (id) => ({ start: number(id) * 2, end: number(id) * 2 + 2 }),
    passageCount: passages.length,
    passage: (index) => passages[index]!,
    passageIndex: (id) => {
      const index = passages.findIndex((passage) => passage.id === id)
      return index < 0 ? undefined : index
    },
    passageOfSentence: (sentence) => sentence,
    sentenceRange: (passage) => ({ start: passage, end: passage + 1 }),
    get lexical() {
      return absent()
    },
    get passageVectors() {
      return absent()
    },
    get sentenceVectors() {
      return absent()
    },
    sentenceVector: absent,
    isEmbedded: () => true,
    embedded: () => undefined,
    originalPath: () => options.originalPath ?? '/nowhere',
    close: async () => options.onClose?.(),
  } as Snapshot
}

export function fakeRetriever(snapshot: Snapshot): Retriever {
  return {
    async search({ query, limit, ...filters }) {
      knownFilters(snapshot, filters)
      return {
        query,
        analysedAs: query.toLowerCase().split(' '),
        queryVector: new Float32Array(2),
        hits: Array.from({ length: Math.min(limit, snapshot.passageCount) }, (_, index) => {
          const passage = snapshot.passage(index)
          return {
            rank: index + 1,
            score: 1 / (index + 1),
            passage,
            document: snapshot.document(passage.documentId)!,
            text: TEXT.slice(passage.start, passage.end),
            highlights: [{ start: passage.start, end: passage.start + 6 }],
            explain: { lexicalRank: 1, ngramRank: null, denseRank: 2, sentenceRank: null },
            sentences: [],
          }
        }),
        tookMs: 1,
      }
    },
  }
}

export const ANSWER: Answer = {
  answerId: 'a1',
  answeredAt: '2026-11-23T10:00:00.000Z',
  status: 'answered',
  answer: 'Zuerst ist die Leitstelle zu informieren. [1]',
  sentences: [
    {
      text: 'Zuerst ist die Leitstelle zu informieren.',
      start: 0,
      end: 41,
      verdict: 'supported',
      citations: [{ source: 1, start: 11, end: 52, quote: 'Zuerst ist die Leitstelle zu informieren.' }],
      checks: [],
    },
  ],
  sources: [
    {
      n: 1,
      passageId: 'leitfaden#0',
      documentId: 'leitfaden',
      title: 'Titel leitfaden',
      edition: null,
      publisher: null,
      headingPath: ['Meldewege'],
      page: null,
      text: 'Zuerst ist die Leitstelle zu informieren.',
      start: 11,
      end: 52,
      url: '/dokument/leitfaden?start=11&end=52',
      originalUrl: null,
      sha256: 'ab'.repeat(32),
    },
  ],
  alsoFound: [],
  searchQuery: 'leitstelle',
  composer: 'extractive',
  warnings: [],
  index: INDEX_FACTS,
  tookMs: 1,
}

/** Sends every event of an answer in the contract's order. */
export const fakeAnswering: Answering = {
  ask: async (_request, options) => {
    const send = (event: AskEvent) => options?.onEvent?.(event)
    send({ event: 'status', data: { stage: 'search' } })
    send({ event: 'sources', data: { sources: ANSWER.sources, searchQuery: ANSWER.searchQuery } })
    send({ event: 'sentence', data: ANSWER.sentences[0]! })
    send({ event: 'done', data: ANSWER })
    return ANSWER
  },
}

/** Never answers; rejects once its signal fires, and tells when it has begun and ended. */
export function hangingAnswering() {
  const begun = deferred()
  const ended = deferred()
  const answering: Answering = {
    ask: (_request, options) =>
      new Promise((_resolve, reject) => {
        options?.onEvent?.({ event: 'status', data: { stage: 'search' } })
        options?.signal?.addEventListener('abort', () => {
          ended.resolve()
          reject(new Error('aborted'))
        })
        begun.resolve()
      }),
  }
  return { answering, begun: begun.promise, ended: ended.promise }
}

export interface FakeApp {
  app: App
  live: LiveIndex
}

export interface FakeAppOptions extends FakeIndexOptions {
  settings?: Partial<ServerSettings>
  index?: Partial<ServedIndex>
  web?: AppOptions['web']
  stopping?: AbortSignal
  withoutIndex?: boolean
  logger?: Logger
}

export function fakeApp(options: FakeAppOptions = {}): FakeApp {
  const snapshot = fakeSnapshot(options)
  const live = createLiveIndex('0.0.0')
  const index = { snapshot, retriever: fakeRetriever(snapshot), answering: fakeAnswering, ...options.index }
  if (!options.withoutIndex) live.replace(index)
  const settings = { ...DEFAULT_SETTINGS, rateLimitPerMinute: 0, ...options.settings }
  const logger = options.logger ?? pino({ level: 'silent' })
  const app = createApp({
    live,
    settings,
    web: options.web ?? null,
    version: '0.0.0',
    logger,
    stopping: options.stopping,
  })
  return { app, live }
}

export function post(app: App, path: string, body: unknown, headers: Record<string, string> = {}) {
  return app.request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

export interface ParsedEvent {
  event: string
  data: unknown
}

export function parseEvents(text: string): ParsedEvent[] {
  return text
    .split('\n\n')
    .filter((block) => block.startsWith('event: '))
    .map((block) => {
      const [, event, data] = /^event: (.+)\ndata: (.+)$/.exec(block)!
      return { event: event!, data: JSON.parse(data!) }
    })
}

function deferred() {
  let resolve!: () => void
  const promise = new Promise<void>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}
