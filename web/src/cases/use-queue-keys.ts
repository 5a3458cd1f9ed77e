import { type RefObject, useEffect, useRef } from 'react'
import { useSingleKeys } from '~/record/single-keys.ts'
import { isTyping } from '~/record/use-viewer-keys.ts'

type Acts = {
  readonly onHelp: () => void
  readonly onSearch: () => void
  /** Selects or lets go what stands at these places among the rows shown. */
  readonly onSelect: (places: readonly number[], on: boolean | 'turn') => void
  readonly onSelectAll: () => void
  readonly onSelectNone: () => void
}

export const queueKeys = [
  {
    title: 'In the queue',
    keys: [
      [['j', '↓'], 'Next case; with Shift, selected as well'],
      [['k', '↑'], 'Case before; with Shift, selected as well'],
      [['Home', 'End'], 'First and last case shown'],
      [['Enter'], 'Open the case'],
      [['x', 'Space'], 'Select the case, or let it go'],
      [['a'], 'Select all shown'],
      [['Esc'], 'Let all go'],
    ],
  },
  {
    title: 'On this page',
    keys: [
      [['/'], 'Search'],
      [['?'], 'Show the keys'],
    ],
  },
] as const

/**
 * Keys of the queue. Letters act wherever nothing is typed, unless they were switched off
 * (WCAG 2.1.4); arrows, space and Escape only while a case has the focus.
 */
export function useQueueKeys(body: RefObject<HTMLElement | null>, acts: Acts): void {
  const [single] = useSingleKeys()
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      const { target, key } = event
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return
      if (!(target instanceof HTMLElement) || target.closest('dialog') || isTyping(target)) return
      const links = [...(body.current?.querySelectorAll<HTMLElement>('.row-link') ?? [])]
      const at = links.findIndex((link) => link === target)
      if (key.length === 1 && key !== ' ' && !single) return
      if (heard(key, event.shiftKey, links, at, latest.current)) event.preventDefault()
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [body, single])
}

/** Whether the key meant something here. */
function heard(
  key: string,
  shift: boolean,
  links: readonly HTMLElement[],
  at: number,
  acts: Acts,
): boolean {
  const inRow = at >= 0
  const go = (place: number): boolean => {
    const link = links[place]
    if (!link) return false
    if (shift) acts.onSelect(inRow ? [at, place] : [place], true)
    link.focus()
    return true
  }
  switch (key) {
    case '?':
      acts.onHelp()
      return true
    case '/':
      acts.onSearch()
      return true
    case 'j':
    case 'J':
      return go(at + 1)
    case 'k':
    case 'K':
      return inRow ? go(at - 1) : false
    case 'ArrowDown':
      return inRow ? go(at + 1) : false
    case 'ArrowUp':
      return inRow ? go(at - 1) : false
    case 'Home':
      return inRow ? go(0) : false
    case 'End':
      return inRow ? go(links.length - 1) : false
    case 'x':
    case ' ':
      if (inRow) acts.onSelect([at], 'turn')
      return inRow
    case 'a':
      acts.onSelectAll()
      return true
    case 'Escape':
      if (inRow) acts.onSelectNone()
      return inRow
    default:
      return false
  }
}
