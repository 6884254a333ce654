/** Small German documents and answers for the browser tests; texts are invented. */

import type { Answer, AnswerSentence, AnswerSource, NearPassage } from '../../answer/answer.ts'
import type { Block, BlockKind, DocumentRecord, Passage } from '../../search/document.ts'
import { INDEX_FACTS } from '../answer/answer-builders.ts'
import { createRecord } from '../search/document-record.ts'

export interface FixtureDocument {
  record: DocumentRecord
  text: string
  blocks: Block[]
  passages: Passage[]
}

/** `links` names the words of the text that lead to an address. */
type Line = [
  kind: BlockKind,
  text: string,
  more?: Partial<Omit<Block, 'links'>> & { links?: Record<string, string> },
]

const krise: Line[] = [
  ['heading', 'Leitfaden IT-Notfall', { level: 1 }],
  ['paragraph', 'Dieser Text ist eine eigene Zusammenfassung des Leitfadens für den IT-Notfall in Kommunen.'],
  ['heading', 'Erste Schritte nach einem Angriff', { level: 2 }],
  [
    'paragraph',
    'Nach der Entdeckung eines Angriffs informieren Beschäftigte zuerst die IT-Hotline der Kommune. Betroffene Geräte bleiben eingeschaltet, werden aber sofort vom Netz getrennt.',
  ],
  ['paragraph', 'Für die ersten Stunden nennt der Leitfaden vier Schritte:'],
  ['listItem', 'Ruhe bewahren und den Vorfall melden', { level: 1, ordered: true }],
  ['listItem', 'Arbeit am betroffenen Gerät einstellen', { level: 1, ordered: true }],
  ['listItem', 'Beobachtungen aufschreiben', { level: 1, ordered: true }],
  ['listItem', 'Maßnahmen nur nach Anweisung der IT einleiten', { level: 1, ordered: true }],
  ['reference', 'Quelle: Leitfaden IT-Notfall, Abschnitt 2'],
  ['heading', 'Meldefristen', { level: 2 }],
  [
    'paragraph',
    'Eine Verletzung des Schutzes personenbezogener Daten ist binnen 72 Stunden der Aufsichtsbehörde zu melden. Die Frist beginnt, sobald die Verletzung bekannt ist.',
  ],
  [
    'reference',
    'Quellen: Datenschutz-Grundverordnung, Artikel 33, Meldestelle',
    {
      links: {
        'Datenschutz-Grundverordnung, Artikel 33': 'https://example.org/dsgvo?art=33',
        Meldestelle: 'mailto:meldung@example.org',
      },
    },
  ],
  ['heading', 'Krisenstab und Kommunikation', { level: 2 }],
  ['paragraph', 'Der Krisenstab tritt spätestens zwei Stunden nach der Feststellung des Notfalls zusammen.'],
]

const gesetz: Line[] = [
  ['heading', 'Satzung über die Nutzung der Stadtbibliothek', { level: 1, page: 1 }],
  ['heading', '§ 1 Geltungsbereich', { level: 2, page: 1 }],
  ['paragraph', 'Diese Satzung gilt für alle Zweigstellen der Stadtbibliothek.', { page: 1 }],
  ['heading', '§ 2 Leihfrist', { level: 2, page: 2 }],
  ['paragraph', 'Die Leihfrist für Bücher beträgt vier Wochen, für Filme eine Woche.', { page: 2 }],
]

const ki: Line[] = [
  ['heading', 'KI in der Verwaltung', { level: 1 }],
  ['heading', 'Prüfung der Ergebnisse', { level: 2 }],
  ['paragraph', 'Ergebnisse eines Sprachmodells sollen Beschäftigte vor der Verwendung fachlich prüfen.'],
]

export const documents: FixtureDocument[] = [
  createDocument('leitfaden-it-notfall', krise, {
    title: 'Leitfaden IT-Notfall',
    collection: 'krise',
    collectionTitle: 'IT-Notfall und Krise',
    publisher: 'Beispielverband',
    edition: 'Fassung März 2026',
    summary: true,
    originalUrl: 'https://example.org/leitfaden',
    licence: 'frei zugänglich',
    verified: 'Mit dem Inhaltsverzeichnis abgeglichen.',
    exampleQuestions: [
      'Wen informieren wir zuerst bei einem Cyberangriff?',
      'Binnen welcher Frist ist zu melden?',
    ],
  }),
  createDocument('satzungen/bibliothek.pdf', gesetz, {
    title: 'Satzung über die Nutzung der Stadtbibliothek',
    collection: 'recht',
    collectionTitle: 'Ortsrecht',
    publisher: 'Stadt Musterbach',
    pageCount: 2,
    exampleQuestions: ['Wie lange ist die Leihfrist?'],
  }),
  createDocument('ki-verwaltung', ki, {
    title: 'KI in der Verwaltung',
    collection: 'ki',
    collectionTitle: 'Künstliche Intelligenz',
    publisher: 'Beispielverband',
    exampleQuestions: ['Wer prüft die Ergebnisse?'],
  }),
]

export const leitfaden = documents[0]!
export const firstContactQuote =
  'Nach der Entdeckung eines Angriffs informieren Beschäftigte zuerst die IT-Hotline der Kommune.'
export const deadlineQuote =
  'Eine Verletzung des Schutzes personenbezogener Daten ist binnen 72 Stunden der Aufsichtsbehörde zu melden.'

