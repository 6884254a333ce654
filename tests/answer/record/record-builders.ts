/** An answered question over the small documents of the server's tests, and its record. */

import type { Answer } from '../../../answer/answer.ts'
import { INDEX_FACTS } from '../answer-builders.ts'

export const QUESTION = 'Wer wird <zuerst> informiert & warum?'

const quote = 'Zuerst ist die Leitstelle zu informieren.'

export const ANSWER: Answer = {
  answerId: '08a1896a-d5f1-41d9-9949-d9e7b53d9631',
  answeredAt: '2026-11-23T10:05:00.000Z',
  status: 'answered',
  answer: `**Leitfaden *Krise***\n\n- ${quote} [1]`,
  sentences: [
    {
      text: quote,
      start: 25,
      end: 25 + quote.length,
      verdict: 'supported',
      citations: [{ source: 1, start: 11, end: 11 + quote.length, quote }],
      checks: [{ check: 'verbatim', ok: true, detail: 'Steht wörtlich in der Quelle.' }],
    },
  ],
  sources: [
    {
      n: 1,
      passageId: 'leitfaden#0',
      documentId: 'leitfaden',
      title: 'Leitfaden *Krise*',
      edition: 'Fassung 2026',
      publisher: 'Beispielverband',
      headingPath: ['Krise', 'Meldewege'],
      page: 3,
      text: quote,
      start: 11,
      end: 11 + quote.length,
      url: '/dokument/leitfaden?start=11&end=52',
      originalUrl: 'https://example.org/leitfaden_2026',
      sha256: 'ab'.repeat(32),
    },
  ],
  alsoFound: [],
  searchQuery: 'Wer wird zuerst informiert?',
  composer: 'extractive',
  warnings: ['Ein Hinweis.'],
  index: INDEX_FACTS,
  tookMs: 12,
}

export const ABSTAINED: Answer = {
  ...ANSWER,
  status: 'abstained',
  answer: 'Die Dokumente beantworten diese Frage nicht.',
  sentences: [],
  sources: [],
  warnings: [],
  abstention: {
    reason: 'not_covered',
    message: 'Die Dokumente beantworten diese Frage nicht.',
    nearest: [
      {
        passageId: 'leitfaden#1',
        documentId: 'leitfaden',
        title: 'Leitfaden',
        headingPath: ['Fristen'],
        page: null,
        text: 'Danach folgt das BSI.',
        url: '/dokument/leitfaden?start=54&end=75',
      },
    ],
  },
}
