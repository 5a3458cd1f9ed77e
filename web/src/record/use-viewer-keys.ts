import { type RefObject, useEffect, useRef } from 'react'
import { useSingleKeys } from './single-keys.ts'
import { actOfKey, isCharacterKey, type ViewerAct } from './viewer-keys.ts'

/**
 * Hears keys for the viewer. Keys that also scroll or move elsewhere act only inside it or where
 * nothing has the focus; letters act wherever nothing is typed, unless they were switched off.
 */
export function useViewerKeys(
  view: RefObject<HTMLElement | null>,
  act: (asked: ViewerAct) => void,
): void {
  const [single] = useSingleKeys()
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      const asked = actOfKey(event)
      const { target } = event
      if (asked === null || event.defaultPrevented || !(target instanceof HTMLElement)) return
      if (isTyping(target) || target.closest('dialog')) return
      if (isCharacterKey(event.key)) {
        if (!single) return
      } else {
        const free = target === document.body || target.matches('h1, main')
        if (!free && !view.current?.contains(target)) return
        if (scrollsSideways(event.key, target)) return
      }
      event.preventDefault()
      latest.current(asked)
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [view, single])
}

export function isTyping(target: HTMLElement): boolean {
  return target.matches('input, textarea, select, [contenteditable]')
}

/** Whether an arrow key has something to scroll: a page larger than its place. */
function scrollsSideways(key: string, target: HTMLElement): boolean {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return false
  const room = target.scrollWidth - target.clientWidth
  if (room <= 1) return false
  return key === 'ArrowRight' ? target.scrollLeft < room - 1 : target.scrollLeft > 1
}
