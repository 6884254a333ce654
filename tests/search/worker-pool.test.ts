import { getEventListeners } from 'node:events'
import process from 'node:process'
import { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../search/app-error.ts'
import { createWorkerPool } from '../../search/worker-pool.ts'

const ECHO = `
const { parentPort } = require('node:worker_threads')
parentPort.postMessage({ ready: 'da' })
parentPort.on('message', (job) => {
  if (job.text === 'exit') process.exit(3)
  if (job.text === 'fail') return parentPort.postMessage({ id: job.id, error: 'kaputt' })
  if (job.text !== 'never') parentPort.postMessage({ id: job.id, result: job.text })
})`

function createPool(code = ECHO, size = 2) {
  return createWorkerPool<string>({
    start: () => new Worker(code, { eval: true }),
    size,
    toStartError: (cause) => new AppError('model_damaged', 'startet nicht', { cause }),
  })
}

describe('worker pool', () => {
  it('answers each job with its own result', async () => {
    const pool = createPool()
    expect(await pool.ready).toBe('da')
    const texts = Array.from({ length: 20 }, (_, i) => `Text ${i}`)
    expect(await Promise.all(texts.map((text) => pool.run({ text })))).toEqual(texts)
    await pool.close()
  })

  it('reports the crash of a thread to the job it ran and goes on with a new thread', async () => {
    const pool = createPool(ECHO, 1)
    await expect(pool.run({ text: 'exit' })).rejects.toMatchObject({ code: 'internal' })
    expect(await pool.run({ text: 'danach' })).toBe('danach')
    await pool.close()
  })

  it('reports a failed job and keeps the thread', async () => {
    const pool = createPool(ECHO, 1)
    await expect(pool.run({ text: 'fail' })).rejects.toMatchObject({ code: 'internal' })
    expect(await pool.run({ text: 'danach' })).toBe('danach')
    await pool.close()
  })

  it('drops a waiting job whose signal fires', async () => {
    const pool = createPool(ECHO, 1)
    const controller = new AbortController()
    const stuck = expect(pool.run({ text: 'never' })).rejects.toMatchObject({ code: 'aborted' })
    const waiting = pool.run({ text: 'wartet' }, controller.signal)
    controller.abort()
    await expect(waiting).rejects.toMatchObject({ code: 'aborted' })
    await pool.close()
    await stuck
  })

  it('takes dozens of jobs under one signal without a warning, and lets go of it', async () => {
    const warnings: string[] = []
    const note = ({ name }: Error) => warnings.push(name)
    process.on('warning', note)
    const pool = createPool()
    const { signal } = new AbortController()
    await Promise.all(Array.from({ length: 30 }, (_, i) => pool.run({ text: `Text ${i}` }, signal)))
    await new Promise(setImmediate)
    process.off('warning', note)
    expect(warnings).toEqual([])
    expect(getEventListeners(signal, 'abort')).toEqual([])
    await pool.close()
  })

  it('fails every job when no thread can start', async () => {
    const pool = createPool(`throw new Error('kein Modell')`)
    await expect(pool.ready).rejects.toMatchObject({ code: 'model_damaged' })
    await expect(pool.run({ text: 'a' })).rejects.toMatchObject({ code: 'model_damaged' })
    await pool.close()
  })
})
