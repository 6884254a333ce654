// @ts-check
/** Runs the embedding model in a worker thread, one text at a time. It knows the model's settings, not the index. */

import { parentPort, workerData } from 'node:worker_threads'
import { AutoModel, AutoTokenizer, env, Tensor } from '@huggingface/transformers'

/**
 * @typedef {import('./model-settings.ts').ModelSettings} ModelSettings
 * @typedef {import('./embedder.ts').TextRole} TextRole
 * @typedef {import('./embedder.ts').TextParts} TextParts
 * @typedef {{id: number, kind: 'embed' | 'tokens', text: string, role: TextRole} | {id: number, kind: 'parts', head: string, parts: string[]} | {id: number, kind: 'count', texts: string[]}} Job
 */

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort)
const settings = /** @type {ModelSettings} */ (workerData)

/** Words whose tokens are kept: some 20 MB. */
const MAX_WORDS = 100_000
/** What a token of the sentences beside it counts in a sentence's vector, against its own. */
const NEIGHBOUR_SHARE = 0.15
/** Long and odd enough that a tokenizer which looks across blanks splits its words otherwise. */
const SAMPLE = `Die Behörde (Amt) teilt nach § 35 Abs. 2 VwVfG mit: „Der Bescheid, z. B. vom 3. Mai 2024, gilt als
bekannt gegeben“ – siehe S. 12 ff.; https://example.org/a_b?c=d . Im Übrigen kostet es 1.234,50 €  und 5 % mehr !`

env.allowRemoteModels = !settings.isLocal
env.cacheDir = settings.cacheDir

const load = { local_files_only: settings.isLocal }
const tokenizer = await AutoTokenizer.from_pretrained(settings.source, load)
const model = await AutoModel.from_pretrained(settings.source, {
  ...load,
  dtype: settings.dtype,
  device: 'cpu',
  session_options: {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    // Spinning threads would keep a core busy between two texts.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  },
})

/** @type {Map<string, number[]>} */
const idsOfWord = new Map()
const isSplitAtBlanks = String(encodeWhole(SAMPLE)) === String(encodeByWord(SAMPLE))
const template = specialTokens()
const maxTokens = Math.min(
  settings.maxTokens ?? Number.POSITIVE_INFINITY,
  tokenizer.model_max_length ?? 512,
  /** @type {any} */ (model.config).max_position_embeddings ?? 512,
)
const prefixes = { query: settings.queryPrefix, passage: settings.passagePrefix }
const probe = await run('query', '')

port.on('message', async (/** @type {Job} */ job) => {
  try {
    const result = await answer(job)
    const buffer =
      result instanceof Float32Array ? result.buffer : 'vectors' in result && result.vectors.buffer
    port.postMessage({ id: job.id, result }, buffer ? [/** @type {ArrayBuffer} */ (buffer)] : [])
  } catch (error) {
    port.postMessage({ id: job.id, error: String(error) })
  }
})
port.postMessage({ ready: { dimensions: pool(probe.states, probe.dims).length, maxTokens } })

/** @param {Job} job */
async function answer(job) {
  if (job.kind === 'count') return job.texts.map((text) => encode(text).length)
  if (job.kind === 'parts') return embedParts(job)
  const { states, dims, ids } = await run(job.role, job.text)
  return job.kind === 'embed' ? pool(states, dims) : contentStates(job, states, dims, ids.length)
}

/**
 * Last hidden states of the prefixed text.
 * @param {TextRole} role
 * @param {string} text
 */
function run(role, text) {
  return runModel(encode(prefixes[role] + text))
}

/**
 * Last hidden states of the tokens within the special ones. What is too long loses its end, never the closing token.
 * @param {number[]} content
 */
async function runModel(content) {
  const room = maxTokens - template.lead.length - template.tail.length
  const ids = [...template.lead, ...content.slice(0, room), ...template.tail]
  const inputs = { input_ids: tensor(ids), attention_mask: tensor(ids.map(() => 1)) }
  const outputs = await model(inputs)
  const hidden = outputs.last_hidden_state ?? outputs.token_embeddings
  return { ids, states: /** @type {Float32Array} */ (hidden.data), dims: hidden.dims.at(-1) }
}

/**
 * All parts together and each part, in one pass where vectors are means over tokens. What the parts stand behind is read
 * but not counted; neighbours count a little.
 * @param {TextParts} text
 */
async function embedParts({ head, parts }) {
  const own = parts.map(encode)
  if (settings.pooling !== 'mean' || own.flat().length === 0) return concat(await embedApart({ head, parts }))
  const before = encode(prefixes.passage + head).slice(0, maxTokens >> 1)
  const { states, dims, ids } = await runModel([...before, ...own.flat()])
  const end = (ids.length - template.tail.length) * dims
  let at = (template.lead.length + before.length) * dims
  const sums = own.map(({ length }) => {
    const rows = states.subarray(Math.min(at, end), Math.min(at + length * dims, end))
    at += length * dims
    return sumRows(rows, dims)
  })
  const all = sumRows(concat(sums), dims)
  const shared = all.map((value) => value * NEIGHBOUR_SHARE)
  const mixed = sums.map((sum) => sum.map((value, d) => value * (1 - NEIGHBOUR_SHARE) + Number(shared[d])))
  return concat([all, ...mixed].map(toVector))
}

/** @param {TextParts} text */
async function embedApart({ head, parts }) {
  const texts = [[head, ...parts], ...parts.map((part) => [head, part])]
  const vectors = []
  for (const text of texts) {
    const { states, dims } = await run('passage', text.filter(Boolean).join(' '))
    vectors.push(pool(states, dims))
  }
  return vectors
}

/**
 * Tokens of the text alone. Most tokenizers split at blanks first, so that words seen before need not be split again.
 * @param {string} text
 */
function encode(text) {
  return isSplitAtBlanks ? encodeByWord(text) : encodeWhole(text)
}

/** @param {string} text */
function encodeWhole(text) {
  return tokenizer.encode(text, { add_special_tokens: false })
}

/** @param {string} text */
function encodeByWord(text) {
  /** @type {number[]} */
  const ids = []
  for (const word of text.split(/\s+/u)) {
    if (word === '') continue
    const known = idsOfWord.get(word)
    const own = known ?? encodeWhole(word)
    if (!known && idsOfWord.size < MAX_WORDS) idsOfWord.set(word, own)
    for (const id of own) ids.push(id)
  }
  return ids
}

/** @param {number[]} values */
function tensor(values) {
  return new Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length])
}

