/** Every setting: its schema, default, unit and meaning. `.env.example` and the settings page are made from this list. */

import { z } from 'zod'

export interface Setting<Schema extends z.ZodType = z.ZodType> {
  group: string
  /** German: what it decides, for whom. */
  description: string
  /** As the user would write it; empty where the setting is unset by default. */
  defaultText: string
  unit?: string
  /** Blanks around the value belong to it. */
  keepsBlanks?: boolean
  /** From the text of the variable or flag. */
  schema: Schema
}

const integer = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .pipe(z.number().min(min).max(max))
    .meta({ expects: `eine ganze Zahl von ${min} bis ${max}` })

const flag = z
  .enum(['true', 'false', '1', '0', 'ja', 'nein'])
  .transform((value) => ['true', '1', 'ja'].includes(value))
  .meta({ expects: 'true oder false' })

const text = z.string()
const optional = z
  .string()
  .optional()
  .transform((value) => value ?? null)

const prefix = z
  .string()
  .optional()
  .transform((value) => (value === 'none' ? '' : (value ?? null)))

const choice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values).meta({ expects: values.join(', ') })

/** Commas separate; blanks around them do not count. */
const list = <Output>(item: z.ZodType<Output, string>, expects: string) =>
  z
    .string()
    .transform((value) =>
      value
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .pipe(z.array(item))
    .meta({ expects })

const origin = z.string().transform((value, context) => {
  const url = URL.canParse(value) ? new URL(value) : null
  const isOrigin =
    url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.username
  if (isOrigin) return url.origin
  context.addIssue('invalid origin')
  return z.NEVER
})

const endpoint = z
  .string()
  .transform((value, context) => {
    const url = URL.canParse(value) ? new URL(value) : null
    if (url && /^https?:$/.test(url.protocol) && !url.username && !url.search)
      return value.replace(/\/+$/, '')
    context.addIssue('invalid address')
    return z.NEVER
  })
  .meta({ expects: 'eine Adresse wie http://localhost:11434/v1' })

const keyHash = z
  .string()
  .regex(/^(?:sha256:)?[0-9a-f]{64}$/i)
  .transform((value) => value.toLowerCase().replace('sha256:', ''))

const emptyList = z.string().optional().default('')
const define = <Schema extends z.ZodType>(setting: Setting<Schema>) => setting
const inGroup = (group: string) => ({ group })

const SERVER = inGroup('Server')
const ACCESS = inGroup('Zugang')
const LIMITS = inGroup('Grenzen')
const DATA = inGroup('Daten')
const MODEL = inGroup('Embedding-Modell')
const LLM = inGroup('Sprachmodell')

export const SETTINGS = {
  PORT: define({
    ...SERVER,
    description: 'Port der Chatseite und der Schnittstelle; 0 wählt einen freien.',
    defaultText: '8080',
    schema: integer(0, 65_535),
  }),
  HOST: define({
    ...SERVER,
    description:
      'Adresse, an der gelauscht wird. Alles außer dieses Rechners selbst (127.0.0.1) braucht API_KEYS oder ALLOW_ANONYMOUS=true.',
    defaultText: '127.0.0.1',
    schema: text,
  }),
  LOG_LEVEL: define({
    ...SERVER,
    description:
      'Ausführlichkeit des Protokolls auf der Standardfehlerausgabe; „debug“ nennt jede Anfrage. Fragen und Antworten stehen nie darin.',
    defaultText: 'info',
    schema: choice(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
  }),
  TRUST_PROXY: define({
    ...SERVER,
    description:
      'Adresse und Name aus X-Forwarded-For und X-Forwarded-Host übernehmen; nur hinter einem eigenen Reverse Proxy.',
    defaultText: 'false',
    schema: flag,
  }),
  ALLOWED_ORIGINS: define({
    ...ACCESS,
    description:
      'Webseiten, die das Widget einbinden, die Schnittstelle aus dem Browser aufrufen oder /embed anzeigen dürfen, durch Kommas getrennt (https://intranet.stadt.example).',
    defaultText: '',
    schema: emptyList.pipe(
      list(origin, 'Adressen wie https://intranet.stadt.example ohne Pfad, durch Kommas getrennt'),
    ),
  }),
  API_KEYS: define({
    ...ACCESS,
    description:
      'SHA-256 der Zugangsschlüssel (64 Hexzeichen), durch Kommas getrennt; ein Schlüssel selbst steht hier nie. Ein Hash entsteht durch „printf %s SCHLÜSSEL | sha256sum“.',
    defaultText: '',
    schema: emptyList.pipe(
      list(
        keyHash,
        'SHA-256-Werte mit 64 Hexzeichen, durch Kommas getrennt (printf %s SCHLÜSSEL | sha256sum)',
      ),
    ),
  }),
  ALLOW_ANONYMOUS: define({
    ...ACCESS,
    description: 'Anfragen ohne Schlüssel annehmen, auch an anderen Adressen als 127.0.0.1.',
    defaultText: 'false',
    schema: flag,
  }),
  RATE_LIMIT_PER_MINUTE: define({
    ...LIMITS,
    description:
      'Fragen und Suchen je Schlüssel oder Adresse. Für das Lesen (Dokumente, Texte, Dateien, Zustand) gilt eigens das Zehnfache; 0 schaltet beide Grenzen ab.',
    defaultText: '60',
    unit: 'Anfragen je Minute',
    schema: integer(0, 1_000_000),
  }),
  MAX_CONCURRENT_ANSWERS: define({
    ...LIMITS,
    description: 'Antworten, an denen gleichzeitig gearbeitet wird.',
    defaultText: '8',
    schema: integer(1, 1000),
  }),
  MAX_QUEUED_ANSWERS: define({
    ...LIMITS,
    description: 'Fragen, die darüber hinaus warten; weitere werden mit Status 503 abgewiesen.',
    defaultText: '32',
    schema: integer(0, 10_000),
  }),
  MAX_BODY_KIB: define({
    ...LIMITS,
    description: 'Größte Anfrage.',
    defaultText: '64',
    unit: 'KiB',
    schema: integer(1, 10_240),
  }),
  MAX_QUESTION_CHARS: define({
    ...LIMITS,
    description: 'Längste Frage.',
    defaultText: '2000',
    unit: 'Zeichen',
    schema: integer(10, 100_000),
  }),
  MAX_CONVERSATION_TURNS: define({
    ...LIMITS,
    description: 'Längster mitgesendeter Gesprächsverlauf.',
    defaultText: '20',
    unit: 'Beiträge',
    schema: integer(0, 1000),
  }),
  DATA_DIR: define({
    ...DATA,
    description: 'Ordner für Index und Kopien der Dateien (Flag: --data).',
    defaultText: 'data',
    schema: text,
  }),
  SOURCES: define({
    ...DATA,
    description:
      'Was „start“ und „ingest“ einlesen: Dateien, Ordner oder Manifeste, durch Kommas getrennt (Flag: --source, mehrfach). Voreingestellt ist der mitgelieferte Korpus.',
    defaultText: 'corpus',
    schema: list(text.min(1), 'Pfade, durch Kommas getrennt').pipe(z.array(text).min(1)),
  }),
  EMBEDDING_MODEL: define({
    ...MODEL,
    description: 'Ordner eines Modells für transformers.js oder sein Name bei Hugging Face.',
    defaultText: 'models/multilingual-e5-small-de',
    schema: text,
  }),
  EMBEDDING_QUERY_PREFIX: define({
    ...MODEL,
    description:
      'Was vor jeder Frage steht, Leerzeichen eingeschlossen; „none“ für nichts, ohne Angabe das, was das Modell vorsieht („query: “).',
    defaultText: '',
    keepsBlanks: true,
    schema: prefix,
  }),
  EMBEDDING_PASSAGE_PREFIX: define({
    ...MODEL,
    description: 'Dasselbe für die Texte der Dokumente („passage: “).',
    defaultText: '',
    keepsBlanks: true,
    schema: prefix,
  }),
  EMBEDDING_POOLING: define({
    ...MODEL,
    description:
      'Wie aus Token-Vektoren einer wird: mean, cls oder last; ohne Angabe das, was das Modell vorsieht.',
    defaultText: '',
    schema: choice(['mean', 'cls', 'last'])
      .optional()
      .transform((value) => value ?? null),
  }),
  EMBEDDING_DIMENSIONS: define({
    ...MODEL,
    description: 'Kürzt die Vektoren (nur Matryoshka-Modelle); ohne Angabe ungekürzt.',
    defaultText: '',
    unit: 'Komponenten',
    schema: integer(16, 8192)
      .optional()
      .transform((value) => value ?? null),
  }),
  EMBEDDING_WORKERS: define({
    ...MODEL,
    description:
      'Threads, die beim Einlesen gleichzeitig rechnen; ohne Angabe einer je verfügbarem Prozessorkern, höchstens einer je 512 MiB Arbeitsspeicher.',
    defaultText: '',
    schema: integer(1, 64)
      .optional()
      .transform((value) => value ?? null),
  }),
  LLM_BASE_URL: define({
    ...LLM,
    description:
      'Adresse einer OpenAI-kompatiblen Schnittstelle bis einschließlich /v1 (http://localhost:11434/v1). Ist sie und LLM_MODEL gesetzt, gehen Frage und gefundene Textstellen dorthin, und das Modell formuliert die Antwort; ohne sie wird nichts gesendet.',
    defaultText: '',
    schema: endpoint.optional().transform((value) => value ?? null),
  }),
  LLM_MODEL: define({ ...LLM, description: 'Name des Modells dort.', defaultText: '', schema: optional }),
  LLM_API_KEY: define({
    ...LLM,
    description: 'Schlüssel dafür, wo einer nötig ist.',
    defaultText: '',
    schema: optional,
  }),
  LLM_CONTEXT_TOKENS: define({
    ...LLM,
    description:
      'Was das Modell höchstens aufnimmt, Anweisung, Textstellen und Antwort zusammen. Textstellen, die nicht hineinpassen, entfallen von hinten.',
    defaultText: '4096',
    unit: 'Token',
    schema: integer(2048, 2_000_000),
  }),
  LLM_FIRST_TOKEN_TIMEOUT_SECONDS: define({
    ...LLM,
    description:
      'Längste Wartezeit auf das erste Wort des Modells und zwischen zwei Wörtern; danach gilt die Antwort ohne Modell.',
    defaultText: '30',
    unit: 'Sekunden',
    schema: integer(1, 3600),
  }),
  LLM_TIMEOUT_SECONDS: define({
    ...LLM,
    description: 'Längste Zeit für alles, was das Modell zu einer Frage schreibt.',
    defaultText: '120',
    unit: 'Sekunden',
    schema: integer(1, 3600),
  }),
} satisfies Record<string, Setting>

export type SettingName = keyof typeof SETTINGS
/** Values of secret settings never appear in messages. */
export const SECRETS: readonly SettingName[] = ['API_KEYS', 'LLM_API_KEY']
