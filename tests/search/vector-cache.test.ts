import {
  appendFileSync,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openVectorCache, type VectorCache } from '../../search/vector-cache.ts'
import { createDataDir, hashVector, model } from './snapshot-builders.ts'

const TEXTS = ['Das BSI ist zu informieren.', 'Die Frist beträgt 24 Stunden.', 'Der Krisenstab tagt.']

let folder: string
let path: string
beforeEach(() => {
  folder = createDataDir()
  path = join(folder, 'vectors.partial')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function fill(): void {
  const cache = openVectorCache(path, model)
  for (const text of TEXTS) cache.put(text, hashVector(text))
  cache.close()
}

function found(cache: VectorCache): string[] {
  const texts = TEXTS.filter((text) => cache.get(text, 1) !== undefined)
  for (const text of texts) expect(cache.get(text, 1)).toEqual(hashVector(text))
  return texts
}

describe('vector cache', () => {
  it('gives vectors back, also to the next process', () => {
    fill()
    const cache = openVectorCache(path, model)
    expect(found(cache)).toEqual(TEXTS)
    expect([cache.size, cache.get('anderes', 1)]).toEqual([3, undefined])
    cache.close()
  })

  it('gives the vectors of one key together, and only if all of them are there', () => {
    const vectors = Float32Array.from(TEXTS.flatMap((text) => [...hashVector(text)]))
    const cache = openVectorCache(path, model)
    cache.put('Passage', vectors)
    expect(cache.get('Passage', 3)).toEqual(vectors)
    cache.close()
    truncateSync(path, statSync(path).size - 1)
    const torn = openVectorCache(path, model)
    expect([torn.get('Passage', 3), torn.get('Passage', 2)?.length]).toEqual([
      undefined,
      2 * model.dimensions,
    ])
    torn.close()
  })

  it.each([1, 15, 17, 21, 35])('loses only a record whose last %i bytes were never written', (bytes) => {
    fill()
    truncateSync(path, statSync(path).size - bytes)
    const cache = openVectorCache(path, model)
    expect(found(cache)).toEqual(TEXTS.slice(0, 2))
    cache.put(TEXTS[2]!, hashVector(TEXTS[2]!))
    cache.close()
    const again = openVectorCache(path, model)
    expect(found(again)).toEqual(TEXTS)
    again.close()
  })

  it('leaves out a record with a flipped bit, and bytes that are none', () => {
    fill()
    const bytes = readFileSync(path)
    const record = (bytes.length - 32) / 3
    bytes[32 + record + 25]! ^= 1
    writeFileSync(path, bytes)
    appendFileSync(path, Buffer.alloc(record + 7))
    const cache = openVectorCache(path, model)
    expect(found(cache)).toEqual([TEXTS[0], TEXTS[2]])
    cache.close()
  })

  it('begins anew for another model, and with a file that is none of its kind', () => {
    fill()
    const other = openVectorCache(path, { ...model, fingerprint: 'x' })
    expect(other.size).toBe(0)
    other.close()
    writeFileSync(path, 'etwas anderes')
    const cache = openVectorCache(path, model)
    cache.put(TEXTS[0]!, hashVector(TEXTS[0]!))
    expect(found(cache)).toEqual([TEXTS[0]])
    cache.close()
  })

  it('is gone once it was removed', () => {
    fill()
    const cache = openVectorCache(path, model)
    cache.remove()
    expect(existsSync(path)).toBe(false)
    cache.close()
  })
})
