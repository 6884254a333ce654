import { cpSync, existsSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Embedder } from '../../search/embedder.ts'
import { openTransformersEmbedder } from '../../search/transformers-embedder.ts'

const MODEL = 'models/multilingual-e5-small-de'
const LONG = 'Die Behörde entscheidet über den Antrag nach pflichtgemäßem Ermessen. '.repeat(80)

describe('embedder over transformers.js', () => {
  let embedder: Embedder
  const scratch = mkdtempSync(join(tmpdir(), 'fundstelle-model-'))
  beforeAll(async () => {
    embedder = await openTransformersEmbedder({ model: MODEL, workers: 2 })
  })
  afterAll(async () => {
    await embedder.close()
    rmSync(scratch, { recursive: true })
  })

  function copyModel(name: string): string {
    const folder = join(scratch, name)
    cpSync(MODEL, folder, { recursive: true })
    return folder
  }

  it('gives normalised vectors that do not depend on what else is embedded', async () => {
    const texts = ['Wer ist zuständig?', 'Was ist ein Notfallplan?', 'Wie hoch ist die Gebühr?', 'Wer zahlt?']
    const together = await Promise.all(texts.map((text) => embedder.embed(text, 'query')))
    const alone = await embedder.embed(texts[2]!, 'query')
    expect(together[2]).toEqual(alone)
    expect(alone.length).toBe(embedder.model.dimensions)
    expect(Math.hypot(...alone)).toBeCloseTo(1, 5)
  })

  it('places a question nearer to its answer than to another sentence', async () => {
    const question = await embedder.embed('Wen informieren wir zuerst bei einem Cyberangriff?', 'query')
    const answer = await embedder.embed(
      'Bei einem IT-Angriff ist zuerst das BSI zu benachrichtigen.',
      'passage',
    )
    const other = await embedder.embed('Der Hund wird beim Steueramt angemeldet.', 'passage')
    expect(dot(question, answer)).toBeGreaterThan(dot(question, other))
  })

  it('embeds a text that is too long as its beginning, closing token included', async () => {
    const cut = await embedder.embed(LONG, 'passage')
    expect(dot(cut, await embedder.embed(LONG.slice(0, 1500), 'passage'))).toBeGreaterThan(0.97)
    expect((await embedder.embedTokens(LONG, 'passage')).pieces.length).toBeLessThan(embedder.model.maxTokens)
  })

  it('gives one state per content token, prefix and special tokens left out', async () => {
    const { pieces, vectors } = await embedder.embedTokens('Wer haftet?', 'query')
    expect(pieces.join('')).toBe('▁Wer▁haftet?')
    expect(vectors.length).toBe(pieces.length * embedder.model.dimensions)
  })

  it('gives parts that are read together a vector each, near to what they are alone', async () => {
    const parts = ['Zuerst wird das BSI benachrichtigt.', 'Die Gebühr beträgt 5 Euro.']
    const { dimensions } = embedder.model
    const rows = await embedder.embedParts({ head: 'Ablauf:', parts })
    const row = (number: number) => rows.subarray(number * dimensions, (number + 1) * dimensions)
    expect(rows).toHaveLength(3 * dimensions)
    for (const [i, part] of parts.entries()) {
      expect(Math.hypot(...row(i + 1))).toBeCloseTo(1, 5)
      const alone = await embedder.embed(part, 'passage')
      expect(dot(row(i + 1), alone)).toBeGreaterThan(dot(row(2 - i), alone))
    }
    expect(dot(row(0), await embedder.embed(parts.join(' '), 'passage'))).toBeGreaterThan(0.9)
  })

  it('gives parts that no room is left for the vector of all, and a head alone its own', async () => {
    const { dimensions } = embedder.model
    const rows = await embedder.embedParts({ head: LONG, parts: [LONG, 'Wer haftet?'] })
    expect(dot(rows.subarray(0, dimensions), rows.subarray(2 * dimensions))).toBeCloseTo(1, 5)
    const alone = await embedder.embedParts({ head: 'Ablauf', parts: [] })
    expect(alone).toEqual(await embedder.embed('Ablauf', 'passage'))
  })

  it('counts the tokens of the text alone', async () => {
    const counts = await embedder.countTokens(['', 'Wer haftet?', LONG])
    expect(counts[0]).toBe(0)
    expect(counts[1]).toBe((await embedder.embedTokens('Wer haftet?', 'passage')).pieces.length)
    expect(counts[2]).toBeGreaterThan(512)
  })

  it('frees the caller when its signal fires', async () => {
    const controller = new AbortController()
    const running = embedder.embed(LONG, 'passage', controller.signal)
    controller.abort()
    await expect(running).rejects.toMatchObject({ code: 'aborted' })
    await expect(embedder.embed('Und weiter?', 'query', controller.signal)).rejects.toMatchObject({
      code: 'aborted',
    })
  })

  it('survives being closed while it embeds', async () => {
    const busy = await openTransformersEmbedder({ model: MODEL })
    const running = expect(busy.embed(LONG, 'passage')).rejects.toMatchObject({ code: 'aborted' })
    await new Promise((resolve) => setImmediate(resolve))
    await busy.close()
    await running
  })

  it('names the folder of a model that is not there', async () => {
    const opening = openTransformersEmbedder({ model: join(scratch, 'nirgends') })
    await expect(opening).rejects.toMatchObject({ code: 'model_missing', message: /nirgends/ })
  })

  it('says that a hub name can neither be found nor loaded', async () => {
    const opening = openTransformersEmbedder({
      model: 'beispiel/gibt-es-nicht',
      cacheDir: join(scratch, 'hub'),
    })
    await expect(opening).rejects.toMatchObject({ code: 'model_missing', message: /beispiel\/gibt-es-nicht/ })
  })

  it('loads a hub name from its cache without network', async () => {
    const cacheDir = join(scratch, 'cache')
    cpSync(MODEL, join(cacheDir, 'beispiel', 'modell'), { recursive: true })
    const cached = await openTransformersEmbedder({ model: 'beispiel/modell', cacheDir })
    expect(await cached.embed('Wer?', 'query')).toEqual(await embedder.embed('Wer?', 'query'))
    expect(cached.model.name).toBe('modell')
    await cached.close()
  })

  it('names the file that a model folder lacks', async () => {
    const folder = copyModel('ohne-tokenizer')
    rmSync(join(folder, 'tokenizer.json'))
    const opening = openTransformersEmbedder({ model: folder })
    await expect(opening).rejects.toMatchObject({ code: 'model_missing', message: /tokenizer\.json/ })
  })

  it('refuses a model file that does not match its checksum', async () => {
    const folder = copyModel('veraendert')
    writeFileSync(join(folder, 'SHA256SUMS'), `${'0'.repeat(64)}  config.json\n`)
    const opening = openTransformersEmbedder({ model: folder })
    await expect(opening).rejects.toMatchObject({ code: 'model_damaged', message: /config\.json/ })
  })

  it('refuses a truncated model file', async () => {
    const folder = copyModel('abgeschnitten')
    if (existsSync(join(folder, 'SHA256SUMS'))) rmSync(join(folder, 'SHA256SUMS'))
    truncateSync(join(folder, 'onnx', 'model_quantized.onnx'), 1_000_000)
    const opening = openTransformersEmbedder({ model: folder })
    await expect(opening).rejects.toMatchObject({ code: 'model_damaged', message: /abgeschnitten/ })
  })

  it('changes its fingerprint with prefix and pooling', async () => {
    const other = await openTransformersEmbedder({ model: MODEL, pooling: 'cls', dimensions: 128 })
    expect(other.model.fingerprint).not.toBe(embedder.model.fingerprint)
    expect((await other.embed('Wer?', 'query')).length).toBe(128)
    await other.close()
  })
})

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0)
}
