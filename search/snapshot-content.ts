/** The files of a snapshot while it grows: each document is written at once, so that memory holds one at a time. */

import { AppError } from './app-error.ts'
import { type Column, createColumn } from './column.ts'
import { type EmbeddedDocument, isPending, type Passage } from './document.ts'
import type { LexicalIndexBuilder, LexicalInput } from './lexical-index.ts'
import { encodeNumberedStrings } from './numbered-strings.ts'
import type { SnapshotManifest } from './snapshot.ts'
import {
  type PassageRow,
  toBlockRows,
  toLinkRows,
  toPageLabels,
  toPassageRows,
  toSentenceRows,
} from './snapshot-columns.ts'
import { openFileSink } from './snapshot-files.ts'
import { FILES, HEADING_SEPARATOR, type StoredDocument } from './snapshot-layout.ts'

export interface SnapshotContent {
  counts: SnapshotManifest['counts']
  files: SnapshotManifest['files']
  /** Rows whose vectors are still to be computed, ascending. */
  pending: { passages: Uint32Array; sentences: Uint32Array }
}

export interface SnapshotContentWriter {
  add(document: EmbeddedDocument): void
  finish(): SnapshotContent
  /** Closes the files of an unfinished snapshot; harmless after `finish`. */
  close(): void
}

export interface SnapshotContentOptions {
  dimensions: number
  lexical: LexicalIndexBuilder
}

/** Opens the files in an existing folder. `finish` flushes them; before it nothing of them is of use. */
export function openSnapshotContent(folder: string, options: SnapshotContentOptions): SnapshotContentWriter {
  const sinks = {
    texts: openFileSink(folder, FILES.texts),
    blocks: openFileSink(folder, FILES.blocks),
    links: openFileSink(folder, FILES.links),
    passages: openFileSink(folder, FILES.passages),
    sentences: openFileSink(folder, FILES.sentences),
    passageVectors: openFileSink(folder, FILES.passageVectors),
    sentenceVectors: openFileSink(folder, FILES.sentenceVectors),
  }
  const documents: StoredDocument[] = []
  const documentIds = new Set<string>()
  const passageIds = new Set<string>()
  const headingPaths = new Map<string, number>()
  const linkAddresses = new Map<string, number>()
  const at = { textBytes: 0, blocks: 0, links: 0, passages: 0, sentences: 0 }
  const pending = { passages: createColumn(Uint32Array), sentences: createColumn(Uint32Array) }

  const notePending = (rows: Column<Uint32Array>, vectors: Float32Array, firstRow: number) => {
    for (let at = 0; at < vectors.length; at += options.dimensions) {
      if (isPending(vectors.subarray(at, at + options.dimensions)))
        rows.push(firstRow + at / options.dimensions)
    }
  }

  const addPassage = (document: EmbeddedDocument, passage: Passage): PassageRow => {
    claim(passageIds, passage.id)
    options.lexical.add(toLexicalInput(document, passage))
    const firstSentence = at.sentences
    at.sentences += passage.sentences.length
    return {
      document: documents.length,
      start: passage.start,
      end: passage.end,
      page: passage.page ?? 0,
      headingPath: intern(headingPaths, passage.headingPath.join(HEADING_SEPARATOR)),
      firstSentence,
    }
  }

  return {
    add(document) {
      checkVectors(document, options.dimensions)
      claim(documentIds, document.record.id)
      notePending(pending.passages, document.passageVectors, at.passages)
      notePending(pending.sentences, document.sentenceVectors, at.sentences)
      const text = Buffer.from(document.text, 'utf8')
      const links = document.blocks.flatMap((block) => block.links ?? [])
      const stored: StoredDocument = {
        record: document.record,
        textBytes: [at.textBytes, at.textBytes + text.length],
        blocks: [at.blocks, at.blocks + document.blocks.length],
        links: [at.links, at.links + links.length],
        passages: [at.passages, at.passages + document.passages.length],
        pageLabels: toPageLabels([...document.blocks, ...document.passages]),
      }
      sinks.texts.write(text)
      sinks.blocks.write(toBytes(toBlockRows(document.blocks)))
      const linkRows = links.map((link) => ({ ...link, address: intern(linkAddresses, link.href) }))
      sinks.links.write(toBytes(toLinkRows(linkRows)))
      const rows = document.passages.map((passage) => addPassage(document, passage))
      sinks.passages.write(toBytes(toPassageRows(rows)))
      for (const { sentences } of document.passages) sinks.sentences.write(toBytes(toSentenceRows(sentences)))
      sinks.passageVectors.write(toBytes(document.passageVectors))
      sinks.sentenceVectors.write(toBytes(document.sentenceVectors))
      documents.push(stored)
      at.textBytes = stored.textBytes[1]
      at.blocks = stored.blocks[1]
      at.links += links.length
      at.passages = stored.passages[1]
    },
    finish() {
      const files = Object.values(sinks).map((sink) => sink.finish())
      const whole = Object.entries({
        [FILES.documents]: Buffer.from(JSON.stringify(documents)),
        [FILES.passageIds]: encodeNumberedStrings([...passageIds]),
        [FILES.linkAddresses]: encodeNumberedStrings([...linkAddresses.keys()]),
        [FILES.headingPaths]: encodeNumberedStrings([...headingPaths.keys()]),
        ...options.lexical.build(),
      })
      for (const [name, bytes] of whole) files.push(writeWhole(folder, name, bytes))
      const counts = { documents: documents.length, passages: at.passages, sentences: at.sentences }
      return {
        counts,
        files: files.sort((a, b) => (a.name < b.name ? -1 : 1)),
        pending: { passages: pending.passages.values(), sentences: pending.sentences.values() },
      }
    },
    close() {
      for (const sink of Object.values(sinks)) sink.close()
    },
  }
}

function toLexicalInput(document: EmbeddedDocument, passage: Passage): LexicalInput {
  return {
    title: document.record.title,
    headings: passage.headingPath.join('\n'),
    text: document.text.slice(passage.start, passage.end),
  }
}

function checkVectors(document: EmbeddedDocument, dimensions: number): void {
  const sentences = document.passages.reduce((sum, passage) => sum + passage.sentences.length, 0)
  const fits =
    document.passageVectors.length === document.passages.length * dimensions &&
    document.sentenceVectors.length === sentences * dimensions
  if (!fits)
    throw new AppError('internal', `Zu „${document.record.id}“ passen Vektoren und Sätze nicht zusammen.`)
}

function claim(taken: Set<string>, id: string): void {
  if (taken.has(id)) throw new AppError('internal', `Die Kennung „${id}“ kommt zweimal vor.`)
  taken.add(id)
}

function intern(numbers: Map<string, number>, key: string): number {
  const known = numbers.get(key)
  if (known !== undefined) return known
  numbers.set(key, numbers.size)
  return numbers.size - 1
}

function writeWhole(folder: string, name: string, bytes: Uint8Array) {
  const sink = openFileSink(folder, name)
  sink.write(bytes)
  return sink.finish()
}

function toBytes(array: Int32Array | Float32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
}
