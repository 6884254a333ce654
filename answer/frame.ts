/** What every answer carries besides its sentences: when and from what it was made, and what the reader should know. */

import { randomUUID } from 'node:crypto'
import type { SnapshotManifest } from '../search/snapshot.ts'
import type { Answer, AskRequest, IndexFacts } from './answer.ts'
import { findPersonalData, kindsOf } from './personal-data.ts'
import { textsFor } from './texts.ts'

export type Frame = Pick<
  Answer,
  'answerId' | 'answeredAt' | 'searchQuery' | 'composer' | 'warnings' | 'index'
>

export function openFrame(
  request: AskRequest,
  { searchQuery, manifest, hasModel }: { searchQuery: string; manifest: SnapshotManifest; hasModel: boolean },
): Frame {
  return {
    answerId: randomUUID(),
    answeredAt: new Date().toISOString(),
    searchQuery,
    composer: 'extractive',
    warnings: warningsFor(request, hasModel),
    index: toIndexFacts(manifest),
  }
}

/** Name kinds of data, never the data: warnings are shown and kept where questions are not. */
function warningsFor({ question, mode, language }: AskRequest, hasModel: boolean): string[] {
  const texts = textsFor(language)
  const kinds = kindsOf(findPersonalData(question))
  return [
    ...(mode === 'generative' && !hasModel ? [texts.generativeUnavailable] : []),
    ...(kinds.length > 0 ? [texts.personalData(kinds)] : []),
  ]
}

export function toIndexFacts(manifest: SnapshotManifest): IndexFacts {
  const { snapshotId, createdAt, model, analyserFingerprint, chunkerFingerprint } = manifest
  return {
    snapshotId,
    createdAt,
    model: model.name,
    modelFingerprint: model.fingerprint,
    analyser: analyserFingerprint,
    chunker: chunkerFingerprint,
  }
}

/** Puts a line before the answer; the places of its sentences move along. */
export function withLead<Body extends Pick<Answer, 'answer' | 'sentences'>>(body: Body, lead: string): Body {
  if (lead === '' || body.sentences.length === 0) return body
  const before = `${lead}\n\n`
  const sentences = body.sentences.map((sentence) => ({
    ...sentence,
    start: sentence.start + before.length,
    end: sentence.end + before.length,
  }))
  return { ...body, answer: before + body.answer, sentences }
}
