/** PDF with a text layer into blocks. */

import { AppError } from '../../search/app-error.ts'
import type { Loader } from '../loader.ts'

export const loadPdf: Loader = async (_bytes, name) => {
  throw new AppError('unsupported_format', `PDF-Dateien wie „${name}“ werden noch nicht gelesen.`)
}
