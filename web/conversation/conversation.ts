/** The conversation's state and its one running question. Elements subscribe; nothing is stored anywhere. */

import { isAbort, toApiError } from '../api/api-error.ts'
import type { Client } from '../api/client.ts'
import { type Filter, toAskRequest } from './request.ts'
import { applyEvent, failTurn, startTurn, stopTurn, type Turn } from './turn.ts'

export class Conversation extends EventTarget {
  turns: readonly Turn[] = []
  #client: Client
  #running: AbortController | null = null
  #nextId = 1

  constructor(client: Client) {
    super()
    this.#client = client
  }

  get isAsking(): boolean {
    return this.#running !== null
  }

  /** Dispatches `change` after every step; never rejects, a failure becomes part of the turn. */
  async ask(question: string, filter: Filter): Promise<Turn | null> {
    if (this.#running) return null
    const before = this.turns
    const turn = startTurn(this.#nextId++, question)
    const controller = new AbortController()
    this.#running = controller
    this.#replace(turn)
    try {
      await this.#client.ask(toAskRequest(question, before, filter), {
        signal: controller.signal,
        onEvent: (event) => this.#update(turn.id, (current) => applyEvent(current, event)),
      })
    } catch (error) {
      this.#update(turn.id, (current) =>
        isAbort(error) ? stopTurn(current) : failTurn(current, toApiError(error)),
      )
    } finally {
      if (this.#running === controller) this.#running = null
      this.#changed()
    }
    return this.turns.find((candidate) => candidate.id === turn.id) ?? null
  }

  stop(): void {
    this.#running?.abort()
  }

  clear(): void {
    this.stop()
    this.#running = null
    this.turns = []
    this.#changed()
  }

  /** Takes a failed or stopped question out, so that it can be asked again. */
  remove(id: number): void {
    this.turns = this.turns.filter((turn) => turn.id !== id)
    this.#changed()
  }

  #replace(turn: Turn): void {
    const isKnown = this.turns.some((other) => other.id === turn.id)
    this.turns = isKnown
      ? this.turns.map((other) => (other.id === turn.id ? turn : other))
      : [...this.turns, turn]
    this.#changed()
  }

  #update(id: number, change: (turn: Turn) => Turn): void {
    const turn = this.turns.find((candidate) => candidate.id === id)
    if (turn) this.#replace(change(turn))
  }

  #changed(): void {
    this.dispatchEvent(new Event('change'))
  }
}
