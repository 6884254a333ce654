/** `GET /api/v1/documents…` and `/api/v1/passages/{id}`: what is in the index, its text, its stored files. */

import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { AppError } from '../search/app-error.ts'
import type { DocumentRecord } from '../search/document.ts'
import { type ApiRoute, addRoute } from './api-route.ts'
import type { App, AppEnv, AppOptions } from './app.ts'
import { toDocumentDetail, toDocumentList, toPassageDetail } from './document-views.ts'
import { isUnchanged, sendFile } from './file-response.ts'
import { type ServedIndex, withIndex } from './live-index.ts'
import { setOriginalHeaders } from './security-headers.ts'
import { texts } from './texts.de.ts'
import { documentDetailSchema, documentListSchema, passageDetailSchema } from './wire.ts'

const ERRORS = [401, 403, 404, 429, 503]
const ID = 'Dokument-ID, prozentkodiert als ein Segment (gesetze%2Fagg.md)'

export function addDocumentRoutes(app: App, { live }: AppOptions): void {
  const add = (
    route: Omit<ApiRoute, 'method' | 'tag' | 'errors'>,
    handle: (c: Context<AppEnv>, index: ServedIndex) => Response | Promise<Response>,
  ) =>
    addRoute(app, { ...route, method: 'get', tag: 'Dokumente', errors: ERRORS }, (c) =>
      withIndex(live, (index) => {
        c.header('Cache-Control', 'no-cache')
        return handle(c, index)
      }),
    )

  add(
    {
      path: '/api/v1/documents',
      summary: 'Alle Dokumente und Sammlungen',
      responses: { 'application/json': documentListSchema },
    },
    (c, { snapshot }) => c.json(toDocumentList(snapshot)),
  )
  add(
    {
      path: '/api/v1/documents/{id}',
      summary: 'Ein Dokument mit seiner Gliederung',
      params: { id: ID },
      responses: { 'application/json': documentDetailSchema },
    },
    (c, index) => c.json(toDocumentDetail(index.snapshot, requireDocument(c, index))),
  )
  add(
    {
      path: '/api/v1/documents/{id}/text',
      summary: 'Der Text, auf den sich alle Offsets beziehen',
      params: { id: ID },
      responses: { 'text/plain': 'Text in UTF-8; start und end zählen UTF-16-Einheiten' },
    },
    (c, index) => sendText(c, index.snapshot.text(requireDocument(c, index).id)),
  )
  add(
    {
      path: '/api/v1/documents/{id}/original',
      summary: 'Die indexierte Datei selbst (Bereichsanfragen möglich)',
      params: { id: ID },
      responses: { 'application/octet-stream': 'Die Datei in ihrem eigenen Medientyp' },
    },
    (c, index) => sendOriginal(c, index),
  )
  add(
    {
      path: '/api/v1/passages/{id}',
      summary: 'Eine Textstelle mit ihren Nachbarn',
      params: { id: 'passageId' },
      responses: { 'application/json': passageDetailSchema },
    },
    (c, { snapshot }) => {
      const id = c.req.param('id') ?? ''
      const number = snapshot.passageIndex(id)
      if (number === undefined) throw new AppError('unknown_passage', texts.unknownPassage(id))
      return c.json(toPassageDetail(snapshot, number))
    },
  )
}

function requireDocument(c: Context<AppEnv>, { snapshot }: ServedIndex): DocumentRecord {
  const id = c.req.param('id') ?? ''
  const record = snapshot.document(id)
  if (!record) throw new AppError('unknown_document', texts.unknownDocument(id))
  return record
}

function sendText(c: Context<AppEnv>, text: string): Response {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  c.header('ETag', etag)
  if (isUnchanged(c, etag)) return c.body(null, 304)
  return c.body(text, 200, { 'Content-Type': 'text/plain; charset=utf-8' })
}

function sendOriginal(c: Context<AppEnv>, index: ServedIndex): Promise<Response> {
  const { id, mediaType, fileName, sha256 } = requireDocument(c, index)
  setOriginalHeaders(c, mediaType)
  const path = index.snapshot.originalPath(id)
  return sendFile(c, { path, mediaType, fileName, etag: `"${sha256}"` })
}
