import { describe, expect, it } from 'vitest'
import { AppError } from '../../search/app-error.ts'
import { toLoggedError } from '../../server/log-error.ts'

const SECRET = 'Darf Frau Geheim das?'

describe('toLoggedError', () => {
  it('names type and place of an unexpected error, not its words', () => {
    const logged = toLoggedError(new TypeError(`Cannot read "${SECRET}"`))
    expect(logged.type).toBe('TypeError')
    expect(logged.at[0]).toMatch(/^at .*log-error\.test\.ts:\d+:\d+/)
    expect(JSON.stringify(logged)).not.toContain('Geheim')
  })

  it.each([
    ['of several lines', new Error(`a\n    at ${SECRET} (/x.ts:1:1)\n    at b`)],
    ['of broken JSON', catchError(() => JSON.parse(SECRET))],
    ['whose message was changed later', Object.assign(new Error(SECRET), { message: 'anders' })],
    ['with further fields', Object.assign(new Error('x'), { prompt: SECRET, code: SECRET })],
    ['with a cause', new Error('x', { cause: new Error(SECRET, { cause: SECRET }) })],
    ['that is a text', SECRET],
    ['that is an object', { question: SECRET }],
  ])('keeps the words of an error %s out', (_name, error) => {
    expect(JSON.stringify(toLoggedError(error))).not.toMatch(/Geheim|Darf/)
  })

  it('keeps code and message where they are the program’s own', () => {
    const error = new AppError('model_damaged', 'Das Modell ist beschädigt.', { cause: new Error(SECRET) })
    expect(toLoggedError(error)).toMatchObject({
      code: 'model_damaged',
      message: 'Das Modell ist beschädigt.',
      cause: { type: 'Error' },
    })
  })

  it('keeps the code of a fault of the system', () => {
    const error = Object.assign(new Error('x'), { code: 'ENOSPC' })
    expect(toLoggedError(error)).toMatchObject({ type: 'Error', code: 'ENOSPC' })
  })

  it('ends with a circle of causes', () => {
    const error = new Error('x')
    error.cause = error
    expect(toLoggedError(error).cause?.type).toBe('Error')
  })
})

function catchError(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}
