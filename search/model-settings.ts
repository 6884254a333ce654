/** Where the embedding model lies and how its vectors are made: folder or hub name, prefixes, pooling, files and their hashes. */

import { createHash } from 'node:crypto'
import { createReadStream, existsSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { AppError } from './app-error.ts'

/** What a `fundstelle.json` in the model folder may say; the defaults are those of the E5 family. */
const modelFileSchema = z.strictObject({
  name: z.string().min(1).optional(),
  queryPrefix: z.string().optional(),
  passagePrefix: z.string().optional(),
  pooling: z.enum(['mean', 'cls', 'last']).optional(),
  /** Keeps the first so many components (Matryoshka models). */
  dimensions: z.int().positive().optional(),
  maxTokens: z.int().min(16).optional(),
  dtype: z.enum(['fp32', 'fp16', 'q8', 'int8', 'uint8', 'q4', 'q4f16', 'bnb4']).optional(),
})

export type ModelFile = z.infer<typeof modelFileSchema>
export type Pooling = NonNullable<ModelFile['pooling']>

export interface ModelOptions extends ModelFile {
  /** Folder with config.json, tokenizer.json and onnx/, or a hub name such as `Xenova/bge-m3`. */
  model: string
  /** Where models with a hub name are kept. */
  cacheDir?: string
}

export interface ModelSettings {
  name: string
  /** Absolute folder, or the hub name. */
  source: string
  isLocal: boolean
  /** Folder that holds the files; for a hub name it is filled by the first load. */
  folder: string
  cacheDir: string
  queryPrefix: string
  passagePrefix: string
  pooling: Pooling
  dimensions: number | null
  maxTokens: number | null
  dtype: NonNullable<ModelFile['dtype']>
}

const CHUNK_BYTES = 1 << 20
const HUB_NAME = /^[\w-][\w.-]*\/[\w.-]+$/
const WEIGHT_FILES: Record<ModelSettings['dtype'], string> = {
  fp32: 'model.onnx',
  fp16: 'model_fp16.onnx',
  q8: 'model_quantized.onnx',
  int8: 'model_int8.onnx',
  uint8: 'model_uint8.onnx',
  q4: 'model_q4.onnx',
  q4f16: 'model_q4f16.onnx',
  bnb4: 'model_bnb4.onnx',
}

/** Options win over the model's `fundstelle.json`, that over the defaults. Throws `model_missing` or `model_damaged`. */
export async function loadModelSettings(options: ModelOptions): Promise<ModelSettings> {
  const isLocal = existsSync(options.model) && statSync(options.model).isDirectory()
  if (!isLocal && !HUB_NAME.test(options.model)) throw missing(options.model, 'Der Ordner fehlt.')
  const cacheDir = resolve(options.cacheDir ?? join('data', 'models'))
  const source = isLocal ? resolve(options.model) : options.model
  const folder = isLocal ? source : join(cacheDir, source)
  const file = await loadModelFile(folder)
  return {
    name: options.name ?? file.name ?? basename(source),
    source,
    isLocal,
    folder,
    cacheDir,
    queryPrefix: options.queryPrefix ?? file.queryPrefix ?? 'query: ',
    passagePrefix: options.passagePrefix ?? file.passagePrefix ?? 'passage: ',
    pooling: options.pooling ?? file.pooling ?? 'mean',
    dimensions: options.dimensions ?? file.dimensions ?? null,
    maxTokens: options.maxTokens ?? file.maxTokens ?? null,
    dtype: options.dtype ?? file.dtype ?? 'q8',
  }
}

/**
 * Hash over the files and settings that decide the vectors. Each file that `SHA256SUMS` lists is compared with it.
 * Throws `model_missing` naming an absent file, `model_damaged` naming a changed one.
 */
export async function fingerprintModel(settings: ModelSettings): Promise<string> {
  const expected = await loadChecksums(settings.folder)
  const hash = createHash('sha256')
  for (const name of modelFiles(settings)) {
    const actual = await hashFile(settings, name)
    const wanted = expected.get(name)
    if (wanted && wanted !== actual) throw damaged(settings.source, `${name} passt nicht zu SHA256SUMS.`)
    hash.update(`${name} ${actual}\n`)
  }
  const { queryPrefix, passagePrefix, pooling, dimensions, maxTokens, dtype } = settings
  hash.update(JSON.stringify([queryPrefix, passagePrefix, pooling, dimensions, maxTokens, dtype]))
  return hash.digest('hex').slice(0, 32)
}

export function missing(source: string, what: string, cause?: unknown): AppError {
  const message = `Das Embedding-Modell „${source}“ ist nicht da: ${what} ${REMEDY}`
  return new AppError('model_missing', message, { details: { model: source }, cause })
}

export function damaged(source: string, what: string, cause?: unknown): AppError {
  const message = `Das Embedding-Modell „${source}“ ist beschädigt: ${what} ${REMEDY}`
  return new AppError('model_damaged', message, { details: { model: source }, cause })
}

const REMEDY =
  'Stellen Sie den Ordner aus dem Release oder mit „git checkout -- models“ wieder her, oder nennen Sie in EMBEDDING_MODEL ein anderes Modell.'

async function loadModelFile(folder: string): Promise<ModelFile> {
  const path = join(folder, 'fundstelle.json')
  if (!existsSync(path)) return {}
  try {
    return modelFileSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (cause) {
    throw damaged(folder, 'fundstelle.json ist nicht lesbar oder enthält unbekannte Angaben.', cause)
  }
}

function modelFiles(settings: ModelSettings): string[] {
  const weights = `onnx/${WEIGHT_FILES[settings.dtype]}`
  const optional = ['tokenizer_config.json', `${weights}_data`]
  const present = optional.filter((name) => existsSync(join(settings.folder, name)))
  return ['config.json', 'tokenizer.json', weights, ...present]
}

/** In pieces: hashing the weights at once would keep the server from answering for a quarter of a second. */
async function hashFile(settings: ModelSettings, name: string): Promise<string> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(join(settings.folder, name), { highWaterMark: CHUNK_BYTES }), hash)
    return hash.digest('hex')
  } catch (cause) {
    throw missing(settings.source, `Die Datei ${name} fehlt oder ist nicht lesbar.`, cause)
  }
}

async function loadChecksums(folder: string): Promise<Map<string, string>> {
  const path = join(folder, 'SHA256SUMS')
  if (!existsSync(path)) return new Map()
  const lines = (await readFile(path, 'utf8')).split('\n')
  const entries = lines.map((line) => /^([0-9a-f]{64}) [ *](?:\.\/)?(.+)$/.exec(line.trim()))
  return new Map(entries.flatMap((entry) => (entry ? [[entry[2]!, entry[1]!] as const] : [])))
}
