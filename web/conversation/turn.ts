/** One question with what is known of its answer so far. Pure: events in, next state out. */

import type { Abstention, Answer, AnswerSentence, AnswerSource } from '../../server/wire.ts'
import type { ApiError } from '../api/api-error.ts'
import type { AnswerEvent } from '../api/client.ts'

export type TurnState = 'asking' | 'answered' | 'abstained' | 'stopped' | 'failed'

export interface Turn {
  id: number
  question: string
  state: TurnState
  /** Last stage the server named, null before the first. */
  stage: string | null
  sources: AnswerSource[]
  sentences: AnswerSentence[]
  /** Text of a language model that is not checked yet. */
  draft: string
  abstention: Abstention | null
  /** The complete answer, once it is there. */
  answer: Answer | null
  error: ApiError | null
}

export function startTurn(id: number, question: string): Turn {
  return {
    id,
    question,
    state: 'asking',
    stage: null,
    sources: [],
    sentences: [],
    draft: '',
    abstention: null,
    answer: null,
    error: null,
  }
}

export function applyEvent(turn: Turn, event: AnswerEvent): Turn {
  switch (event.event) {
    case 'status':
      return { ...turn, stage: event.data.stage }
    case 'sources':
      return { ...turn, sources: event.data.sources }
    case 'abstained':
      return { ...turn, abstention: event.data.abstention }
    case 'sentence':
      return { ...turn, sentences: [...turn.sentences, event.data], draft: '' }
    case 'delta':
      return { ...turn, draft: turn.draft + event.data.text }
    case 'done':
      return completeTurn(turn, event.data)
    default:
      return turn
  }
}

/** The whole answer replaces what was streamed: it is what was checked. */
function completeTurn(turn: Turn, answer: Answer): Turn {
  return {
    ...turn,
    state: answer.status === 'abstained' ? 'abstained' : 'answered',
    stage: null,
    draft: '',
    answer,
    sources: answer.sources,
    sentences: answer.sentences,
    abstention: answer.abstention ?? turn.abstention,
  }
}

export function stopTurn(turn: Turn): Turn {
  return { ...turn, state: 'stopped', stage: null, draft: '' }
}

export function failTurn(turn: Turn, error: ApiError): Turn {
  return { ...turn, state: 'failed', stage: null, draft: '', error }
}
