/** From the LLM_ settings to a language model, and whether its endpoint answers. Without the settings nothing is sent. */

import { type EndpointOptions, openEndpointModel } from '../answer/generate/langchain-model.ts'
import type { LanguageModel, TimeLimits } from '../answer/generate/language-model.ts'
import type { Config } from './config.ts'

export interface Writer {
  model: LanguageModel
  limits: TimeLimits
}

/** Connects to nothing. */
export async function openWriter(config: Config): Promise<Writer | undefined> {
  const endpoint = toEndpoint(config)
  if (!endpoint) return undefined
  const limits = {
    firstTokenMs: config.LLM_FIRST_TOKEN_TIMEOUT_SECONDS * 1000,
    totalMs: config.LLM_TIMEOUT_SECONDS * 1000,
  }
  return { model: await openEndpointModel(endpoint), limits }
}

export function toEndpoint(config: Config): EndpointOptions | null {
  const { LLM_BASE_URL: baseUrl, LLM_MODEL: model, LLM_API_KEY: apiKey } = config
  if (!baseUrl || !model) return null
  return { baseUrl, model, apiKey, contextTokens: config.LLM_CONTEXT_TOKENS }
}

export interface EndpointState {
  isUsable: boolean
  /** German; with the remedy where it is not usable. */
  message: string
}

const PROBE_MS = 5000

/** Asks for the list of models; sends no text. */
export async function probeEndpoint(endpoint: EndpointOptions): Promise<EndpointState> {
  const { baseUrl, model, apiKey } = endpoint
  const headers = apiKey ? { Authorization: `Bearer ${apiKey}` } : undefined
  const signal = AbortSignal.timeout(PROBE_MS)
  const response = await fetch(`${baseUrl}/models`, { headers, signal, redirect: 'error' }).catch(() => null)
  if (!response)
    return broken(
      `„${baseUrl}“ antwortet nicht. Läuft der Dienst, und stimmt LLM_BASE_URL? Bis dahin wird ohne Sprachmodell geantwortet.`,
    )
  if (response.status === 401 || response.status === 403)
    return broken(
      `„${baseUrl}“ weist den Schlüssel ab (Status ${response.status}). Bitte LLM_API_KEY prüfen.`,
    )
  if (response.status >= 500)
    return broken(
      `„${baseUrl}“ meldet einen Fehler (Status ${response.status}). Bitte den Dienst dort prüfen.`,
    )
  const names = response.ok ? toModelNames(await response.json().catch(() => null)) : null
  if (!names) return { isUsable: true, message: `„${baseUrl}“ antwortet, nennt aber seine Modelle nicht.` }
  if (names.includes(model)) return { isUsable: true, message: `„${model}“ steht unter „${baseUrl}“ bereit.` }
  const known = names.slice(0, 5).map((name) => `„${name}“`)
  return broken(
    `„${baseUrl}“ kennt kein Modell „${model}“${known.length > 0 ? `, aber ${known.join(', ')}` : ''}. Bitte LLM_MODEL prüfen.`,
  )
}

function broken(message: string): EndpointState {
  return { isUsable: false, message }
}

/** Null for anything but a list of models. */
function toModelNames(body: unknown): string[] | null {
  const data = (body as { data?: unknown } | null)?.data
  if (!Array.isArray(data)) return null
  return data.flatMap((entry: { id?: unknown } | null) => (typeof entry?.id === 'string' ? [entry.id] : []))
}