/** The special tokens that the tokenizer puts before and behind a text. */
function specialTokens() {
  const content = encode('a')
  const whole = tokenizer.encode('a')
  const at = whole.findIndex((_, i) => content.every((id, j) => whole[i + j] === id))
  return { lead: whole.slice(0, at), tail: whole.slice(at + content.length) }
}

/**
 * @param {Float32Array} states row-major, tokens × dims
 * @param {number} dims
 * @returns {Float32Array} L2-normalised, cut to the configured dimensions
 */
function pool(states, dims) {
  const rows = states.length / dims
  const from = settings.pooling === 'last' ? rows - 1 : 0
  const to = settings.pooling === 'cls' ? 1 : rows
  return toVector(sumRows(states.subarray(from * dims, to * dims), dims))
}

/**
 * @param {Float32Array} rows row-major
 * @param {number} dims
 */
function sumRows(rows, dims) {
  const sum = new Float32Array(dims)
  for (let at = 0, d = 0; at < rows.length; at++) {
    sum[d] = /** @type {number} */ (sum[d]) + /** @type {number} */ (rows[at])
    d = d + 1 === dims ? 0 : d + 1
  }
  return sum
}

/**
 * @param {Float32Array} sum
 * @returns {Float32Array} L2-normalised, cut to the configured dimensions
 */
function toVector(sum) {
  const vector = sum.slice(0, settings.dimensions ?? sum.length)
  const norm = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)) || 1
  return vector.map((value) => value / norm)
}

/** @param {Float32Array[]} vectors */
function concat(vectors) {
  const dims = /** @type {Float32Array} */ (vectors[0]).length
  const rows = new Float32Array(vectors.length * dims)
  vectors.forEach((vector, row) => {
    rows.set(vector, row * dims)
  })
  return rows
}

/**
 * States of the tokens that stem from the text itself, with their pieces.
 * @param {{text: string, role: TextRole}} job
 * @param {Float32Array} states
 * @param {number} dims
 * @param {number} count
 */
function contentStates({ text, role }, states, dims, count) {
  const pieces = tokenizer.tokenize(prefixes[role] + text)
  const prefix = encode(prefixes[role].trimEnd()).length
  const end = count - template.tail.length
  const start = template.lead.length + prefix
  return {
    pieces: pieces.slice(prefix, prefix + end - start),
    vectors: states.slice(start * dims, end * dims),
  }
}
