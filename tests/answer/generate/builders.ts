/** A model that writes what the test says, and passages for it to write about. */

import type { AskEvent } from '../../../answer/answer.ts'
import { type Assignment, createGenerativeComposer } from '../../../answer/generate/generative-composer.ts'
import type {
  ChatMessage,
  LanguageModel,
  StreamEnd,
  TimeLimits,
} from '../../../answer/generate/language-model.ts'
import type { ChosenSentence } from '../../../answer/render.ts'
import type { Hit } from '../../../search/retriever.ts'
import { createRecord } from '../../search/document-record.ts'
import { createHits, item, paragraph } from '../builders.ts'
import { verifier } from '../verify/builders.ts'

const PANNE = createHits(createRecord('panne', { title: 'Datenpannen melden' }), [
  [
    paragraph(
      'Eine Datenpanne ist der Aufsichtsbehörde binnen 72 Stunden zu melden.',
      'Die Meldung entfällt, sofern die Datenpanne kein Risiko für die betroffenen Personen bedeutet.',
    ),
  ],
  [
    paragraph('Die Meldung enthält mindestens folgende Angaben:'),
    item('die Art der Verletzung'),
    item('die Zahl der betroffenen Personen'),
  ],
])
const STAB = createHits(createRecord('stab', { title: 'Krisenstab' }), [
  [
    paragraph(
      'Die Leitung soll den Krisenstab einberufen.',
      'Der Krisenstab darf keine Daten ohne Zustimmung der Leitung herausgeben.',
      'Das Lagezentrum nimmt seine Meldungen entgegen.',
    ),
  ],
])
const TEXTS: Record<string, string> = { panne: PANNE.text, stab: STAB.text }

export const HITS: Hit[] = [...PANNE.hits, ...STAB.hits]
export const textOf = (documentId: string) => TEXTS[documentId]!

export const DEADLINE = 'Eine Datenpanne ist der Aufsichtsbehörde binnen 72 Stunden zu melden.'
export const EXCEPTION =
  'Die Meldung entfällt, sofern die Datenpanne kein Risiko für die betroffenen Personen bedeutet.'
export const CALL = 'Die Leitung soll den Krisenstab einberufen.'

/** Sentences of the hits as the verbatim answer has them. */
export function chosen(...texts: string[]): ChosenSentence[] {
  return texts.map((text) => {
    for (const { passage, document } of HITS) {
      const sentence = passage.sentences.find(
        ({ start, end }) => textOf(document.id).slice(start, end) === text,
      )
      if (sentence) return { sentence, passage, document }
    }
    throw new Error(`No hit holds: ${text}`)
  })
}

/** What a model writes in one request, and how that ends; `hang` never ends by itself. */
export interface Round {
  text: string
  end: StreamEnd | 'fail' | 'hang'
}

export interface ScriptedModel extends LanguageModel {
  asked: (readonly ChatMessage[])[]
  /** Signals of the requests. */
  signals: AbortSignal[]
}

const PIECE = 7

/** Beyond its rounds it writes nothing. A text is a round that is complete. */
export function scriptedModel(rounds: (string | Round)[], contextTokens = 4096): ScriptedModel {
  const asked: (readonly ChatMessage[])[] = []
  const signals: AbortSignal[] = []
  return {
    name: 'skript-1',
    contextTokens,
    asked,
    signals,
    async *stream(messages, { signal }) {
      const round = rounds[asked.length] ?? ''
      asked.push(messages)
      signals.push(signal)
      const { text, end } = typeof round === 'string' ? { text: round, end: 'complete' as const } : round
      for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE)
      if (end === 'fail') throw new Error('connection lost')
      if (end === 'hang') await new Promise(() => {})
      return end === 'cut' ? 'cut' : 'complete'
    },
  }
}

export interface ComposeOptions {
  hits?: Hit[]
  verbatim?: ChosenSentence[]
  /** Default: everything. */
  isToThePoint?: Assignment['isToThePoint']
  limits?: Partial<TimeLimits>
  signal?: AbortSignal
}

/** The composer's result with the events on the way to it. */
export async function compose(
  model: LanguageModel,
  {
    hits = HITS,
    verbatim = chosen(DEADLINE, EXCEPTION),
    isToThePoint = () => true,
    limits,
    signal,
  }: ComposeOptions = {},
) {
  const events: AskEvent[] = []
  const question = 'Innerhalb welcher Frist ist eine Datenpanne zu melden?'
  const composer = createGenerativeComposer({
    model,
    limits: { firstTokenMs: 5000, totalMs: 10_000, ...limits },
    verifier,
    textOf,
  })
  const assignment = { question, searchQuery: question, hits, isToThePoint, verbatim }
  const generated = await composer(assignment, { signal, onEvent: (event) => events.push(event) })
  return { generated, events, names: events.map(({ event }) => event) }
}
