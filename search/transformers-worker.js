// @ts-check
/** Runs the embedding model in a worker thread, one text at a time. It knows the model's settings, not the index. */

import { parentPort, workerData } from 'node:worker_threads'
import { AutoModel, AutoTokenizer, env, Tensor } from '@huggingface/transformers'

/**
 * @typedef {import('./model-settings.ts').ModelSettings} ModelSettings
 * @typedef {import('./embedder.ts').TextRole} TextRole
 * @typedef {{id: number, kind: 'embed' | 'tokens', text: string, role: TextRole} | {id: number, kind: 'count', texts: string[]}} Job
 */

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort)
const settings = /** @type {ModelSettings} */ (workerData)

/** Words whose token counts are kept: some 20 MB. */
const MAX_WORDS = 200_000
/** Long and odd enough that a tokenizer which looks across blanks counts its words otherwise. */
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

/** @type {Map<string, number>} */
const tokensOfWord = new Map()
const isSplitAtBlanks = encode(SAMPLE).length === countByWord(SAMPLE)
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
  if (job.kind === 'count') return job.texts.map(countTokens)
  const { states, dims, ids } = await run(job.role, job.text)
  return job.kind === 'embed' ? pool(states, dims) : contentStates(job, states, dims, ids.length)
}

/**
 * Last hidden states of the prefixed text. A text that is too long loses its end, never the closing special token.
 * @param {TextRole} role
 * @param {string} text
 */
async function run(role, text) {
  const room = maxTokens - template.lead.length - template.tail.length
  const ids = [...template.lead, ...encode(prefixes[role] + text).slice(0, room), ...template.tail]
  const inputs = { input_ids: tensor(ids), attention_mask: tensor(ids.map(() => 1)) }
  const outputs = await model(inputs)
  const hidden = outputs.last_hidden_state ?? outputs.token_embeddings
  return { ids, states: /** @type {Float32Array} */ (hidden.data), dims: hidden.dims.at(-1) }
}

/** @param {string} text */
function encode(text) {
  return tokenizer.encode(text, { add_special_tokens: false })
}

/**
 * Tokens of the text alone. Most tokenizers split at blanks first, so that words seen before need not be split again.
 * @param {string} text
 */
function countTokens(text) {
  return isSplitAtBlanks ? countByWord(text) : encode(text).length
}

/** @param {string} text */
function countByWord(text) {
  let count = 0
  for (const word of text.split(/\s+/u)) {
    const known = word === '' ? 0 : tokensOfWord.get(word)
    const tokens = known ?? encode(word).length
    if (known === undefined && tokensOfWord.size < MAX_WORDS) tokensOfWord.set(word, tokens)
    count += tokens
  }
  return count
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
  const sum = new Float32Array(dims)
  for (let row = from; row < to; row++) {
    const state = states.subarray(row * dims, (row + 1) * dims)
    state.forEach((value, d) => {
      sum[d] = /** @type {number} */ (sum[d]) + value
    })
  }
  return normalise(sum.slice(0, settings.dimensions ?? dims))
}

/** @param {Float32Array} vector */
function normalise(vector) {
  const norm = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)) || 1
  return vector.map((value) => value / norm)
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
