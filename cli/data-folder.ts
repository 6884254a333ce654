/** The data folder has to be writable before an index is made in it: better said at once than after the first document. */

import { constants } from 'node:fs'
import { access, mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { AppError } from '../search/app-error.ts'

/** Creates it where it is missing. Throws AppError `invalid_config`. */
export async function requireWritable(dataDir: string): Promise<void> {
  const folder = resolve(dataDir)
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK | constants.X_OK)
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code
    const what = ['EEXIST', 'ENOTDIR'].includes(reason ?? '')
      ? `„${folder}“ ist kein Ordner.`
      : `In den Datenordner „${folder}“ lässt sich nicht schreiben (${reason}).`
    const message = `${what} Prüfen Sie Pfad und Rechte oder wählen Sie mit --data einen anderen Ordner.`
    throw new AppError('invalid_config', message, { details: { dataDir }, cause })
  }
}
