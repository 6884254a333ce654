/** Shapes that several wire types share. */

import { z } from 'zod'

export const offset = z.int().min(0)
export const spanShape = { start: offset, end: offset }
export const page = z.int().min(1).nullable().meta({ description: '1-based page of the original' })
export const pageLabel = z
  .string()
  .optional()
  .meta({ description: 'Page label the PDF prints, where it differs' })
export const headingPath = z.array(z.string()).meta({ description: 'Outermost first, own heading last' })
export const viewerUrl = z.string().meta({
  description: 'Path of the viewer on this server, at the words',
  example: '/dokument/wiba?start=120&end=310',
})

/** A passage as hits and passages show it. */
export const passageShape = {
  passageId: z.string(),
  documentId: z.string(),
  title: z.string(),
  collection: z.string(),
  headingPath,
  page,
  pageLabel,
  text: z.string(),
  ...spanShape,
  url: viewerUrl,
}

export const spanSchema = z.object(spanShape).meta({ id: 'Span', description: 'UTF-16 offsets' })

export type Span = z.infer<typeof spanSchema>
