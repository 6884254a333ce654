/** Growth of several figures with the size of the corpus as one SVG: small panels on logarithmic axes, light and dark. Pure. */

export interface PlotPoint {
  x: number
  y: number
}

export interface PlotSeries {
  name: string
  /** Ascending in x; values above 0. */
  points: PlotPoint[]
}

export interface PlotPanel {
  /** With the unit. */
  title: string
  series: PlotSeries[]
}

export interface ScalingPlot {
  title: string
  /** The same as the picture says, for those who do not see it. */
  description: string
  xTitle: string
  panels: PlotPanel[]
}

const COLUMNS = 3
const PANEL = { width: 300, height: 210 }
const INNER = { left: 52, top: 34, right: 14, bottom: 30 }
const LEGEND_HEIGHT = 34
const FOOT_HEIGHT = 26

/** Series also differ in shape, so that colour is not needed to tell them apart. */
const MARKS = [
  (x: number, y: number) => `<circle cx="${x}" cy="${y}" r="4"/>`,
  (x: number, y: number) => `<rect x="${round(x - 3.5)}" y="${round(y - 3.5)}" width="7" height="7"/>`,
  (x: number, y: number) => `<path d="M${x} ${round(y - 5)}l5 9h-10z"/>`,
]
const DASHES = ['none', '6 3', '2 3']

const STYLE = `text{font:12px system-ui,sans-serif;fill:#1f2328}.t{font-weight:600}.b{fill:#fff}.g{stroke:#d0d7de;stroke-width:1}
.l{fill:none;stroke-width:2}.s0{stroke:#0550ae}.m0{fill:#0550ae}.s1{stroke:#b1361e}.m1{fill:#b1361e}.s2{stroke:#1a7f37}.m2{fill:#1a7f37}
@media (prefers-color-scheme:dark){text{fill:#e6edf3}.b{fill:#0d1117}.g{stroke:#3d444d}.s0{stroke:#6cb6ff}.m0{fill:#6cb6ff}.s1{stroke:#ff9580}.m1{fill:#ff9580}.s2{stroke:#57d673}.m2{fill:#57d673}}`

export function toScalingSvg({ title, description, xTitle, panels }: ScalingPlot): string {
  const names = [...new Set(panels.flatMap(({ series }) => series.map(({ name }) => name)))]
  const width = COLUMNS * PANEL.width
  const height = LEGEND_HEIGHT + Math.ceil(panels.length / COLUMNS) * PANEL.height + FOOT_HEIGHT
  const drawn = panels.map((panel, i) => {
    const x = (i % COLUMNS) * PANEL.width
    const y = LEGEND_HEIGHT + Math.floor(i / COLUMNS) * PANEL.height
    return `<g transform="translate(${x} ${y})">${drawPanel(panel, names)}</g>`
  })
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="desc">${escapeXml(description)}</desc>`,
    `<style>${STYLE}</style>`,
    `<rect class="b" width="${width}" height="${height}"/>`,
    ...names.map(drawLegend),
    ...drawn,
    `<text x="${width / 2}" y="${height - 9}" text-anchor="middle">${escapeXml(xTitle)}</text>`,
    '</svg>',
  ].join('\n')}\n`
}

function drawLegend(name: string, i: number): string {
  const x = 16 + i * PANEL.width
  const line = `<path class="l s${i}" stroke-dasharray="${DASHES[i]}" d="M${x} 18h28"/>`
  return `${line}<g class="m${i}">${MARKS[i]!(x + 14, 18)}</g><text x="${x + 36}" y="22">${escapeXml(name)}</text>`
}

function drawPanel({ title, series }: PlotPanel, names: readonly string[]): string {
  const points = series.flatMap((each) => each.points)
  const x = toScale(
    points.map((point) => point.x),
    [INNER.left, PANEL.width - INNER.right],
  )
  const y = toScale(
    points.map((point) => point.y),
    [PANEL.height - INNER.bottom, INNER.top],
  )
  const left = INNER.left
  const right = PANEL.width - INNER.right
  const bottom = PANEL.height - INNER.bottom
  const rows = y.ticks.map((tick) => {
    const at = y.at(tick)
    return `<path class="g" d="M${left} ${at}H${right}"/><text x="${left - 6}" y="${round(at + 4)}" text-anchor="end">${show(tick)}</text>`
  })
  const columns = x.ticks.map((tick) => {
    const at = x.at(tick)
    return `<path class="g" d="M${at} ${INNER.top}V${bottom}"/><text x="${at}" y="${bottom + 17}" text-anchor="middle">${show(tick)}</text>`
  })
  const lines = series.map((each) => drawSeries(each, names.indexOf(each.name), { x: x.at, y: y.at }))
  return [
    `<text class="t" x="${left}" y="20">${escapeXml(title)}</text>`,
    ...rows,
    ...columns,
    ...lines,
  ].join('')
}

function drawSeries(
  { points }: PlotSeries,
  i: number,
  at: { x: (value: number) => number; y: (value: number) => number },
): string {
  const places = points.map((point) => [at.x(point.x), at.y(point.y)] as const)
  const path = `M${places.map(([x, y]) => `${x} ${y}`).join('L')}`
  const marks = places.map(([x, y]) => MARKS[i]!(x, y)).join('')
  return `<path class="l s${i}" stroke-dasharray="${DASHES[i]}" d="${path}"/><g class="m${i}">${marks}</g>`
}

/** Logarithmic, widened to whole powers of ten where the values span more than one. */
function toScale(values: readonly number[], [from, to]: readonly [number, number]) {
  const low = Math.floor(Math.log10(Math.min(...values)) + 1e-9)
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values)) - 1e-9))
  const ticks = Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i))
  const at = (value: number) => round(from + ((Math.log10(value) - low) / (high - low)) * (to - from))
  return { ticks, at }
}

function show(value: number): string {
  return value.toLocaleString('de-DE', { maximumFractionDigits: 3 })
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
