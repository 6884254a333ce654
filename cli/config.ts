/** From environment and flags to one typed configuration. Pure; every problem is reported at once. */

import { availableParallelism, totalmem } from 'node:os'
import type { z } from 'zod'
import { AppError } from '../search/app-error.ts'
import { SECRETS, SETTINGS, type Setting, type SettingName } from './settings.ts'

export type Config = { [Name in SettingName]: z.output<(typeof SETTINGS)[Name]['schema']> }

/** By setting name; a flag wins over the variable of the same name. */
export type Flags = Partial<Record<SettingName, string>>

/** What a thread with the embedded model may take, with room for the rest of the program. */
const WORKER_MEMORY_BYTES = 512 * 2 ** 20

/** An empty variable counts as unset. Throws AppError `invalid_config` naming every wrong value and what is expected. */
export function parseConfig(env: Record<string, string | undefined>, flags: Flags = {}): Config {
  const names = Object.keys(SETTINGS) as SettingName[]
  const problems: string[] = []
  const entries = names.map((name) => {
    const setting: Setting = SETTINGS[name]
    const given = toGiven(flags[name] ?? env[name], setting)
    const parsed = setting.schema.safeParse(given ?? (setting.defaultText || undefined))
    if (!parsed.success) problems.push(describeProblem(name, given, setting))
    return [name, parsed.data]
  })
  if (problems.length === 0) return Object.fromEntries(entries) as Config
  const message = `Die Konfiguration ist ungültig:\n${problems.map((problem) => `  - ${problem}`).join('\n')}\nBitte Umgebungsvariablen, .env oder Flags berichtigen; .env.example nennt alle Einstellungen.`
  throw new AppError('invalid_config', message, { details: { problems } })
}

/** German: which of the two settings of a language model is missing; null where both are set or none is. */
export function describeHalfModel({ LLM_BASE_URL, LLM_MODEL }: Config): string | null {
  if (Boolean(LLM_BASE_URL) === Boolean(LLM_MODEL)) return null
  const [given, missing] = LLM_BASE_URL ? ['LLM_BASE_URL', 'LLM_MODEL'] : ['LLM_MODEL', 'LLM_BASE_URL']
  return `${missing} fehlt, obwohl ${given} gesetzt ist. Ein Sprachmodell braucht beide; ohne Sprachmodell bleiben beide leer.`
}

function toGiven(text: string | undefined, { keepsBlanks }: Setting): string | undefined {
  const trimmed = text?.trim()
  return trimmed ? (keepsBlanks ? text : trimmed) : undefined
}

export function ingestWorkers({ EMBEDDING_WORKERS }: Config): number {
  const fitting = Math.max(1, Math.floor(totalmem() / WORKER_MEMORY_BYTES))
  return EMBEDDING_WORKERS ?? Math.min(availableParallelism(), fitting)
}

/** `--data` for DATA_DIR and `--source` for SOURCES, otherwise the name with hyphens: `--rate-limit-per-minute`. */
export function toFlagName(name: SettingName): string {
  if (name === 'DATA_DIR') return 'data'
  if (name === 'SOURCES') return 'source'
  return name.toLowerCase().replaceAll('_', '-')
}

/** The text of `.env.example`. */
export function renderEnvExample(): string {
  const groups = new Map<string, string[]>()
  for (const [name, setting] of Object.entries<Setting>(SETTINGS)) {
    const unit = setting.unit ? ` Einheit: ${setting.unit}.` : ''
    const unset = setting.defaultText === '' ? ' Voreinstellung: leer.' : ''
    const entry = `${wrapComment(`${setting.description}${unit}${unset}`)}\n${name}=${setting.defaultText}`
    groups.set(setting.group, [...(groups.get(setting.group) ?? []), entry])
  }
  const sections = [...groups].map(([group, entries]) => `# == ${group} ==\n\n${entries.join('\n\n')}`)
  return `${ENV_HEADER}\n\n${sections.join('\n\n')}\n`
}

const ENV_HEADER = `# Alle Einstellungen von Fundstelle mit ihrer Voreinstellung. Als „.env“ in den Ordner kopieren, in dem
# Fundstelle gestartet wird, und ändern. Eine Umgebungsvariable geht der Datei vor, ein Flag gleichen Namens (--port
# für PORT, --data für DATA_DIR) geht beiden vor.
# Erzeugt mit: node dist/cli/print-env-example.js > .env.example`

function describeProblem(name: SettingName, given: string | undefined, setting: Setting): string {
  const shown = SECRETS.includes(name) ? '(geheim)' : `„${given ?? ''}“`
  return `${name}: ${shown} ist kein gültiger Wert; erwartet wird ${expectation(setting.schema)}.`
}

/** The words of the schema or of the innermost schema that has some. */
function expectation(schema: z.ZodType): string {
  const expects = schema.meta()?.expects
  if (typeof expects === 'string') return expects
  const inner = schema.def as unknown as Record<'in' | 'out' | 'innerType', z.ZodType | undefined>
  for (const next of [inner.out, inner.innerType, inner.in]) {
    const found = next?.def ? expectation(next) : ''
    if (found !== '' && found !== FALLBACK) return found
  }
  return FALLBACK
}

const FALLBACK = 'ein anderer Wert'

function wrapComment(text: string, width = 116): string {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length + 1 <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.map((line) => `# ${line}`).join('\n')
}
