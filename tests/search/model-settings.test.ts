import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fingerprintModel, loadModelSettings } from '../../search/model-settings.ts'

let model: string
beforeEach(() => {
  model = mkdtempSync(join(tmpdir(), 'fundstelle-model-'))
  mkdirSync(join(model, 'onnx'))
  for (const name of ['config.json', 'tokenizer.json', 'onnx/model_quantized.onnx'])
    writeFileSync(join(model, name), '{}')
})
afterEach(() => rmSync(model, { recursive: true, force: true }))

describe('fingerprinting a model', () => {
  it('lets others have their turn while large weights are hashed', async () => {
    truncateSync(join(model, 'onnx/model_quantized.onnx'), 128 << 20)
    const settings = await loadModelSettings({ model })
    let longest = 0
    let last = performance.now()
    const startedAt = last
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 1)
    await fingerprintModel(settings)
    clearInterval(timer)
    expect(Math.max(longest, performance.now() - last)).toBeLessThan((performance.now() - startedAt) / 2)
  })

  it('changes with a file and names the one that is missing', async () => {
    const settings = await loadModelSettings({ model })
    const before = await fingerprintModel(settings)
    writeFileSync(join(model, 'tokenizer.json'), '[]')
    expect(await fingerprintModel(settings)).not.toBe(before)
    rmSync(join(model, 'tokenizer.json'))
    await expect(fingerprintModel(settings)).rejects.toMatchObject({
      code: 'model_missing',
      message: expect.stringMatching(/tokenizer\.json/),
    })
  })
})
