/** What a user reads of an error, whoever threw it: the program's own message, or what a fault of the system means. */

import { type ErrorCode, isAppError } from '../search/app-error.ts'

export interface UserError {
  code: ErrorCode
  message: string
}

const SYSTEM_FAULTS: Record<string, (where: string) => string> = {
  EACCES: (where) =>
    `${where}: Zugriff verweigert. Prüfen Sie die Rechte oder wählen Sie einen anderen Ordner.`,
  EPERM: (where) =>
    `${where}: Zugriff verweigert. Prüfen Sie die Rechte oder wählen Sie einen anderen Ordner.`,
  EROFS: (where) =>
    `${where}: Das Dateisystem ist schreibgeschützt. Wählen Sie mit --data einen anderen Ordner.`,
  ENOSPC: () =>
    'Der Datenträger ist voll. Schaffen Sie Platz oder wählen Sie mit --data einen anderen Ordner.',
  EEXIST: (where) => `${where} ist kein Ordner. Nennen Sie mit --data einen Ordner.`,
  ENOTDIR: (where) => `${where}: Ein Teil des Pfades ist kein Ordner. Prüfen Sie die Angabe.`,
  EISDIR: (where) =>
    `${where} ist ein Ordner, wo eine Datei stehen muss. Entfernen oder verschieben Sie ihn.`,
}

export function toUserError(error: unknown): UserError {
  if (isAppError(error)) return { code: error.code, message: error.message }
  const { code, path } = error as NodeJS.ErrnoException
  const describe = SYSTEM_FAULTS[code ?? '']
  if (describe) return { code: 'internal', message: describe(path ? `„${path}“` : 'Ein benötigter Pfad') }
  const reason = error instanceof Error ? error.message : String(error)
  const message = `Unerwarteter Fehler: ${reason}. „npx fundstelle doctor“ prüft alle Teile; LOG_LEVEL=debug zeigt mehr.`
  return { code: 'internal', message }
}
