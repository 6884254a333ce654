/** The tree of an HTML page. The only file that knows parse5. */

import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'

export type Node = DefaultTreeAdapterTypes.ChildNode
export type TextNode = DefaultTreeAdapterTypes.TextNode
export type Element = DefaultTreeAdapterTypes.Element
export type ParentNode = DefaultTreeAdapterTypes.ParentNode

export function parseHtml(html: string): ParentNode {
  return parse(html)
}

export function isElement(node: Node | ParentNode): node is Element {
  return 'tagName' in node && defaultTreeAdapter.isElementNode(node as Node)
}

export function elementChildren(parent: ParentNode): Element[] {
  return parent.childNodes.filter(isElement)
}

export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((attr) => attr.name === name)?.value ?? null
}

/** First match in document order. */
export function find(parent: ParentNode, matches: (element: Element) => boolean): Element | null {
  return findAll(parent, matches)[0] ?? null
}

/** All matches in document order, below the parent. */
export function findAll(parent: ParentNode, matches: (element: Element) => boolean): Element[] {
  return elementChildren(parent).flatMap((child) => [
    ...(matches(child) ? [child] : []),
    ...findAll(child, matches),
  ])
}