function createDocument(id: string, lines: Line[], known: Partial<DocumentRecord>): FixtureDocument {
  let text = ''
  const blocks = lines.map(([kind, content, more], index): Block => {
    const isRun = kind === 'listItem' && lines[index - 1]?.[0] === 'listItem'
    if (text !== '') text += isRun ? '\n' : '\n\n'
    const start = text.length
    text += content
    const { links: named, ...facts } = more ?? {}
    const links = Object.entries(named ?? {}).map(([words, href]) => {
      const at = start + content.indexOf(words)
      return { start: at, end: at + words.length, href }
    })
    return {
      kind,
      level: 0,
      page: null,
      ...facts,
      start,
      end: text.length,
      ...(links.length > 0 && { links }),
    }
  })
  const record = createRecord(id, { sizeBytes: text.length, ...known })
  return { record, text, blocks, passages: toPassages(id, text, blocks) }
}

function toPassages(documentId: string, text: string, blocks: Block[]): Passage[] {
  const headings = blocks.filter((block) => block.kind === 'heading')
  return headings.flatMap((heading, index): Passage[] => {
    const until = headings[index + 1]?.start ?? text.length + 1
    const inside = blocks.filter((block) => block.start > heading.start && block.start < until)
    const first = inside[0]
    if (!first) return []
    const title = headings[0]!
    const path = heading === title ? [title] : [title, heading]
    return [
      {
        id: `${documentId}#${index}`,
        documentId,
        headingPath: path.map((block) => text.slice(block.start, block.end)),
        page: first.page,
        start: first.start,
        end: inside.at(-1)!.end,
        sentences: [],
      },
    ]
  })
}

export function toSource(document: FixtureDocument, passageNumber: number, n: number): AnswerSource {
  const passage = document.passages[passageNumber]!
  const { title, edition, publisher, originalUrl, sha256 } = document.record
  const { headingPath, page, start, end } = passage
  return {
    n,
    passageId: passage.id,
    documentId: document.record.id,
    title,
    edition,
    publisher,
    headingPath,
    page,
    start,
    end,
    text: document.text.slice(start, end),
    url: `/dokument/${encodeURIComponent(document.record.id)}?start=${start}&end=${end}`,
    originalUrl,
    sha256,
  }
}

export function toNearPassage(document: FixtureDocument, passageNumber: number): NearPassage {
  const { passageId, documentId, title, headingPath, page, text, url } = toSource(document, passageNumber, 1)
  return { passageId, documentId, title, headingPath, page, text, url }
}

interface Part {
  before: string
  quote: string
  source: number
}

/** An answer from verbatim quotes; `before` is the Markdown between the sentence before and this one. */
export function createAnswer(sources: AnswerSource[], parts: Part[], more: Partial<Answer> = {}): Answer {
  let answer = ''
  const sentences = parts.map(({ before, quote, source }): AnswerSentence => {
    answer += before
    const start = answer.length
    answer += `${quote} [${source}]`
    const found = sources.find((candidate) => candidate.n === source)!
    const text = documents.find((document) => document.record.id === found.documentId)!.text
    const at = text.indexOf(quote)
    return {
      text: quote,
      start,
      end: start + quote.length,
      verdict: 'supported',
      citations: [{ source, start: at, end: at + quote.length, quote }],
      checks: [{ check: 'verbatim', ok: true, detail: 'Steht wörtlich in der Quelle.' }],
    }
  })
  return {
    answerId: '00000000-0000-4000-8000-000000000000',
    answeredAt: '2026-11-23T10:00:00.000Z',
    status: 'answered',
    answer,
    sentences,
    sources,
    alsoFound: [],
    searchQuery: 'Frage',
    composer: 'extractive',
    warnings: [],
    index: INDEX_FACTS,
    tookMs: 180,
    ...more,
  }
}

export const attackAnswer = createAnswer(
  [toSource(leitfaden, 1, 1), toSource(leitfaden, 2, 2)],
  [
    { before: '', quote: firstContactQuote, source: 1 },
    {
      before: ' ',
      quote: 'Betroffene Geräte bleiben eingeschaltet, werden aber sofort vom Netz getrennt.',
      source: 1,
    },
    { before: '\n\n', quote: 'Für die ersten Stunden nennt der Leitfaden vier Schritte:', source: 1 },
    { before: '\n\n1. ', quote: 'Ruhe bewahren und den Vorfall melden', source: 1 },
    { before: '\n2. ', quote: 'Arbeit am betroffenen Gerät einstellen', source: 1 },
    { before: '\n3. ', quote: 'Beobachtungen aufschreiben', source: 1 },
    { before: '\n4. ', quote: 'Maßnahmen nur nach Anweisung der IT einleiten', source: 1 },
    { before: '\n\n', quote: deadlineQuote, source: 2 },
  ],
  {
    searchQuery: 'Wen informieren wir zuerst bei einem Cyberangriff?',
    alsoFound: [toNearPassage(leitfaden, 3)],
  },
)

export const abstainedAnswer: Answer = {
  ...createAnswer([], []),
  status: 'abstained',
  answer: 'Die vorliegenden Dokumente beantworten diese Frage nicht zuverlässig.',
  abstention: {
    reason: 'not_covered',
    message: 'Die vorliegenden Dokumente beantworten diese Frage nicht zuverlässig.',
    nearest: [toNearPassage(leitfaden, 2), toNearPassage(leitfaden, 3)],
  },
}
