/** What a screen reader hears when a turn is finished: the answer as a whole, not its arriving parts. */

import type { Turn } from '../conversation/turn.ts'
import { texts } from '../texts.de.ts'
import { abstentionHeading } from './answer-near.ts'

export function turnAnnouncement(turn: Turn): string {
  if (turn.state === 'failed') return `${texts.errors.heading}. ${turn.error?.message ?? ''}`
  if (turn.state === 'stopped') return texts.answer.stopped
  if (turn.abstention) return `${abstentionHeading(turn.abstention)}. ${turn.abstention.message}`
  const sentences = turn.sentences.map((sentence) => sentence.text).join(' ')
  return `${texts.answer.ready(turn.sentences.length, turn.sources.length)} ${sentences}`
}
