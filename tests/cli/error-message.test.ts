import { describe, expect, it } from 'vitest'
import { toUserError } from '../../cli/error-message.ts'
import { AppError } from '../../search/app-error.ts'

const fault = (code: string) => Object.assign(new Error('raw'), { code, path: '/daten/x' })

describe('what a user reads of an error', () => {
  it.each([
    ['EACCES', /^„\/daten\/x“: Zugriff verweigert\. .*Ordner\.$/],
    ['EROFS', /schreibgeschützt.*--data/],
    ['ENOSPC', /Datenträger ist voll.*Platz/],
    ['ENOTDIR', /kein Ordner/],
    ['EISDIR', /„\/daten\/x“ ist ein Ordner/],
  ])('%s is explained in German with the remedy', (code, message) => {
    expect(toUserError(fault(code)).message).toMatch(message)
    expect(toUserError(fault(code)).message).not.toContain('raw')
  })

  it('the own message stays, with its code', () => {
    expect(toUserError(new AppError('index_locked', 'Gesperrt.'))).toEqual({
      code: 'index_locked',
      message: 'Gesperrt.',
    })
  })

  it('anything else points to doctor', () => {
    expect(toUserError(new TypeError('x is undefined')).message).toMatch(/x is undefined.*doctor/)
  })
})
