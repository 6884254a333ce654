/**
 * Dot products of one query with many rows of 8-bit codes, eight multiplications per instruction: a WebAssembly function,
 * put together here since it is too small for a compiler. It knows nothing of scales, filters and ranks.
 */

export interface CodeScan {
  /** Row-major, `size` × `stride`; filled by the caller. */
  readonly codes: Int8Array
  /** Columns of a row: the dimensions and as many zeros as fill the last step. */
  readonly stride: number
  /** `stride` values; filled by the caller before `run`, zeros behind the dimensions. */
  readonly query: Int16Array
  /** Largest value in `query` with which no sum can overflow. */
  readonly maxQuery: number
  /** One dot product per row, in place: valid until the next run. */
  run(): Int32Array
}

/** What is used of it here: the types of Node lack it, those of browsers would bring much that Node has not. */
declare const WebAssembly: {
  Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer }
  Module: new (bytes: Uint8Array) => object
  Instance: new (module: object, imports: object) => { readonly exports: Record<string, unknown> }
}

/** Columns per step of the inner loop. */
const STEP = 16
const PAGE_BYTES = 65536

export function createCodeScan(size: number, dimensions: number): CodeScan {
  const stride = Math.ceil(dimensions / STEP) * STEP
  const queryBytes = stride * Int16Array.BYTES_PER_ELEMENT
  const codesAt = queryBytes + align(size * Int32Array.BYTES_PER_ELEMENT)
  const end = codesAt + size * stride
  const memory = new WebAssembly.Memory({ initial: Math.ceil(end / PAGE_BYTES) })
  const { exports } = new WebAssembly.Instance(toModule(), { '': { memory } })
  const scan = exports.scan as (row: number, end: number, query: number, stride: number, sum: number) => void
  const sums = new Int32Array(memory.buffer, queryBytes, size)
  return {
    codes: new Int8Array(memory.buffer, codesAt, size * stride),
    stride,
    query: new Int16Array(memory.buffer, 0, stride),
    maxQuery: Math.min(0x7fff, Math.floor(0x7fffffff / (128 * stride))),
    run() {
      if (size > 0) scan(codesAt, end, 0, stride, queryBytes)
      return sums
    },
  }
}

function align(bytes: number): number {
  return Math.ceil(bytes / STEP) * STEP
}

let compiled: object | undefined

/** Compiled once: each index runs it over a memory of its own. */
function toModule(): object {
  compiled ??= new WebAssembly.Module(Uint8Array.from(MODULE))
  return compiled
}

/** Opcodes of https://webassembly.github.io/spec/core/binary/instructions.html. */
const I32 = 0x7f
const V128 = 0x7b
const NO_RESULT = 0x40
const LOOP = [0x03, NO_RESULT]
const END = 0x0b
const REPEAT_IF = [0x0d, 0]
const LESS = 0x49
const ADD = 0x6a
const STORE = [0x36, 2, 0]
const get = (local: number) => [0x20, local]
const set = (local: number) => [0x21, local]
const tee = (local: number) => [0x22, local]
const constant = (value: number) => [0x41, value]
const simd = (opcode: number, ...rest: number[]) => [0xfd, ...leb128(opcode), ...rest]
const LOAD = (offset: number) => simd(0, 0, offset)
/** Eight signed bytes as eight 16-bit numbers. */
const LOAD_WIDENED = (offset: number) => simd(1, 0, offset)
const ZEROS = simd(12, ...new Array<number>(16).fill(0))
/** i32x4.dot_i16x8_s: products added in pairs. */
const DOT = simd(186)
const ADD_LANES = simd(174)
const lane = (number: number) => simd(27, number)

const [ROW, ROWS_END, QUERY, STRIDE, SUM, AT, ROW_END, EVEN, ODD] = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const

const BODY = [
  ...list([
    [2, I32],
    [2, V128],
  ]),
  ...LOOP,
  ...[get(QUERY), set(AT), get(ROW), get(STRIDE), [ADD], set(ROW_END)].flat(),
  ...[ZEROS, tee(EVEN), set(ODD)].flat(),
  ...LOOP,
  ...[get(EVEN), get(ROW), LOAD_WIDENED(0), get(AT), LOAD(0), DOT, ADD_LANES, set(EVEN)].flat(),
  ...[get(ODD), get(ROW), LOAD_WIDENED(8), get(AT), LOAD(16), DOT, ADD_LANES, set(ODD)].flat(),
  ...[get(AT), constant(2 * STEP), [ADD], set(AT)].flat(),
  ...[get(ROW), constant(STEP), [ADD], tee(ROW), get(ROW_END), [LESS], REPEAT_IF].flat(),
  END,
  ...[get(EVEN), get(ODD), ADD_LANES, set(EVEN), get(SUM)].flat(),
  ...[0, 1, 2, 3].flatMap((each) => [...get(EVEN), ...lane(each), ...(each > 0 ? [ADD] : [])]),
  ...STORE,
  ...[get(SUM), constant(4), [ADD], set(SUM)].flat(),
  ...[get(ROW), get(ROWS_END), [LESS], REPEAT_IF].flat(),
  END,
  END,
]

const MODULE = [
  ...[0x00, ...name('asm').slice(1), 0x01, 0x00, 0x00, 0x00],
  ...section(1, list([[0x60, ...list([[I32], [I32], [I32], [I32], [I32]]), 0]])),
  ...section(2, list([[...name(''), ...name('memory'), 0x02, 0x00, 0x00]])),
  ...section(3, list([[0]])),
  ...section(7, list([[...name('scan'), 0x00, 0]])),
  ...section(10, list([[...leb128(BODY.length), ...BODY]])),
]

function section(id: number, content: number[]): number[] {
  return [id, ...leb128(content.length), ...content]
}

function list(items: number[][]): number[] {
  return [...leb128(items.length), ...items.flat()]
}

function name(text: string): number[] {
  return list([...text].map((letter) => [letter.charCodeAt(0)]))
}

/** Numbers in seven bits per byte, lowest first. */
function leb128(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...leb128(value >>> 7)]
}
