/** Chooses the loader for a file by its first bytes and its name. */

import { AppError } from '../../search/app-error.ts'
import type { Loader } from '../loader.ts'
import { isBinary } from './decode-text.ts'
import { loadHtml } from './html-loader.ts'
import { loadMarkdown } from './markdown-loader.ts'
import { loadPdf } from './pdf-loader.ts'
import { loadPlainText } from './plain-text-loader.ts'

/** Raised whenever the same file may become another text or other blocks. */
export const LOADERS_FINGERPRINT = 'loaders-4'

export interface Format {
  extensions: readonly string[]
  mediaType: string
  /** Characters of text to expect per byte, roughly: for the time left, nothing else. */
  textShare: number
  load: Loader
}

const PDF: Format = { extensions: ['.pdf'], mediaType: 'application/pdf', textShare: 0.1, load: loadPdf }
const TEXT_FORMATS: readonly Format[] = [
  { extensions: ['.md', '.markdown'], mediaType: 'text/markdown', textShare: 1, load: loadMarkdown },
  { extensions: ['.html', '.htm', '.xhtml'], mediaType: 'text/html', textShare: 0.3, load: loadHtml },
  { extensions: ['.txt', '.text'], mediaType: 'text/plain', textShare: 1, load: loadPlainText },
]

/** File endings that can be loaded, each with its dot. */
export const SUPPORTED_EXTENSIONS: readonly string[] = [PDF, ...TEXT_FORMATS].flatMap(
  (format) => format.extensions,
)

export function isSupported(name: string): boolean {
  return SUPPORTED_EXTENSIONS.includes(extensionOf(name))
}

/** Characters of text to expect in a file of this name and size. */
export function expectedCharacters(name: string, sizeBytes: number): number {
  const format = [PDF, ...TEXT_FORMATS].find(({ extensions }) => extensions.includes(extensionOf(name)))
  return sizeBytes * (format?.textShare ?? 0)
}

/** Throws AppError `unsupported_format` for other formats and `source_unreadable` for an empty or mislabelled file. */
export function loaderFor(name: string, bytes: Uint8Array): Format {
  const extension = extensionOf(name)
  if (!isSupported(name)) throw unsupported(name)
  if (bytes.length === 0)
    throw unreadable(`„${name}“ ist leer (0 Byte). Legen Sie die vollständige Datei ab.`)
  if (startsWith(bytes, '%PDF-')) return PDF
  if (PDF.extensions.includes(extension)) return PDF
  if (isBinary(bytes)) {
    throw unreadable(
      `„${name}“ enthält keinen Text, sondern Binärdaten. Prüfen Sie, ob die Dateiendung stimmt.`,
    )
  }
  return TEXT_FORMATS.find((format) => format.extensions.includes(extension))!
}

function extensionOf(name: string): string {
  return /\.[^./\\]+$/u.exec(name)?.[0].toLowerCase() ?? ''
}

function startsWith(bytes: Uint8Array, magic: string): boolean {
  return [...magic].every((char, index) => bytes[index] === char.charCodeAt(0))
}

function unreadable(message: string): AppError {
  return new AppError('source_unreadable', message)
}

function unsupported(name: string): AppError {
  const known = SUPPORTED_EXTENSIONS.join(', ')
  return new AppError(
    'unsupported_format',
    `Das Format von „${name}“ wird nicht gelesen. Lesbar sind: ${known}.`,
  )
}
