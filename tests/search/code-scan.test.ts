import { describe, expect, it } from 'vitest'
import { createCodeScan } from '../../search/code-scan.ts'

function products(
  size: number,
  dimensions: number,
  valueAt: (index: number) => number,
): [number[], number[]] {
  const scan = createCodeScan(size, dimensions)
  for (let i = 0; i < dimensions; i++) scan.query[i] = valueAt(i * 31) * Math.floor(scan.maxQuery / 128)
  const expected = Array.from({ length: size }, (_, row) => {
    let sum = 0
    for (let i = 0; i < dimensions; i++) {
      const code = valueAt(row * dimensions + i)
      scan.codes[row * scan.stride + i] = code
      sum += code * scan.query[i]!
    }
    return sum
  })
  return [[...scan.run()], expected]
}

describe('the scan of codes', () => {
  it.each([
    [1, 1],
    [3, 12],
    [50, 16],
    [7, 17],
    [300, 384],
    [5, 1024],
  ])('gives the dot product of %i rows of %i columns', (size, dimensions) => {
    const [found, expected] = products(size, dimensions, (index) => ((index * 7919) % 255) - 127)
    expect(found).toEqual(expected)
  })

  it.each([384, 4096])('holds the largest sum of %i columns', (dimensions) => {
    const [found, expected] = products(2, dimensions, () => -128)
    expect(found).toEqual(expected)
  })

  it('does nothing without rows', () => {
    expect([...createCodeScan(0, 8).run()]).toEqual([])
  })

  it('can be run again with another query', () => {
    const scan = createCodeScan(1, 2)
    scan.codes.set([3, 4])
    scan.query.set([1, 1])
    expect([...scan.run()]).toEqual([7])
    scan.query.set([0, -2])
    expect([...scan.run()]).toEqual([-8])
  })
})
