/** Wire types of documents, collections and passages. */

import { z } from 'zod'
import { page, pageLabel, passageShape, spanShape } from './wire-shapes.ts'

const documentShape = {
  id: z.string(),
  title: z.string(),
  collection: z.string(),
  publisher: z.string().nullable(),
  edition: z.string().nullable(),
  date: z.string().nullable().meta({ description: 'YYYY, YYYY-MM or YYYY-MM-DD' }),
  licence: z.string().nullable(),
  verified: z.string().nullable().meta({ description: 'On what basis the content was checked' }),
  summary: z.boolean().meta({ description: 'A summary written for this product, not the original' }),
  originalUrl: z.string().nullable().meta({ description: 'Landing page of the original' }),
  fileUrl: z.string().nullable().meta({ description: 'Direct download of the original' }),
  exampleQuestions: z.array(z.string()),
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
  sha256: z.string(),
  pageCount: z.int().nullable(),
  warnings: z.array(z.string()),
  passages: z.int().meta({ description: 'Number of passages' }),
  sentences: z.int().meta({ description: 'Number of sentences' }),
  url: z.string().meta({ description: 'Path of the viewer', example: '/dokument/wiba' }),
  textUrl: z.string().meta({ description: 'Path of the text', example: '/api/v1/documents/wiba/text' }),
  storedUrl: z
    .string()
    .meta({ description: 'Path of the indexed file', example: '/api/v1/documents/wiba/original' }),
}

export const documentSummarySchema = z.object(documentShape).meta({ id: 'DocumentSummary' })

export const outlineEntrySchema = z
  .object({ text: z.string(), level: z.int().min(1), page, ...spanShape })
  .meta({ id: 'OutlineEntry', description: 'A heading; offsets of the heading in the document text' })

export const linkSchema = z
  .object({ ...spanShape, href: z.string().meta({ description: 'http, https or mailto' }) })
  .meta({ id: 'Link', description: 'Words that the original links; offsets in the document text' })

export const blockSchema = z
  .object({
    kind: z.enum(['heading', 'paragraph', 'listItem', 'tableRow', 'code', 'reference']),
    level: z.int().min(0).meta({ description: 'Heading 1…6, list item: depth from 1, else 0' }),
    ordered: z.boolean().optional(),
    page,
    pageLabel,
    ...spanShape,
    links: z.array(linkSchema).optional().meta({ description: 'In order; absent where there are none' }),
  })
  .meta({ id: 'Block', description: 'A structural unit of the document text, in order' })

export const documentDetailSchema = z
  .object({
    ...documentShape,
    textLength: z.int().meta({ description: 'UTF-16 length of the text' }),
    outline: z.array(outlineEntrySchema),
    blocks: z.array(blockSchema).optional().meta({ description: 'Lets a viewer draw the text' }),
  })
  .meta({ id: 'DocumentDetail' })

export const collectionSchema = z
  .object({
    name: z.string(),
    title: z.string(),
    documents: z.int().meta({ description: 'Number of documents' }),
    exampleQuestions: z.array(z.string()).meta({ description: 'At most six, one per document first' }),
  })
  .meta({ id: 'Collection' })

export const documentListSchema = z
  .object({ documents: z.array(documentSummarySchema), collections: z.array(collectionSchema) })
  .meta({ id: 'DocumentList' })

export const passageSchema = z.object(passageShape).meta({ id: 'Passage' })

export const passageDetailSchema = z
  .object({
    ...passageShape,
    previous: z.union([passageSchema, z.null()]),
    next: z.union([passageSchema, z.null()]),
  })
  .meta({ id: 'PassageDetail', description: 'A passage with its neighbours in the same document' })

export type DocumentSummary = z.infer<typeof documentSummarySchema>
export type OutlineEntry = z.infer<typeof outlineEntrySchema>
export type Link = z.infer<typeof linkSchema>
export type Block = z.infer<typeof blockSchema>
export type DocumentDetail = z.infer<typeof documentDetailSchema>
export type Collection = z.infer<typeof collectionSchema>
export type DocumentList = z.infer<typeof documentListSchema>
export type Passage = z.infer<typeof passageSchema>
export type PassageDetail = z.infer<typeof passageDetailSchema>
